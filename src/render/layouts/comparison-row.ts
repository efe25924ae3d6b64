/** A row of a comparison: what is said or counted, when, in which sense, and by whom. Pure. */
import { statusWord } from '../../domain/alt.ts';
import type { Figure } from '../../domain/card.ts';
import { shortCitation } from '../../domain/citation.ts';
import type { ComparisonRow } from '../../domain/record.ts';
import { box, column, type Element } from '../element.ts';
import { drawParagraph, type Paragraph, setParagraph } from '../paragraph.ts';
import { type Canvas, pageOf } from './canvas.ts';
import { formatDated } from './head.ts';

export type Row = { element: Element; height: number };

type RowOptions = {
  width: number;
  valueSize: number;
  /** The number that a bar over the whole width stands for; null where the rows do not share a measure. */
  scale: number | null;
};

/** The share of the width that a row's value has; date, status and source stand beside it. */
const VALUE_SHARE = 0.54;

/** A bar's height, as a multiple of the smallest type. */
const BAR_HEIGHT = 0.3;

/**
 * The number that the longest bar stands for, where every row is a figure of the very same unit: only then do lengths
 * compare. Null otherwise.
 */
export function sharedScale(rows: readonly ComparisonRow[]): number | null {
  const figures = rows.map(({ record: { card } }) => (card.kind === 'figure' ? card.figure : null));
  const [first] = figures;
  if (!first || !figures.every((figure) => figure?.unit === first.unit)) return null;
  return Math.max(...figures.map((figure) => (figure ? sizeOf(figure) : 0)));
}

/** The number that stands for a figure: its value, or else its upper, or else its lower bound. */
function sizeOf({ value, max, min }: Figure): number {
  return value ?? max ?? min ?? 0;
}

/** What a row is drawn as: the figure with its unit, or the words that its card marks. */
export function rowValue({ record: { card } }: ComparisonRow): string {
  if (card.kind === 'figure') return `${card.figure.text} ${card.figure.unit}`;
  return `“${card.quote.highlight ?? card.quote.exact}”`;
}

export function layRow(row: ComparisonRow, canvas: Canvas, { width, valueSize, scale }: RowOptions): Row {
  const { colors } = canvas;
  const { small, tall } = pageOf(canvas);
  const { card, source } = row.record;
  const gap = Math.round(0.8 * small);
  const left = tall ? width : Math.round(width * VALUE_SHARE) - gap;
  const right = tall ? width : width - left - gap;
  const quiet = (text: string, maxWidth: number) =>
    setParagraph({ text, face: 'sans', color: colors.muted, lineHeight: 1.25 }, small, maxWidth);
  const value = setParagraph(
    {
      text: rowValue(row),
      face: card.kind === 'figure' ? 'bold' : 'serif',
      color: colors.ink,
      lineHeight: 1.2,
      tabular: card.kind === 'figure',
    },
    valueSize,
    left,
  );
  const bar = card.kind === 'figure' && scale !== null ? layBar(sizeOf(card.figure) / scale, left, canvas) : undefined;
  const known = [
    quiet(`${formatDated(card.asOf)} · ${statusWord(card.status)}`, right),
    quiet(shortCitation(source), right),
  ];
  const said = stack([value, quiet(row.label, left)], bar);
  const beside = stack(known);
  if (tall) return { element: column({}, said.element, beside.element), height: said.height + beside.height };
  const height = Math.max(said.height, beside.height);
  return { element: box({ height }, box({ width: left + gap }, said.element), beside.element), height };
}

function stack(paragraphs: Paragraph[], bar?: Row): Row {
  const parts = [
    ...paragraphs.map((paragraph) => ({ element: drawParagraph(paragraph), height: paragraph.height })),
    ...(bar ? [bar] : []),
  ];
  return {
    element: column({}, ...parts.map(({ element }) => element)),
    height: parts.reduce((sum, { height }) => sum + height, 0),
  };
}

function layBar(share: number, width: number, canvas: Canvas): Row {
  const height = Math.round(BAR_HEIGHT * pageOf(canvas).small);
  const bar = box({ width: Math.max(height, Math.round(share * width)), height, background: canvas.colors.accent });
  return { element: column({ paddingTop: height }, bar), height: 2 * height };
}
