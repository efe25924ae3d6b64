/** A quote card: the words themselves, large; then what they are about. Pure. */
import type { QuotedRecord } from '../../card/record.ts';
import { fitTexts } from '../fit.ts';
import { drawParagraph } from '../paragraph.ts';
import { type Canvas, type Drawing, scaled } from './frame.ts';
import { layQuotedFrame, quotationText } from './quotation.ts';

export function layQuote(record: QuotedRecord, canvas: Canvas): Drawing {
  const { colors } = canvas;
  const frame = layQuotedFrame(record, canvas);
  const { claim } = record.card;
  const { paragraphs, fits } = fitTexts(
    [
      {
        ...quotationText(record, colors, colors.ink),
        lineHeight: 1.26,
        sizes: scaled(canvas, [84, 78, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 32]),
        maxWidth: frame.width,
      },
      {
        text: claim,
        face: 'sans',
        color: colors.muted,
        lineHeight: 1.28,
        gap: 24,
        sizes: scaled(canvas, [36, 34, 32, 30, 28, 26, 24]),
        maxWidth: frame.width,
      },
    ],
    frame.height,
  );
  const [words, about] = paragraphs;
  return frame.draw([drawParagraph(words), drawParagraph(about)], fits);
}
