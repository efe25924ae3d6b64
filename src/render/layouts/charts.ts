/** Draws the number of a figure: a waffle of 100, or a bar from 0. Pure. */
import type { Chart, Fill, Part } from '../../card/chart.ts';
import type { Colors } from '../../card/site.ts';
import { box } from '../element.ts';
import { drawParagraph, setParagraph } from '../paragraph.ts';
import { type Block, drawing, frameOf, rectangle, type Shape, stack } from '../shapes.ts';
import { drawFill, strokeOf } from '../symbols.ts';
import { type Canvas, pageOf, spaceOf } from './frame.ts';

/** The cells in a row of a waffle, and the space between them as a share of a cell. */
const [CELLS, CELL_GAP] = [10, 0.22];

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
      paths[fill] += fill === 'hollow' ? frameOf(left, y, width, cell, cell / 7) : rectangle(left, y, width, cell);
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

/** A bar from 0. `scale`: px per unit. A bar that is open at one side ends there in a point. */
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
    const [isFirst, isLast] = [from === 0, to === end];
    const isPointed = (open === 'below' && isFirst) || (open === 'above' && isLast);
    const color = fill === 'tint' ? colors.tint : colors.accent;
    if (isPointed && open === 'below') return [{ name, x: 0, y: 0, d: pointed(right, left, height, fill), color }];
    if (isPointed) return [{ name, x: 0, y: 0, d: pointed(left, right, height, fill), color }];
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

/** A bar between two places that ends at `to` in a point: filled, or as an outline. */
function pointed(from: number, to: number, height: number, fill: Fill): string {
  const towards = Math.sign(to - from);
  const stroke = strokeOf(height);
  const tip = Math.min(height / 2, Math.abs(to - from));
  const n = (value: number) => Math.round(value * 100) / 100;
  const outer = `M${n(from)} 0H${n(to - towards * tip)}L${n(to)} ${n(height / 2)}L${n(to - towards * tip)} ${n(height)}H${n(from)}z`;
  if (fill !== 'hollow' || Math.abs(to - from) < height) return outer;
  // The inner line runs the other way. Its slanted sides are `stroke` px from the outer ones.
  const [shoulder, peak] = [to - towards * (tip + stroke * (Math.SQRT2 - 1)), to - towards * stroke * Math.SQRT2];
  const start = from + towards * stroke;
  return `${outer}M${n(start)} ${n(stroke)}V${n(height - stroke)}H${n(shoulder)}L${n(peak)} ${n(height / 2)}L${n(shoulder)} ${n(stroke)}z`;
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

/** A bar with its explanation below it. */
export function layoutBar(chart: Chart, canvas: Canvas, width: number): Block {
  const { small } = pageOf(canvas);
  const { colors } = canvas;
  const height = spaceOf(canvas, 24);
  const scale = width / chart.end;
  const rest =
    chart.whole === null
      ? []
      : [{ name: 'bar empty', x: 0, y: 0, d: rectangle(0, 0, width, height), color: colors.empty }];
  const bar = drawing(width, height, [...rest, ...drawBar(chart, scale, height, colors)]);
  const text = chart.legend.map((line) => line.text).join(', ');
  const paragraph = setParagraph({ text, face: 'sans', color: colors.muted, lineHeight: 1.34 }, small, width);
  return stack([bar, spaceOf(canvas, 4), { ...paragraph, element: drawParagraph(paragraph) }]);
}
