/** The picture of an error if no engine can draw it, in the requested format. Pure. */
import type { Colors } from '../card/site.ts';
import type { ImageFormat } from './image.ts';
import type { ErrorText } from './layouts/error.ts';
import { encodePng } from './png.ts';
import { SIZES } from './variant.ts';

const { width, height } = SIZES.og;

/** Words as SVG; an exclamation mark as PNG, whose metadata have the words. `title` has no sign of XML's syntax. */
export function plainError({ title, detail }: ErrorText, format: ImageFormat, colors: Colors): Uint8Array {
  if (format === 'svg')
    return new TextEncoder().encode(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
        `<rect width="${width}" height="${height}" fill="${colors.paper}"/>` +
        `<text x="64" y="320" font-family="sans-serif" font-size="64" fill="${colors.ink}">${title}</text></svg>`,
    );
  const pixels = new Uint32Array(width * height).fill(pixelOf(colors.paper));
  const middle = width / 2;
  fillSquare(pixels, pixelOf(colors.accent), { x: middle - 24, y: 195, width: 48, height: 160 });
  fillSquare(pixels, pixelOf(colors.accent), { x: middle - 24, y: 387, width: 48, height: 48 });
  const text = [
    ['Title', title],
    ['Description', detail],
  ] as const;
  return encodePng({ width, height, rgba: new Uint8Array(pixels.buffer) }, text);
}

/** "#rrggbb" as the number that a little-endian machine writes as red, green, blue and full cover. */
function pixelOf(hex: string): number {
  const rgb = Number.parseInt(hex.slice(1), 16);
  return ((0xff << 24) | ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >> 16)) >>> 0;
}

type Square = { x: number; y: number; width: number; height: number };

function fillSquare(pixels: Uint32Array, color: number, square: Square): void {
  for (let row = square.y; row < square.y + square.height; row++)
    pixels.fill(color, row * width + square.x, row * width + square.x + square.width);
}
