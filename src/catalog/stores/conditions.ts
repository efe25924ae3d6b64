/** The conditions of a query that are not facets: ids, language, numbers and dates. Pure. */
import type { CardQuery } from '../store.ts';
import type { PackedIndex } from './pack.ts';

/** Whether the card at a position fits. */
type Condition = (position: number) => boolean;

/** The positions of the cards that meet all conditions of a query, in the given order. */
export function meetConditions(
  found: readonly number[],
  index: PackedIndex,
  { positions, query }: { positions: ReadonlyMap<string, number>; query: CardQuery },
): readonly number[] {
  const conditions = conditionsOf(index, positions, query);
  if (conditions.length === 0) return found;
  return found.filter((position) => conditions.every((meets) => meets(position)));
}

function conditionsOf(
  index: PackedIndex,
  positions: ReadonlyMap<string, number>,
  { ids, language, min, max, from, until, updated_since: since }: CardQuery,
): Condition[] {
  const conditions: Condition[] = [];
  if (ids !== undefined) {
    const wanted = new Set(ids.map((id) => positions.get(id)));
    conditions.push((position) => wanted.has(position));
  }
  if (language !== undefined) {
    const { values, ofCard } = index.language;
    const value = values.indexOf(language.toLowerCase());
    conditions.push((position) => ofCard[position]?.includes(value) ?? false);
  }
  if (min !== undefined) conditions.push((position) => (index.numbers[position]?.[1] ?? Number.NaN) >= min);
  if (max !== undefined) conditions.push((position) => (index.numbers[position]?.[0] ?? Number.NaN) <= max);
  if (from !== undefined) conditions.push((position) => (index.aboutUntil[position] ?? '') >= from);
  if (until !== undefined) conditions.push((position) => isUntil(index.about[position] ?? '', until));
  if (since !== undefined) conditions.push((position) => (index.updated[position] ?? '') >= since);
  return conditions;
}

/** "" is an unknown day. */
const isUntil = (day: string, last: string) => day !== '' && day <= last;
