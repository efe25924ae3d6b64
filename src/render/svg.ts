/** Element tree → SVG. */
import type { Element } from './element.ts';
import { getSatori } from './engines.ts';
import { FONTS } from './fonts.ts';
import { SIZES, type Size } from './size.ts';

/** Draws an element tree as an SVG document whose letters are outlines. @throws Error when a style is not known to satori. */
export async function toSvg(element: Element, size: Size): Promise<string> {
  const satori = await getSatori();
  const { width, height } = SIZES[size];
  return satori(element, {
    width,
    height,
    fonts: FONTS,
    onStyleError(error) {
      throw error;
    },
  });
}
