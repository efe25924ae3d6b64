/** What figure and event cards share: a short text that leads, the statement under it, and the words they rest on. Pure. */
import type { QuotedRecord } from '../../card/record.ts';
import { column } from '../element.ts';
import { type FittedText, fitTexts } from '../fit.ts';
import { drawParagraph, type TextSpec } from '../paragraph.ts';
import { type Canvas, type Drawing, scaled } from './frame.ts';
import { barWidth, drawQuotation, layQuotedFrame, originalText, quotationText } from './quotation.ts';

type Led = {
  /** Set in one line, as large as it fits. */
  lead: TextSpec & { sizes: readonly number[] };
  statement: TextSpec & { sizes: readonly number[] };
  /** The space between the two, in px. */
  gap: number;
};

/** Lays out a card that `lead` leads. Type sizes are those of a picture 1200 px wide. */
export function layLed(record: QuotedRecord, canvas: Canvas, { lead, statement, gap }: Led): Drawing {
  const { colors } = canvas;
  const frame = layQuotedFrame(record, canvas);
  const fitted = (text: Led['lead'], extra: Partial<FittedText>): FittedText => ({
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
