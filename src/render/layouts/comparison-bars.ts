/** The bars of a comparison: one axis for the rows that count the same thing, each number at the tip of its bar. Pure. */
import { amountOf, type Chart, type Fill, fillOfNature, partsOf, SHARE_OF, signOf } from '../../card/chart.ts';
import type { ComparisonRow, QuotedRecord } from '../../card/record.ts';
import type { Colors } from '../../card/site.ts';
import type { Nature, Status } from '../../card/status.ts';
import { box } from '../element.ts';
import { drawParagraph, lineHeightPx, type Paragraph, setParagraph } from '../paragraph.ts';
import { type Block, besideEachOther, frameOf, moved, type Shape, stack } from '../shapes.ts';
import { drawFill, strokeOf } from '../symbols.ts';
import { axisOf, drawBar } from './charts.ts';
import { blockOf, type DrawnRow, layoutHeading, type RowOptions } from './comparison-row.ts';
import { type Canvas, innerWidth, pageOf } from './frame.ts';

/** A row with a bar. `end`: the number at its tip. */
type BarRow = { row: ComparisonRow; record: QuotedRecord<'figure'>; bar: Pick<Chart, 'parts' | 'open'>; end: number };

/** How far a bar without a maximum goes on, as a multiple of its minimum. */
const OPEN_LENGTH = 1.25;

/** The rows with a bar; none if fewer than two rows count the same thing. */
export function barRowsOf(rows: readonly ComparisonRow[]): BarRow[] {
  const barred = rows.flatMap((row): BarRow[] => {
    const record = row.record as QuotedRecord<'figure'>;
    const amount = row.measure !== undefined && row.record.card.kind === 'figure' ? amountOf(record.card) : undefined;
    if (!amount) return [];
    const end = amount.max ?? (amount.min ?? 0) * OPEN_LENGTH;
    const open = amount.min === null ? 'below' : amount.max === null ? 'above' : null;
    return [{ row, record, bar: { parts: partsOf(amount, record.card.nature, end), open }, end }];
  });
  return barred.length > 1 ? barred : [];
}

/** Whether all bars are shares of 100: the rest of each whole is drawn, too. */
const areShares = (rows: readonly BarRow[]) =>
  rows.every(({ record: { card }, end }) => signOf(card) === '%' && SHARE_OF.test(card.figure.unit) && end <= 100);

/** The least share of the width for the longest bar, with the unit after the number and with a large number. */
const [LONG_WITH_UNIT, LONG] = [0.45, 0.6];

/** Larger numbers leave room for long bars, as a multiple of the smallest type. */
const LARGE = 1.6;

/** A bar's height, as a share of the size of the number, and its least height, as a multiple of the smallest type. */
const [BAR_HEIGHT, LEAST_BAR] = [0.85, 1.35];

export function layoutBars(rows: readonly BarRow[], canvas: Canvas, options: RowOptions): DrawnRow[] {
  const { colors } = canvas;
  const { small } = pageOf(canvas);
  const { width, valueSize } = options;
  const gap = Math.round(small / 2);
  // A few letters are set wider than measured.
  const room = width - Math.round(small / 4);
  const set = (text: string, face: 'bold' | 'sans', size: number, color = colors.ink) =>
    setParagraph({ text, face, color, lineHeight: 1.16 }, size, Number.POSITIVE_INFINITY);
  const tips = rows.map(({ record: { card } }) => ({
    number: set(card.figure.text, 'bold', valueSize),
    unit: set(card.figure.unit, 'sans', small),
  }));
  const isShare = areShares(rows);
  const most = isShare ? 100 : Math.max(...rows.map(({ end }) => end));
  const lengthWith = (tipOf: (text: { number: Paragraph; unit: Paragraph }) => number) =>
    Math.min(
      ...rows.map(
        ({ end }, at) => (room - gap - Math.ceil(tipOf(tips[at] as (typeof tips)[number]))) / (isShare ? 100 : end),
      ),
    );
  const tipWidth = ({ number, unit }: { number: Paragraph; unit: Paragraph }) => number.width + gap + unit.width;
  const withUnits = lengthWith(tipWidth);
  const isLong = withUnits * most >= LONG_WITH_UNIT * width;
  const scale = isLong ? withUnits : lengthWith(({ number }) => number.width);
  const isShort = valueSize > LARGE * small && scale * most < LONG * width;
  const line = lineHeightPx({ lineHeight: 1.16 }, valueSize);
  const height = Math.round(Math.max(BAR_HEIGHT * valueSize, LEAST_BAR * small));
  return rows.map(({ row, bar, end }, at) => {
    const { number, unit } = tips[at] as (typeof tips)[number];
    const [heading, after] = layoutHeading(row, canvas, options);
    const tip = Math.round((isShare ? 100 : end) * scale) + gap;
    const ground = isShare ? [wholeOf(100 * scale, height, colors)] : [];
    const shapes = [
      axisOf(height, colors),
      ...ground,
      ...drawBar(bar, scale, height, colors),
      ...hatch(bar, isShare ? scale : 0, height, colors),
    ];
    const isAfter = tip + number.width + gap + unit.width <= room;
    const rowHeight = Math.max(height, line);
    const top = Math.round((rowHeight - height) / 2);
    const middle = (paragraph: Paragraph) => Math.round((rowHeight - paragraph.height) / 2);
    const placed = (paragraph: Paragraph) => box({ paddingTop: middle(paragraph) }, drawParagraph(paragraph));
    const texts = [placed(number), ...(isAfter ? [placed(unit)] : [])];
    const element = box({ height: rowHeight, paddingLeft: tip, gap }, ...texts);
    const drawn: Block = { element, height: rowHeight, shapes: moved(shapes, 0, top) };
    const wrapped = setParagraph(unit.spec, small, width);
    const space = Math.round(small / 8);
    const below = isAfter ? [] : [blockOf(wrapped)];
    const isCut = number.width + gap > width * (1 - 0.25) || end * scale < 0;
    return { ...stack([heading, space, drawn, ...below, ...after]), cut: heading.cut || isCut || isShort };
  });
}

/** The whole of a share. */
const wholeOf = (width: number, height: number, { muted }: Colors): Shape => ({
  name: 'bar empty',
  x: 0,
  y: 0,
  d: frameOf(0, 0, width, height, 2),
  color: muted,
});

/** Stripes in a hollow bar of a share, so that it is heavier than the rest of the whole. */
function hatch({ parts }: Pick<Chart, 'parts'>, scale: number, height: number, { accent }: Colors): Shape[] {
  const end = Math.max(0, ...parts.filter(({ fill }) => fill === 'hollow').map(({ to }) => to)) * scale;
  return end > 0 ? [stripesIn(end, height, 'hatch', accent)] : [];
}

/** Diagonal stripes within the outline of a hollow rectangle. */
function stripesIn(width: number, height: number, name: string, color: string): Shape {
  const inset = strokeOf(Math.min(width, height));
  return { name, x: inset, y: inset, d: stripes(width - 2 * inset, height - 2 * inset), color };
}

/** Diagonal stripes in a rectangle, cut off at its sides. */
function stripes(width: number, height: number): string {
  const stripe = Math.max(2, Math.round(height / 6));
  const cut = (x: number) => Math.min(width, Math.max(0, x));
  let d = '';
  // The lower ends of a stripe are at x and x + stripe, the upper ones further right by the height.
  for (let x = stripe - height; x < width; x += 2.5 * stripe) {
    const [from, to] = [x, x + stripe];
    const points = [
      [cut(from), Math.min(height, height + from - cut(from))],
      [cut(from + height), from + height - cut(from + height)],
      ...(cut(to + height) < to + height ? [[width, Math.max(0, to + height - width)]] : []),
      [cut(to + height), to + height - cut(to + height)],
      [cut(to), Math.min(height, height + to - cut(to))],
      ...(from < 0 && to > 0 ? [[0, height]] : []),
    ];
    d += `M${points.map(([px = 0, py = 0]) => `${Math.round(px)} ${Math.round(py)}`).join('L')}z`;
  }
  return d;
}

const NATURE_WORDS: Record<Nature, string> = {
  count: 'counted',
  estimate: 'estimated',
  capacity: 'possible',
  plan: 'planned',
  forecast: 'expected',
};
const STATUS_WORDS: Record<Status, string> = {
  stated: 'stated',
  reported: 'reported',
  claimed: 'claimed',
  assessed: 'assessed',
};

/** The words for each part of a bar: "planned", "reported, upper limit". */
function termsOf({ record: { card }, bar }: BarRow): { fill: Fill; term: string }[] {
  const word = card.nature ? NATURE_WORDS[card.nature] : STATUS_WORDS[card.status];
  const isAbsent = fillOfNature(card.nature) === 'hollow';
  return bar.parts.map(({ fill, from }, at) => {
    if (isAbsent && fill === 'hollow') return { fill, term: word };
    if (bar.open === 'below') return { fill, term: `${word}, upper limit` };
    if (bar.open === 'above') return { fill, term: at === 0 ? `${word}, lower limit` : 'no maximum given' };
    if (bar.parts.length > 1 || from > 0) return { fill, term: at === 0 ? 'at least' : 'at most' };
    return { fill, term: fill === 'tint' && word !== 'estimated' ? `${word}, around` : word };
  });
}

/** The fillings on this card with their words, and what the bars count if there is room for it. */
export function layoutLegend(rows: readonly BarRow[], canvas: Canvas, room: number): Block & { width: number } {
  const { colors } = canvas;
  const { small } = pageOf(canvas);
  const width = innerWidth(canvas);
  const [side, gap] = [Math.round(small * 0.75), Math.round(small * 0.45)];
  const terms = rows.flatMap(termsOf);
  const fills = (['solid', 'tint', 'hollow'] as const).filter((fill) => terms.some((term) => term.fill === fill));
  const keys = fills.map((fill) => ({
    fill,
    text: [...new Set(terms.filter((term) => term.fill === fill).map(({ term }) => term))].join(' or '),
  }));
  const set = (text: string, color: string, room: number) =>
    setParagraph({ text, face: 'sans', color, lineHeight: 1.2 }, small, room);
  const items: (Block & { width: number })[] = keys.map(({ fill, text }) => {
    const paragraph = set(text, colors.ink, width - side - gap);
    const y = Math.round((lineHeightPx({ lineHeight: 1.2 }, small) - side) / 2);
    return {
      element: box({ paddingLeft: side + gap }, drawParagraph(paragraph)),
      height: paragraph.height,
      shapes: [
        ...drawFill(`key ${fill}`, fill, { x: 0, y, width: side, height: side }, colors),
        ...(fill === 'hollow' && areShares(rows)
          ? moved([stripesIn(side, side, 'key hatch', colors.accent)], 0, y)
          : []),
      ],
      width: Math.ceil(side + gap + paragraph.width),
    };
  });
  const caption = set(rows[0]?.row.measure ?? '', colors.muted, width);
  const widthOf = (some: typeof items) => some.reduce((sum, item) => sum + item.width + 2 * gap, -2 * gap);
  const all = [...items, { ...blockOf(caption), width: Math.ceil(caption.width) }];
  if (widthOf(all) <= room) return { ...besideEachOther(all, 2 * gap), width: widthOf(all) };
  if (widthOf(items) <= room) return { ...besideEachOther(items, 2 * gap), width: widthOf(items) };
  return { ...stack(items), width: Math.max(...items.map((item) => item.width)) };
}
