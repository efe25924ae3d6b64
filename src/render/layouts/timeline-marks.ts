/** Draws a timeline: its axis, its marks, and the lines from marks to dates. Pure. */
import { rectangle, type Shape } from '../shapes.ts';
import { type Canvas, pageOf } from './frame.ts';
import { middleOf, type Place } from './timeline-labels.ts';

/** The radius of the mark and of the dots, and half of the thickness of a span, as multiples of the smallest type. */
export const [MARK, DOT] = [0.58, 0.44];
const SPAN = 0.25;

/** The space around a mark that is over another, as a multiple of the smallest type. */
export const GAP = 0.1;

/** `dot`: a day, or a time as short as a dot. `range`: the event was some time in it. `span`: it lasted so long. */
export type Sign = 'dot' | 'range' | 'span';

/** `radius`: of a dot, as a multiple of the smallest type. */
export type Mark = Place & { sign: Sign; radius: number };

const lineOf = (small: number) => Math.max(2, Math.round(small / 10));

/** The axis with a stroke at each tick. */
export function drawAxis({ left, right }: Place, ticks: readonly number[], canvas: Canvas): Shape[] {
  const { small } = pageOf(canvas);
  const color = canvas.colors.muted;
  const [middle, line, tick] = [MARK * small, lineOf(small), Math.round(small * 0.3)];
  const d = ticks.map((x) => rectangle(x - line / 2, 0, line, 2 * tick)).join('');
  return [
    { name: 'axis', x: left, y: middle - line / 2, d: rectangle(0, 0, right - left, line), color },
    ...(d === '' ? [] : [{ name: 'ticks', x: 0, y: middle - tick, d, color }]),
  ];
}

/** A line from a mark to its date. */
export function drawPointer(mark: Mark, end: number, canvas: Canvas): Shape {
  const { small } = pageOf(canvas);
  const line = lineOf(small);
  const top = (MARK + (mark.sign === 'span' ? SPAN : DOT)) * small;
  return {
    name: 'pointer',
    x: middleOf(mark) - line / 2,
    y: top,
    d: rectangle(0, 0, line, end - top),
    color: canvas.colors.muted,
  };
}

/** A mark, with a gap around it if it is over another one. The event is filled, others are hollow. */
export function drawMark(
  { left, right, sign, radius }: Mark,
  middle: number,
  canvas: Canvas,
  { isOwn = false, isOver = false } = {},
): Shape[] {
  const { colors } = canvas;
  const { small } = pageOf(canvas);
  const name = isOwn ? 'event' : 'other event';
  const color = isOwn ? colors.accent : colors.muted;
  const [width, gap] = [right - left, isOver ? GAP * small : 0];
  const half = (sign === 'dot' ? radius : SPAN) * small;
  const at = { x: left, y: middle - half };
  if (sign === 'range') {
    const [cap, reach] = [Math.max(3, Math.round(small / 7)), DOT * small];
    const caps = [0, width - cap].map((x) => rectangle(x, 0, cap, 2 * reach)).join('');
    return [
      {
        name: 'ground',
        x: left,
        y: middle - reach,
        d: rectangle(0, 0, width, 2 * reach),
        color: colors.paper,
      },
      { name: `${name} range`, ...at, d: rectangle(0, 0, width, 2 * half), color: isOwn ? colors.tint : colors.empty },
      { name: `${name} bounds`, x: left, y: middle - reach, d: caps, color },
    ];
  }
  const ground = {
    name: 'ground',
    x: left - gap,
    y: middle - half - gap,
    d: pill(width + 2 * gap, half + gap),
    color: colors.paper,
  };
  return [ground, { name, ...at, d: isOwn ? pill(width, half) : ring(width, half), color }];
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
