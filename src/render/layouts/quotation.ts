/** The source's own words as cards set them: in the serif, with the marker behind the decisive ones. Pure. */
import { findHighlight } from '../../card/evidence/highlight.ts';
import { noticeLine } from '../../card/headline.ts';
import { noticeOf } from '../../card/history.ts';
import { quotedText } from '../../card/quoted-text.ts';
import type { CardRecord, QuotedRecord } from '../../card/record.ts';
import type { Colors } from '../../card/site.ts';
import { box, column, type Element } from '../element.ts';
import { drawParagraph, type Paragraph, setParagraph, type TextSpec } from '../paragraph.ts';
import { layFoot, sourceLines } from './foot.ts';
import { type Canvas, type Frame, innerWidth, layFrame, type Part, pageOf } from './frame.ts';
import { layHead, statusState } from './head.ts';

/** The quote in quotation marks, its decisive words marked. */
export function quotationText(record: QuotedRecord, colors: Colors, color: string): TextSpec {
  const { text, offset } = quotedText(record);
  const found = findHighlight(record.card.quote);
  const mark = found && {
    start: offset + found.start,
    end: offset + found.end,
    background: colors.marker,
    color: colors.markerInk,
  };
  return { text, face: 'serif', color, lineHeight: 1.36, mark };
}

/** The width that the bar before a quotation takes, its space included, in px. */
export function barWidth(canvas: Canvas): number {
  return Math.round(26 * pageOf(canvas).scale);
}

/** A quotation with a bar of the marker's colour at its side. */
export function drawQuotation(paragraph: Paragraph, canvas: Canvas): Element {
  const bar = Math.round(5 * pageOf(canvas).scale);
  return box(
    {},
    box({ width: bar, marginRight: barWidth(canvas) - bar, background: canvas.colors.marker }),
    drawParagraph(paragraph),
  );
}

export function layQuotedFrame(record: QuotedRecord, canvas: Canvas): Frame {
  const { topics, status, asOf } = record.card;
  const head = layHead({ topics, state: statusState(status, asOf) }, canvas);
  return layFrame(canvas, withNotice(head, record, canvas), layFoot(sourceLines(record), canvas));
}

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
