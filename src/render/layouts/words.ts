/** Claim, quote and event cards: a large text, and those that explain it. Pure. */
import { formatDate } from '../../domain/date.ts';
import type { QuotedRecord } from '../../domain/record.ts';
import { box, column, type Element } from '../element.ts';
import { fitTexts } from '../fit.ts';
import { drawParagraph } from '../paragraph.ts';
import { type Canvas, layFrame } from './frame.ts';
import { BAR_WIDTH, drawQuotation, quotationText } from './quotation.ts';

const GAP = 24;

/** A claim card: the statement, and the words it rests on. */
export function layClaim(record: QuotedRecord, canvas: Canvas): Element {
  const { colors } = canvas;
  const frame = layFrame(record, canvas);
  const { claim, quote } = record.card;
  const [statement, quotation] = fitTexts(
    [
      {
        text: claim,
        face: 'bold',
        color: colors.ink,
        lineHeight: 1.16,
        sizes: [64, 60, 56, 52, 48, 44, 40, 36, 32],
        maxWidth: frame.width,
      },
      {
        ...quotationText(quote, colors, colors.muted),
        gap: GAP,
        sizes: [36, 34, 32, 30, 28, 26, 24],
        maxWidth: frame.width - BAR_WIDTH,
      },
    ],
    frame.height,
  );
  return frame.draw([drawParagraph(statement), drawQuotation(quotation, colors)]);
}

/** A quote card: the words themselves, large; then what they are about. */
export function layQuote(record: QuotedRecord, canvas: Canvas): Element {
  const { colors } = canvas;
  const frame = layFrame(record, canvas);
  const { claim, quote } = record.card;
  const [words, about] = fitTexts(
    [
      {
        ...quotationText(quote, colors, colors.ink),
        lineHeight: 1.26,
        sizes: [68, 64, 60, 56, 52, 48, 44, 40, 36, 32],
        maxWidth: frame.width,
      },
      {
        text: claim,
        face: 'sans',
        color: colors.muted,
        lineHeight: 1.28,
        gap: GAP,
        sizes: [36, 34, 32, 30, 28, 26, 24],
        maxWidth: frame.width,
      },
    ],
    frame.height,
  );
  return frame.draw([drawParagraph(words), drawParagraph(about)]);
}

/** An event card: the date leads. */
export function layEvent(record: QuotedRecord, date: string, canvas: Canvas): Element {
  const { colors } = canvas;
  const frame = layFrame(record, canvas);
  const { claim, quote } = record.card;
  const [day, statement, quotation] = fitTexts(
    [
      {
        text: formatDate(date, 'long'),
        face: 'bold',
        color: colors.accent,
        lineHeight: 1.12,
        sizes: [88, 80, 72, 64, 56, 48, 44, 40],
        maxWidth: frame.width,
        maxLines: 1,
      },
      {
        text: claim,
        face: 'bold',
        color: colors.ink,
        lineHeight: 1.2,
        gap: 10,
        sizes: [48, 46, 44, 42, 40, 36, 32, 28],
        maxWidth: frame.width,
      },
      {
        ...quotationText(quote, colors, colors.muted),
        gap: GAP,
        sizes: [34, 32, 30, 28, 26, 24],
        maxWidth: frame.width - BAR_WIDTH,
      },
    ],
    frame.height,
  );
  return frame.draw([
    column({}, drawParagraph(day), box({ height: 10 }), drawParagraph(statement)),
    drawQuotation(quotation, colors),
  ]);
}
