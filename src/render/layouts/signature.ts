/** The brand at the left of a card's foot: its logo, or else the mark of the project. Pure. */
import type { Logo } from '../../card/site.ts';
import { box, type Element } from '../element.ts';
import { rectangle, type Shape } from '../shapes.ts';
import { type Canvas, pageOf } from './frame.ts';

/** `width`: from the edge of the picture to the end of the signature. `shapes`: relative to the foot. */
export type Signature = { element: Element; width: number; shapes: Shape[] };

/** Where the content of a foot is, in px from its top. */
type Place = { height: number; contentTop: number; contentHeight: number };

/** Logos of all shapes cover about the same area. All as multiples of the smallest type. */
const [LOGO_SIDE, LOGO_MAX_WIDTH, LOGO_MAX_HEIGHT] = [2.6, 6, 3];

/** The tab with the mark, the mark, and the bar beside a logo, as multiples of the smallest type. */
const [TAB_WIDTH, MARK_SIDE, BAR_WIDTH] = [3, 1.9, 0.3];

/** The size of a logo on a canvas, in px. */
export function logoSize({ width, height }: Logo, small: number): { width: number; height: number } {
  const side = (LOGO_SIDE * small) / Math.sqrt(width * height);
  const scale = Math.min(side, (LOGO_MAX_WIDTH * small) / width, (LOGO_MAX_HEIGHT * small) / height);
  return { width: Math.max(1, Math.round(scale * width)), height: Math.max(1, Math.round(scale * height)) };
}

/** The width of the signature. It does not depend on the height of the foot. */
export function signatureWidth(canvas: Canvas): number {
  const { paddingX, small } = pageOf(canvas);
  const { logo, foot } = canvas;
  const tab = Math.round(TAB_WIDTH * small);
  if (foot === 'line') return paddingX + (logo ? logoSize(logo, small).width : tab);
  return logo ? paddingX + logoSize(logo, small).width + Math.round((0.8 + BAR_WIDTH) * small) : tab;
}

/** The least height of the content of a foot with this signature. */
export function signatureHeight(canvas: Canvas): number {
  const { small } = pageOf(canvas);
  return canvas.logo ? logoSize(canvas.logo, small).height : Math.round(TAB_WIDTH * small);
}

/** Draws the signature. A logo is on the colour of the paper, as on pages. */
export function drawSignature(canvas: Canvas, place: Place): Signature {
  const { colors, logo, foot } = canvas;
  const { paddingX, small } = pageOf(canvas);
  const width = signatureWidth(canvas);
  const middle = place.contentTop + place.contentHeight / 2;
  if (logo) {
    const size = logoSize(logo, small);
    const image = { type: 'img', key: null, props: { src: logo.uri, ...size, style: {} } };
    const padding = `${Math.round(middle - size.height / 2)}px 0 0 ${paddingX}px`;
    const element = box({ width, height: place.height, background: colors.paper, padding }, image);
    const bar = Math.round(BAR_WIDTH * small);
    const shape = { name: 'tab', x: width - bar, y: 0, d: rectangle(0, 0, bar, place.height), color: colors.stripTab };
    return { element, width, shapes: foot === 'line' ? [] : [shape] };
  }
  const tab = Math.round(TAB_WIDTH * small);
  const side = Math.round(MARK_SIDE * small);
  const [x, y] = foot === 'line' ? [paddingX, Math.round(middle - tab / 2)] : [0, 0];
  const height = foot === 'line' ? tab : place.height;
  const left = x + (tab - side) / 2;
  const shapes: Shape[] = [
    { name: 'tab', x, y, d: rectangle(0, 0, tab, height), color: colors.stripTab },
    { name: 'mark', x: left, y: Math.round(middle - side / 2), d: markPath(side), color: colors.strip },
  ];
  return { element: box({ width, height: place.height }), width, shapes };
}

/** The mark of the project, a quotation mark in the brackets of a citation, in a square of `side` px. */
export function markPath(side: number): string {
  const scaled = (commands: readonly (string | number)[]) =>
    commands.map((part) => (typeof part === 'string' ? part : Math.round(part * side * 100) / 100)).join(' ');
  const bracket = (x: number, towards: 1 | -1) =>
    scaled(['M', x, 0, 'h', 0.24 * towards, 'v', 0.11, 'h', -0.12 * towards, 'v', 0.78]) +
    scaled(['h', 0.12 * towards, 'v', 0.11, 'h', -0.24 * towards, 'z']);
  const comma = (x: number) =>
    scaled(['M', x, 0.7, 'v', -0.13, 'c', 0, -0.15, 0.07, -0.24, 0.19, -0.28, 'l', 0.035, 0.08]) +
    scaled(['c', -0.07, 0.03, -0.1, 0.07, -0.105, 0.12, 'h', 0.115, 'v', 0.21, 'z']);
  return bracket(0, 1) + bracket(1, -1) + comma(0.235) + comma(0.53);
}
