/** The layout of figure cards: a large number, the claim and the quote. Pure. */
import { namesWords } from '../../card/evidence/highlight.ts';
import type { QuotedRecord } from '../../card/record.ts';
import type { Canvas, Drawing } from './frame.ts';
import { layoutLeadCard } from './lead.ts';

export function layoutFigure(record: QuotedRecord<'figure'>, canvas: Canvas): Drawing {
  const { figure } = record.card;
  const { ink } = canvas.colors;
  return layoutLeadCard(record, canvas, {
    lead: {
      text: figure.text,
      face: 'bold',
      color: ink,
      lineHeight: 1.06,
      letterSpacing: -0.03,
      sizes: [176, 162, 148, 136, 124, 112, 100, 88, 76, 64],
    },
    statement: {
      text: claimWithUnit(record.card.claim, figure.unit),
      face: 'sans',
      color: ink,
      lineHeight: 1.2,
      sizes: [48, 46, 44, 42, 40, 38, 36, 34, 32, 28],
    },
    gap: 8,
  });
}

/** The claim with the unit before it, unless the claim contains the unit. */
function claimWithUnit(claim: string, unit: string): string {
  return namesWords(claim, unit) ? claim : `${unit}: ${claim}`;
}
