/** A figure card: the number as large as it fits, the claim under it, and the words they rest on. Pure. */
import type { Figure } from '../../domain/card.ts';
import type { QuotedRecord } from '../../domain/record.ts';
import { box, column, type Element } from '../element.ts';
import { fitTexts } from '../fit.ts';
import { drawParagraph } from '../paragraph.ts';
import { type Canvas, layFrame } from './frame.ts';
import { BAR_WIDTH, drawQuotation, quotationText } from './quotation.ts';

export function layFigure(record: QuotedRecord, figure: Figure, canvas: Canvas): Element {
  const { colors } = canvas;
  const frame = layFrame(record, canvas);
  const { claim, quote } = record.card;
  const [number, words, quotation] = fitTexts(
    [
      {
        text: figure.text,
        face: 'bold',
        color: colors.ink,
        lineHeight: 1.06,
        letterSpacing: -0.03,
        sizes: [148, 136, 124, 112, 100, 88, 76, 64],
        maxWidth: frame.width,
        maxLines: 1,
      },
      {
        text: claimWithUnit(claim, figure.unit),
        face: 'sans',
        color: colors.ink,
        lineHeight: 1.2,
        gap: 8,
        sizes: [46, 44, 42, 40, 38, 36, 32, 28],
        maxWidth: frame.width,
      },
      {
        ...quotationText(quote, colors, colors.muted),
        gap: 24,
        sizes: [34, 32, 30, 28, 26, 24],
        maxWidth: frame.width - BAR_WIDTH,
      },
    ],
    frame.height,
  );
  return frame.draw([
    column({}, drawParagraph(number), box({ height: 8 }), drawParagraph(words)),
    drawQuotation(quotation, colors),
  ]);
}

/** The unit leads the claim, unless the claim names it already. */
function claimWithUnit(claim: string, unit: string): string {
  return claim.toLowerCase().includes(unit.toLowerCase()) ? claim : `${unit}: ${claim}`;
}
