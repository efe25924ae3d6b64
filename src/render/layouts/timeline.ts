/** The timeline of an event: one axis, a dot for the event, and hollow dots for other events of its topic. Pure. */
import { formatDate } from '../../card/date.ts';
import type { QuotedRecord } from '../../card/record.ts';
import { daysOf } from '../../card/timeline.ts';
import { box } from '../element.ts';
import { drawParagraph, type Paragraph, setParagraph } from '../paragraph.ts';
import { type Block, drawing, moved, rectangle, type Shape, stack } from '../shapes.ts';
import { type Canvas, pageOf, spaceOf } from './frame.ts';

type Span = { from: number; to: number };

/** A longer part of the axis is no point of time. */
const LONGEST_SHARE = 0.25;

/** An axis that begins and ends with a month. */
const axisOf = (spans: readonly Span[]): Span => ({
  from: monthOf(Math.min(...spans.map(({ from }) => from))).from,
  to: monthOf(Math.max(...spans.map(({ to }) => to))).to,
});

/** The other events that are points of time beside this one; none if this one is no point of time. */
function pointsBeside(own: Span, others: readonly Span[]): Span[] {
  const isPoint = ({ from, to }: Span, axis: Span) => to + 1 - from <= LONGEST_SHARE * (axis.to + 1 - axis.from);
  const whole = axisOf([own, ...others]);
  const points = others.filter((other) => isPoint(other, whole));
  return isPoint(own, axisOf([own, ...points])) ? points : [];
}

/** Null if no other event of the topic is a point of time beside this one. */
export function layoutTimeline(
  record: QuotedRecord<'event'>,
  canvas: Canvas,
  width: number,
): (Block & { width: number }) | null {
  const { asOf, topics } = record.card;
  const own = daysOf(asOf.date);
  const points = own
    ? pointsBeside(
        own,
        (record.timeline ?? []).flatMap((date) => daysOf(date) ?? []),
      )
    : [];
  if (!own || points.length === 0) return null;
  const { colors } = canvas;
  const { small } = pageOf(canvas);
  const radius = Math.round(small * 0.46);
  const { from: first, to: last } = axisOf([own, ...points]);
  const scale = (width - 2 * radius) / (last + 1 - first);
  const place = ({ from, to }: Span) => {
    const [left, right] = [from, to + 1].map((day) => radius + (day - first) * scale) as [number, number];
    const middle = (left + right) / 2;
    return from === to || right - left < 2 * radius
      ? { left: middle - radius, right: middle + radius }
      : { left, right };
  };
  // Dots that would be over each other are one dot.
  const others: Span[] = [];
  for (const point of points) {
    const dot = place(point);
    const isApart = ({ left, right }: typeof dot) => right < dot.left || dot.right < left;
    if ([own, ...others].map(place).every(isApart)) others.push(point);
  }
  if (others.length === 0) return null;
  const height = 2 * radius + 4;
  const axis: Shape = { name: 'axis', x: 0, y: height / 2 - 1, d: rectangle(0, 0, width, 2), color: colors.muted };
  const hollow = others.flatMap((other): Shape[] => {
    const { left, right } = place(other);
    return [
      { name: 'ground', x: left, y: 2, d: pill(right - left, radius), color: colors.paper },
      {
        name: 'other event',
        x: left,
        y: 2,
        d: pill(right - left, radius) + pill(right - left, radius, Math.max(3, Math.round(radius / 3.5))),
        color: colors.muted,
      },
    ];
  });
  const { left, right } = place(own);
  const event: Shape = { name: 'event', x: left, y: 2, d: pill(right - left, radius), color: colors.accent };
  const set = (text: string) =>
    setParagraph({ text, face: 'sans', color: colors.muted, lineHeight: 1.26 }, small, width);
  // An axis of one month has days at its ends.
  const isMonth = last - first < 31;
  const [start, end] = [first, last].map((day) =>
    set(formatDate(new Date(day * DAY_MS).toISOString().slice(0, isMonth ? 10 : 7), isMonth ? 'day' : 'month')),
  ) as [Paragraph, Paragraph];
  const ends = box({ width, justifyContent: 'space-between' }, drawParagraph(start), drawParagraph(end));
  const lead = Math.round(small * 1.1);
  const legend = setParagraph({ ...start.spec, text: `other events: ${topics[0] ?? ''}` }, small, width - lead);
  const dot = Math.round(small * 0.36);
  const top = Math.round(start.height / 2 - dot);
  const key: Block = {
    element: box({ paddingLeft: lead }, drawParagraph(legend)),
    height: legend.height,
    shapes: [{ name: 'key', x: 0, y: top, d: pill(2 * dot, dot) + pill(2 * dot, dot, 3), color: colors.muted }],
  };
  // The legend is between the ends of the axis, if there is space.
  const between = Math.round((width - lead - legend.width) / 2);
  const isBetween = Math.max(start.width, end.width) + lead <= between && legend.lines.length === 1;
  const inside: Block = {
    element: box({ width, justifyContent: 'space-between' }, drawParagraph(start), key.element, drawParagraph(end)),
    height: start.height,
    shapes: moved(key.shapes, Math.round(start.width + (width - start.width - end.width - lead - legend.width) / 2), 0),
  };
  const parts = [
    drawing(width, height, [axis, ...hollow, event]),
    spaceOf(canvas, 4),
    ...(isBetween ? [inside] : [{ element: ends, height: start.height }, key]),
  ];
  return { ...stack(parts), width };
}

const DAY_MS = 86_400_000;

/** The first and last day of the month of a day. */
function monthOf(day: number): { from: number; to: number } {
  const date = new Date(day * DAY_MS);
  const start = (months: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY_MS;
  return { from: start(0), to: start(1) - 1 };
}

/** A rectangle with round ends, `width` px wide. `inset`: of the inner outline, which runs the other way. */
function pill(width: number, radius: number, inset?: number): string {
  const n = (value: number) => Math.round(value * 100) / 100;
  const [x, r, right] = [inset ?? 0, radius - (inset ?? 0), width - (inset ?? 0)];
  const flat = n(Math.max(0, right - x - 2 * r));
  if (inset === undefined) return `M${n(r)} 0h${flat}a${r} ${r} 0 0 1 0 ${2 * r}h${-flat}a${r} ${r} 0 0 1 0 ${-2 * r}z`;
  return `M${n(x + r)} ${x}a${r} ${r} 0 0 0 0 ${2 * r}h${flat}a${r} ${r} 0 0 0 0 ${-2 * r}z`;
}
