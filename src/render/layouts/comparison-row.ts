/** A row of a comparison: what is said or counted, when, in which sense, and by whom. Pure. */
import { statusWord } from '../../domain/alt.ts';
import type { Figure, Status } from '../../domain/card.ts';
import { shortCitation } from '../../domain/citation.ts';
import { comparedValue } from '../../domain/headline.ts';
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
 * The number that the longest bar stands for, where every row is a figure of the very same measure: the same unit, the
 * same status, and the same kind of bound. Only then do lengths compare. Null otherwise.
 */
export function sharedScale(rows: readonly ComparisonRow[]): number | null {
  const measures = rows.map(({ record: { card } }) =>
    card.kind === 'figure' ? measureOf(card.figure, card.status) : null,
  );
  const [first] = measures;
  if (!first || !measures.every((measure) => measure?.name === first.name)) return null;
  const scale = Math.max(...measures.map((measure) => measure?.size ?? 0));
  return scale > 0 ? scale : null;
}

/** The number that stands for a figure, and what it measures: a count and an upper bound are not the same. */
function measureOf({ value, max, min, unit }: Figure, status: Status): { name: string; size: number } {
  const bound =
    value !== undefined
      ? 'value'
      : max !== undefined && min !== undefined
        ? 'range'
        : max !== undefined
          ? 'max'
          : 'min';
  return { name: [bound, status, unit].join(' '), size: value ?? max ?? min ?? 0 };
}

export function layRow(row: ComparisonRow, canvas: Canvas, { width, valueSize, scale }: RowOptions): Row {
  const { colors } = canvas;
  const { small, tall } = pageOf(canvas);
  const { card, source } = row.record;
  const gap = Math.round(0.8 * small);
  const left = tall ? width : Math.round(width * VALUE_SHARE) - gap;
  const right = tall ? width : width - left - gap;
  const quiet = (text: string, maxWidth: number) =>
    setParagraph({ text, face: 'sans', color: colors.muted, lineHeight: 1.25, tabular: true }, small, maxWidth);
  const value = setParagraph(
    {
      text: comparedValue(row.record),
      face: card.kind === 'figure' ? 'bold' : 'serif',
      color: colors.ink,
      lineHeight: 1.2,
      tabular: card.kind === 'figure',
    },
    valueSize,
    left,
  );
  const bar =
    card.kind === 'figure' && scale !== null
      ? layBar(measureOf(card.figure, card.status).size / scale, left, canvas)
      : undefined;
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
  return { element: column({ padding: `${height}px 0` }, bar), height: 3 * height };
}
