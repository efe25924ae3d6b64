/** Cache-Tag: the names of what an answer is made of, by which Cloudflare's cache can drop it. Pure. */
import { type CardRecord, isComparison, quotedOf } from '../domain/record.ts';

/** Lists, pages of several cards, feeds: whatever a new card may change. */
export const CATALOG_TAG = 'catalog';

export const sourceTag = (id: string): string => `source-${id}`;

/** An answer about a card: the card, its source, and for a comparison those of each row. */
export function cardTags(record: CardRecord): string[] {
  const quoted = quotedOf(record);
  const cards = [record, ...(isComparison(record) ? quoted : [])].map(({ card }) => `card-${card.id}`);
  return [...new Set([...cards, ...quoted.map(({ source }) => sourceTag(source.id))])];
}
