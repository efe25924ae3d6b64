/**
 * Renders a laid-out card to SVG (satori), and SVG to pixels (resvg). Each engine starts once per isolate, on first use. If a
 * start fails, the next picture retries: a promise that belongs to an aborted request would make every later request fail.
 */

import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvgModule from '@resvg/resvg-wasm/index_bg.wasm';
import layoutModule from 'satori/layout.wasm';
import { once } from '../once.ts';
import { FONTS } from './fonts.ts';
import type { Drawing, PlacedQr } from './layouts/frame.ts';
import { shapesMarkup } from './shapes.ts';
import { SIZES, type Size } from './variant.ts';

/** satori's render function: element tree to SVG. */
export const getSatori = once(async () => {
  const { default: satori, init } = await import('satori/standalone');
  await init(layoutModule);
  return satori;
});

/** resvg's class: SVG to pixels. Its objects use WebAssembly memory until `free` is called. */
export const getResvg = once(async () => {
  await initWasm(resvgModule).catch((error: Error) => {
    // A forgotten start of another picture has finished in the meantime.
    if (!error.message.startsWith('Already initialized')) throw error;
  });
  return Resvg;
});

/** Makes the next picture start the engines again. Called after a timeout during a start. */
export function forgetEngines(): void {
  getSatori.forget();
  getResvg.forget();
}

/** Draws a card as SVG with outlined text. @throws Error if satori does not support a style. */
export async function toSvg({ element, shapes = [], qr }: Drawing, size: Size): Promise<string> {
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
  return `${svg.slice(0, -'</svg>'.length)}${shapesMarkup(shapes)}${qr ? qrMarkup(qr) : ''}</svg>`;
}

function qrMarkup({ left, top, side, unit, runs, tile, module }: PlacedQr): string {
  const path = runs.map(({ x, y, width }) => `M${x} ${y}h${width}v${unit}h-${width}z`).join('');
  return (
    `<g transform="translate(${left} ${top})" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="${tile}"/><path fill="${module}" d="${path}"/></g>`
  );
}

/** RGBA, 4 bytes per pixel, row by row from the top. */
export type Pixels = { width: number; height: number; rgba: Uint8Array };

/** Disables cropping. Otherwise resvg copies the picture, which doubles the memory. */
const NO_CROP = { left: 0, top: 0, right: 0, bottom: 0 };

/** Draws an SVG with outlined text. @throws if resvg cannot parse it. */
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
