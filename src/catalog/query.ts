/** Which cards a list holds: by words, topic, source, kind and status; and how many there are of each. Pure. */
import type { Kind, Status } from '../domain/card.ts';
import { type CardRecord, isComparison } from '../domain/record.ts';
import { topicSlug } from '../domain/topic.ts';
import type { Catalog } from './catalog.ts';

/** What is asked for; a card has to be all of it. `topic` is a slug, `source` a source's id. */
export type CardQuery = { q?: string; topic?: string; source?: string; kind?: Kind; status?: Status };

/** The facets that lists are filtered by. */
export const FACETS = ['topic', 'source', 'kind', 'status'] as const;
export type Facet = (typeof FACETS)[number];

/** How many cards have each value of a facet, the most frequent first. */
export type FacetCount = { value: string; count: number };

const valuesOf: Record<Facet, (record: CardRecord) => string[]> = {
  topic: ({ card }) => card.topics.map(topicSlug),
  source: (record) => [
    ...new Set(isComparison(record) ? record.rows.map((row) => row.record.source.id) : [record.source.id]),
  ],
  kind: ({ card }) => [card.kind],
  status: (record) => (isComparison(record) ? [] : [record.card.status]),
};

/** The cards that a query asks for: the newest first, or with words to search for, the best match first. */
export function findCards(catalog: Catalog, query: CardQuery): CardRecord[] {
  return narrow(searched(catalog, query.q), query, FACETS);
}

/** For each facet, what choosing one of its values would give, with all that is asked for besides. */
export function countFacets(catalog: Catalog, query: CardQuery): Record<Facet, FacetCount[]> {
  const cards = searched(catalog, query.q);
  const count = (facet: Facet) => {
    const others = FACETS.filter((other) => other !== facet);
    const counts = new Map<string, number>();
    for (const record of narrow(cards, query, others))
      for (const value of valuesOf[facet](record)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .map(([value, number]) => ({ value, count: number }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return { topic: count('topic'), source: count('source'), kind: count('kind'), status: count('status') };
}

function searched(catalog: Catalog, q: string | undefined): readonly CardRecord[] {
  if (q === undefined || q.trim() === '') return catalog.cards;
  return catalog
    .search(q)
    .map((id) => catalog.getCard(id))
    .filter((record) => record !== undefined);
}

function narrow(cards: readonly CardRecord[], query: CardQuery, facets: readonly Facet[]): CardRecord[] {
  const asked = facets.flatMap((facet) => {
    const value = query[facet];
    return value === undefined ? [] : [{ facet, value }];
  });
  return cards.filter((record) => asked.every(({ facet, value }) => valuesOf[facet](record).includes(value)));
}
