/** The line under a card's head that tells its history: when it was corrected, or what took its place. Pure. */
import { noticeOf } from '../../domain/history.ts';
import { noticeLine } from '../../domain/notice.ts';
import type { CardRecord } from '../../domain/record.ts';
import { box, column } from '../element.ts';
import { drawParagraph, setParagraph } from '../paragraph.ts';
import { type Canvas, type Part, pageOf } from './canvas.ts';
import { innerWidth } from './frame.ts';

/** Puts the notice of a card under its head, where it has one. */
export function withNotice(head: Part, record: CardRecord, canvas: Canvas, width = innerWidth(canvas)): Part {
  const line = noticeLine(record);
  if (line === undefined) return head;
  const { small } = pageOf(canvas);
  const notice = noticeOf(record.card);
  const text = notice?.type === 'superseded' ? `${line} by /cards/${notice.by}` : line;
  const paragraph = setParagraph({ text, face: 'bold', color: canvas.colors.accent, lineHeight: 1.3 }, small, width);
  const gap = Math.round(small / 3);
  return {
    element: column({}, head.element, box({ height: gap }), drawParagraph(paragraph)),
    height: head.height + gap + paragraph.height,
    fits: head.fits,
  };
}
