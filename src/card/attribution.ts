/** Who says so: the speaker, each outlet that the words came through, and whether they are a translation. Pure. */

import { stateOf } from './history.ts';
import { type CardRecord, isComparison, type QuotedRecord } from './record.ts';

/** The names in order, and a word on the translation where the words are not the speaker's own. */
export function attributionChain({ card, source }: QuotedRecord): { names: string[]; translation: string | null } {
  const own = card.attribution.length === 1 && card.attribution[0] === source.publisher;
  const { translated } = card.quote;
  return {
    names: own ? ['In the outlet’s own words'] : card.attribution,
    translation: translated ? (translated.by ? `translated by ${translated.by}` : 'translated') : null,
  };
}

/** "Pavel Latushka → RFE/RL → Kyiv Independent", and "(translated by Pravda)" behind it. */
export function attributionLine(record: QuotedRecord): string {
  const { names, translation } = attributionChain(record);
  return `${names.join(' → ')}${translation ? ` (${translation})` : ''}`;
}

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
