/** The layout of figure cards: the number as the hero, a drawing of what it states, the claim and the source. Pure. */
import { type Chart, chartOf } from '../../card/chart.ts';
import { afterNumber } from '../../card/kinds/figure.ts';
import type { QuotedRecord } from '../../card/record.ts';
import { type FittedText, fitTexts } from '../fit.ts';
import { drawParagraph, type Paragraph } from '../paragraph.ts';
import { type Block, pair, stack } from '../shapes.ts';
import { layoutBar, layoutWaffle } from './charts.ts';
import { type Canvas, type Drawing, type Frame, pageOf, scaled, spaceOf } from './frame.ts';
import { type NumberBlock, piecesOf, setNumber } from './number.ts';
import { type Cutting, cuttingOf, layoutQuotedFrame, QUOTE_SIZES } from './quotation.ts';

/** Sizes of the number, for a picture 1200 px wide. Those below `HERO` are for long numbers. */
const NUMBER_SIZES = [208, 188, 168, 150, 136, 120, 104, 88, 76, 64, 56, 48, 40];
const HERO = 150;

/** A number of so many characters is never smaller than `HERO` beside texts that can be smaller. */
const SHORT = 8;

/** Sizes of the claim. The last ones are used only if the card is full. */
const CLAIM_SIZES = [50, 48, 46, 44, 42, 40, 38, 36, 34, 32, 30, 28, 26, 24];
/** The least sizes of both in the order of preference: comfortable, readable on a phone, and any. The last is the smallest type. */
const [EASY, FAIR, ANY] = [
  { claim: 34, quote: 32 },
  { claim: 26, quote: 26 },
  { claim: 24, quote: 24 },
];
type Least = typeof ANY;

/** The narrowest column for a claim beside the number, and the narrowest bar, in px per 1200. */
const [BESIDE_WIDTH, BAR_WIDTH] = [400, 380];

/**
 * The sides of waffles in px per 1200: beside number and words, beside the number only, and on a narrow page. Machines lose
 * words beside a larger grid of hollow cells.
 */
const WAFFLES = [280, 240, 220, 208];
const LARGEST_HOLLOW = 220;
const LOW_WAFFLES = [232, 208, 196, 164, 132];
const NARROW_WAFFLES = [320, 290, 260, 220, 180, 150];
/** The widest of them beside a claim, as a share of the width. */
const WIDEST_WAFFLE = 0.5;

/** A unit of so many letters is beside its number. */
const SHORT_UNIT = 12;

export function layoutFigure(record: QuotedRecord<'figure'>, canvas: Canvas): Drawing {
  const { figure, language = 'en' } = record.card;
  const { colors } = canvas;
  const frame = layoutQuotedFrame(record, canvas);
  const chart = chartOf(record.card);
  const isWaffle = chart?.type === 'waffle';
  const isHollow = chart?.parts.some(({ fill }) => fill === 'hollow');
  const pieces = piecesOf(figure, language);
  const { unit, claim } = afterNumber(record.card);
  const isNamed = unit === null;
  const statement: Omit<FittedText, 'sizes' | 'maxWidth'>[] = [
    ...(unit === null ? [] : [{ text: unit, face: 'bold', color: colors.ink, lineHeight: 1.16 } as const]),
    { text: claim, face: 'sans', color: colors.ink, lineHeight: 1.22 },
  ];
  const context: Context = { record, canvas, frame, chart, statement };
  const { small, scale, narrow } = pageOf(canvas);
  const set = (size: number, isStacked: boolean, unit?: string) =>
    setNumber(pieces, size, { color: colors.ink, smallest: small, isStacked, unit });
  const isShortUnit = figure.unit.length <= SHORT_UNIT;
  // Words before the digits are above them, so that the digits begin at the left edge of every card.
  const hasWords = pieces.length > 1 && pieces[0]?.isDigits === false;
  let last: Drawing | undefined;
  const fits = (size: number, way: Way, least: Least): boolean => {
    for (const isStacked of hasWords ? (least === ANY ? [true, false] : [true]) : [false]) {
      const plain = () => way(context, set(size, isStacked), least);
      // The unit beside the number takes no line.
      const tight = () =>
        isNamed
          ? undefined
          : way({ ...context, statement: statement.slice(1) }, set(size, isStacked, figure.unit), least);
      const lays = isShortUnit
        ? [tight, ...(isNamed || least === ANY ? [plain] : [])]
        : !isWaffle || narrow
          ? [plain]
          : least === EASY
            ? [plain, tight]
            : [tight, plain];
      for (const lay of lays) {
        last = lay() ?? last;
        if (last?.fits) return true;
      }
    }
    return false;
  };
  const stacked = NARROW_WAFFLES.map(stackedWaffle);
  const ways = isWaffle
    ? narrow
      ? [...NARROW_WAFFLES.slice(0, 3).map(belowWaffle), ...stacked]
      : WAFFLES.filter((side) => !isHollow || side <= LARGEST_HOLLOW).map(besideWaffle)
    : narrow
      ? [below]
      : [below, beside];
  // If the card is full, the ways that need the least space come first.
  const packed = narrow ? (isWaffle ? stacked : ways) : isWaffle ? LOW_WAFFLES.map(belowWaffle) : [beside, below];
  const any = isWaffle && !narrow ? [...new Set([...ways, ...packed])] : packed;
  // A large waffle is stronger than a larger number.
  const inWays = (sizes: readonly number[], its: readonly Way[], least: Least) =>
    isWaffle
      ? its.some((way) => sizes.some((size) => fits(size, way, least)))
      : sizes.some((size) => its.some((way) => fits(size, way, least)));
  const sizes = scaled(canvas, NUMBER_SIZES);
  const hero = Math.round(HERO * scale);
  const large = sizes.filter((size) => size >= hero);
  const smaller = sizes.filter((size) => size < hero);
  // The number beside the claim is the strongest, then the number above it. A short number stays large.
  const isShort = (pieces.find(({ isDigits }) => isDigits)?.text ?? figure.text).length <= SHORT;
  void (
    (!narrow && !isWaffle && inWays(large, [beside], EASY)) ||
    inWays(large, ways, EASY) ||
    (isWaffle && (inWays([hero], ways, FAIR) || inWays([hero], packed, FAIR))) ||
    (!isShort && inWays(smaller.slice(0, 3), any, EASY)) ||
    inWays([hero], packed, ANY) ||
    // A short number that leaves no room for its drawing is stronger without it.
    (isShort && !narrow && fits(hero, below, ANY)) ||
    inWays(smaller, any, EASY) ||
    inWays(smaller, [...packed, ...ways], ANY)
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
/** Lays out a card with a number of one size; undefined if the number is too wide. */
type Way = (context: Context, number: NumberBlock, least: Least) => Drawing | undefined;

/** The sizes on a canvas from `least` on. */
function sizesFrom(sizes: readonly number[], least: number, canvas: Canvas): number[] {
  const smallest = (least / ANY.claim) * pageOf(canvas).small;
  return scaled(canvas, sizes).filter((size) => size >= smallest);
}

function textsOf({ canvas, statement }: Context, least: Least, maxWidth: number): FittedText[] {
  const gap = spaceOf(canvas, 4);
  const sizes = sizesFrom(CLAIM_SIZES, least.claim, canvas);
  return statement.map((text, index) => ({ ...text, maxWidth, sizes, ...(index > 0 && { gap }) }));
}

function cuttingIn({ record, canvas }: Context, least: Least, width: number): Cutting {
  return cuttingOf(record, canvas, width, sizesFrom(QUOTE_SIZES.slice(1), least.quote, canvas));
}

const drawTexts = (paragraphs: readonly Paragraph[], gap: number): Block =>
  stack(
    paragraphs.flatMap((paragraph, index) => [
      ...(index > 0 ? [gap] : []),
      { ...paragraph, element: drawParagraph(paragraph) },
    ]),
  );

/** The number with its bar, the claim beside it, and the source below both. */
const beside: Way = (context, number, least) => {
  const { canvas, frame } = context;
  const gap = spaceOf(canvas, 40);
  const hero = heroOf(context, number);
  const room = frame.width - hero.width - gap;
  if (room < BESIDE_WIDTH * pageOf(canvas).scale) return undefined;
  const cutting = cuttingIn(context, least, frame.width);
  const texts = textsOf(context, least, room);
  const between = spaceOf(canvas, 20);
  const cut = fitTexts(cutting.texts, frame.height - between - hero.height - cutting.padding);
  const panel = cutting.draw(cut.paragraphs);
  const said = fitTexts(texts, Math.max(hero.height, frame.height - between - panel.height));
  const upper = pair(hero, drawTexts(said.paragraphs, spaceOf(canvas, 4)), hero.width + gap);
  const fits = cut.fits && said.fits && upper.height + between + panel.height <= frame.height;
  return frame.draw([upper, panel], fits);
};

/** The bar of a number without a whole, at least as wide as the number. */
function barOf({ canvas, chart }: Context, number: NumberBlock): (Block & { width: number }) | undefined {
  if (chart?.type !== 'bar') return undefined;
  const width = Math.max(number.width, spaceOf(canvas, BAR_WIDTH));
  return { ...layoutBar(chart, canvas, width), width };
}

/** The number above its bar. */
function heroOf(context: Context, number: NumberBlock): NumberBlock {
  const bar = barOf(context, number);
  if (!bar) return number;
  return { ...stack([number, spaceOf(context.canvas, 26), bar]), width: bar.width, drop: 0 };
}

/** The number, the claim, the bar and the source below each other. */
const below: Way = (context, number, least) => {
  const { frame } = context;
  const bar = barOf(context, number);
  const drawing = drawStack(context, { hero: number, width: frame.width, least, ...(bar && { bar }) });
  return { ...drawing, fits: drawing.fits && number.width <= frame.width };
};

/** As `below`, with a waffle at the right of all. */
const besideWaffle =
  (waffleSide: number): Way =>
  (context, number, least) => {
    const { canvas, frame, chart } = context;
    const lines = chart?.legend.length ?? 0;
    const legend = spaceOf(canvas, 12) + lines * spaceOf(canvas, 32);
    const side = Math.min(spaceOf(canvas, waffleSide), frame.height - legend);
    const width = frame.width - side - spaceOf(canvas, 44);
    if (!chart || number.width > width) return undefined;
    const aside = { ...layoutWaffle(chart, canvas, side), width: side };
    return drawStack(context, { hero: number, width, least, aside });
  };

/** The number and the claim beside a smaller waffle, and the source below both: for long texts. */
const belowWaffle =
  (waffleSide: number): Way =>
  (context, number, least) => {
    const { canvas, frame, chart } = context;
    const [side, gap] = [waffleSide, 44].map((px) => spaceOf(canvas, px)) as [number, number];
    if (!chart) return undefined;
    const aside = layoutWaffle(chart, canvas, side);
    const width = frame.width - aside.width - gap;
    if (number.width > width || aside.width > WIDEST_WAFFLE * frame.width) return undefined;
    return drawStack(context, { hero: number, width, least, aside, isPanelWide: true });
  };

/** On a narrow page: as `below`, with a waffle beside the claim. */
const stackedWaffle =
  (waffleSide: number): Way =>
  (context, number, least) => {
    const { canvas, frame, chart } = context;
    if (!chart || number.width > frame.width) return undefined;
    const [side, gap, between, tight] = [waffleSide, 32, 24, 12].map((px) => spaceOf(canvas, px)) as [
      number,
      number,
      number,
      number,
    ];
    const waffle = layoutWaffle(chart, canvas, side);
    if (waffle.width > WIDEST_WAFFLE * frame.width) return undefined;
    const cutting = cuttingIn(context, least, frame.width);
    const cut = fitTexts(
      cutting.texts,
      frame.height - number.height - waffle.height - tight - between - cutting.padding,
    );
    const panel = cutting.draw(cut.paragraphs);
    const room = frame.height - number.height - tight - between - panel.height;
    const said = fitTexts(textsOf(context, least, frame.width - waffle.width - gap), room);
    const row = pair(drawTexts(said.paragraphs, spaceOf(canvas, 4)), waffle, frame.width - waffle.width, 'top');
    const upper = stack([number, tight, row]);
    return frame.draw([upper, panel], said.fits && cut.fits && upper.height + between + panel.height <= frame.height);
  };

type StackOptions = {
  hero: NumberBlock;
  width: number;
  least: Least;
  bar?: Block;
  aside?: Block & { width: number };
  isPanelWide?: boolean;
};

function drawStack(context: Context, options: StackOptions): Drawing {
  const { hero, width, least, bar, aside, isPanelWide = false } = options;
  const { canvas, frame } = context;
  const cutting = cuttingIn(context, least, isPanelWide ? frame.width : width);
  const texts = textsOf(context, least, width);
  const [tight, between] = [spaceOf(canvas, 8) + hero.drop, spaceOf(canvas, 20)];
  const drawn = bar ? [spaceOf(canvas, 16), bar] : [];
  const room = frame.height - hero.height - tight - stack(drawn).height - between - cutting.padding;
  const words = cutting.texts.map((text, index) => ({ ...text, ...(index > 0 && { gap: 0 }) }));
  const { paragraphs, fits } = fitTexts([...texts, ...words], room);
  const statement = drawTexts(paragraphs.slice(0, texts.length), spaceOf(canvas, 4));
  const panel = cutting.draw(paragraphs.slice(texts.length));
  const upper = stack([hero, tight, statement, ...drawn]);
  if (!aside) return frame.draw([upper, panel], fits);
  const beside = (left: Block) => pair(left, aside, frame.width - aside.width, 'top');
  if (isPanelWide) {
    const isLow = aside.height + between + panel.height <= frame.height;
    return frame.draw([beside(upper), panel], fits && isLow);
  }
  const space = Math.max(between, frame.height - upper.height - panel.height);
  return frame.draw([beside(stack([upper, space, panel]))], fits && aside.height <= frame.height);
}
