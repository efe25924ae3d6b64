/** Filters cards by the values of their facets, and counts these values. Each card is visited once. Pure. */
import { type CardQuery, FACETS, type Facet, type FacetCount, type FacetCounts } from '../store.ts';
import { compareTexts, type PackedFacet, type PackedIndex } from './pack.ts';

/** A facet value in a query. `value`: its position in the facet, or -1 if no card has it. */
export type Choice = Pick<PackedFacet, 'ofCard'> & { facet: Facet; value: number };

export function choicesOf({ facets }: PackedIndex, query: CardQuery): Choice[] {
  return FACETS.flatMap((facet) => {
    const chosen = query[facet];
    const { values, ofCard } = facets[facet];
    return chosen === undefined ? [] : [{ facet, value: values.indexOf(chosen), ofCard }];
  });
}

/** The positions of the cards that match all choices. */
export function filterCards(found: readonly number[], choices: readonly Choice[]): readonly number[] {
  if (choices.length === 0) return found;
  const fitting: number[] = [];
  for (const position of found) if (mismatch(position, choices) === undefined) fitting.push(position);
  return fitting;
}

/** The positions of all cards that match all choices, in ascending order. Reads only the cards of the rarest choice. */
export function findCards(choices: readonly Choice[]): readonly number[] {
  const [rarest = [], ...others] = choices.map(cardsWith).sort((a, b) => a.length - b.length);
  if (others.length === 0) return rarest;
  return rarest.filter((position) => mismatch(position, choices) === undefined);
}

/** The positions of the cards with each value of a facet, listed on first use. */
const positions = new WeakMap<PackedFacet['ofCard'], number[][]>();

function cardsWith({ ofCard, value }: Choice): readonly number[] {
  const byValue = positions.get(ofCard) ?? invert(ofCard);
  positions.set(ofCard, byValue);
  return byValue[value] ?? [];
}

function invert(ofCard: PackedFacet['ofCard']): number[][] {
  const byValue: number[][] = [];
  for (const [position, values] of ofCard.entries())
    for (const value of values) {
      byValue[value] ??= [];
      byValue[value].push(position);
    }
  return byValue;
}

/** The choice that a card does not match; undefined if it matches all, null if there are several. */
function mismatch(position: number, choices: readonly Choice[]): Choice | undefined | null {
  let missed: Choice | undefined;
  for (const choice of choices) {
    if (choice.ofCard[position]?.includes(choice.value)) continue;
    if (missed) return null;
    missed = choice;
  }
  return missed;
}

/** Counts the facet values of the cards that match all choices for other facets. */
export function countFacets(
  { facets }: PackedIndex,
  found: readonly number[],
  choices: readonly Choice[],
): FacetCounts {
  const counters = FACETS.map((facet) => {
    const { values, ofCard } = facets[facet];
    return { facet, values, ofCard, counts: new Uint32Array(values.length) };
  });
  for (const position of found) {
    const missed = mismatch(position, choices);
    if (missed === null) continue;
    for (const { facet, ofCard, counts } of counters) {
      if (missed !== undefined && missed.facet !== facet) continue;
      for (const value of ofCard[position] ?? []) counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  const listed = counters.map(({ facet, values, counts }) => {
    const all: FacetCount[] = values.map((value, at) => ({ value, count: counts[at] ?? 0 }));
    const present = all.filter(({ count }) => count > 0);
    return [facet, present.sort((a, b) => b.count - a.count || compareTexts(a.value, b.value))];
  });
  return Object.fromEntries(listed) as FacetCounts;
}
