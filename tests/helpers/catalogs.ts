/** Small catalogues to ask. */

import type { QuotedCard } from '../../src/card/card.ts';
import type { CardRecord } from '../../src/card/record.ts';
import type { Source } from '../../src/card/source.ts';
import type { CompiledCard } from '../../src/catalog/compile.ts';
import type { Store } from '../../src/catalog/store.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { quoteCard, source } from './fixtures.ts';

export type CardChanges = Partial<QuotedCard> & { id: string; updated?: string };

export function entryOf({ updated = '2026-11-21', ...changes }: CardChanges): CompiledCard {
  const card = { ...quoteCard, ...changes } as QuotedCard;
  return { card, sourceId: source.id, evidence: null, revision: '0000000a', updated };
}

/** A catalogue of cards of one source. */
export function catalogOf(
  cards: CardChanges[],
  comparisons: CompiledCard[] = [],
  sourceChanges: Partial<Source> = {},
): Store {
  return createBundledStore({
    sources: [{ ...source, ...sourceChanges }],
    cards: [...cards.map(entryOf), ...comparisons],
  });
}

/** All cards of a store, the newest first. */
export async function cardsIn(store: Store): Promise<CardRecord[]> {
  const page = await store.listCards({ limit: Math.max(store.counts.cards, 1) });
  return page?.cards ?? [];
}

/** A comparison of cards, as compiled. */
export function comparisonOf(id: string, cards: string[], updated = '2026-11-21'): CompiledCard {
  const rows = cards.map((card) => ({ card, label: `The words of ${card}` }));
  const card = {
    id,
    kind: 'comparison' as const,
    topics: ['Examples'],
    claim: 'Set side by side',
    rows,
    note: 'Not like for like.',
  };
  return { card, revision: '0000000b', updated };
}
