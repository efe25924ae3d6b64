/** The timeline of an event: one axis, a mark for the event, and hollow dots with dates for other events of a topic. Pure. */
import { formatDate } from '../../card/date.ts';
import { pictureDate } from '../../card/headline.ts';
import type { QuotedRecord } from '../../card/record.ts';
import { axisOf, DAY_MS, daysOf, type Span } from '../../card/timeline.ts';
import { box, type Element } from '../element.ts';
import { drawParagraph, type Paragraph, setParagraph } from '../paragraph.ts';
import { type Block, drawing, rectangle, type Shape, stack } from '../shapes.ts';
import { type Canvas, pageOf, spaceOf } from './frame.ts';

/** The radius of the mark and of the dots, and the thickness of a longer span, as multiples of the smallest type. */
const [MARK, DOT, SPAN] = [0.58, 0.44, 0.5];

/** A shorter span is a dot, as a multiple of the radius of the dot. */
const POINT = 4;

/** The most ticks of an axis. */
const MOST_TICKS = 40;

/** The axis with its labels, and the explanation of the dots. */
export type TimelineBlock = { axis: Block; key: Block & { width: number } };

/** From the left edge of the axis, in px. */
type Place = { left: number; right: number };
const middleOf = ({ left, right }: Place) => (left + right) / 2;

/** Null if no other event is apart from this one. */
export function layoutTimeline(
  { card, timeline }: QuotedRecord<'event'>,
  canvas: Canvas,
  width: number,
): TimelineBlock | null {
  const own = daysOf(card.asOf.date);
  const spans = (timeline?.dates ?? []).flatMap((fact) => {
    const days = daysOf(fact.date);
    return days ? [{ ...days, fact }] : [];
  });
  if (!own || spans.length === 0) return null;
  const { colors } = canvas;
  const { small } = pageOf(canvas);
  const [mark, dot] = [MARK, DOT].map((share) => Math.round(share * small)) as [number, number];
  const axis = axisOf([own, ...spans]);
  const scale = (width - 2 * mark) / (axis.to + 1 - axis.from);
  const at = (day: number) => mark + (day - axis.from) * scale;
  const place = ({ from, to }: Span, radius: number): Place => {
    const days = { left: at(from), right: at(to + 1) };
    const middle = middleOf(days);
    const isPoint = from === to || days.right - days.left < POINT * radius;
    return isPoint ? { left: middle - radius, right: middle + radius } : days;
  };
  const event = place(own, mark);
  // Dots that would be over each other are one dot: the nearest to the event.
  const distance = ({ from, to }: Span) => Math.max(from - own.to, own.from - to);
  const marks: Place[] = [event];
  const others = spans
    .toSorted((a, b) => distance(a) - distance(b))
    .flatMap(({ fact, ...span }) => {
      const where = place(span, dot);
      if (marks.some(({ left, right }) => where.left <= right && left <= where.right)) return [];
      marks.push(where);
      return [{ ...where, text: pictureDate(fact) }];
    });
  if (others.length === 0) return null;
  // The date of the event says the year.
  const years = [axis.from, axis.to].map(yearOf);
  const inYear = (text: string) => (years[0] === years[1] ? text.replace(` ${years[0]}`, '') : text);
  const isMonth = axis.to - axis.from < 31;
  const endOf = (day: number) => inYear(formatDate(isoDay(day).slice(0, isMonth ? 10 : 7), isMonth ? 'day' : 'month'));
  const set = (text: string, color: string, maxWidth: number) =>
    setParagraph({ text, face: 'sans', color, lineHeight: 1.26 }, small, maxWidth);
  const labels = placeLabels(
    [
      ...others.map((other) => ({ ...other, label: set(inYear(other.text), colors.ink, width) })),
      { left: 0, right: 0, label: set(endOf(axis.from), colors.muted, width) },
      { left: width, right: width, label: set(endOf(axis.to), colors.muted, width) },
    ],
    { marks, width, apart: Math.round(small * 0.6) },
  );
  const lead = Math.round(small * 1.1);
  const key = set(`other events on ${timeline?.topic ?? ''}`, colors.muted, width - lead);
  return {
    axis: stack([
      drawAxis({ event, others, width, radii: { mark, dot }, ticks: ticksOf(axis).map(at) }, canvas),
      spaceOf(canvas, 4),
      { element: drawRow(labels), height: Math.max(0, ...labels.map(({ label }) => label.height)) },
    ]),
    key: {
      element: box({ paddingLeft: lead }, drawParagraph(key)),
      height: key.height,
      width: Math.ceil(lead + key.width),
      shapes: [
        {
          name: 'key',
          x: 0,
          y: key.height / key.lines.length / 2 - 0.36 * small,
          d: ring(0.72 * small, 0.36 * small),
          color: colors.muted,
        },
      ],
    },
  };
}

type Label = Place & { label: Paragraph };

/** Places labels at their dots, not below another mark and not over an earlier label. Others are left out. */
function placeLabels(
  labels: readonly Label[],
  { marks, width, apart }: { marks: readonly Place[]; width: number; apart: number },
): (Place & { label: Paragraph })[] {
  const placed: Label[] = [];
  for (const { label, ...dot } of labels) {
    const middle = middleOf(dot);
    const from = Math.max(0, ...marks.filter(({ right }) => right < dot.left).map(({ right }) => right + apart / 2));
    const to = Math.min(width, ...marks.filter(({ left }) => left > dot.right).map(({ left }) => left - apart / 2));
    const left = Math.min(Math.max(middle - label.width / 2, from), to - label.width);
    const right = left + label.width;
    const isFree = placed.every((other) => right + apart <= other.left || other.right + apart <= left);
    const isOverMark = marks.some((mark) => mark.left < right && left < mark.right && middleOf(mark) !== middle);
    if (label.lines.length === 1 && isFree && !isOverMark && left >= 0 && left <= middle && middle <= right)
      placed.push({ label, left, right });
  }
  return placed.toSorted((a, b) => a.left - b.left);
}

function drawRow(labels: readonly Label[]): Element {
  let end = 0;
  const cells = labels.map(({ label, left }) => {
    const marginLeft = Math.floor(left) - end;
    end = Math.floor(left) + Math.ceil(label.width);
    return box({ marginLeft, width: Math.ceil(label.width) }, drawParagraph(label));
  });
  return box({}, ...cells);
}

type Drawn = {
  event: Place;
  others: readonly Place[];
  width: number;
  radii: { mark: number; dot: number };
  ticks: readonly number[];
};

function drawAxis({ event, others, width, radii, ticks }: Drawn, canvas: Canvas): Block {
  const { colors } = canvas;
  const { small } = pageOf(canvas);
  const { mark, dot } = radii;
  const middle = mark;
  const line = Math.max(2, Math.round(small / 10));
  const tick = Math.round(small * 0.3);
  const shapeOf = ({ left, right }: Place, radius: number, color: string, isHollow: boolean): Shape[] => {
    // A span is thinner than a dot.
    const half = right - left > 2 * radius + 0.01 ? Math.round((SPAN * small) / 2) : radius;
    const [x, y] = [left, middle - half];
    if (!isHollow) return [{ name: 'event', x, y, d: pill(right - left, half), color }];
    return [
      { name: 'ground', x, y, d: pill(right - left, half), color: colors.paper },
      { name: 'other event', x, y, d: ring(right - left, half), color },
    ];
  };
  return drawing(width, 2 * mark, [
    { name: 'axis', x: 0, y: middle - line / 2, d: rectangle(0, 0, width, line), color: colors.muted },
    {
      name: 'ticks',
      x: 0,
      y: middle - tick,
      d: ticks.map((x) => rectangle(x - line / 4, 0, line / 2, 2 * tick)).join(''),
      color: colors.muted,
    },
    ...others.flatMap((other) => shapeOf(other, dot, colors.muted, true)),
    ...shapeOf(event, mark, colors.accent, false),
  ]);
}

const isoDay = (day: number) => new Date(day * DAY_MS).toISOString();
const yearOf = (day: number) => isoDay(day).slice(0, 4);

/** The first days of the parts of an axis: of days, months or years. None if even its years are many. */
function ticksOf({ from, to }: Span): number[] {
  const length = to + 1 - from;
  if (length <= MOST_TICKS) return Array.from({ length: length + 1 }, (_, index) => from + index);
  if (length > MOST_TICKS * 366) return [];
  const months = length <= MOST_TICKS * 28 ? 1 : 12;
  const start = new Date(from * DAY_MS);
  const ticks: number[] = [];
  for (let month = Math.ceil(start.getUTCMonth() / months) * months; ; month += months) {
    const day = Date.UTC(start.getUTCFullYear(), month, 1) / DAY_MS;
    if (day > to + 1) return ticks;
    ticks.push(day);
  }
}

const n = (value: number) => Math.round(value * 100) / 100;

/** A rectangle with round ends, `width` px wide. */
function pill(width: number, radius: number): string {
  const flat = n(width - 2 * radius);
  const [r, side] = [n(radius), n(2 * radius)];
  return `M${r} 0h${flat}a${r} ${r} 0 0 1 0 ${side}h${-flat}a${r} ${r} 0 0 1 0 ${-side}z`;
}

/** The outline of a pill: its inner side runs the other way. */
function ring(width: number, radius: number): string {
  const stroke = Math.max(3, Math.round(radius / 3.5));
  const r = n(radius - stroke);
  const flat = n(width - 2 * radius);
  return `${pill(width, radius)}M${n(radius)} ${stroke}a${r} ${r} 0 0 0 0 ${n(2 * r)}h${flat}a${r} ${r} 0 0 0 0 ${n(-2 * r)}z`;
}
