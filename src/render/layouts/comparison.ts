/** A comparison card: its rows under each other, and the note that says why they are not like for like. Pure. */
import { statusWord } from '../../domain/alt.ts';
import { shortCitation } from '../../domain/citation.ts';
import type { ComparisonRecord, ComparisonRow } from '../../domain/record.ts';
import { box, column, type Element } from '../element.ts';
import { drawParagraph, type Paragraph, setParagraph } from '../paragraph.ts';
import { type Canvas, type Drawing, pageOf, scaled } from './canvas.ts';
import { layFoot } from './foot.ts';
import { layFrame } from './frame.ts';
import { formatDated, layHead } from './head.ts';

/** The share of the width that a row's value has; status, date and source stand beside it. */
const VALUE_SHARE = 0.54;

/** Type sizes of claim and values, step by step, as of a picture 1200 px wide. */
const STEPS = [
  { claim: 48, value: 44, gap: 18 },
  { claim: 44, value: 40, gap: 16 },
  { claim: 40, value: 36, gap: 14 },
  { claim: 36, value: 32, gap: 12 },
  { claim: 32, value: 30, gap: 10 },
  { claim: 32, value: 28, gap: 8 },
  { claim: 30, value: 26, gap: 6 },
  { claim: 28, value: 24, gap: 4 },
] as const;

export function layComparison(record: ComparisonRecord, canvas: Canvas): Drawing {
  const head = layHead({ topics: record.card.topics }, canvas);
  const foot = layFoot([{ text: record.card.note, face: 'sans' }], canvas, { withoutHost: true });
  const frame = layFrame(canvas, head, foot);
  for (const [index, step] of STEPS.entries()) {
    const [claimSize = 0, valueSize = 0, gap = 0] = scaled(canvas, [step.claim, step.value, step.gap]);
    const claim = setParagraph(
      { text: record.card.claim, face: 'bold', color: canvas.colors.ink, lineHeight: 1.16 },
      claimSize,
      frame.width,
    );
    const rows = record.rows.map((row) => layRow(row, canvas, frame.width, valueSize));
    const height = claim.height + rows.reduce((sum, row) => sum + row.height + gap, 0);
    const fits = height <= frame.height;
    if (!fits && index < STEPS.length - 1) continue;
    const body = [
      drawParagraph(claim),
      column({ marginBottom: 4 }, ...rows.map((row) => column({ paddingTop: gap }, row.element))),
    ];
    return frame.draw(body, fits);
  }
  throw new Error('the last step always returns');
}

/** What a row is drawn as: the figure with its unit, or the words that its card marks. */
export function rowValue({ record: { card } }: ComparisonRow): string {
  if (card.kind === 'figure') return `${card.figure.text} ${card.figure.unit}`;
  return `“${card.quote.highlight ?? card.quote.exact}”`;
}

function layRow(
  row: ComparisonRow,
  canvas: Canvas,
  width: number,
  valueSize: number,
): { element: Element; height: number } {
  const { colors } = canvas;
  const { small, narrow } = pageOf(canvas);
  const { card, source } = row.record;
  const gap = small;
  const left = narrow ? width : Math.round(width * VALUE_SHARE) - gap;
  const right = narrow ? width : width - left - gap;
  const quiet = (text: string, maxWidth: number) =>
    setParagraph({ text, face: 'sans', color: colors.muted, lineHeight: 1.25 }, small, maxWidth);
  const value = setParagraph(
    { text: rowValue(row), face: card.kind === 'figure' ? 'bold' : 'serif', color: colors.ink, lineHeight: 1.2 },
    valueSize,
    left,
  );
  const said = [value, quiet(row.label, left)];
  const known = [
    quiet(`${formatDated(card.asOf)} · ${statusWord(card.status)}`, right),
    quiet(shortCitation(source), right),
  ];
  const heightOf = (paragraphs: Paragraph[]) => paragraphs.reduce((sum, { height }) => sum + height, 0);
  const draw = (paragraphs: Paragraph[]) => column({}, ...paragraphs.map(drawParagraph));
  if (narrow) return { element: column({}, draw(said), draw(known)), height: heightOf(said) + heightOf(known) };
  const height = Math.max(heightOf(said), heightOf(known));
  const element = box({ height }, box({ width: left + gap }, draw(said)), draw(known));
  return { element, height };
}
