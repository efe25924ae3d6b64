/** The paper of a card: a head, a rule, a foot, and between them what the layout of its kind fills. Pure. */
import { box, column, type Element } from '../element.ts';
import { faceStyle } from '../fonts.ts';
import { type Canvas, type Drawing, type Part, pageOf } from './canvas.ts';

export type Frame = {
  /** What is left for the body, in px. */
  width: number;
  height: number;
  /** Closes the frame around the body, its children spread from top to bottom. */
  draw(body: Element[], fits: boolean): Drawing;
};

const RULE_HEIGHT = 2;

/** The width that texts have on the page of a canvas, in px. */
export function innerWidth(canvas: Canvas): number {
  const { width, paddingX } = pageOf(canvas);
  return width - 2 * paddingX;
}

export function layFrame(canvas: Canvas, head: Part, foot: Part): Frame {
  const { width, height, paddingX, paddingTop, paddingBottom, gap } = pageOf(canvas);
  const { colors } = canvas;
  const bodyHeight = height - paddingTop - paddingBottom - head.height - foot.height - 3 * gap - RULE_HEIGHT;
  return {
    width: innerWidth(canvas),
    height: bodyHeight,
    draw(body, fits) {
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
        column({ height: bodyHeight, margin: `${gap}px 0`, justifyContent: 'space-between' }, ...body),
        box({ height: RULE_HEIGHT, background: colors.rule, marginBottom: gap }),
        foot.element,
      );
      return { element, fits: fits && head.fits && foot.fits };
    },
  };
}
