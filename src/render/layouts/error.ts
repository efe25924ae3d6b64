/** The picture of an error. Its look is fixed: nothing of the request is drawn. Pure. */
import { box, column, type Element } from '../element.ts';
import { faceStyle } from '../fonts.ts';
import { drawParagraph, setParagraph } from '../paragraph.ts';
import { SIZES } from '../size.ts';
import { THEMES } from '../theme.ts';

export type ErrorText = { title: string; detail: string };

export function layError({ title, detail }: ErrorText): Element {
  const { width, height } = SIZES.og;
  const colors = THEMES.light;
  const inner = width - 2 * 64;
  return column(
    {
      width,
      height,
      padding: '0 64px',
      justifyContent: 'center',
      background: colors.paper,
      ...faceStyle('sans'),
      borderLeft: `16px solid ${colors.accent}`,
    },
    drawParagraph(setParagraph({ text: title, face: 'bold', color: colors.ink, lineHeight: 1.15 }, 76, inner)),
    box({ height: 28 }),
    drawParagraph(setParagraph({ text: detail, face: 'sans', color: colors.muted, lineHeight: 1.35 }, 36, inner)),
  );
}
