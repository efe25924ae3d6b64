/** SVG → pixels. */
import { getResvg } from './engines.ts';

/** Four bytes a pixel (red, green, blue, alpha), row by row from the top. */
export type Raster = { pixels: Uint8Array; width: number; height: number };

/** The paper, which satori draws first: a rectangle over the whole picture. */
const PAPER = /^(<svg [^>]*>)<rect x="0" y="0" width="\d+" height="\d+" fill="(#[0-9a-f]{6})"\/>/;

/**
 * Rasterises an SVG document at its own size. The paper is given to resvg as its background: the same pixels, filled
 * at once instead of painted. Frees all that resvg allocated, whatever happens.
 */
export async function rasterise(svg: string): Promise<Raster> {
  const Resvg = await getResvg();
  const background = PAPER.exec(svg)?.[2];
  const renderer = new Resvg(background ? svg.replace(PAPER, '$1') : svg, { font: { fontBuffers: [] }, background });
  try {
    const image = renderer.render();
    try {
      return { pixels: image.pixels, width: image.width, height: image.height };
    } finally {
      image.free();
    }
  } finally {
    renderer.free();
  }
}
