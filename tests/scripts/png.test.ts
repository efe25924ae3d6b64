/** The reader of PNGs on /check: what it reads of pictures of other encoders, and of damaged files. */
import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { hashPixels, isPng, pixelsOf, textsOf } from '../../assets/scripts/png.js';
import { encodePng } from '../../src/render/png.ts';

const [width, height] = [13, 7];
/** Opaque pixels; more than 256 colours are not in so few. */
const rgba = Uint8Array.from({ length: 4 * width * height }, (_, at) => (at % 4 === 3 ? 255 : (at * 37) % 256));
const ours = encodePng({ width, height, rgba }, [
  ['Title', 'A – title'],
  ['Card', 'a-card@0123abcd og-dark 89abcdef'],
]);

test('the pixels and texts of our own pictures', async () => {
  expect(await pixelsOf(ours)).toEqual({ width, height, rgba });
  expect(Object.fromEntries(textsOf(ours))).toEqual({ Title: 'A – title', Card: 'a-card@0123abcd og-dark 89abcdef' });
});

describe('the pixels of pictures that another program wrote', () => {
  const data = Buffer.from(rgba);
  const written = (options: object) => PNG.sync.write(Object.assign(new PNG({ width, height }), { data }), options);

  test.each([0, 1, 2, 3, 4])('with filter %i', async (filterType) => {
    expect(await pixelsOf(written({ filterType }))).toEqual({ width, height, rgba });
    expect(await pixelsOf(written({ filterType, colorType: 2 }))).toEqual({ width, height, rgba });
  });

  test('in shades of grey', async () => {
    const grey = rgba.map((value, at) => (at % 4 === 3 ? 255 : (rgba[at - (at % 4)] ?? value)));
    const bytes = PNG.sync.write(Object.assign(new PNG({ width, height }), { data: Buffer.from(grey) }), {
      colorType: 0,
    });
    const read = PNG.sync.read(bytes);
    expect((await pixelsOf(bytes))?.rgba).toEqual(new Uint8Array(read.data));
  });
});

describe('no pixels', () => {
  test('of a file that is cut off, at any byte', async () => {
    for (let length = 0; length < ours.length - 12; length += 7)
      expect(await pixelsOf(ours.subarray(0, length)), `${length} bytes`).toBeUndefined();
  });

  test('of a picture that claims to be larger than any card', async () => {
    const bomb = Uint8Array.from(ours);
    new DataView(bomb.buffer).setUint32(16, 100_000);
    new DataView(bomb.buffer).setUint32(20, 100_000);
    expect(await pixelsOf(bomb)).toBeUndefined();
  });

  test('of another file', async () => {
    const text = new TextEncoder().encode('no picture at all, only words');
    expect(isPng(text)).toBe(false);
    expect(await pixelsOf(text)).toBeUndefined();
    expect(textsOf(text).size).toBe(0);
  });
});

test('the hash covers the size and every pixel', async () => {
  const expected = createHash('sha256').update(`${width}x${height}\n`).update(rgba).digest('hex');
  expect(await hashPixels({ width, height, rgba })).toBe(expected);
  expect(await hashPixels({ width: height, height: width, rgba })).not.toBe(expected);
  const changed = Uint8Array.from(rgba);
  changed[40] = 255 - (changed[40] ?? 0);
  expect(await hashPixels({ width, height, rgba: changed })).not.toBe(expected);
});
