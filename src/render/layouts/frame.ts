/** The canvas of a card, and the frame around its body: the head above, the strip below. Pure. */

import type { Brand, Colors, Foot, Logo } from '../../card/site.ts';
import { box, column, type Element } from '../element.ts';
import { faceStyle } from '../fonts.ts';
import type { QrCode } from '../qr.ts';
import { type Block, moved, type Shape } from '../shapes.ts';
import { BASELINE, type Page, SIZES, type Size, type Variant } from '../variant.ts';

/** The input of every layout: the size, the brand in a theme, and the target of the QR code. */
export type Canvas = { size: Size; colors: Colors; logo: Logo | null; foot: Foot; pageUrl: string };

export function canvasOf({ colors, logo, foot }: Brand, { size, theme }: Variant, pageUrl: string): Canvas {
  return { size, colors: colors[theme], logo: logo?.[theme] ?? null, foot, pageUrl };
}

/** A QR code with its position in px. It is drawn over the elements and is not part of the layout. */
export type PlacedQr = QrCode & { left: number; top: number; tile: string; module: string };

/** A card after layout. `fits` is false if a text does not fit at the smallest size; `npm run check` rejects such cards. */
export type Drawing = { element: Element; shapes?: readonly Shape[]; qr: PlacedQr | null; fits: boolean };

/** A part of a card. */
export type Part = Block & { fits: boolean };

/** The strip at the foot of a card, as wide as the picture. `qr`: relative to the strip. */
export type Strip = Block & { qr: PlacedQr };

export function pageOf({ size }: Canvas): Page {
  return SIZES[size];
}

/** The factor between further steps of a scale, down to the smallest type of the page. */
const STEP_DOWN = 0.92;

/** Scales type sizes for a picture 1200 px wide to the page of a canvas, and adds steps down to its smallest type. */
export function scaled(canvas: Canvas, sizes: readonly number[]): number[] {
  const { scale, small } = pageOf(canvas);
  const steps = sizes.map((size) => Math.round(size * scale));
  for (let size = (steps.at(-1) ?? small) * STEP_DOWN; scale > 1 && size >= small; size *= STEP_DOWN) {
    steps.push(Math.round(size));
  }
  return steps;
}

/** A space for a picture 1200 px wide, on the baseline grid of the page of a canvas. */
export function spaceOf(canvas: Canvas, space: number): number {
  return Math.round((space * pageOf(canvas).scale) / BASELINE) * BASELINE;
}

export type Frame = {
  /** The size of the body in px. */
  width: number;
  height: number;
  /** Draws the frame around the body: its upper part, and the part that is next to the strip. */
  draw(body: readonly [upper: Block, lower?: Block], fits: boolean): Drawing;
};

/** The width of texts on a canvas, in px. */
export function innerWidth(canvas: Canvas): number {
  const { width, paddingX } = pageOf(canvas);
  return width - 2 * paddingX;
}

export function layoutFrame(canvas: Canvas, head: Part, strip: Strip): Frame {
  const { width, height, paddingX, paddingTop, gap, narrow } = pageOf(canvas);
  const { colors } = canvas;
  const headGap = head.height > 0 ? gap : 0;
  const bodyTop = paddingTop + head.height + headGap;
  const bodyHeight = height - bodyTop - gap - strip.height;
  return {
    width: innerWidth(canvas),
    height: bodyHeight,
    draw([upper, lower], fits) {
      // The space that is left over is in one place: above the lower part, or around both on a narrow page.
      const left = Math.max(0, bodyHeight - upper.height - (lower?.height ?? 0));
      const between = narrow ? Math.min(left, gap) : lower ? left : 0;
      const above = narrow ? Math.floor((left - between) / 2) : 0;
      const body = column(
        { height: bodyHeight, paddingTop: above },
        upper.element,
        ...(lower ? [column({ height: between }), lower.element] : []),
      );
      const bodyAt = (block: Block | undefined, y: number) => moved(block?.shapes, paddingX, bodyTop + above + y);
      const stripTop = height - strip.height;
      const element = column(
        { width, height, background: colors.paper, color: colors.ink, ...faceStyle('sans') },
        column(
          { height: stripTop, padding: `${paddingTop}px ${paddingX}px 0` },
          box({ height: head.height, marginBottom: headGap }, head.element),
          body,
        ),
        strip.element,
      );
      const shapes = [
        ...moved(head.shapes, paddingX, paddingTop),
        ...bodyAt(upper, 0),
        ...bodyAt(lower, upper.height + between),
        ...moved(strip.shapes, 0, stripTop),
      ];
      const qr = { ...strip.qr, top: strip.qr.top + stripTop };
      return { element, shapes, qr, fits: fits && head.fits };
    },
  };
}
