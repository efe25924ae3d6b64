/** The shared layout of figure and event cards: a short lead text, the statement and the quote. Pure. */
import type { QuotedRecord } from '../../card/record.ts';
import { column } from '../element.ts';
import { type FittedText, fitTexts } from '../fit.ts';
import { drawParagraph, type TextSpec } from '../paragraph.ts';
import { type Canvas, type Drawing, scaled } from './frame.ts';
import { barWidth, drawQuotation, layoutQuotedFrame, originalText, quotationText } from './quotation.ts';

type LeadTexts = {
  /** Set on one line, as large as possible. */
  lead: TextSpec & { sizes: readonly number[] };
  statement: TextSpec & { sizes: readonly number[] };
  /** The space between the two, in px. */
  gap: number;
};

/** Lays out a card with a lead text. Type sizes are for a picture 1200 px wide. */
export function layoutLeadCard(record: QuotedRecord, canvas: Canvas, { lead, statement, gap }: LeadTexts): Drawing {
  const { colors } = canvas;
  const frame = layoutQuotedFrame(record, canvas);
  const fitted = (text: LeadTexts['lead'], extra: Partial<FittedText>): FittedText => ({
    ...text,
    maxWidth: frame.width,
    ...extra,
    sizes: scaled(canvas, text.sizes),
  });
  const quotation = { ...quotationText(record, colors, colors.muted), sizes: [34, 32, 30, 28, 26, 24] };
  const { paragraphs, fits } = fitTexts(
    [
      fitted(lead, { maxLines: 1 }),
      fitted(statement, { gap }),
      fitted(quotation, { gap: 24, maxWidth: frame.width - barWidth(canvas) }),
      ...originalText(record, colors).map((text) =>
        fitted({ ...text, sizes: [28, 26, 24] }, { gap: 0, maxWidth: frame.width - barWidth(canvas) }),
      ),
    ],
    frame.height,
  );
  const [first, second, ...words] = paragraphs;
  const top = column({ gap }, drawParagraph(first), drawParagraph(second));
  return frame.draw([top, drawQuotation(words, canvas)], fits);
}
