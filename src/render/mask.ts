/**
 * Coverage masks: how much of each pixel a shape covers, as resvg fills it. Each shape is drawn once and kept. Those that a
 * picture lacks are drawn side by side on one sheet, which changes nothing of them: see GRID.
 */
import type { Resvg } from '@resvg/resvg-wasm';
import { createCache } from './cache.ts';
import { type BoxedPath, GRID, glyphPath, type PlacedGlyph } from './glyph-path.ts';

/** `coverage` is one byte a pixel, 255 for all of it, row by row; its upper left pixel lies `left`, `top` from the origin. */
export type Mask = { left: number; top: number; width: number; height: number; coverage: Uint8Array };

/** A shape whose mask is wanted: `key` says all that its mask depends on. */
export type Outlined = { key: string; path(): BoxedPath };

/** Gives the masks of shapes, in their order. */
export type MaskDrawer = (wanted: readonly Outlined[]) => Mask[];

export function outlineGlyph(placed: PlacedGlyph): Outlined {
  const { face, glyph, fontSize, x, y } = placed;
  return { key: `${face}/${glyph}/${fontSize}/${x}/${y}`, path: () => glyphPath(placed) };
}

/** What masks may weigh together in bytes; each some more than its coverage. */
const KEPT_BYTES = 4 * 2 ** 20;
const MASK_BYTES = 200;

/** Draws masks with resvg's renderer, and keeps those asked for lately. */
export function createMasks(Renderer: typeof Resvg): MaskDrawer {
  const kept = createCache<Mask>(KEPT_BYTES, ({ coverage }) => coverage.length + MASK_BYTES);
  return (wanted) => {
    const missing = new Map<string, BoxedPath>();
    const found = wanted.map(({ key, path }) => {
      const mask = kept.get(key);
      if (!mask && !missing.has(key)) missing.set(key, path());
      return mask;
    });
    if (missing.size === 0) return found as Mask[];
    const drawn = drawSheet(Renderer, missing);
    for (const [key, mask] of drawn) kept.set(key, mask);
    return wanted.map(({ key }, index) => found[index] ?? (drawn.get(key) as Mask));
  };
}

/** As wide as the sheet is at least, in px. */
const SHEET_WIDTH = 1024;

/** Draws shapes side by side, in rows as high as the highest of each. */
function drawSheet(Renderer: typeof Resvg, paths: ReadonlyMap<string, BoxedPath>): Map<string, Mask> {
  const boxes = [...paths.values()];
  const width = Math.max(SHEET_WIDTH, ...boxes.map((box) => box.width));
  let [x, y, rowHeight] = [0, 0, 0];
  let content = '';
  const places = boxes.map((box) => {
    if (x + box.width > width) [x, y, rowHeight] = [0, y + rowHeight, 0];
    const place = { x, y };
    if (box.data !== '') content += `<path transform="matrix(${1 / GRID} 0 0 ${1 / GRID} ${x} ${y})" d="${box.data}"/>`;
    x += box.width;
    rowHeight = Math.max(rowHeight, box.height);
    return place;
  });
  const height = y + rowHeight;
  const alpha = content === '' ? new Uint8Array() : rasterise(Renderer, content, width, height);
  return new Map(
    [...paths].map(([key, { left, top, width: columns, height: rows }], index) => {
      const place = places[index] as { x: number; y: number };
      const coverage = new Uint8Array(columns * rows);
      for (let row = 0, at = 0; row < rows; row++) {
        const from = (place.y + row) * width + place.x;
        for (let column = 0; column < columns; column++) coverage[at++] = alpha[4 * (from + column) + 3] as number;
      }
      return [key, { left, top, width: columns, height: rows, coverage }];
    }),
  );
}

/** The pixels of an SVG's content, RGBA. Frees all that resvg allocated, whatever happens. */
function rasterise(Renderer: typeof Resvg, content: string, width: number, height: number): Uint8Array {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`;
  const renderer = new Renderer(svg, { font: { fontBuffers: [] } });
  try {
    const image = renderer.render();
    try {
      return image.pixels;
    } finally {
      image.free();
    }
  } finally {
    renderer.free();
  }
}
