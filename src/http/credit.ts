/** Who a card is credited to, where there is room for one name. Pure. */
import { type CardRecord, isComparison } from '../domain/record.ts';

/** "Pavel Latushka → Kyiv Independent"; of a comparison, every name in it. As the text chunks of a PNG have it. */
export function creditOf(record: CardRecord): string {
  if (!isComparison(record)) return record.card.attribution.join(' → ');
  return [...new Set(record.rows.flatMap(({ record: row }) => row.card.attribution))].join('; ');
}

/** The title of a card in lists: its figure, where it has one, and its claim. */
export function titleOf({ card }: CardRecord): string {
  return card.kind === 'figure' ? `${card.figure.text} ${card.figure.unit}: ${card.claim}` : card.claim;
}
