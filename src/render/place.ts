/** Where each glyph of a text stands, as satori places them. Pure. */
import type { PlacedGlyph } from './glyph-outline.ts';
import type { TextShape } from './scene.ts';
import type { Features, Shaper } from './shape.ts';

/** A glyph stands at the nearest of so many places a px. */
const PHASES = 4;

/** A glyph, the pixel that it stands in, and where in that. */
export type GlyphAt = PlacedGlyph & { column: number; row: number };

export function placeGlyphs(drawn: TextShape, shape: Shaper): GlyphAt[] {
  const { fontSize, letterSpacing } = drawn;
  let x = drawn.x;
  return shape(drawn.text, drawn.face, featuresOf(drawn)).map(({ face, glyph, advance, dx, dy, last }) => {
    const [left, top] = [snap(x + dx * fontSize), snap(drawn.y + dy * fontSize)];
    const [column, row] = [Math.floor(left), Math.floor(top)];
    x += advance * fontSize + (last ? letterSpacing : 0);
    return { face, glyph, fontSize, column, row, x: left - column, y: top - row };
  });
}

/** With letter-spacing letters do not join, as in browsers. */
function featuresOf({ letterSpacing, tabular }: TextShape): Features {
  if (letterSpacing === 0) return tabular ? 'tnum' : '';
  return tabular ? 'tnum,-liga,-clig' : '-liga,-clig';
}

function snap(length: number): number {
  return Math.round(length * PHASES) / PHASES;
}
