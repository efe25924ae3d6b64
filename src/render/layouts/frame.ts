/** The canvas of a card, and the frame around its body: head, rule and foot. Pure. */

import type { Brand, Colors, Logo } from '../../card/site.ts';
import { box, column, type Element } from '../element.ts';
import { faceStyle } from '../fonts.ts';
import { makeQr, type QrCode } from '../qr.ts';
import { type Page, SIZES, type Size, type Variant } from '../variant.ts';

/** The input of every layout: the size, the colours and logo of the brand, and the target of the QR code. */
export type Canvas = { size: Size; colors: Colors; logo: Logo | null; pageUrl: string };

export function canvasOf({ colors, logo }: Brand, { size, theme }: Variant, pageUrl: string): Canvas {
  return { size, colors: colors[theme], logo: logo?.[theme] ?? null, pageUrl };
}

/** A QR code with its position in px. It is drawn over the elements and is not part of the layout. */
export type PlacedQr = QrCode & { left: number; top: number; tile: string; module: string };

/** A card after layout. `fits` is false if a text does not fit at the smallest size; `npm run check` rejects such cards. */
export type Drawing = { element: Element; qr: PlacedQr | null; fits: boolean };

/** A part of a card with its height in px. */
export type Part = { element: Element; height: number; fits: boolean };

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

export type Frame = {
  /** The size of the body in px. */
  width: number;
  height: number;
  /** Draws the frame around the parts of the body, from top to bottom. */
  draw(body: Element[], fits: boolean): Drawing;
};

const RULE_HEIGHT = 2;

/** The width of texts on a canvas, in px. */
export function innerWidth(canvas: Canvas): number {
  const { width, paddingX } = pageOf(canvas);
  return width - 2 * paddingX;
}

/** The position of the QR code: in the foot, or in the head if the foot needs the space. */
type QrPlace = 'foot' | 'head';

export function layoutFrame(canvas: Canvas, head: Part, foot: Part, qrPlace: QrPlace = 'foot'): Frame {
  const { width, height, paddingX, paddingTop, paddingBottom, gap, narrow } = pageOf(canvas);
  const { colors } = canvas;
  const bodyHeight = height - paddingTop - paddingBottom - head.height - foot.height - 3 * gap - RULE_HEIGHT;
  return {
    width: innerWidth(canvas),
    height: bodyHeight,
    draw(body, fits) {
      // Shrinks if the texts need the space.
      const spacer = box({ height: Math.round(1.4 * gap), flexShrink: 1 });
      const element = column(
        {
          width,
          height,
          padding: `${paddingTop}px ${paddingX}px ${paddingBottom}px`,
          background: colors.paper,
          color: colors.ink,
          ...faceStyle('sans'),
        },
        head.element,
        column(
          {
            height: bodyHeight,
            margin: `${gap}px 0`,
            justifyContent: narrow ? 'center' : 'space-between',
          },
          ...body.flatMap((part, index) => (narrow && index > 0 ? [spacer, part] : [part])),
        ),
        box({ height: RULE_HEIGHT, background: colors.rule, marginBottom: gap }),
        foot.element,
      );
      const qrTop = qrPlace === 'head' ? paddingTop : height - paddingBottom - foot.height;
      const qr = placeQr(canvas, width - paddingX, qrTop);
      return { element, qr, fits: fits && head.fits && foot.fits };
    },
  };
}

/** Places the QR code with its upper right corner at a point. */
function placeQr(canvas: Canvas, right: number, top: number): PlacedQr {
  const { tile, module } = canvas.colors;
  const code = makeQr(canvas.pageUrl, pageOf(canvas).qrModule);
  return { ...code, left: right - code.side, top, tile, module };
}
