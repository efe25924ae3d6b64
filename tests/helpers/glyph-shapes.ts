/** Finds the box that a font draws for a letter it does not have. */

/** In the fonts of this project it is a rectangle with four triangles in it, which no letter is. */
const MISSING_GLYPH = /ML{4}Z(ML{3}Z){4}/;

/** Whether any path of an SVG draws the missing-glyph box. */
export function hasMissingGlyph(svg: string): boolean {
  const paths = [...svg.matchAll(/ d="([^"]+)"/g)].map((match) => match[1] ?? '');
  const commands = (path: string) => path.replace(/[^a-z]/gi, '').toUpperCase();
  // Lines along an axis are lines, too.
  return paths.some((path) => MISSING_GLYPH.test(commands(path).replace(/[HV]/g, 'L')));
}
