/** A glyph as path data on a grid, on which moving it by whole px changes none of its pixels. Pure but for its reader. */
import { type Face, fontBytes, unitsPerEm } from './fonts.ts';
import { createOutlineReader, type Outline, type OutlineReader } from './outline.ts';

/** A glyph on its baseline, `x` and `y` px right of and below a pixel's corner: less than 1. */
export type PlacedGlyph = { face: Face; glyph: number; fontSize: number; x: number; y: number };

/**
 * SVG path data in a box of whole px, whose upper left corner is 0 0 to the path, and `left`, `top` to what is drawn. The
 * data's numbers are whole GRIDths of a px, and no curve turns back up or down.
 */
export type BoxedPath = { data: string; left: number; top: number; width: number; height: number };

/**
 * Points lie on a grid of so many a px. The rasteriser's numbers hold them exactly at any place in a picture, and it cuts
 * no curve that does not turn: so it fills a shape alike wherever that stands.
 */
export const GRID = 64;

const NOTHING: BoxedPath = { data: '', left: 0, top: 0, width: 0, height: 0 };

/** A glyph's outline; empty, and of no size, for a space. */
export function glyphPath({ face, glyph, fontSize, x, y }: PlacedGlyph): BoxedPath {
  const scale = (fontSize / unitsPerEm(face)) * GRID;
  const outline = outlineOf(face, glyph).map((contour) =>
    contour.map((value, index) => Math.round(index % 2 === 0 ? x * GRID + value * scale : y * GRID - value * scale)),
  );
  const [xs, ys] = [0, 1].map((axis) => outline.flatMap((contour) => contour.filter((_, index) => index % 2 === axis)));
  if (!xs?.length || !ys) return NOTHING;
  const [left, top] = [Math.floor(Math.min(...xs) / GRID), Math.floor(Math.min(...ys) / GRID)];
  const [right, bottom] = [Math.ceil(Math.max(...xs) / GRID), Math.ceil(Math.max(...ys) / GRID)];
  return { data: writePath(outline, left, top), left, top, width: right - left, height: bottom - top };
}

const readers = new Map<Face, OutlineReader>();

function outlineOf(face: Face, glyph: number): Outline {
  let reader = readers.get(face);
  if (!reader) {
    reader = createOutlineReader(fontBytes(face));
    readers.set(face, reader);
  }
  return reader(glyph);
}

/** Writes an outline on the grid as path data from the corner of its box. */
function writePath(outline: Outline, left: number, top: number): string {
  const at = (x: number, y: number) => `${x - left * GRID} ${y - top * GRID}`;
  let data = '';
  for (const contour of outline) {
    let [x = 0, y = 0] = contour;
    data += `M${at(x, y)}`;
    for (let index = 2; index < contour.length; index += 4) {
      const [controlX, controlY, endX, endY] = contour.slice(index, index + 4) as [number, number, number, number];
      if (controlX === x && controlY === y) data += `L${at(endX, endY)}`;
      else {
        for (const [cx, cy, ex, ey] of cutAtTurn(x, y, controlX, controlY, endX, endY))
          data += `Q${at(cx, cy)} ${at(ex, ey)}`;
      }
      [x, y] = [endX, endY];
    }
    data += 'Z';
  }
  return data;
}

type Curve = [controlX: number, controlY: number, endX: number, endY: number];

/** Cuts a quadratic curve in two where it turns from up to down or back, at the nearest point of the grid. */
function cutAtTurn(x: number, y: number, controlX: number, controlY: number, endX: number, endY: number): Curve[] {
  if ((controlY - y) * (endY - controlY) >= 0) return [[controlX, controlY, endX, endY]];
  const share = (y - controlY) / (y - 2 * controlY + endY);
  const between = (from: number, to: number) => from + (to - from) * share;
  const [beforeX, afterX] = [between(x, controlX), between(controlX, endX)];
  const turnX = Math.round(between(beforeX, afterX));
  const turnY = Math.round(between(y, controlY));
  return [
    [Math.round(beforeX), turnY, turnX, turnY],
    [Math.round(afterX), turnY, endX, endY],
  ];
}
