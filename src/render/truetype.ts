/**
 * Reads glyph outlines out of a TrueType font: tables head, maxp, loca and glyf, as the OpenType specification 1.9 gives
 * them. Outlines of points (quadratic curves) and of other glyphs; no variations, no hints. Pure.
 */
import { findTables } from './metrics.ts';
import type { Outline } from './outline.ts';

/** Finds the outline of a glyph by its number, in font units and y upwards; empty for a space. @throws Error when there is no such glyph. */
export type OutlineReader = (glyph: number) => Outline;

/** @throws Error when the bytes are not a TrueType font with outlines in glyf. */
export function createOutlineReader(font: ArrayBuffer): OutlineReader {
  const view = new DataView(font);
  const table = findTables(view);
  const [glyf, loca] = [table('glyf'), table('loca')];
  const long = view.getInt16(table('head') + 50) === 1;
  const count = view.getUint16(table('maxp') + 4);
  const offsetOf = (glyph: number) => (long ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph));

  return function read(glyph): Outline {
    if (glyph >= count) throw new Error(`the font has ${count} glyphs and no number ${glyph}`);
    const [start, end] = [offsetOf(glyph), offsetOf(glyph + 1)];
    if (start === end) return [];
    const contours = view.getInt16(glyf + start);
    return contours >= 0
      ? readContours(view, glyf + start + 10, contours)
      : readParts(view, glyf + start + 10).flatMap(({ glyph: part, move }) => read(part).map(move));
  };
}

/** Flags of a simple glyph's points. */
const [ON_CURVE, X_SHORT, Y_SHORT, REPEAT, X_SAME, Y_SAME] = [1, 2, 4, 8, 16, 32] as const;

type Point = { x: number; y: number; on: boolean };

function readContours(view: DataView, from: number, contours: number): Outline {
  const ends = Array.from({ length: contours }, (_, index) => view.getUint16(from + 2 * index));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = from + 2 * contours;
  at += 2 + view.getUint16(at);

  const flags: number[] = [];
  while (flags.length < count) {
    const flag = view.getUint8(at++);
    flags.push(flag);
    if (flag & REPEAT) for (let times = view.getUint8(at++); times > 0; times--) flags.push(flag);
  }
  const readAxis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = readAxis(X_SHORT, X_SAME);
  const ys = readAxis(Y_SHORT, Y_SAME);
  const points = flags.map(
    (flag, index): Point => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (flag & ON_CURVE) !== 0 }),
  );
  return ends.map((end, index) => toCurves(points.slice((ends[index - 1] ?? -1) + 1, end + 1)));
}

/** Between two points off the curve lies one on it that is not written down. */
function toCurves(points: Point[]): number[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true });
  const start = first.on ? first : last.on ? last : middle(first, last);
  const curves = [start.x, start.y];
  let here = start;
  let control: Point | undefined;
  const curveTo = (to: Point) => {
    const { x, y } = control ?? here;
    curves.push(x, y, to.x, to.y);
    here = to;
    control = undefined;
  };
  for (const point of first.on ? points.slice(1) : points) {
    if (point.on) curveTo(point);
    else {
      if (control) curveTo(middle(control, point));
      control = point;
    }
  }
  if (control || here.x !== start.x || here.y !== start.y) curveTo(start);
  return curves;
}

/** Flags of the parts of a composite glyph. */
const [WORDS, OFFSETS, SCALED, MORE, SCALED_XY, MATRIX] = [1, 2, 8, 32, 64, 128] as const;

type GlyphPart = { glyph: number; move: (contour: readonly number[]) => number[] };

function readParts(view: DataView, from: number): GlyphPart[] {
  const parts: GlyphPart[] = [];
  let flags: number = MORE;
  for (let at = from; flags & MORE; ) {
    flags = view.getUint16(at);
    const glyph = view.getUint16(at + 2);
    if (!(flags & OFFSETS)) throw new Error('a glyph is put together by matching points, which is not read here');
    const dx = flags & WORDS ? view.getInt16(at + 4) : view.getInt8(at + 4);
    const dy = flags & WORDS ? view.getInt16(at + 6) : view.getInt8(at + 5);
    at += flags & WORDS ? 8 : 6;
    const fraction = () => {
      at += 2;
      return view.getInt16(at - 2) / 2 ** 14;
    };
    let [xx, yx, xy, yy] = [1, 0, 0, 1];
    if (flags & SCALED) xx = yy = fraction();
    else if (flags & SCALED_XY) [xx, yy] = [fraction(), fraction()];
    else if (flags & MATRIX) [xx, yx, xy, yy] = [fraction(), fraction(), fraction(), fraction()];
    parts.push({
      glyph,
      move: (contour) =>
        contour.map((value, index) =>
          index % 2 === 0
            ? xx * value + xy * (contour[index + 1] ?? 0) + dx
            : yx * (contour[index - 1] ?? 0) + yy * value + dy,
        ),
    });
  }
  return parts;
}
