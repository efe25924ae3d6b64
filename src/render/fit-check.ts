/** Says in which sizes a card has more text than its picture holds. Pure: nothing is drawn. */
import type { CardRecord } from '../domain/record.ts';
import { layCard } from './layouts/layout.ts';
import { SIZE_NAMES, type Size } from './size.ts';
import { THEMES } from './theme.ts';

/**
 * As long an address as a Worker usually has: a shorter host leaves more room. Of the id only its length is asked, which
 * decides how large the QR code is: ids of one length share a code, and making one takes longer than the layout.
 */
const pageUrl = (id: string) =>
  `https://sourced-fact-cards.your-account-name.workers.dev/cards/${'a'.repeat(id.length)}`;

export function findUnfitSizes(record: CardRecord): Size[] {
  const canvas = { colors: THEMES.light, pageUrl: pageUrl(record.card.id) };
  return SIZE_NAMES.filter((size) => !layCard(record, { ...canvas, size }).fits);
}
