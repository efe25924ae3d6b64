/** The layout of comparison cards: a row per card, with bars for the rows that count the same thing. Pure. */

import { amountOf, type Chart, type Fill, partsOf } from '../../card/chart.ts';
import { publisherName } from '../../card/citation.ts';
import { comparedValue, pictureDate } from '../../card/headline.ts';
import type { ComparisonRecord, ComparisonRow, QuotedRecord } from '../../card/record.ts';
import type { Colors } from '../../card/site.ts';
import { statusLine, statusWord } from '../../card/status.ts';
import { translationOf, translationWord } from '../../card/translation.ts';
import { box } from '../element.ts';
import { baselineOf, measure } from '../fonts.ts';
import { drawParagraph, lineHeightPx, type Paragraph, setParagraph, type TextSpec } from '../paragraph.ts';
import { type Block, drawing, moved, rectangle, type Shape, stack } from '../shapes.ts';
import { drawFill, statusSymbol } from '../symbols.ts';
import { drawBar } from './charts.ts';
import { type Canvas, type Drawing, innerWidth, layoutFrame, pageOf } from './frame.ts';
import { layoutHead } from './head.ts';
import { withNotice } from './quotation.ts';
import { layoutStrip } from './strip.ts';

/** Sizes of the claim, the values and the space around rows, as multiples of the smallest type, largest first. */
const STEPS = [
  { claim: 2.5, value: 3.2, space: 1.3 },
  { claim: 2.4, value: 2.8, space: 0.9 },
  { claim: 2.4, value: 2.4, space: 0.6 },
  { claim: 2.2, value: 2.2, space: 0.5 },
  { claim: 2, value: 2, space: 0.45 },
  { claim: 1.9, value: 1.8, space: 0.4 },
  { claim: 1.8, value: 1.6, space: 0.35 },
  { claim: 1.7, value: 1.5, space: 0.3 },
  { claim: 1.6, value: 1.4, space: 0.25 },
  { claim: 1.5, value: 1.3, space: 0.2 },
  { claim: 1.4, value: 1.2, space: 0.2 },
  { claim: 1.3, value: 1.1, space: 0.15 },
  { claim: 1.2, value: 1, space: 0.15 },
  { claim: 1.1, value: 1, space: 0.1 },
] as const;

const RULE_HEIGHT = 2;

export function layoutComparison(record: ComparisonRecord, canvas: Canvas): Drawing {
  const { topics, note } = record.card;
  const { small } = pageOf(canvas);
  // The rows of a low picture need the space of the topics, which its title names.
  const head = withNotice(
    layoutHead({ topics: pageOf(canvas).narrow ? topics : [], chips: [] }, canvas),
    record,
    canvas,
  );
  const frame = layoutFrame(canvas, head, layoutStrip([{ text: note }], record, canvas));
  for (const [index, step] of STEPS.entries()) {
    const { upper, lower, cut } = layoutBody(record, canvas, step);
    const fits = upper.height + Math.round(small / 2) + lower.height <= frame.height;
    if ((fits && !cut) || index === STEPS.length - 1) return frame.draw([upper, lower], fits);
  }
  throw new Error('the last step always returns');
}

function layoutBody(
  record: ComparisonRecord,
  canvas: Canvas,
  step: (typeof STEPS)[number],
): { upper: Block; lower: Block; cut: boolean } {
  const { small } = pageOf(canvas);
  const { colors } = canvas;
  const width = innerWidth(canvas);
  const space = Math.round(step.space * small);
  const claim = setParagraph(
    { text: record.card.claim, face: 'bold', color: colors.ink, lineHeight: 1.14, letterSpacing: -0.01 },
    Math.round(step.claim * small),
    width,
  );
  const scale = sharedScale(record.rows);
  const rows = record.rows.map((row) =>
    layoutRow(row, canvas, { width, valueSize: Math.round(step.value * small), scale }),
  );
  const rule: Block = { element: box({ width, height: RULE_HEIGHT, background: colors.rule }), height: RULE_HEIGHT };
  const ruled = rows.flatMap((row, index) =>
    scale === null ? [space, rule, space, row] : [index === 0 ? space : 2 * space, row],
  );
  const legend = scale === null ? [] : [space, layoutLegend(record.rows, canvas)];
  return {
    upper: { ...claim, element: drawParagraph(claim) },
    lower: stack([...ruled, ...legend]),
    cut: claim.cut || rows.some((row) => row.cut),
  };
}

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

/** `cut`: the value is wider than its column. */
type DrawnRow = Block & { cut: boolean };

type RowOptions = { width: number; valueSize: number; scale: number | null };

/** The share of the width for a row's value: with bars beside it, and without. */
const [BARRED_SHARE, VALUE_SHARE] = [0.51, 0.56];

/** A bar's height, as a share of the size of the value, and its least height, as a multiple of the smallest type. */
const [BAR_HEIGHT, LEAST_BAR] = [0.5, 0.85];

export function layoutRow(row: ComparisonRow, canvas: Canvas, { width, valueSize, scale }: RowOptions): DrawnRow {
  const { colors } = canvas;
  const { small, tall } = pageOf(canvas);
  const gap = small;
  const share = scale === null ? VALUE_SHARE : BARRED_SHARE;
  const left = tall ? width : Math.round(width * share) - gap;
  const right = tall ? width : width - left - gap;
  const set = (
    spec: Pick<TextSpec, 'text' | 'face' | 'color'> & { lineHeight?: number },
    size: number,
    maxWidth: number,
  ) => setParagraph({ lineHeight: 1.18, ...spec }, size, maxWidth);
  const label = set({ text: row.label, face: 'sans', color: colors.muted }, small, left);
  const value = layoutValue(row.record, canvas, { size: valueSize, width: left });
  const said = stack([value, { ...label, element: drawParagraph(label) }]);
  const bar = scale === null ? null : barOf(row);
  const height = Math.round(Math.max(BAR_HEIGHT * valueSize, LEAST_BAR * small));
  const bars =
    bar && scale
      ? [
          drawing(right, height, [axisAt(height, colors), ...drawBar(bar, right / scale, height, colors)]),
          Math.round(small / 6),
        ]
      : [];
  const known = stack([...bars, layoutSource(row.record, canvas, { width: right, hasBar: bar !== null })]);
  const { cut } = value;
  if (tall) return { ...stack([said, Math.round(small / 6), known]), cut };
  const rowHeight = Math.max(said.height, known.height);
  return {
    element: box({ height: rowHeight }, box({ width: left + gap }, said.element), known.element),
    height: rowHeight,
    shapes: [...said.shapes, ...moved(known.shapes, left + gap, 0)],
    cut,
  };
}

/** The number with its unit beside it, or below it if both are too wide; or the marked words. */
function layoutValue(record: QuotedRecord, canvas: Canvas, { size, width }: { size: number; width: number }): DrawnRow {
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
    return { ...block(words), cut: words.cut };
  }
  const number = setParagraph({ text: card.figure.text, face: 'bold', color: ink, lineHeight: 1.16 }, size, width);
  const unit = setParagraph({ text: card.figure.unit, face: 'sans', color: ink, lineHeight: 1.18 }, small, width);
  const space = Math.round(small * 0.4);
  const isBeside = number.lines.length === 1 && unit.lines.length === 1 && number.width + space + unit.width <= width;
  if (!isBeside) return { ...stack([block(number), block(unit)]), cut: number.cut || unit.cut };
  const baseline = ({ spec, fontSize, height }: Paragraph) => baselineOf(spec.face, fontSize, height);
  const top = Math.round(baseline(number) - baseline(unit));
  const element = box(
    { height: number.height },
    drawParagraph(number),
    box({ marginLeft: space, paddingTop: top }, drawParagraph(unit)),
  );
  return { element, height: number.height, cut: number.cut };
}

/** The zero line at the left of a bar. */
const axisAt = (height: number, { ink }: Colors): Shape => ({
  name: 'axis',
  x: -2,
  y: -4,
  d: rectangle(0, 0, 2, height + 8),
  color: ink,
});

/** The status with its symbol, the date and the outlet of a row. */
function layoutSource(
  { card, source }: QuotedRecord,
  canvas: Canvas,
  { width, hasBar }: { width: number; hasBar: boolean },
): Block {
  const { colors } = canvas;
  const { small } = pageOf(canvas);
  const side = Math.round(small * 0.62);
  const lead = side + Math.round(small * 0.4);
  const from = [publisherName(source), translationWord(translationOf({ card, source }))].filter(Boolean).join(', ');
  const dated = (style: 'day' | 'month') => (card.asOf === null ? 'date not known' : pictureDate(card.asOf, style));
  const parts = [
    [statusLine(card), dated('day')],
    // The filling of a bar shows the nature, too.
    ...(hasBar
      ? [
          [statusWord(card.status), dated('day')],
          [statusWord(card.status), dated('month')],
        ]
      : []),
  ];
  const texts = parts.map((known) => [...known.map((part) => part.replaceAll(' ', '\u00a0')), from].join('\u00a0· '));
  const isOneLine = (text: string) => measure(text, { face: 'sans', fontSize: small }) <= width - lead;
  const text = texts.find(isOneLine) ?? texts[0] ?? '';
  const paragraph = setParagraph({ text, face: 'sans', color: colors.muted, lineHeight: 1.18 }, small, width - lead);
  const top = Math.round((lineHeightPx(paragraph.spec, small) - side) / 2);
  return {
    element: box({ paddingLeft: lead }, drawParagraph(paragraph)),
    height: paragraph.height,
    shapes: moved(statusSymbol(card.status).draw(side, colors[card.status]), 0, top),
  };
}

const LEGEND: Record<Fill, string> = {
  solid: 'counted or reported',
  tint: 'limit, range or estimate',
  hollow: 'planned or possible',
};

/** The fillings of the bars, and what the bars count. */
function layoutLegend(rows: readonly ComparisonRow[], canvas: Canvas): Block {
  const { colors } = canvas;
  const { small, tall } = pageOf(canvas);
  const used = new Set(rows.flatMap((row) => barOf(row)?.parts.map(({ fill }) => fill) ?? []));
  const measure = rows.find((row) => row.measure !== undefined)?.measure ?? '';
  const side = Math.round(small * 0.75);
  const width = innerWidth(canvas);
  const set = (text: string, color: string, maxWidth: number) =>
    setParagraph({ text, face: 'sans', color, lineHeight: 1.18 }, small, maxWidth);
  const keys = (Object.keys(LEGEND) as Fill[]).filter((fill) => used.has(fill));
  const gap = Math.round(small * 0.45);
  let x = 0;
  const shapes = [];
  const elements = [];
  const line = lineHeightPx({ lineHeight: 1.18 }, small);
  for (const fill of keys) {
    const paragraph = set(LEGEND[fill], colors.ink, width);
    shapes.push(
      ...drawFill(`key ${fill}`, fill, { x, y: Math.round((line - side) / 2), width: side, height: side }, colors),
    );
    elements.push(box({ paddingLeft: side + gap, marginRight: 2 * gap }, drawParagraph(paragraph)));
    x += side + gap + paragraph.width + 2 * gap;
  }
  const counted = `Bars: ${measure}`;
  const beside = set(counted, colors.muted, width - x);
  if (!tall && beside.lines.length === 1)
    return { element: box({ height: line }, ...elements, drawParagraph(beside)), height: line, shapes };
  const whole = set(counted, colors.muted, width);
  return stack([
    { element: box({ height: line }, ...elements), height: line, shapes },
    { ...whole, element: drawParagraph(whole) },
  ]);
}
