/** The layout of event cards: the date, the claim and the quote. Pure. */
import { formatDate } from '../../card/date.ts';
import type { QuotedRecord } from '../../card/record.ts';
import type { Canvas, Drawing } from './frame.ts';
import { layoutLeadCard } from './lead.ts';

/** "About November 2023" */
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export function layoutEvent(record: QuotedRecord<'event'>, canvas: Canvas): Drawing {
  const { accent, ink } = canvas.colors;
  return layoutLeadCard(record, canvas, {
    lead: {
      text: capital(formatDate(record.card.asOf.date, 'long')),
      face: 'bold',
      color: accent,
      lineHeight: 1.12,
      sizes: [104, 96, 88, 80, 72, 64, 56, 48, 44, 40],
    },
    statement: {
      text: record.card.claim,
      face: 'bold',
      color: ink,
      lineHeight: 1.2,
      sizes: [54, 50, 48, 46, 44, 42, 40, 36, 32, 28],
    },
    gap: 10,
  });
}
