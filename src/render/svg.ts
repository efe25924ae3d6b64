/**
 * A laid out card → SVG, by satori; and an SVG → pixels, by resvg. Each engine is started once in an isolate, on first use.
 * A failed start of either is forgotten, so that the next picture retries: a promise left over from a request that died
 * would fail every later one.
 */

import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvgModule from '@resvg/resvg-wasm/index_bg.wasm';
import layoutModule from 'satori/layout.wasm';
import { once } from '../once.ts';
import { FONTS } from './fonts.ts';
import type { Drawing, PlacedQr } from './layouts/frame.ts';
import { SIZES, type Size } from './variant.ts';

/** satori's render function: element tree → SVG. */
export const getSatori = once(async () => {
  const { default: satori, init } = await import('satori/standalone');
  await init(layoutModule);
  return satori;
});

/** resvg's class: SVG → pixels. What it makes lies in WebAssembly memory until `free` is called. */
export const getResvg = once(async () => {
  await initWasm(resvgModule).catch((error: Error) => {
    // A start that took too long for its picture, and was forgotten, has ended since.
    if (!error.message.startsWith('Already initialized')) throw error;
  });
  return Resvg;
});

/** Lets the next picture start them again, after one whose time ended while they started. */
export function forgetEngines(): void {
  getSatori.forget();
  getResvg.forget();
}

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

/** RGBA, 4 bytes a pixel, row by row from the top. */
export type Pixels = { width: number; height: number; rgba: Uint8Array };

/** Nothing to crop to. Without it resvg copies the whole picture, which takes its memory twice. */
const NO_CROP = { left: 0, top: 0, right: 0, bottom: 0 };

/** Draws an SVG whose letters are outlines. @throws when resvg cannot parse it. */
export async function toPixels(svg: string): Promise<Pixels> {
  const Resvg = await getResvg();
  const renderer = new Resvg(new TextEncoder().encode(svg), { font: { loadSystemFonts: false }, crop: NO_CROP });
  try {
    const image = renderer.render();
    try {
      return { width: image.width, height: image.height, rgba: image.pixels };
    } finally {
      image.free();
    }
  } finally {
    renderer.free();
  }
}
