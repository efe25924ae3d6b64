/** Pixels → numbers of a palette, where they have few enough colours for one. Pure. */
import type { Pixels } from './pixels.ts';

/** As many as a byte numbers. */
const MAX_COLORS = 256;

/** Places of the hash table: four for each colour, so that two colours seldom want the same one. */
const PLACES = 4 * MAX_COLORS;

/** Knuth's multiplier for hashing by multiplication; the upper 10 bits name the place. */
const MULTIPLIER = 0x9e3779b1;
const SHIFT = 32 - Math.log2(PLACES);

/**
 * `colors` are RGBA pixels as 32-bit numbers, in the order in which they appear. `rows` holds their places in it; before
 * each row is a 0, as PNG writes a row without a filter.
 */
export type Indexed = { colors: Uint32Array; rows: Uint8Array };

/** `undefined` where there are more than 256 colours. */
export function toIndexed({ width, height, rgba }: Pixels): Indexed | undefined {
  // Signed numbers are integers to V8, and those above 2 ** 31 are not.
  const pixels = new Int32Array(rgba.buffer, rgba.byteOffset, width * height);
  const rows = new Uint8Array((width + 1) * height);
  const colors = new Int32Array(MAX_COLORS);
  const table = new Int32Array(PLACES);
  const numbers = new Int16Array(PLACES).fill(-1);
  let count = 0;
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width;
    let at = y * width;
    if (y > 0) {
      while (at < end && pixels[at] === pixels[at - width]) at++;
      const row = y * (width + 1);
      rows.copyWithin(row, row - width - 1, at - y * width + row - width);
    }
    while (at < end) {
      const pixel = pixels[at] as number;
      let place = Math.imul(pixel, MULTIPLIER) >>> SHIFT;
      while (numbers[place] !== -1 && table[place] !== pixel) place = (place + 1) % PLACES;
      if (numbers[place] === -1) {
        if (count === MAX_COLORS) return undefined;
        colors[count] = pixel;
        table[place] = pixel;
        numbers[place] = count++;
      }
      const number = numbers[place] as number;
      const start = at++;
      while (at < end && pixels[at] === pixel) at++;
      if (number > 0) for (let i = start; i < at; i++) rows[i + y + 1] = number;
    }
  }
  return { colors: new Uint32Array(colors.buffer, 0, count), rows };
}
