/** A laid out card → SVG. */
import { getSatori } from './engines.ts';
import { FONTS } from './fonts.ts';
import type { Drawing } from './layouts/canvas.ts';
import { SIZES, type Size } from './size.ts';

/** Masks that satori writes around every box, and that nothing on a card refers to. */
const UNUSED_MASKS = /<mask id="satori_om-[^"]*">.*?<\/mask>/g;

/** Draws a card as an SVG document whose letters are outlines. @throws Error when a style is not known to satori. */
export async function toSvg({ element, overlay }: Drawing, size: Size): Promise<string> {
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
  const lean = svg.includes('url(#satori_om') ? svg : svg.replace(UNUSED_MASKS, '');
  return lean.replace(/<\/svg>$/, `${overlay}</svg>`);
}
