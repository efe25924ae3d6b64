import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodedPixels, encodePng } from '../../src/render/png.ts';
import type { Pixels } from '../../src/render/svg.ts';

/** One row of pixels from 32-bit numbers, each 0xAABBGGRR. */
function row(colors: number[]): Pixels {
  return { width: colors.length, height: 1, rgba: new Uint8Array(Uint32Array.from(colors).buffer) };
}

/** `width` pixels, each of its own colour. */
const stripe = (width: number) => row(Array.from({ length: width }, (_, at) => 0xff000000 + 7919 * at));

function chunksOf(png: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(png.buffer, png.byteOffset);
  const chunks = new Map<string, Uint8Array>();
  let at = 8;
  while (at < png.length) {
    const length = view.getUint32(at);
    chunks.set(String.fromCharCode(...png.subarray(at + 4, at + 8)), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  expect(at).toBe(png.length);
  return chunks;
}

const colorType = (png: Uint8Array) => png[25];
const rowsOf = (png: Uint8Array) => [...inflateSync(chunksOf(png).get('IDAT') ?? new Uint8Array())];

describe('a PNG', () => {
  test('has a palette for at most 256 colours, otherwise RGBA', () => {
    expect(colorType(encodePng(stripe(256)))).toBe(3);
    expect(colorType(encodePng(stripe(257)))).toBe(6);
  });

  test('of few colours holds each once, in the order in which they appear', () => {
    const chunks = chunksOf(encodePng(row([0xff0000ff, 0xff00ff00, 0xff0000ff])));
    expect([...(chunks.get('PLTE') ?? [])]).toEqual([255, 0, 0, 0, 255, 0]);
    expect(chunks.has('tRNS')).toBe(false);
    expect(rowsOf(encodePng(row([0xff0000ff, 0xff00ff00, 0xff0000ff])))).toEqual([0, 0, 1, 0]);
  });

  test('copies rows that repeat the one above, wholly or at their start', () => {
    const [a, b, c] = [0xff000001, 0xff000002, 0xff000003] as const;
    const rgba = new Uint8Array(Uint32Array.from([a, b, c, a, b, c, a, b, b, c, c, c]).buffer);
    expect(rowsOf(encodePng({ width: 3, height: 4, rgba }))).toEqual([0, 0, 1, 2, 0, 0, 1, 2, 0, 0, 1, 1, 0, 2, 2, 2]);
  });

  test('preserves transparency', () => {
    expect([...(chunksOf(encodePng(row([0x800000ff, 0xff00ff00]))).get('tRNS') ?? [])]).toEqual([0x80, 0xff]);
  });

  test('preserves every pixel of a picture with many colours', () => {
    const pixels = stripe(300);
    expect(rowsOf(encodePng(pixels))).toEqual([0, ...pixels.rgba]);
  });

  test('has a palette for a few more colours if they look the same, and keeps the frequent ones', () => {
    const shades = Array.from({ length: 130 }, (_, at) => [0xff000000 + at, 0xff640000 + at]).flat();
    const frequent = Array.from({ length: 50 }, () => [0xff00ff00, 0xff0000ff]).flat();
    const png = encodePng(row([...frequent, ...shades]));
    const palette = chunksOf(png).get('PLTE') ?? new Uint8Array();
    const drawn = rowsOf(png).slice(1);
    expect(colorType(png)).toBe(3);
    expect([...palette.slice(0, 6)]).toEqual([0, 255, 0, 255, 0, 0]);
    for (const [at, shade] of shades.entries()) {
      const red = palette[3 * (drawn[frequent.length + at] ?? 0)] ?? 0;
      expect(Math.abs(red - (shade & 0xff))).toBeLessThanOrEqual(8);
    }
    // The record of published pixels has those that readers decode.
    const { rgba } = encodedPixels(row([...frequent, ...shades]));
    const decoded = drawn.flatMap((index) => [...palette.slice(3 * index, 3 * index + 3), 0xff]);
    expect([...rgba]).toEqual(decoded);
  });

  test('has correct chunk lengths and no trailing bytes', () => {
    const png = encodePng(stripe(5), [['Title', 'Ціханоўская — “so”']]);
    expect([...chunksOf(png).keys()]).toEqual(['IHDR', 'iTXt', 'PLTE', 'IDAT', 'IEND']);
  });
});
