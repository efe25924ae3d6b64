/** The paper of a card: a head, a rule, a foot, and between them what the layout of its kind fills. Pure. */
import { box, column, type Element } from '../element.ts';
import { faceStyle } from '../fonts.ts';
import { makeQr } from '../qr.ts';
import { type Canvas, type Drawing, type Part, type PlacedQr, pageOf } from './canvas.ts';

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
