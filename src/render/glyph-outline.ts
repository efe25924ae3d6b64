/** A glyph's outline at a type size, on the grid. */
import { type Face, fontBytes, unitsPerEm } from './fonts.ts';
import { type BoxedOutline, GRID, type Outline } from './outline.ts';
import { createOutlineReader, type OutlineReader } from './truetype.ts';

/** A glyph on its baseline, `x` and `y` px right of and below a pixel's corner: less than 1. */
export type PlacedGlyph = { face: Face; glyph: number; fontSize: number; x: number; y: number };

/** Outlines a glyph. A space has no contours and no size. */
export function outlineGlyph({ face, glyph, fontSize, x, y }: PlacedGlyph): BoxedOutline {
  const scale = (fontSize / unitsPerEm(face)) * GRID;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  const contours = readOutline(face, glyph).map((contour) => {
    const points: number[] = [];
    for (let at = 0; at < contour.length; at += 2) {
      const pointX = Math.round(x * GRID + (contour[at] as number) * scale);
      const pointY = Math.round(y * GRID - (contour[at + 1] as number) * scale);
      points.push(pointX, pointY);
      left = Math.min(left, pointX);
      right = Math.max(right, pointX);
      top = Math.min(top, pointY);
      bottom = Math.max(bottom, pointY);
    }
    return points;
  });
  if (left === Infinity) return { outline: [], left: 0, top: 0, width: 0, height: 0 };
  const boxLeft = Math.floor(left / GRID);
  const boxTop = Math.floor(top / GRID);
  return {
    outline: contours.map((contour) => cutTurns(contour, boxLeft * GRID, boxTop * GRID)),
    left: boxLeft,
    top: boxTop,
    width: Math.ceil(right / GRID) - boxLeft,
    height: Math.ceil(bottom / GRID) - boxTop,
  };
}

const readers = new Map<Face, OutlineReader>();

function readOutline(face: Face, glyph: number): Outline {
  let reader = readers.get(face);
  if (!reader) {
    reader = createOutlineReader(fontBytes(face));
    readers.set(face, reader);
  }
  return reader(glyph);
}

/** A contour from the corner of its box, its curves cut in two where they turn from up to down or back. */
function cutTurns(contour: readonly number[], left: number, top: number): number[] {
  let x = (contour[0] as number) - left;
  let y = (contour[1] as number) - top;
  const cut = [x, y];
  for (let at = 2; at < contour.length; at += 4) {
    const controlX = (contour[at] as number) - left;
    const controlY = (contour[at + 1] as number) - top;
    const endX = (contour[at + 2] as number) - left;
    const endY = (contour[at + 3] as number) - top;
    if ((controlY - y) * (endY - controlY) < 0) {
      const share = (y - controlY) / (y - 2 * controlY + endY);
      const beforeX = x + (controlX - x) * share;
      const afterX = controlX + (endX - controlX) * share;
      const turnX = Math.round(beforeX + (afterX - beforeX) * share);
      const turnY = Math.round(y + (controlY - y) * share);
      cut.push(Math.round(beforeX), turnY, turnX, turnY, Math.round(afterX), turnY, endX, endY);
    } else cut.push(controlX, controlY, endX, endY);
    x = endX;
    y = endY;
  }
  return cut;
}
