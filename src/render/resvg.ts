/** An SVG document → pixels, by resvg. */
import { getResvg } from './engines.ts';

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
