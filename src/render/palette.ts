/** Pixels → palette and indices, where a picture has no more than 256 colours, as a flat card has. Lossless. Pure. */
import type { Raster } from './raster.ts';

const MAX_COLORS = 256;

/** `colors` as the raster holds them, one 32-bit number each; `indices` one byte a pixel. */
export type Indexed = { colors: Uint32Array; indices: Uint8Array };

/** Slots of the hash table, a power of two and many times the colours, so that few of them meet. */
const SLOTS = 4096;

/** A multiplicative hash (Knuth): spreads neighbouring colours over the table. */
const slotOf = (color: number) => (Math.imul(color, 2654435761) >>> 20) & (SLOTS - 1);

/** Indexes the colours of a raster in the order they appear. `undefined` when there are more than a palette holds. */
export function indexColors({ pixels, width, height }: Raster): Indexed | undefined {
  const bytes = Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  const indices = new Uint8Array(words.length);
  const colors = new Uint32Array(MAX_COLORS);
  // Index + 1 of the colour in each slot; 0 is empty.
  const table = new Uint16Array(SLOTS);
  let count = 0;
  let last = -1;
  let lastIndex = 0;
  for (let y = 0; y < height; y++) {
    const from = y * width;
    const to = from + width;
    // Half of a card's rows are like the row above, and comparing them is quicker than looking at each pixel.
    if (y > 0 && bytes.compare(bytes, 4 * (from - width), 4 * from, 4 * from, 4 * to) === 0) {
      indices.copyWithin(from, from - width, from);
      continue;
    }
    for (let at = from; at < to; ) {
      const color = words[at] as number;
      if (color !== last) {
        let slot = slotOf(color);
        while (table[slot] !== 0 && colors[(table[slot] as number) - 1] !== color) slot = (slot + 1) & (SLOTS - 1);
        if (table[slot] === 0) {
          if (count === MAX_COLORS) return undefined;
          colors[count++] = color;
          table[slot] = count;
        }
        last = color;
        lastIndex = (table[slot] as number) - 1;
      }
      const start = at++;
      while (at < to && words[at] === color) at++;
      // The paper is the first colour, and its index, 0, is there already.
      if (lastIndex === 0) continue;
      if (at === start + 1) indices[start] = lastIndex;
      else indices.fill(lastIndex, start, at);
    }
  }
  return { colors: colors.subarray(0, count), indices };
}
