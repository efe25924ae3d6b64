/** The layout of quote cards: the words, then the claim. Pure. */
import type { QuotedRecord } from '../../card/record.ts';
import { column } from '../element.ts';
import { fitTexts } from '../fit.ts';
import { drawParagraph } from '../paragraph.ts';
import { type Canvas, type Drawing, scaled } from './frame.ts';
import { layoutQuotedFrame, originalText, quotationText } from './quotation.ts';

/** The space above the claim, and above the original of a translated quote, in px. */
const [CLAIM_GAP, ORIGINAL_GAP] = [24, 16];

export function layoutQuote(record: QuotedRecord, canvas: Canvas): Drawing {
  const { colors } = canvas;
  const frame = layoutQuotedFrame(record, canvas);
  const small = { sizes: scaled(canvas, [36, 34, 32, 30, 28, 26, 24]), maxWidth: frame.width };
  const { paragraphs, fits } = fitTexts(
    [
      {
        ...quotationText(record, colors, colors.ink),
        lineHeight: 1.26,
        sizes: scaled(canvas, [84, 78, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 32]),
        maxWidth: frame.width,
      },
      { text: record.card.claim, face: 'sans', color: colors.muted, lineHeight: 1.28, gap: CLAIM_GAP, ...small },
      ...originalText(record, colors).map((text) => ({ ...text, gap: ORIGINAL_GAP, ...small })),
    ],
    frame.height,
  );
  const [words, about, ...original] = paragraphs;
  const quoted = column({ gap: ORIGINAL_GAP }, ...[words, ...original].map(drawParagraph));
  return frame.draw([original.length > 0 ? quoted : drawParagraph(words), drawParagraph(about)], fits);
}
