import { describe, expect, test } from 'vitest';
import { fillOutline } from '../../src/render/fill.ts';
import type { Face } from '../../src/render/fonts.ts';
import { outlineGlyph } from '../../src/render/glyph-outline.ts';
import { GRID } from '../../src/render/outline.ts';
import { pathData, rasteriseSvg } from '../helpers/reference.ts';

/** Glyphs of a face that are drawn: every third one. resvg draws pictures of 8,191 px and higher in parts. */
const GLYPHS = 280;
const STRIDE = 3;

describe.each<Face>(['sans', 'bold', 'serif'])('a glyph of the %s face', (face) => {
  test.each([24, 37, 112])(
    'has the very coverage that resvg gives it, wherever that draws it: at %s px',
    async (fontSize) => {
      const column = 2 * fontSize;
      const columns = Math.floor(2000 / column);
      const [width, height] = [columns * column, Math.ceil(GLYPHS / columns) * column];
      const places = Array.from({ length: GLYPHS }, (_, index) => {
        const phases = { x: (index % 4) / 4, y: (Math.floor(index / 4) % 4) / 4 };
        const outlined = outlineGlyph({ face, glyph: 1 + index * STRIDE, fontSize, ...phases });
        const [x, y] = [(index % columns) * column, Math.floor(index / columns) * column];
        return { outlined, x: x - outlined.left, y: y - outlined.top };
      }).filter(({ outlined }) => Math.max(outlined.width, outlined.height) <= column);
      expect(places.length).toBeGreaterThan(0.95 * GLYPHS);
      const paths = places.map(({ outlined, x, y }) => `<path d="${pathData(outlined, x, y)}"/>`);
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${paths.join('')}</svg>`;
      const drawn = (await rasteriseSvg(svg)).filter((_, at) => at % 4 === 3);

      const filled = new Uint8Array(width * height);
      for (const { outlined, x, y } of places) {
        const coverage = fillOutline(outlined.outline, outlined.width, outlined.height);
        for (let row = 0; row < outlined.height; row++) {
          const from = (y + outlined.top + row) * width + x + outlined.left;
          filled.set(coverage.subarray(row * outlined.width, (row + 1) * outlined.width), from);
        }
      }
      const differing = filled.findIndex((value, at) => value !== drawn[at]);
      expect(differing).toBe(-1);
    },
  );
});

/** A rectangle on the grid, with its corners in px, around which the outline runs one way or the other. */
function rectangle(left: number, top: number, right: number, bottom: number, back = false): number[] {
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ].map(([x = 0, y = 0]) => [x * GRID, y * GRID]);
  const ordered = back ? corners.toReversed() : corners;
  return ordered.flatMap((corner, index) => (index === 0 ? corner : [...(ordered[index - 1] ?? []), ...corner]));
}

test('covers a pixel by the share of it that lies inside', () => {
  const share = (outline: number[][]) => [...fillOutline(outline, 2, 1)];
  expect(share([rectangle(0, 0, 1, 1)])).toEqual([255, 0]);
  expect(share([rectangle(0, 0, 0.5, 1)])).toEqual([128, 0]);
  expect(share([rectangle(0.75, 0, 1.25, 0.5)])).toEqual([32, 32]);
});

test('leaves a hole where a contour runs back, and none where it runs on', () => {
  const hole = (back: boolean) => fillOutline([rectangle(0, 0, 3, 3), rectangle(1, 1, 2, 2, back)], 3, 3)[4];
  expect(hole(true)).toBe(0);
  expect(hole(false)).toBe(255);
});
