import { describe, expect, test } from 'vitest';
import { indexColors } from '../../src/render/palette.ts';
import { encodePng } from '../../src/render/png.ts';

/** A raster whose pixel number n has the colour that `colorOf(n)` gives: red, green, blue, alpha. */
function raster(width: number, height: number, colorOf: (at: number) => [number, number, number, number]) {
  const pixels = new Uint8Array(Array.from({ length: width * height }, (_, at) => colorOf(at)).flat());
  return { pixels, width, height };
}

const colorType = (png: Uint8Array) => png[25];

describe('a palette', () => {
  test('holds the colours in the order they appear', () => {
    const indexed = indexColors(raster(2, 2, (at) => (at === 1 ? [9, 9, 9, 255] : [1, 2, 3, 255])));
    expect([...(indexed?.indices ?? [])]).toEqual([0, 1, 0, 0]);
    expect(indexed?.colors).toHaveLength(2);
  });

  test('holds 256 colours and not one more', () => {
    const many = (count: number) => raster(count, 1, (at) => [at % 200, Math.floor(at / 200), 0, 255]);
    expect(indexColors(many(256))?.colors).toHaveLength(256);
    expect(indexColors(many(257))).toBeUndefined();
  });
});

describe('a PNG', () => {
  test('is a palette picture where the colours allow, and otherwise RGBA', () => {
    expect(colorType(encodePng(raster(4, 4, () => [1, 2, 3, 255])))).toBe(3);
    expect(colorType(encodePng(raster(300, 1, (at) => [at % 200, Math.floor(at / 200), 0, 255])))).toBe(6);
  });

  test('says where every chunk ends, and nothing is left over', () => {
    const png = encodePng(
      raster(5, 3, (at) => [at, 0, 0, at]),
      [['Title', 'Ціханоўская — “so”']],
    );
    const view = new DataView(png.buffer);
    const chunks: string[] = [];
    let at = 8;
    while (at < png.length) {
      chunks.push(String.fromCharCode(...png.subarray(at + 4, at + 8)));
      at += view.getUint32(at) + 12;
    }
    expect(at).toBe(png.length);
    expect(chunks).toEqual(['IHDR', 'iTXt', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
  });
});
