/**
 * Fills outlines: how much of each pixel lies inside. Four lines and four columns a pixel are looked at, with the
 * fixed-point arithmetic of Skia's scan converter, which resvg has too: the same outline has the same coverage there, to
 * the bit. Pure.
 */
import { GRID, type Outline } from './outline.ts';

/** Lines and columns that are looked at in a pixel. */
const SAMPLES = 4;

/** Points are counted in 64ths of the distance of two lines. */
const DOT = 64;

/** From points on the grid to such 64ths. */
const FROM_GRID = (SAMPLES * DOT) / GRID;

/** What a whole column of samples, a pixel high, adds to a coverage of 256. */
const FULL_LINE = 256 / SAMPLES;
const FULL_SAMPLE = FULL_LINE / SAMPLES;

/**
 * The coverage of an outline's inside (nonzero winding), one byte a pixel, 255 for all of it.
 * @param outline on the grid, y downwards, inside a box from 0 0 to `width`, `height` px; no curve turns up or down
 */
export function fillOutline(outline: Outline, width: number, height: number): Uint8Array {
  const coverage = new Uint8Array(width * height);
  const waiting = listEdges(outline);
  const right = width * SAMPLES;
  const active: Edge[] = [];
  let next = 0;
  for (let line = 0; line < height * SAMPLES; line++) {
    const start = next;
    while (next < waiting.length && (waiting[next] as Edge).top === line) next++;
    if (next > start) join(active, waiting, start, next);

    const row = (line >> 2) * width;
    // The last line of a pixel adds one less, so that four full ones make 255.
    const full = (line & 3) === 3 ? FULL_LINE - 1 : FULL_LINE;
    let winding = 0;
    let from = 0;
    for (let index = 0; index < active.length; index++) {
      const edge = active[index] as Edge;
      const x = Math.min(Math.max((edge.x + 0x8000) >> 16, 0), right);
      if (winding === 0) from = x;
      winding += edge.winding;
      if (winding === 0 && x > from) addSpan(coverage, row, from, x, full);
    }
    advance(active, line + 1);
  }
  return coverage;
}

/** Adds the samples from `from` to `to` on one line to the coverage of the pixels of a row. */
function addSpan(coverage: Uint8Array, row: number, from: number, to: number, full: number): void {
  let pixel = row + (from >> 2);
  const last = row + (to >> 2);
  if (pixel === last) {
    add(coverage, pixel, (to - from) * FULL_SAMPLE);
    return;
  }
  if ((from & 3) !== 0) add(coverage, pixel++, (SAMPLES - (from & 3)) * FULL_SAMPLE);
  while (pixel < last) add(coverage, pixel++, full);
  if ((to & 3) !== 0) add(coverage, last, (to & 3) * FULL_SAMPLE);
}

/** Where spans meet, rounding may make 256 of a pixel's four lines. */
function add(coverage: Uint8Array, pixel: number, more: number): void {
  const sum = (coverage[pixel] as number) + more;
  coverage[pixel] = sum - (sum >> 8);
}

/** A straight piece of an outline, on its way down; x and slope in 65536ths of a sample. */
type Edge = {
  /** The first line that it crosses, and the one behind the last. */
  top: number;
  bottom: number;
  /** Where it crosses the line at hand, and how much further right it crosses each next one. */
  x: number;
  slope: number;
  /** 1 where the outline runs downwards, otherwise -1. */
  winding: number;
  /** Of a curve, the piece that goes on from its end. */
  rest: Edge | undefined;
};

/** Takes edges on their first line in among the active ones, from left to right; equal ones in Skia's order. */
function join(active: Edge[], waiting: readonly Edge[], start: number, end: number): void {
  const first = waiting[start] as Edge;
  let place = active.length;
  while (place > 0 && (active[place - 1] as Edge).x > first.x) place--;
  for (let index = start; index < end; index++) {
    const edge = waiting[index] as Edge;
    if (index > start) while (place < active.length && (active[place] as Edge).x < edge.x) place++;
    active.splice(place++, 0, edge);
  }
}

/** Leaves the edges that cross the next line, where they cross it, from left to right. */
function advance(active: Edge[], line: number): void {
  let count = 0;
  for (let index = 0; index < active.length; index++) {
    const edge = active[index] as Edge;
    let onward: Edge | undefined = edge;
    if (edge.bottom === line) onward = edge.rest;
    else edge.x += edge.slope;
    if (!onward) continue;
    let place = count++;
    for (; place > 0 && (active[place - 1] as Edge).x > onward.x; place--) active[place] = active[place - 1] as Edge;
    active[place] = onward;
  }
  while (active.length > count) active.pop();
}

/** The edges of an outline in the order in which lines from above meet them. */
function listEdges(outline: Outline): Edge[] {
  const edges: Edge[] = [];
  for (const contour of outline) {
    let x = (contour[0] as number) * FROM_GRID;
    let y = (contour[1] as number) * FROM_GRID;
    for (let at = 2; at < contour.length; at += 4) {
      const controlX = (contour[at] as number) * FROM_GRID;
      const controlY = (contour[at + 1] as number) * FROM_GRID;
      const endX = (contour[at + 2] as number) * FROM_GRID;
      const endY = (contour[at + 3] as number) * FROM_GRID;
      const down = y <= endY;
      let edge: Edge | undefined;
      if (controlX === x && controlY === y) {
        edge = down ? lineEdge(x, y, endX, endY, 1) : lineEdge(endX, endY, x, y, -1);
      } else if (down) edge = curveEdge(x, y, controlX, controlY, endX, endY, 1);
      else edge = curveEdge(endX, endY, controlX, controlY, x, y, -1);
      if (edge) edges.push(edge);
      x = endX;
      y = endY;
    }
  }
  return edges.sort((a, b) => a.top - b.top || a.x - b.x);
}

/** The line nearest below a height. */
const lineOf = (y: number) => (y + DOT / 2) >> 6;

/** Downwards, in 64ths. None where it lies between two lines. */
function lineEdge(x0: number, y0: number, x1: number, y1: number, winding: number): Edge | undefined {
  const top = lineOf(y0);
  const bottom = lineOf(y1);
  if (top === bottom) return undefined;
  const slope = Math.trunc(((x1 - x0) * 0x10000) / (y1 - y0));
  const x = x0 + Math.floor((slope * (top * DOT + DOT / 2 - y0)) / 0x10000);
  return { top, bottom, x: x << 10, slope, winding, rest: undefined };
}

/** A curve is cut into so many pieces at most, as a power of two. */
const MOST_CUTS = 6;

/** Cuts a curve downwards into lines by forward differences, the more the further it bends. */
function curveEdge(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  winding: number,
): Edge | undefined {
  if (lineOf(y0) === lineOf(y2)) return undefined;
  const farX = Math.abs((2 * x1 - x0 - x2) >> 2);
  const farY = Math.abs((2 * y1 - y0 - y2) >> 2);
  const far = (Math.max(farX, farY) + (Math.min(farX, farY) >> 1) + 16) >> 5;
  const cuts = Math.min(Math.max((32 - Math.clz32(far)) >> 1, 1), MOST_CUTS);

  // Points in 65536ths. First and second differences are kept at half of their size.
  const bendX = (x0 - 2 * x1 + x2) << 9;
  const bendY = (y0 - 2 * y1 + y2) << 9;
  const shift = cuts - 1;
  let stepX = ((x1 - x0) << 10) + (bendX >> cuts);
  let stepY = ((y1 - y0) << 10) + (bendY >> cuts);
  let x = x0 << 10;
  let y = y0 << 10;
  let first: Edge | undefined;
  let last: Edge | undefined;
  for (let left = (1 << cuts) - 1; left >= 0; left--) {
    const nextX = left > 0 ? x + (stepX >> shift) : x2 << 10;
    const nextY = left > 0 ? y + (stepY >> shift) : y2 << 10;
    const piece = lineEdge(x >> 10, y >> 10, nextX >> 10, nextY >> 10, winding);
    if (piece) {
      first ??= piece;
      if (last) last.rest = piece;
      last = piece;
    }
    stepX += bendX >> shift;
    stepY += bendY >> shift;
    x = nextX;
    y = nextY;
  }
  return first;
}
