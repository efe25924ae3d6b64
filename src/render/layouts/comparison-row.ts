/** A row of a comparison: its label and source, and below them the value with its bar. Pure. */
import { amountOf, type Chart, partsOf } from '../../card/chart.ts';
import { publisherName } from '../../card/citation.ts';
import { comparedValue, pictureDate } from '../../card/headline.ts';
import type { ComparisonRow, QuotedRecord } from '../../card/record.ts';
import type { Colors } from '../../card/site.ts';
import { statusLine, statusWord } from '../../card/status.ts';
import { translationOf, translationWord } from '../../card/translation.ts';
import { box } from '../element.ts';
import { baselineOf } from '../fonts.ts';
import { drawParagraph, lineHeightPx, type Paragraph, setParagraph } from '../paragraph.ts';
import { type Block, drawing, moved, rectangle, type Shape, stack } from '../shapes.ts';
import { statusSymbol } from '../symbols.ts';
import { axisOf, drawBar } from './charts.ts';
import { type Canvas, pageOf } from './frame.ts';

/** The number at the end of the axis; null if fewer than two rows count the same thing. */
export function sharedScale(rows: readonly ComparisonRow[]): number | null {
  const ends = rows.flatMap((row) => endOf(row) ?? []);
  return ends.length > 1 ? Math.max(...ends) : null;
}

/** How far a bar without a maximum goes on, as a multiple of its minimum. */
const OPEN_LENGTH = 1.25;

function endOf({ measure, record: { card } }: ComparisonRow): number | null {
  const amount = measure !== undefined && card.kind === 'figure' ? amountOf(card) : undefined;
  return amount ? (amount.max ?? (amount.min ?? 0) * OPEN_LENGTH) : null;
}

/** The bar of a row; null if the row has no measure. */
export function barOf(row: ComparisonRow): Pick<Chart, 'parts' | 'open'> | null {
  const { card } = row.record;
  const end = endOf(row);
  const amount = card.kind === 'figure' ? amountOf(card) : undefined;
  if (end === null || !amount || card.kind !== 'figure') return null;
  const open = amount.min === null ? 'below' : amount.max === null ? 'above' : null;
  return { parts: partsOf(amount, card.nature, end), open };
}

/** How much a source says: everything, or less where its line is short. */
export type SourceLength = 'full' | 'brief' | 'short' | 'shortest';

/** The status, the date and the outlet of a row. The filling of a bar shows the nature, too. */
function sourceText({ card, source }: QuotedRecord, length: SourceLength, hasBar: boolean): string {
  const when = card.asOf === null ? 'date not known' : pictureDate(card.asOf, length === 'shortest' ? 'month' : 'day');
  const said = hasBar && length !== 'full' ? statusWord(card.status) : statusLine(card);
  const word = translationWord(translationOf({ card, source }));
  const translation = length === 'full' ? word : length === 'brief' ? word?.replace(/ from .*/, '') : undefined;
  const from = [publisherName(source), translation].filter(Boolean).join(', ');
  return [...[said, when].map((part) => part.replaceAll(' ', '\u00a0')), from].join('\u00a0· ');
}

type SourceOptions = { width: number; length: SourceLength; hasBar: boolean; isRight?: boolean };

/** The source with the symbol of its status. */
function layoutSource(record: QuotedRecord, canvas: Canvas, options: SourceOptions): Block & { lines: number } {
  const { colors } = canvas;
  const { small } = pageOf(canvas);
  const { width, length, hasBar, isRight = false } = options;
  const side = Math.round(small * 0.62);
  const lead = side + Math.round(small * 0.4);
  const text = sourceText(record, length, hasBar);
  const paragraph = setParagraph({ text, face: 'sans', color: colors.muted, lineHeight: 1.18 }, small, width - lead);
  const top = Math.round((lineHeightPx(paragraph.spec, small) - side) / 2);
  const left = isRight ? Math.floor(width - lead - paragraph.width) : 0;
  const { status } = record.card;
  return {
    element: box({ paddingLeft: left + lead }, drawParagraph(paragraph)),
    height: paragraph.height,
    shapes: moved(statusSymbol(status).draw(side, colors[status]), left, top),
    lines: paragraph.lines.length,
  };
}

/** `cut`: a text is wider than its place. */
export type DrawnRow = Block & { cut: boolean };

export type RowOptions = {
  width: number;
  labelSize: number;
  valueSize: number;
  /** The number at the end of the axis; null if there are no bars. */
  scale: number | null;
  source: SourceLength;
  /** The place of the source: beside the label, below the value, or below it where it is too long for a place beside. */
  place: 'beside' | 'below' | 'either';
};

/** The share of the width for the value of a row with bars. */
const BARRED_SHARE = 0.56;

/** A bar's height, as a share of the size of the value, and its least height, as a multiple of the smallest type. */
const [BAR_HEIGHT, LEAST_BAR] = [0.62, 0.85];

export function layoutRow(row: ComparisonRow, canvas: Canvas, options: RowOptions): DrawnRow {
  const beside = options.place === 'below' ? undefined : layoutRowAt(row, canvas, options, true);
  const isFinal = beside && (options.place === 'beside' || !beside.cut);
  return isFinal ? beside : layoutRowAt(row, canvas, options, false);
}

function layoutRowAt(row: ComparisonRow, canvas: Canvas, options: RowOptions, isBeside: boolean): DrawnRow {
  const { colors } = canvas;
  const { small, tall } = pageOf(canvas);
  const { width, labelSize, valueSize, scale, source } = options;
  const bar = scale === null ? null : barOf(row);
  const left = bar === null || tall ? width : Math.round(width * BARRED_SHARE) - small;
  const labelSpec = { text: row.label, face: 'bold', color: colors.muted, lineHeight: 1.22 } as const;
  const label = setParagraph(labelSpec, labelSize, width);
  const rest = isBeside ? width - Math.ceil(label.width) - small : width;
  const known = layoutSource(row.record, canvas, {
    width: rest,
    length: source,
    hasBar: bar !== null,
    isRight: isBeside,
  });
  const value = layoutValue(row.record, canvas, { size: valueSize, unitSize: labelSize, width: left });
  const cut = value.cut || (isBeside && (known.lines > 1 || label.lines.length > 1));
  const drawnLabel = { ...label, element: drawParagraph(label) };
  const top = Math.max(0, Math.round(label.height - known.height - small / 8));
  const first: Block = isBeside
    ? {
        element: box(
          { height: label.height },
          box({ width: width - rest }, drawnLabel.element),
          box({ width: rest, paddingTop: top }, known.element),
        ),
        height: label.height,
        shapes: moved(known.shapes, width - rest, top),
      }
    : drawnLabel;
  const height = Math.round(Math.max(BAR_HEIGHT * valueSize, LEAST_BAR * small));
  const right = tall ? width : width - left - small;
  const bars =
    bar && scale
      ? drawing(right, height, [axisOf(height, colors), ...drawBar(bar, right / scale, height, colors)])
      : null;
  const gap = Math.round(small / 4);
  const second = bars && !tall ? withBar(value, bars, left + small) : value;
  const parts = [first, second, ...(bars && tall ? [gap, bars] : []), ...(isBeside ? [] : [gap, known])];
  return { ...stack(parts), cut };
}

/** A value, and a bar in the middle of its first line. */
function withBar(value: Block & { line: number }, bar: Block, offset: number): Block {
  const top = Math.max(0, Math.round((value.line - bar.height) / 2));
  return {
    element: box({ height: value.height }, value.element),
    height: value.height,
    shapes: [...moved(value.shapes, 0, 0), ...moved(bar.shapes, offset, top)],
  };
}

/** The number with its unit beside it, or below it if both are too wide; or the marked words. */
function layoutValue(
  record: QuotedRecord,
  canvas: Canvas,
  { size, unitSize, width }: { size: number; unitSize: number; width: number },
): DrawnRow & { line: number } {
  const { card } = record;
  const { ink } = canvas.colors;
  const { small } = pageOf(canvas);
  const block = (paragraph: Paragraph): Block => ({ ...paragraph, element: drawParagraph(paragraph) });
  if (card.kind !== 'figure') {
    const words = setParagraph(
      { text: comparedValue(record), face: 'serif', color: ink, lineHeight: 1.16 },
      size,
      width,
    );
    return { ...block(words), cut: words.cut, line: lineHeightPx(words.spec, size) };
  }
  const number = setParagraph({ text: card.figure.text, face: 'bold', color: ink, lineHeight: 1.16 }, size, width);
  const unit = setParagraph({ text: card.figure.unit, face: 'sans', color: ink, lineHeight: 1.18 }, unitSize, width);
  const space = Math.round(small * 0.4);
  const isBeside = number.lines.length === 1 && unit.lines.length === 1 && number.width + space + unit.width <= width;
  const line = lineHeightPx(number.spec, size);
  if (!isBeside) return { ...stack([block(number), block(unit)]), cut: number.cut || unit.cut, line };
  const baseline = ({ spec, fontSize, height }: Paragraph) => baselineOf(spec.face, fontSize, height);
  const top = Math.round(baseline(number) - baseline(unit));
  const element = box(
    { height: number.height },
    drawParagraph(number),
    box({ marginLeft: space, paddingTop: top }, drawParagraph(unit)),
  );
  return { element, height: number.height, cut: number.cut, line };
}
