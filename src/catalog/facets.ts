/** What lists are filtered by, and which cards have each value. Pure. */
import { addPosition, type Bitset, emptyBitset } from './bitset.ts';
import type { PackedIndex } from './pack.ts';

/** The facets that lists are filtered by. */
export const FACETS = ['topic', 'source', 'kind', 'status'] as const;
export type Facet = (typeof FACETS)[number];

/** For each value of each facet, the positions of the cards that have it. */
export type FacetIndex = Record<Facet, Map<string, Bitset>>;

/** Indexes the values of every card. Topics go by their slugs, sources by their ids. */
export function indexFacets(index: PackedIndex): FacetIndex {
  const collect = (valuesAt: (position: number) => string[]) => {
    const sets = new Map<string, Bitset>();
    for (let position = 0; position < index.id.length; position++) {
      for (const value of valuesAt(position)) {
        const set = sets.get(value) ?? emptyBitset(index.id.length);
        addPosition(set, position);
        sets.set(value, set);
      }
    }
    return sets;
  };
  const named = (positions: number[] = [], nameOf: (at: number) => string | undefined) =>
    positions.map(nameOf).filter((name) => name !== undefined);
  return {
    topic: collect((at) => named(index.cardTopics[at], (topic) => index.topics[topic]?.slug)),
    source: collect((at) => named(index.cardSources[at], (source) => index.sources[source]?.id)),
    kind: collect((at) => [index.kind[at] as string]),
    status: collect((at) => (index.status[at] ? [index.status[at]] : [])),
  };
}
