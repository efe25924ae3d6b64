/** A laid out card → SVG. */
import { getSatori } from './engines.ts';
import { FONTS } from './fonts.ts';
import type { Drawing, PlacedQr } from './layouts/frame.ts';
import { SIZES, type Size } from './variant.ts';

/** Draws a card as an SVG document whose letters are outlines. @throws Error when a style is not known to satori. */
export async function toSvg({ element, qr }: Drawing, size: Size): Promise<string> {
  const satori = await getSatori();
  const { width, height } = SIZES[size];
  const svg = await satori(element, {
    width,
    height,
    fonts: FONTS,
    onStyleError(error) {
      throw error;
    },
  });
  return qr ? `${svg.slice(0, -'</svg>'.length)}${qrMarkup(qr)}</svg>` : svg;
}

function qrMarkup({ left, top, side, unit, runs, tile, module }: PlacedQr): string {
  const path = runs.map(({ x, y, width }) => `M${x} ${y}h${width}v${unit}h-${width}z`).join('');
  return (
    `<g transform="translate(${left} ${top})" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="${tile}"/><path fill="${module}" d="${path}"/></g>`
  );
}
