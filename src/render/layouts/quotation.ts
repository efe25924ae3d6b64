/** The quotation on cards: serif type, with the highlighted words marked. Pure. */
import { findHighlight } from '../../card/evidence/highlight.ts';
import { noticesOf } from '../../card/headline.ts';
import { noticeOf } from '../../card/history.ts';
import { quotedText } from '../../card/quoted-text.ts';
import { type CardRecord, isComparison, type QuotedRecord } from '../../card/record.ts';
import { relatedLine } from '../../card/related.ts';
import type { Colors } from '../../card/site.ts';
import { box, column, type Element } from '../element.ts';
import { drawParagraph, type Paragraph, setParagraph, type TextSpec } from '../paragraph.ts';
import { layoutFoot, sourceLines } from './foot.ts';
import { type Canvas, type Frame, innerWidth, layoutFrame, type Part, pageOf } from './frame.ts';
import { layoutHead, statusState } from './head.ts';

/** The quote with its highlight, or its translation if the quote is in another language. */
export function quotationText(record: QuotedRecord, colors: Colors, color: string): TextSpec {
  const { text, offset } = quotedText(record);
  const found = record.card.quote.translation ? undefined : findHighlight(record.card.quote);
  return { text, face: 'serif', color, lineHeight: 1.36, mark: found && markAt(found, offset, colors) };
}

/** The original words of a translated quote, in the quotation marks of their language; empty if not translated. */
export function originalText({ card, source, evidence }: QuotedRecord, colors: Colors): TextSpec[] {
  const { exact, highlight, translation } = card.quote;
  if (!translation) return [];
  const quote = { exact, ...(highlight !== undefined && { highlight }) };
  const { text, offset } = quotedText({ card: { language: source.language, quote }, evidence });
  const found = findHighlight(quote);
  const mark = found && markAt(found, offset, colors);
  return [{ text, face: 'serif', color: colors.muted, lineHeight: 1.36, mark }];
}

function markAt({ start, end }: { start: number; end: number }, offset: number, colors: Colors): TextSpec['mark'] {
  return { start: offset + start, end: offset + end, background: colors.marker, color: colors.markerInk };
}

/** The width of the bar beside a quotation, with its space, in px. */
export function barWidth(canvas: Canvas): number {
  return Math.round(26 * pageOf(canvas).scale);
}

/** A quotation with a bar at its side. */
export function drawQuotation(paragraphs: readonly Paragraph[], canvas: Canvas): Element {
  const bar = Math.round(5 * pageOf(canvas).scale);
  return box(
    {},
    box({ width: bar, marginRight: barWidth(canvas) - bar, background: canvas.colors.marker }),
    column({}, ...paragraphs.map(drawParagraph)),
  );
}

export function layoutQuotedFrame(record: QuotedRecord, canvas: Canvas): Frame {
  const { card } = record;
  const head = layoutHead({ topics: card.topics, state: statusState(card) }, canvas);
  return layoutFrame(canvas, withNotice(head, record, canvas), layoutFoot(sourceLines(record), canvas));
}

/** Adds notices and relations below the head of a card. */
export function withNotice(head: Part, record: CardRecord, canvas: Canvas, width = innerWidth(canvas)): Part {
  const [first, ...others] = noticesOf(record);
  const notice = noticeOf(record.card);
  const by = notice?.type === 'superseded' ? ` by /cards/${notice.by}` : '';
  const { accent, muted } = canvas.colors;
  const aside = isComparison(record) ? undefined : relatedLine(record.card);
  const { small } = pageOf(canvas);
  const paragraphs = [
    ...(first === undefined
      ? []
      : [{ text: [`${first}${by}`, ...others].join(' · '), face: 'bold', color: accent } as const]),
    ...(aside === undefined ? [] : [{ text: aside, face: 'sans', color: muted } as const]),
  ].map((text) => setParagraph({ ...text, lineHeight: 1.3 }, small, width));
  if (paragraphs.length === 0) return head;
  const gap = Math.round(small / 3);
  return {
    element: column({}, head.element, box({ height: gap }), ...paragraphs.map(drawParagraph)),
    height: head.height + gap + paragraphs.reduce((sum, { height }) => sum + height, 0),
    fits: head.fits,
  };
}
