/** Coverage masks: how much of each pixel a shape covers. Each is filled by itself, and kept. */
import { createCache } from '../domain/cache.ts';
import { fillOutline } from './fill.ts';
import { outlineGlyph, type PlacedGlyph } from './glyph-outline.ts';
import type { BoxedOutline } from './outline.ts';

/** `coverage` is one byte a pixel, 255 for all of it, row by row; its upper left pixel lies `left`, `top` from the origin. */
export type Mask = { left: number; top: number; width: number; height: number; coverage: Uint8Array };

export type Masks = { glyph(placed: PlacedGlyph): Mask };

/** What masks may weigh together in bytes; each some more than its coverage. */
const KEPT_BYTES = 4 * 2 ** 20;
const MASK_BYTES = 200;

/** Fills the masks of glyphs, and keeps those asked for lately. */
export function createMasks(): Masks {
  const kept = createCache<Mask>(KEPT_BYTES, ({ coverage }) => coverage.length + MASK_BYTES);
  return {
    glyph(placed) {
      const key = `${placed.face}/${placed.glyph}/${placed.fontSize}/${placed.x}/${placed.y}`;
      const known = kept.get(key);
      if (known) return known;
      const mask = fillMask(outlineGlyph(placed));
      kept.set(key, mask);
      return mask;
    },
  };
}

export function fillMask({ outline, left, top, width, height }: BoxedOutline): Mask {
  return { left, top, width, height, coverage: fillOutline(outline, width, height) };
}
