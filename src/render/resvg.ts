/** An SVG document → pixels, by resvg. */
import { getResvg } from './engines.ts';

/** RGBA, 4 bytes a pixel, row by row from the top. */
export type Pixels = { width: number; height: number; rgba: Uint8Array };

/** Draws an SVG whose letters are outlines. @throws when resvg cannot parse it. */
export async function toPixels(svg: string): Promise<Pixels> {
  const Resvg = await getResvg();
  const renderer = new Resvg(svg, { font: { loadSystemFonts: false } });
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
