/** The layout of quote cards: the speaker, the words as the hero, and the claim. Pure. */
import { stepsOf } from '../../card/attribution.ts';
import { pictureSaid } from '../../card/headline.ts';
import { quotationMarks } from '../../card/quotation-marks.ts';
import type { QuotedRecord } from '../../card/record.ts';
import { box } from '../element.ts';
import { measure } from '../fonts.ts';
import {
  drawParagraph,
  lineHeightPx,
  measureParagraph,
  type Paragraph,
  setParagraph,
  type TextSpec,
} from '../paragraph.ts';
import { type Block, stack } from '../shapes.ts';
import { type Canvas, type Drawing, pageOf, scaled, spaceOf } from './frame.ts';
import { chipsOf, type LeadHeadText, layoutLeadHead } from './head.ts';
import { layoutQuotedFrame, originalText, quotationText } from './quotation.ts';

const QUOTE_SIZES = [112, 106, 100, 94, 88, 82, 76, 70, 66, 62, 58, 54, 50, 46, 42, 38, 34, 32];

/** Sizes of the claim: the first at which the words are large, or else as large as with the last. */
const CLAIM_SIZES = [32, 28, 26, 24];
const LARGE = 64;

/** Words of this share of the largest size are large, too. */
const NEARLY = 0.9;

export function layoutQuote(record: QuotedRecord, canvas: Canvas): Drawing {
  const { colors } = canvas;
  const head = layoutLeadHead({ ...speakerLines(record, canvas), chips: chipsOf(record.card, canvas) }, canvas);
  const frame = layoutQuotedFrame(record, canvas, head);
  const { mark, words } = hang(quotationText(record, colors), record.card.language ?? 'en', colors.accent);
  const indentOf = (size: number) => Math.ceil(measure(mark, { face: 'serif', fontSize: size }));
  const [tight, gap] = [spaceOf(canvas, 12), spaceOf(canvas, 20)];
  const sizes = scaled(canvas, QUOTE_SIZES);
  const claimSizes = scaled(canvas, CLAIM_SIZES);
  const spec = { ...words, lineHeight: 1.16, letterSpacing: -0.01 };
  const others = [
    { text: record.card.claim, face: 'sans', color: colors.ink, lineHeight: 1.28 } as const,
    ...originalText(record, colors),
  ];
  const fitAt = (size: number) => {
    const set = others.map((text) => setParagraph(text, size, frame.width));
    const taken = set.reduce((sum, { height }) => sum + height, gap + tight * (set.length - 1));
    const height = frame.height - taken;
    const fitting = sizes.find((size) => {
      const words = measureParagraph(spec, size, frame.width - indentOf(size));
      return !words.cut && words.height <= height;
    });
    const last = sizes.at(-1) ?? 0;
    const least = measureParagraph(spec, last, frame.width - indentOf(last));
    return { set, fontSize: fitting ?? last, fits: fitting !== undefined || least.height <= height };
  };
  const choices = claimSizes.map(fitAt);
  const findWith = (least: number) => choices.find(({ fontSize, fits }) => fits && fontSize >= least);
  const smallest = choices.at(-1) ?? fitAt(0);
  // A claim that is still easy to read leaves more space for the words.
  const best = Math.max(...choices.slice(0, 2).map(({ fontSize }) => fontSize));
  const large = Math.max(Math.round(LARGE * pageOf(canvas).scale), NEARLY * best);
  const { set, fontSize, fits } = findWith(large) ?? findWith(smallest.fontSize) ?? smallest;
  const [about, ...originals] = set as readonly Paragraph[];
  if (!about) throw new Error('there is a claim');
  const indent = indentOf(fontSize);
  const quoted = drawHanging(mark, setParagraph(spec, fontSize, frame.width - indent), indent, colors.accent);
  const block = (paragraph: Paragraph): Block => ({ ...paragraph, element: drawParagraph(paragraph) });
  const lower = stack([...originals.flatMap((original) => [block(original), tight]), block(about)]);
  // On a wide page, the words are in the middle between the speaker and the claim; on a narrow page, all is in the middle.
  const left = pageOf(canvas).narrow ? 0 : frame.height - quoted.height - gap - lower.height;
  return frame.draw([stack([Math.max(0, Math.floor(left / 2)), quoted]), lower], fits);
}

/** Takes the opening mark off a quotation, so that it hangs before the words. The closing mark has the same colour. */
function hang(spec: TextSpec, language: string, color: string): { mark: string; words: TextSpec } {
  const [open, close] = quotationMarks(language);
  const shift = <T extends { start: number; end: number }>(range: T | undefined) =>
    range && { ...range, start: range.start - open.length, end: range.end - open.length };
  const aside = spec.aside ?? { start: 0, end: spec.text.length - close.length, color };
  const words = { ...spec, text: spec.text.slice(open.length), mark: shift(spec.mark), aside: shift(aside) };
  return { mark: open, words };
}

function drawHanging(mark: string, words: Paragraph, indent: number, color: string): Block {
  const { fontSize, spec, height } = words;
  const type: TextSpec = { ...spec, text: mark, color, mark: undefined, aside: undefined };
  const drawn = drawParagraph(setParagraph(type, fontSize, Number.POSITIVE_INFINITY));
  const element = box(
    { height },
    box({ width: indent, height: lineHeightPx(spec, fontSize) }, drawn),
    drawParagraph(words),
  );
  return { element, height };
}

/** The speaker, in large type, and the role with the date. */
function speakerLines(record: QuotedRecord, canvas: Canvas): Pick<LeadHeadText, 'name' | 'known'> {
  const { colors } = canvas;
  const { small, medium } = pageOf(canvas);
  const [speaker] = stepsOf(record);
  const facts = [speaker?.speaker?.role, pictureSaid(record.card)].filter((fact) => fact !== undefined);
  const line = (spec: Pick<TextSpec, 'text' | 'face' | 'color'>, size: number) => (width: number) => {
    const paragraph = setParagraph({ ...spec, lineHeight: 1.2 }, size, width);
    return { ...paragraph, element: drawParagraph(paragraph) };
  };
  const known = (text: string) => line({ text, face: 'sans', color: colors.muted }, Math.round(small * 1.1));
  return {
    name: line({ text: speaker?.name ?? '', face: 'bold', color: colors.ink }, Math.round(medium * 1.2)),
    // In one line, or else each in lines of its own.
    known: (width) => {
      const whole = known(facts.join(' · '))(width);
      return whole.lines.length === 1 ? whole : stack(facts.map((fact) => known(fact)(width)));
    },
  };
}
