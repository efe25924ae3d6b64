/** SVG → PNG. */
import { getResvg } from './engines.ts';

/** Rasterises an SVG document at its own size. Frees all that resvg allocated, whatever happens. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const Resvg = await getResvg();
  const renderer = new Resvg(svg, { font: { fontBuffers: [] } });
  try {
    const image = renderer.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    renderer.free();
  }
}
