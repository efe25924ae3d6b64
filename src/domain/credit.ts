/** Who a card is credited to, where there is room for one name. Pure. */
import { stateOf } from './history.ts';
import { type CardRecord, isComparison } from './record.ts';

/** "Pavel Latushka → Kyiv Independent"; of a comparison, every name in it. */
export function creditOf(record: CardRecord): string {
  if (!isComparison(record)) return record.card.attribution.join(' → ');
  return [...new Set(record.rows.flatMap(({ record: row }) => row.card.attribution))].join('; ');
}

/** The title of a card in lists: what it says, and before that whether it was retracted. */
export function titleOf(record: CardRecord): string {
  return `${stateOf(record.card) === 'retracted' ? 'Retracted: ' : ''}${statementOf(record)}`;
}

/** What a card says: its figure, where it has one, and its claim. */
export function statementOf({ card }: CardRecord): string {
  return card.kind === 'figure' ? `${card.figure.text} ${card.figure.unit}: ${card.claim}` : card.claim;
}
