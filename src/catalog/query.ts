/** Which cards a list holds: by words, topic, source, kind and status; and how many there are of each. Pure. */
import type { Kind } from '../card/kind.ts';
import type { Status } from '../card/kinds/fields.ts';
import { addPosition, type Bitset, countShared, emptyBitset, hasPosition, intersect, positionsOf } from './bitset.ts';
import type { Catalog } from './catalog.ts';
import { FACETS, type Facet } from './facets.ts';

/** What is asked for; a card has to be all of it. `topic` is a slug, `source` a source's id. */
export type CardQuery = { q?: string; topic?: string; source?: string; kind?: Kind; status?: Status };

/** The cards that a query asks for, as positions: the newest first, or `ranked` with the best match first. */
export type Selection = { positions: number[]; ranked: boolean };

/** How many cards have each value of a facet, the most frequent first. */
export type FacetCount = { value: string; count: number };

/** Finds the cards that a query asks for. */
export async function findCards(catalog: Catalog, query: CardQuery): Promise<Selection> {
  const chosen = chosenSets(catalog, query, FACETS);
  const found = await searched(catalog, query.q);
  if (!found) return { positions: positionsOf(intersect(chosen, catalog.entries.length)), ranked: false };
  const positions = found.filter((position) => chosen.every((set) => hasPosition(set, position)));
  return { positions, ranked: true };
}

/** For each facet, what choosing one of its values would give, with all that is asked for besides. */
export async function countFacets(catalog: Catalog, query: CardQuery): Promise<Record<Facet, FacetCount[]>> {
  const found = await searched(catalog, query.q);
  const foundSet = found ? [setOf(found, catalog.entries.length)] : [];
  const count = (facet: Facet) => {
    const others = FACETS.filter((other) => other !== facet);
    const base = intersect([...foundSet, ...chosenSets(catalog, query, others)], catalog.entries.length);
    return [...catalog.facets[facet]]
      .map(([value, set]) => ({ value, count: countShared(base, set) }))
      .filter((counted) => counted.count > 0)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return { topic: count('topic'), source: count('source'), kind: count('kind'), status: count('status') };
}

/** The positions that a text finds, the best match first; undefined where no text is asked for. */
async function searched(catalog: Catalog, q: string | undefined): Promise<readonly number[] | undefined> {
  if (q === undefined || q.trim() === '') return undefined;
  const search = await catalog.loadSearch();
  return search(q);
}

function chosenSets({ facets, entries }: Catalog, query: CardQuery, among: readonly Facet[]): Bitset[] {
  return among.flatMap((facet) => {
    const value = query[facet];
    return value === undefined ? [] : [facets[facet].get(value) ?? emptyBitset(entries.length)];
  });
}

function setOf(positions: readonly number[], length: number): Bitset {
  const set = emptyBitset(length);
  for (const position of positions) addPosition(set, position);
  return set;
}
