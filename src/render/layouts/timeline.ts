/** The timeline of an event: one axis, a mark for the event, and hollow marks with dates for other events of a topic. Pure. */
import { pictureDate } from '../../card/headline.ts';
import type { QuotedRecord } from '../../card/record.ts';
import { axisOf, daysOf, isDuration, isoDay, type Span, type Timeline } from '../../card/timeline.ts';
import { box } from '../element.ts';
import { drawParagraph, setParagraph } from '../paragraph.ts';
import { type Block, drawing, stack } from '../shapes.ts';
import { SIZES } from '../variant.ts';
import { type Canvas, pageOf, spaceOf } from './frame.ts';
import { drawLabels, type Label, labelAt, labelMarks, meet, middleOf, type Place, ticksOf } from './timeline-labels.ts';
import { DOT, drawAxis, drawMark, drawPointer, GAP, MARK, type Mark, type Sign } from './timeline-marks.ts';

/** The least visible part of a mark that is below others, as a multiple of the smallest type. */
const VISIBLE = 0.16;

/** The lengths of the shortest and the longest axis of all sizes, as multiples of the smallest type. */
const LENGTHS = Object.values(SIZES).map(({ width, paddingX, small }) => (width - 2 * paddingX) / small - 2 * MARK);
const [SHORTEST, LONGEST] = [Math.min(...LENGTHS), Math.max(...LENGTHS)];

/** The axis with its labels, and the explanation of the marks. */
export type TimelineBlock = { axis: Block; key: Block & { width: number } };

type Timed = Span & { sign: Sign; radius: number; text: string };
type TimedMark = Timed & Place;

/** Null if no other event is apart from this one. */
export function layoutTimeline(
  { card, timeline }: QuotedRecord<'event'>,
  canvas: Canvas,
  width: number,
): TimelineBlock | null {
  const facts = [card.asOf, ...(timeline?.dates ?? [])];
  const spans = facts.map(({ date }) => daysOf(date)).filter((span) => span !== null);
  if (!daysOf(card.asOf.date) || spans.length < 2) return null;
  const axis = axisOf(spans);
  const days = lengthOf(axis);
  const [own, ...all] = facts.flatMap((fact, index) => timedOf(fact, axis, index === 0)) as [Timed, ...Timed[]];
  const timed = visibleOf(own, all, axis);
  if (timed.length < 2) return null;

  const { colors } = canvas;
  const { small } = pageOf(canvas);
  const middle = MARK * small;
  // The axis begins and ends at the edges, or a little inside them if there is a dot at its end.
  const inset = (offset: (event: Timed) => number) =>
    Math.max(
      0,
      ...timed.filter(({ sign }) => sign === 'dot').map((dot) => dot.radius * small - offset(dot) * (width / days)),
    );
  const halfOf = (span: Span) => lengthOf(span) / 2;
  const start = inset((dot) => dot.from - axis.from + halfOf(dot));
  const end = width - inset((dot) => axis.to - dot.to + halfOf(dot));
  const at = (day: number) => start + ((day - axis.from) * (end - start)) / days;
  const marks = timed.map((event): TimedMark => ({ ...event, ...placeOf(event, at, small) }));
  const [event, ...others] = marks as [TimedMark, ...TimedMark[]];
  const space = { width, apart: Math.round(small * 0.6) };
  const set = (text: string, color: string) =>
    setParagraph({ text, face: 'sans', color, lineHeight: 1.26 }, small, width);
  const dates = labelMarks(others, (text) => set(text, colors.ink), space);
  const labels: Label[] = [...dates];
  const dots = marks.filter(({ sign }) => sign === 'dot');
  // A text that is not of a dot is not below it.
  const add = (label: Label) => {
    if (
      label.label.lines.length === 1 &&
      !labels.some((other) => meet(label, other, space.apart)) &&
      !dots.some((dot) => meet(label, dot))
    )
      labels.push(label);
  };
  if (event.sign === 'range') add(labelAt(set('some time in here', colors.accent), event, space));
  const ticks = ticksOf(axis).map(({ day, name }) => ({ x: at(day), name }));
  for (const { x, name } of ticks)
    if (labels.every(({ label }) => label.spec.text !== name))
      add(labelAt(set(name, colors.muted), { left: x, right: x }, space));

  const below = spaceOf(canvas, 8);
  const isMoved = ({ left, right, marks: named }: (typeof dates)[number]) =>
    named.length > 1 ||
    named.some((mark) => Math.abs(middleOf(mark) - (left + right) / 2) > 1) ||
    marks.some((mark) => mark !== named[0] && meet(mark, { left, right }));
  const pointers = dates.filter(isMoved).flatMap(({ marks: named }) => named);
  return {
    axis: stack([
      drawing(width, 2 * Math.round(middle), [
        ...drawAxis(
          { left: start, right: end },
          ticks.flatMap(({ x }) => (marks.some((mark) => meet(mark, { left: x, right: x }, 1)) ? [] : [x])),
          canvas,
        ),
        ...pointers.map((mark) => drawPointer(mark, 2 * Math.round(middle) + below, canvas)),
        ...marks.toReversed().flatMap((mark) =>
          drawMark(mark, middle, canvas, {
            isOwn: mark === event,
            isOver: marks.slice(marks.indexOf(mark) + 1).some((lower) => meet(mark, lower)),
          }),
        ),
      ]),
      below,
      { element: drawLabels(labels), height: Math.max(0, ...labels.map(({ label }) => label.height)) },
    ]),
    key: drawKey(others, timeline?.topic ?? '', canvas, width),
  };
}

/** "○ 2 other events: Wagner Group" */
function drawKey(others: readonly Mark[], topic: string, canvas: Canvas, width: number): TimelineBlock['key'] {
  const { small } = pageOf(canvas);
  const first = others.find(({ sign }) => sign === 'dot') ?? (others[0] as Mark);
  const mark = { ...first, left: 0, right: small * (first.sign === 'dot' ? 0.72 : 1.1), radius: 0.36 };
  const lead = Math.round(mark.right + small * 0.38);
  const text = `${others.length === 1 ? '1 other event' : `${others.length} other events`}: ${topic}`;
  const key = setParagraph({ text, face: 'sans', color: canvas.colors.muted, lineHeight: 1.26 }, small, width - lead);
  const shapes = drawMark(mark, key.height / key.lines.length / 2, canvas).filter(({ name }) => name !== 'ground');
  return {
    element: box({ paddingLeft: lead }, drawParagraph(key)),
    height: key.height,
    width: Math.ceil(lead + key.width),
    shapes: shapes.map((shape) => ({ ...shape, name: 'key' })),
  };
}

const lengthOf = ({ from, to }: Span) => to + 1 - from;

const yearOf = (day: number) => isoDay(day).slice(0, 4);

/** Empty if the date has no place on an axis. */
function timedOf(fact: Timeline['dates'][number], axis: Span, isOwn: boolean): Timed[] {
  const span = daysOf(fact.date);
  if (!span) return [];
  const radius = isOwn ? MARK : DOT;
  const isDot = span.from === span.to || (lengthOf(span) / lengthOf(axis)) * LONGEST <= 2 * radius;
  const [first, last] = [axis.from, axis.to].map(yearOf);
  // The date of the event says the year.
  const text = first === last ? pictureDate(fact).replace(` ${first}`, '') : pictureDate(fact);
  return [{ ...span, radius, text, sign: isDot ? 'dot' : isDuration(fact) ? 'span' : 'range' }];
}

function placeOf({ from, to, sign, radius }: Timed, at: (day: number) => number, unit: number): Place {
  const place = { left: at(from), right: at(to + 1) };
  const middle = middleOf(place);
  return sign === 'dot' ? { left: middle - radius * unit, right: middle + radius * unit } : place;
}

/**
 * The event and the others that are visible in every size, from the uppermost: dots before spans, and the nearest to the event
 * first. Pictures of all sizes have the same marks.
 */
function visibleOf(own: Timed, others: readonly Timed[], axis: Span): Timed[] {
  const at = (day: number) => ((day - axis.from) * SHORTEST) / lengthOf(axis);
  const distance = ({ from, to }: Span) => Math.max(from - own.to, own.from - to);
  const rank = ({ sign }: Timed) => (sign === 'dot' ? 0 : 1);
  const visible = [own];
  for (const event of others.toSorted((a, b) => rank(a) - rank(b) || distance(a) - distance(b))) {
    let parts = [placeOf(event, at, 1)];
    for (const upper of visible.map((mark) => placeOf(mark, at, 1))) {
      const [from, to] = [upper.left - GAP, upper.right + GAP];
      parts = parts.flatMap(({ left, right }) => [
        { left, right: Math.min(right, from) },
        { left: Math.max(left, to), right },
      ]);
    }
    if (parts.some(({ left, right }) => right - left >= VISIBLE)) visible.push(event);
  }
  return visible;
}
