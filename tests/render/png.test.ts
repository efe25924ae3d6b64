import { describe, expect, test } from 'vitest';
import type { Picture } from '../../src/render/compose.ts';
import { encodePng } from '../../src/render/png.ts';

/** A picture one row high whose pixel number n has the colour n. */
function stripe(width: number, Rows: typeof Uint8Array | typeof Uint16Array): Picture {
  const colors = Array.from({ length: width }, (_, at) => at);
  return { width, height: 1, colors, rows: Rows.from([0, ...colors]) };
}

const colorType = (png: Uint8Array) => png[25];

describe('a PNG', () => {
  test('is a palette picture where a byte numbers the colours, and otherwise RGBA', () => {
    expect(colorType(encodePng(stripe(256, Uint8Array)))).toBe(3);
    expect(colorType(encodePng(stripe(257, Uint16Array)))).toBe(6);
  });

  test('says where every chunk ends, and nothing is left over', () => {
    const png = encodePng(stripe(5, Uint8Array), [['Title', 'Ціханоўская — “so”']]);
    const view = new DataView(png.buffer);
    const chunks: string[] = [];
    let at = 8;
    while (at < png.length) {
      chunks.push(String.fromCharCode(...png.subarray(at + 4, at + 8)));
      at += view.getUint32(at) + 12;
    }
    expect(at).toBe(png.length);
    expect(chunks).toEqual(['IHDR', 'iTXt', 'PLTE', 'IDAT', 'IEND']);
  });
});
