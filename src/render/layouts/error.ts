/** The layout of errors. It never shows data from the request. Pure. */
import type { Colors } from '../../card/site.ts';
import { box, column } from '../element.ts';
import { faceStyle } from '../fonts.ts';
import { drawParagraph, setParagraph } from '../paragraph.ts';
import { SIZES } from '../variant.ts';
import type { Drawing } from './frame.ts';

export type ErrorText = { title: string; detail: string };

export function layoutError({ title, detail }: ErrorText, colors: Colors): Drawing {
  const { width, height } = SIZES.og;
  const inner = width - 2 * 64;
  const texts = column(
    { padding: '0 64px', justifyContent: 'center', gap: 28 },
    drawParagraph(setParagraph({ text: title, face: 'bold', color: colors.ink, lineHeight: 1.15 }, 76, inner)),
    drawParagraph(setParagraph({ text: detail, face: 'sans', color: colors.muted, lineHeight: 1.35 }, 36, inner)),
  );
  const bar = box({ width: 16, height, background: colors.accent });
  const element = box({ width, height, background: colors.paper, ...faceStyle('sans') }, bar, texts);
  return { element, qr: null, fits: true };
}
