/** Draws the number of a figure: a waffle of 100, or a bar from 0. Pure. */
import type { Chart, Fill, Part } from '../../card/chart.ts';
import type { Colors } from '../../card/site.ts';
import { box } from '../element.ts';
import { drawParagraph, setParagraph } from '../paragraph.ts';
import { type Block, drawing, frameOf, rectangle, type Shape, stack } from '../shapes.ts';
import { drawFill } from '../symbols.ts';
import { type Canvas, pageOf, spaceOf } from './frame.ts';

/** The cells in a row of a waffle, and the space between them as a share of a cell. */
const [CELLS, CELL_GAP] = [10, 0.22];

/** The outline of a hollow cell, as a share of a cell. Hollow cells must be heavier than empty ones. */
const HOLLOW = 0.24;

/** A waffle of 100 cells, filled from the lower left corner. A cell that is covered in part is filled in part. */
export function drawWaffle(parts: readonly Part[], side: number, colors: Colors): Block {
  const pitch = side / (CELLS - CELL_GAP / (1 + CELL_GAP));
  const cell = pitch / (1 + CELL_GAP);
  const paths: Record<Fill | 'empty', string> = { empty: '', solid: '', tint: '', hollow: '' };
  for (let index = 0; index < CELLS * CELLS; index++) {
    const x = (index % CELLS) * pitch;
    const y = side - cell - Math.floor(index / CELLS) * pitch;
    const pieces = parts
      .map(({ from, to, fill }) => ({ from: Math.max(from - index, 0), to: Math.min(to - index, 1), fill }))
      .filter(({ from, to }) => to > from);
    const covered = Math.max(0, ...pieces.map(({ to }) => to));
    if (covered < 1) paths.empty += rectangle(x + covered * cell, y, (1 - covered) * cell, cell);
    for (const { from, to, fill } of pieces) {
      const [left, width] = [x + from * cell, (to - from) * cell];
      paths[fill] += fill === 'hollow' ? frameOf(left, y, width, cell, cell * HOLLOW) : rectangle(left, y, width, cell);
    }
  }
  const color = { empty: colors.empty, solid: colors.accent, tint: colors.tint, hollow: colors.accent };
  const shapes = Object.entries(paths).flatMap(([fill, d]): Shape[] =>
    d === '' ? [] : [{ name: `waffle ${fill}`, x: 0, y: 0, d, color: color[fill as Fill] }],
  );
  return drawing(side, side, shapes);
}

/** The thickness of the stroke at a bound, as a share of the height of a bar. */
const CAP = 0.22;

/** A bar from 0. `scale`: px per unit. A stroke marks a stated bound. A bar without a maximum ends in a point. */
export function drawBar(
  { parts, open }: Pick<Chart, 'parts' | 'open'>,
  scale: number,
  height: number,
  colors: Colors,
): Shape[] {
  const end = Math.max(0, ...parts.map(({ to }) => to));
  const shapes = parts.flatMap(({ from, to, fill }): Shape[] => {
    const [left, right] = [from * scale, to * scale];
    const name = `bar ${fill}`;
    if (open === 'above' && to === end)
      return [{ name, x: 0, y: 0, d: pointed(left, right, height), color: colors.tint }];
    return drawFill(name, fill, { x: left, y: 0, width: right - left, height }, colors);
  });
  const cap = Math.max(4, Math.round(CAP * height));
  // The stated bound of an open bar.
  const bound = open === 'below' ? end : open === 'above' ? (parts.at(-1)?.from ?? 0) : undefined;
  const stroke =
    bound === undefined
      ? []
      : [{ name: 'bar bound', x: 0, y: 0, d: rectangle(bound * scale - cap, 0, cap, height), color: colors.accent }];
  return [...shapes, ...stroke];
}

/** A bar between two places that ends in a point. */
function pointed(from: number, to: number, height: number): string {
  const tip = Math.min(height / 2, to - from);
  const n = (value: number) => Math.round(value * 100) / 100;
  return `M${n(from)} 0H${n(to - tip)}L${n(to)} ${n(height / 2)}L${n(to - tip)} ${n(height)}H${n(from)}z`;
}

/** The explanation of each filling, a line each. */
function drawLegend(legend: Chart['legend'], canvas: Canvas): Block & { width: number } {
  const { small } = pageOf(canvas);
  const side = Math.round(small * 0.75);
  const lead = side + Math.round(small * 0.5);
  const lines = legend.map(({ fill, text }) => {
    const spec = { text, face: 'sans', color: canvas.colors.ink, lineHeight: 1.34 } as const;
    const paragraph = setParagraph(spec, small, Number.POSITIVE_INFINITY);
    const y = Math.round((paragraph.height - side) / 2);
    const key = drawFill(`key ${fill}`, fill, { x: 0, y, width: side, height: side }, canvas.colors);
    const element = box({ paddingLeft: lead }, drawParagraph(paragraph));
    return { element, height: paragraph.height, shapes: key, width: lead + Math.ceil(paragraph.width) };
  });
  return { ...stack(lines), width: Math.max(...lines.map(({ width }) => width)) };
}

/** A waffle with its legend below it, which may be wider. */
export function layoutWaffle({ parts, legend }: Chart, canvas: Canvas, side: number): Block & { width: number } {
  const { width, ...key } = drawLegend(legend, canvas);
  return { ...stack([drawWaffle(parts, side, canvas.colors), spaceOf(canvas, 12), key]), width: Math.max(side, width) };
}

/** A bar with its explanation below it: that of a bar without a whole ends below the number it states. */
export function layoutBar(chart: Chart, canvas: Canvas, width: number): Block {
  const { small } = pageOf(canvas);
  const { colors } = canvas;
  const height = spaceOf(canvas, 24);
  const scale = width / chart.end;
  const ground =
    chart.whole === null
      ? axisOf(height, colors)
      : { name: 'bar empty', x: 0, y: 0, d: rectangle(0, 0, width, height), color: colors.empty };
  const bar = drawing(width, height, [ground, ...drawBar(chart, scale, height, colors)]);
  const set = (text: string) =>
    setParagraph({ text, face: 'sans', color: colors.muted, lineHeight: 1.34 }, small, width);
  const text = set(chart.legend.map((line) => line.text).join(', '));
  const zero = set('0');
  const stated = (chart.open === 'above' ? (chart.parts[0]?.to ?? 0) : chart.end) * scale;
  const left = Math.floor(stated - text.width - zero.width);
  const labels = chart.whole === null && left > small ? [zero, text] : [text];
  const row = box({ gap: labels.length > 1 ? left : 0 }, ...labels.map(drawParagraph));
  return stack([bar, spaceOf(canvas, 8), { element: row, height: text.height }]);
}

/** The zero line at the left of a bar. */
export const axisOf = (height: number, { ink }: Colors): Shape => ({
  name: 'axis',
  x: -2,
  y: -4,
  d: rectangle(0, 0, 2, height + 8),
  color: ink,
});
