/** The layout of claim cards: the statement and its quote. Pure. */
import type { QuotedRecord } from '../../card/record.ts';
import { fitTexts } from '../fit.ts';
import { drawParagraph } from '../paragraph.ts';
import { type Canvas, type Drawing, scaled } from './frame.ts';
import { barWidth, drawQuotation, layoutQuotedFrame, originalText, quotationText } from './quotation.ts';

export function layoutClaim(record: QuotedRecord, canvas: Canvas): Drawing {
  const { colors } = canvas;
  const frame = layoutQuotedFrame(record, canvas);
  const { claim } = record.card;
  const { paragraphs, fits } = fitTexts(
    [
      {
        text: claim,
        face: 'bold',
        color: colors.ink,
        lineHeight: 1.16,
        sizes: scaled(canvas, [76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 32]),
        maxWidth: frame.width,
      },
      {
        ...quotationText(record, colors, colors.muted),
        gap: 24,
        sizes: scaled(canvas, [36, 34, 32, 30, 28, 26, 24]),
        maxWidth: frame.width - barWidth(canvas),
      },
      ...originalText(record, colors).map((text) => ({
        ...text,
        gap: 0,
        sizes: scaled(canvas, [30, 28, 26, 24]),
        maxWidth: frame.width - barWidth(canvas),
      })),
    ],
    frame.height,
  );
  const [statement, ...quotation] = paragraphs;
  return frame.draw([drawParagraph(statement), drawQuotation(quotation, canvas)], fits);
}
