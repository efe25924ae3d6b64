/** The paper of a card: what every layout is given, and a head, a rule and a foot around what it fills. Pure. */

import type { Brand, Colors, Logo } from '../../card/site.ts';
import { box, column, type Element } from '../element.ts';
import { faceStyle } from '../fonts.ts';
import { makeQr, type QrCode } from '../qr.ts';
import { type Page, SIZES, type Size, type Variant } from '../variant.ts';

/** What a card is drawn on: its size, the brand's colours and logo, and the address that its QR code leads to. */
export type Canvas = { size: Size; colors: Colors; logo: Logo | null; pageUrl: string };

export function canvasOf({ colors, logo }: Brand, { size, theme }: Variant, pageUrl: string): Canvas {
  return { size, colors: colors[theme], logo: logo?.[theme] ?? null, pageUrl };
}

/** A QR code where it stands, its upper left corner in px: it goes over the drawn elements, and needs no layout. */
export type PlacedQr = QrCode & { left: number; top: number; tile: string; module: string };

/** A laid out card. `fits` is false when a text did not go in at the smallest type: `npm run check` refuses such a card. */
export type Drawing = { element: Element; qr: PlacedQr | null; fits: boolean };

/** A part of a page, with the height it takes in px. */
export type Part = { element: Element; height: number; fits: boolean };

export function pageOf({ size }: Canvas): Page {
  return SIZES[size];
}

/** How much smaller each further step of a scale is, where the page's smallest type is not reached yet. */
const STEP_DOWN = 0.92;

/** Type sizes, given as those of a picture 1200 px wide, for the page of a canvas; on down to its smallest type. */
export function scaled(canvas: Canvas, sizes: readonly number[]): number[] {
  const { scale, small } = pageOf(canvas);
  const steps = sizes.map((size) => Math.round(size * scale));
  for (let size = (steps.at(-1) ?? small) * STEP_DOWN; scale > 1 && size >= small; size *= STEP_DOWN) {
    steps.push(Math.round(size));
  }
  return steps;
}

export type Frame = {
  /** What is left for the body, in px. */
  width: number;
  height: number;
  /** Closes the frame around the body: its parts from top to bottom. */
  draw(body: Element[], fits: boolean): Drawing;
};

const RULE_HEIGHT = 2;

/** The width that texts have on the page of a canvas, in px. */
export function innerWidth(canvas: Canvas): number {
  const { width, paddingX } = pageOf(canvas);
  return width - 2 * paddingX;
}

/** Where the QR code is: at the right of the foot, or of the head where the foot's text needs the room. */
type QrPlace = 'foot' | 'head';

export function layFrame(canvas: Canvas, head: Part, foot: Part, qrPlace: QrPlace = 'foot'): Frame {
  const { width, height, paddingX, paddingTop, paddingBottom, gap, narrow } = pageOf(canvas);
  const { colors } = canvas;
  const bodyHeight = height - paddingTop - paddingBottom - head.height - foot.height - 3 * gap - RULE_HEIGHT;
  return {
    width: innerWidth(canvas),
    height: bodyHeight,
    draw(body, fits) {
      // Gives way where the texts need the room.
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

/** The QR code, its upper right corner at the place given. */
function placeQr(canvas: Canvas, right: number, top: number): PlacedQr {
  const { tile, module } = canvas.colors;
  const code = makeQr(canvas.pageUrl, pageOf(canvas).qrModule);
  return { ...code, left: right - code.side, top, tile, module };
}
