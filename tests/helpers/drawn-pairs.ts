/** The pairs of colours that lie on each other in a picture, as the roles of a brand. */
import { type Brand, type Colors, DEFAULT_BRAND, DEFAULT_COLORS, type Role } from '../../src/card/site.ts';
import type { Drawing } from '../../src/render/layouts/frame.ts';
import type { Size } from '../../src/render/variant.ts';
import { type Box, layOut, type Rect } from './boxes.ts';

const ROLES = Object.keys(DEFAULT_COLORS.light) as Role[];

/** A colour for each role, and no two alike. */
const colors = Object.fromEntries(ROLES.map((role, at) => [role, `#0000${(16 + at).toString(16)}`])) as Colors;
export const TELLING_BRAND: Brand = { ...DEFAULT_BRAND, colors: { light: colors, dark: colors } };

function roleOf(color: unknown): Role {
  const role = ROLES.find((name) => colors[name] === color);
  if (!role) throw new Error(`${color} is the colour of no role`);
  return role;
}

/** "ink on paper", with what it is. */
export type DrawnPair = { what: 'text' | 'shape' | 'area'; pair: string };

const contains = ({ left, right, top, bottom }: Rect, x: number, y: number) =>
  x >= left && x < right && y >= top && y < bottom;

/** The nearest box around with a value for a property of style. */
function inherited(box: Box | undefined, property: 'color' | 'background'): unknown {
  return box === undefined ? undefined : (box.style[property] ?? inherited(box.parent, property));
}

/** Every pair of a drawing in the colours of `TELLING_BRAND`. */
export async function drawnPairs(drawing: Drawing, size: Size): Promise<DrawnPair[]> {
  const { boxes, runs } = await layOut(drawing, size);
  const pairs: DrawnPair[] = [];
  const add = (what: DrawnPair['what'], color: unknown, ground: unknown) =>
    pairs.push({ what, pair: `${roleOf(color)} on ${roleOf(ground)}` });

  for (const { box } of runs) {
    const color = inherited(box, 'color');
    add('text', color, inherited(box, 'background'));
    // The band behind marked words is beside them in the tree, and behind their lower half only.
    const band = boxes.find(({ parent, style }) => parent === box.parent && style.background && style.marginBottom);
    if (band) add('text', color, band.style.background);
  }
  for (const { style, parent } of boxes) {
    const ground = inherited(parent, 'background');
    if (style.background && parent) add('area', style.background, ground);
    if (style.border) add('shape', String(style.border).split(' ').at(-1), ground);
  }
  const painted = boxes.flatMap((box) => (box.style.background ? [{ ...box, color: box.style.background }] : []));
  const covers: (Rect & { color: unknown })[] = [...painted];
  for (const { x, y, d, color } of drawing.shapes ?? []) {
    const [startX = 0, startY = 0] = (/^M ?(-?[\d.]+)[ ,](-?[\d.]+)/.exec(d) ?? []).slice(1).map(Number);
    const ground = covers.findLast((cover) => contains(cover, x + startX, y + startY));
    add('shape', color, ground?.color);
    const [, width, height] = (/^M-?[\d.]+ -?[\d.]+h([\d.]+)v([\d.]+)h-[\d.]+z$/.exec(d) ?? []).map(Number);
    if (width && height)
      covers.push({ left: x + startX, top: y + startY, right: x + startX + width, bottom: y + startY + height, color });
  }
  if (drawing.qr) add('shape', drawing.qr.module, drawing.qr.tile);
  return pairs;
}
