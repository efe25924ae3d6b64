/** A figure card: the number as large as it fits, the claim under it, and the words they rest on. Pure. */
import type { Figure } from '../../domain/card.ts';
import { namesWords } from '../../domain/highlight.ts';
import type { QuotedRecord } from '../../domain/record.ts';
import { box, column } from '../element.ts';
import { fitTexts } from '../fit.ts';
import { drawParagraph } from '../paragraph.ts';
import { type Canvas, type Drawing, scaled } from './canvas.ts';
import { barWidth, drawQuotation, quotationText } from './quotation.ts';
import { layQuotedFrame } from './quoted-frame.ts';

const GAP = 8;

export function layFigure(record: QuotedRecord, figure: Figure, canvas: Canvas): Drawing {
  const { colors } = canvas;
  const frame = layQuotedFrame(record, canvas);
  const { claim } = record.card;
  const { paragraphs, fits } = fitTexts(
    [
      {
        text: figure.text,
        face: 'bold',
        color: colors.ink,
        lineHeight: 1.06,
        letterSpacing: -0.03,
        sizes: scaled(canvas, [176, 162, 148, 136, 124, 112, 100, 88, 76, 64]),
        maxWidth: frame.width,
        maxLines: 1,
      },
      {
        text: claimWithUnit(claim, figure.unit),
        face: 'sans',
        color: colors.ink,
        lineHeight: 1.2,
        gap: GAP,
        sizes: scaled(canvas, [48, 46, 44, 42, 40, 38, 36, 34, 32, 28]),
        maxWidth: frame.width,
      },
      {
        ...quotationText(record.card, colors, colors.muted),
        gap: 24,
        sizes: scaled(canvas, [34, 32, 30, 28, 26, 24]),
        maxWidth: frame.width - barWidth(canvas),
      },
    ],
    frame.height,
  );
  const [number, words, quotation] = paragraphs;
  const body = [
    column({}, drawParagraph(number), box({ height: GAP }), drawParagraph(words)),
    drawQuotation(quotation, canvas),
  ];
  return frame.draw(body, fits);
}

/** The unit leads the claim, unless the claim names it already. */
function claimWithUnit(claim: string, unit: string): string {
  return namesWords(claim, unit) ? claim : `${unit}: ${claim}`;
}
