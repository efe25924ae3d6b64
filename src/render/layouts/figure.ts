/** The layout of figure cards: the number as the hero, a drawing of what it states, the claim and the source. Pure. */
import { type Chart, chartOf } from '../../card/chart.ts';
import { namesWords } from '../../card/evidence/highlight.ts';
import type { QuotedRecord } from '../../card/record.ts';
import { type FittedText, fitTexts } from '../fit.ts';
import { drawParagraph, type Paragraph } from '../paragraph.ts';
import { type Block, pair, stack } from '../shapes.ts';
import { layoutBar, layoutWaffle } from './charts.ts';
import { type Canvas, type Drawing, type Frame, pageOf, scaled, spaceOf } from './frame.ts';
import { type NumberBlock, piecesOf, setNumber } from './number.ts';
import { type Cutting, cuttingOf, layoutQuotedFrame } from './quotation.ts';

/** Sizes of the number, for a picture 1200 px wide. Those below `HERO` are for long numbers. */
const NUMBER_SIZES = [208, 188, 168, 150, 136, 120, 104, 88, 76, 64, 56, 48, 40];
const HERO = 150;

/** A number of so many characters is never smaller than `HERO` beside texts that can be smaller. */
const SHORT = 8;

/** Sizes of the claim, and of the source's words. The last ones are used only if the card is full. */
const CLAIM_SIZES = [50, 48, 46, 44, 42, 40, 38, 36, 34, 32, 30, 28, 26, 24];
const QUOTE_SIZES = [42, 40, 38, 36, 34, 32, 30, 28, 26, 24];
const EASY = { claim: 34, quote: 32 };

/** The smallest type in a picture 1200 px wide. */
const SMALLEST = 24;

/** The narrowest column for a claim beside the number, the narrowest bar, and the sides of waffles, in px per 1200. */
const [BESIDE_WIDTH, BAR_WIDTH, WAFFLE_SIDE] = [400, 380, 296];
const LOW_WAFFLES = [196, 164, 132];
const NARROW_WAFFLES = [220, 180, 150];

export function layoutFigure(record: QuotedRecord<'figure'>, canvas: Canvas): Drawing {
  const { figure, claim, language = 'en' } = record.card;
  const { colors } = canvas;
  const { narrow } = pageOf(canvas);
  const frame = layoutQuotedFrame(record, canvas);
  const chart = chartOf(record.card);
  const pieces = piecesOf(figure, language);
  const isNamed = namesWords(claim, figure.unit);
  const statement: Omit<FittedText, 'sizes' | 'maxWidth'>[] = [
    ...(isNamed ? [] : [{ text: figure.unit, face: 'bold', color: colors.ink, lineHeight: 1.16 } as const]),
    { text: claim, face: 'sans', color: colors.ink, lineHeight: 1.22 },
  ];
  const context: Context = { record, canvas, frame, chart, statement };
  const { small, scale } = pageOf(canvas);
  const set = (size: number, isStacked: boolean, unit?: string) =>
    setNumber(pieces, size, { color: colors.ink, smallest: small, isStacked, unit });
  const ways = narrow
    ? NARROW_WAFFLES.map(stacked)
    : chart?.type === 'waffle'
      ? [besideWaffle, ...LOW_WAFFLES.map(belowWaffle)]
      : [below, beside];
  const sizes = scaled(canvas, NUMBER_SIZES);
  const hero = Math.round(HERO * scale);
  const large = sizes.filter((size) => size >= hero);
  const smaller = sizes.filter((size) => size < hero);
  let last: Drawing | undefined;
  const fits = (size: number, way: Way, isEasy: boolean, isStacked = false): boolean => {
    const plain = () => way(context, set(size, isStacked), isEasy);
    // Beside the number of a full card, the unit takes no line.
    const tight = () =>
      isNamed || narrow || chart?.type !== 'waffle'
        ? undefined
        : way({ ...context, statement: statement.slice(1) }, set(size, isStacked, figure.unit), isEasy);
    for (const lay of isEasy ? [plain, tight] : [tight, plain]) {
      last = lay() ?? last;
      if (last?.fits) return true;
    }
    return false;
  };
  // If the card is full, the ways that need the least space come first.
  const packed = narrow ? ways : [...ways.slice(1), ...ways.slice(0, 1)];
  const inWays = (from: readonly number[], isEasy: boolean) =>
    from.some((size) => (isEasy ? ways : packed).some((way) => fits(size, way, isEasy)));
  const isBeside = () =>
    ways.includes(below) &&
    large.some((size) => fits(size, beside, true) || (pieces.length > 1 && fits(size, beside, true, true)));
  // The number beside the claim is the strongest, then the number above it. A short number stays large.
  const isShort = figure.text.length <= SHORT;
  void (
    isBeside() ||
    inWays(large, true) ||
    (!isShort && inWays(smaller.slice(0, 3), true)) ||
    inWays([hero], false) ||
    // A short number that leaves no room for its drawing is stronger without it.
    (isShort && !narrow && fits(hero, below, false)) ||
    inWays(smaller, true) ||
    inWays(smaller, false)
  );
  if (!last) throw new Error('a number of the smallest size is always laid out');
  return last;
}

type Context = {
  record: QuotedRecord<'figure'>;
  canvas: Canvas;
  frame: Frame;
  chart: Chart | null;
  statement: Omit<FittedText, 'sizes' | 'maxWidth'>[];
};
/** Lays out a card with a number of one size; undefined if the number is too wide. `isEasy`: only with texts of a comfortable size. */
type Way = (context: Context, number: NumberBlock, isEasy: boolean) => Drawing | undefined;

/** The sizes on a canvas; if `isEasy`, those that are comfortable to read. */
function sizesFrom(sizes: readonly number[], easy: number, isEasy: boolean, canvas: Canvas): number[] {
  const least = isEasy ? (easy / SMALLEST) * pageOf(canvas).small : 0;
  return scaled(canvas, sizes).filter((size) => size >= least);
}

function textsOf({ canvas, statement }: Context, isEasy: boolean, maxWidth: number): FittedText[] {
  const gap = spaceOf(canvas, 4);
  const sizes = sizesFrom(CLAIM_SIZES, EASY.claim, isEasy, canvas);
  return statement.map((text, index) => ({ ...text, maxWidth, sizes, ...(index > 0 && { gap }) }));
}

function cuttingIn({ record, canvas }: Context, isEasy: boolean, width: number): Cutting {
  return cuttingOf(record, canvas, width, sizesFrom(QUOTE_SIZES, EASY.quote, isEasy, canvas));
}

const drawTexts = (paragraphs: readonly Paragraph[], gap: number): Block =>
  stack(
    paragraphs.flatMap((paragraph, index) => [
      ...(index > 0 ? [gap] : []),
      { ...paragraph, element: drawParagraph(paragraph) },
    ]),
  );

/** The number with its bar, the claim beside it, and the source below both. */
const beside: Way = (context, number, isEasy) => {
  const { canvas, frame } = context;
  const gap = spaceOf(canvas, 40);
  const hero = heroOf(context, number);
  const room = frame.width - hero.width - gap;
  if (room < BESIDE_WIDTH * pageOf(canvas).scale) return undefined;
  const cutting = cuttingIn(context, isEasy, frame.width);
  const texts = textsOf(context, isEasy, room);
  const between = spaceOf(canvas, 20);
  const cut = fitTexts(cutting.texts, frame.height - between - hero.height - cutting.padding);
  const panel = cutting.draw(cut.paragraphs);
  const said = fitTexts(texts, Math.max(hero.height, frame.height - between - panel.height));
  const upper = pair(hero, drawTexts(said.paragraphs, spaceOf(canvas, 4)), hero.width + gap);
  const fits = cut.fits && said.fits && upper.height + between + panel.height <= frame.height;
  return frame.draw([upper, panel], fits);
};

function heroOf({ canvas, chart }: Context, number: NumberBlock): NumberBlock {
  if (chart?.type !== 'bar') return number;
  const width = Math.max(number.width, spaceOf(canvas, BAR_WIDTH));
  return { ...stack([number, spaceOf(canvas, 26), layoutBar(chart, canvas, width)]), width };
}

/** The number, the claim and the source below each other. */
const below: Way = (context, number, isEasy) => {
  const { frame } = context;
  const drawing = drawStack(context, { hero: heroOf(context, number), width: frame.width, isEasy });
  return { ...drawing, fits: drawing.fits && number.width <= frame.width };
};

/** As `below`, with a waffle at the right of number and claim. */
const besideWaffle: Way = (context, number, isEasy) => {
  const { canvas, frame, chart } = context;
  const lines = chart?.legend.length ?? 0;
  const legend = spaceOf(canvas, 12) + lines * spaceOf(canvas, 32);
  const side = Math.min(spaceOf(canvas, WAFFLE_SIDE), frame.height - legend);
  const width = frame.width - side - spaceOf(canvas, 44);
  if (!chart || number.width > width) return undefined;
  return drawStack(context, {
    hero: number,
    width,
    isEasy,
    aside: { ...layoutWaffle(chart, canvas, side), width: side },
  });
};

/** The number and the claim beside a smaller waffle, and the source below both: for long texts. */
const belowWaffle =
  (waffleSide: number): Way =>
  (context, number, isEasy) => {
    const { canvas, frame, chart } = context;
    const [side, gap] = [waffleSide, 44].map((px) => spaceOf(canvas, px)) as [number, number];
    if (!chart) return undefined;
    const aside = layoutWaffle(chart, canvas, side);
    const width = frame.width - aside.width - gap;
    if (number.width > width) return undefined;
    return drawStack(context, { hero: number, width, isEasy, aside, isPanelWide: true });
  };

/** On a narrow page: as `below`, with a waffle beside the claim. */
const stacked =
  (waffleSide: number): Way =>
  (context, number, isEasy) => {
    const { canvas, frame, chart } = context;
    if (number.width > frame.width) return undefined;
    if (chart?.type !== 'waffle') return below(context, number, isEasy);
    const [side, gap, between, tight] = [waffleSide, 32, 24, 12].map((px) => spaceOf(canvas, px)) as [
      number,
      number,
      number,
      number,
    ];
    const waffle = layoutWaffle(chart, canvas, side);
    const cutting = cuttingIn(context, isEasy, frame.width);
    const cut = fitTexts(
      cutting.texts,
      frame.height - number.height - waffle.height - tight - between - cutting.padding,
    );
    const panel = cutting.draw(cut.paragraphs);
    const room = frame.height - number.height - tight - between - panel.height;
    const said = fitTexts(textsOf(context, isEasy, frame.width - waffle.width - gap), room);
    const row = pair(drawTexts(said.paragraphs, spaceOf(canvas, 4)), waffle, frame.width - waffle.width, 'top');
    const upper = stack([number, tight, row]);
    return frame.draw([upper, panel], said.fits && cut.fits && upper.height + between + panel.height <= frame.height);
  };

type StackOptions = {
  hero: Block;
  width: number;
  isEasy: boolean;
  aside?: Block & { width: number };
  isPanelWide?: boolean;
};

function drawStack(context: Context, options: StackOptions): Drawing {
  const { hero, width, isEasy, aside, isPanelWide = false } = options;
  const { canvas, frame } = context;
  const cutting = cuttingIn(context, isEasy, isPanelWide ? frame.width : width);
  const texts = textsOf(context, isEasy, width);
  const [tight, between] = [spaceOf(canvas, 8), spaceOf(canvas, 20)];
  const room = frame.height - hero.height - tight - between - cutting.padding;
  const words = cutting.texts.map((text, index) => ({ ...text, ...(index > 0 && { gap: 0 }) }));
  const { paragraphs, fits } = fitTexts([...texts, ...words], room);
  const statement = drawTexts(paragraphs.slice(0, texts.length), spaceOf(canvas, 4));
  const panel = cutting.draw(paragraphs.slice(texts.length));
  const upper = stack([hero, tight, statement]);
  if (!aside) return frame.draw([upper, panel], fits);
  const beside = (left: Block) => pair(left, aside, frame.width - aside.width, 'top');
  if (isPanelWide) {
    const isLow = aside.height + between + panel.height <= frame.height;
    return frame.draw([beside(upper), panel], fits && isLow);
  }
  const space = Math.max(between, frame.height - upper.height - panel.height);
  return frame.draw([beside(stack([upper, space, panel]))], fits && aside.height <= frame.height);
}
