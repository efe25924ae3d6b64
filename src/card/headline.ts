/** The few words that stand for a card. Pure. */
import { quotationMarks } from './evidence/highlight.ts';
import type { QuotedRecord } from './record.ts';

/** What a card is about: its figure with its unit, or its claim. */
export function headline({ card }: QuotedRecord): string {
  return card.kind === 'figure' ? `${card.figure.text} ${card.figure.unit}` : card.claim;
}

/** What a card has to say beside others: its figure with its unit, or the source's words that it marks. */
export function comparedValue({ card }: QuotedRecord): string {
  if (card.kind === 'figure') return `${card.figure.text} ${card.figure.unit}`;
  const [open, close] = quotationMarks(card.language ?? 'en');
  return `${open}${card.quote.highlight ?? card.quote.exact}${close}`;
}
