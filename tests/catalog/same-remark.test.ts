import { describe, expect, test } from 'vitest';
import type { CardQuery, Store } from '../../src/catalog/store.ts';
import { catalogOf } from '../helpers/catalogs.ts';

const same = (...cards: string[]) => cards.map((card) => ({ type: 'same-remark' as const, card }));

/** "b", "e" and "g" give one remark; by their days they would be apart. */
const store = catalogOf([
  { id: 'a', updated: '2026-11-09' },
  { id: 'b', updated: '2026-11-08', related: same('e', 'g') },
  { id: 'c', updated: '2026-11-07', topics: ['Others'], claim: 'Somebody on the harbour' },
  { id: 'd', updated: '2026-11-06' },
  { id: 'e', updated: '2026-11-05', topics: ['Others'], related: same('b'), claim: 'Somebody on the harbour, again' },
  { id: 'f', updated: '2026-11-04', topics: ['Others'], claim: 'The harbour of somebody' },
  { id: 'g', updated: '2026-11-03', topics: ['Others'], related: same('b'), claim: 'A harbour for somebody' },
]);

async function pages(of: Store, query: CardQuery, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await of.listCards({ ...query, limit, cursor });
    ids.push(...(page?.cards ?? []).map(({ card }) => card.id));
    cursor = page?.next ?? undefined;
  } while (cursor !== undefined);
  return ids;
}

describe('cards with the same remark are grouped at the position of the first', () => {
  test.each([1, 2, 3, 100])('in the whole list, in pages of %i', async (limit) => {
    expect(await pages(store, {}, limit)).toEqual(['a', 'b', 'e', 'g', 'c', 'd', 'f']);
  });

  test.each([1, 2, 100])('in a list that is filtered, in pages of %i', async (limit) => {
    expect(await pages(store, { topic: 'others' }, limit)).toEqual(['e', 'g', 'c', 'f']);
  });

  test.each([1, 2, 100])('in a search, in pages of %i', async (limit) => {
    const found = await pages(store, { q: 'harbour' }, limit);
    expect([...found].sort()).toEqual(['c', 'e', 'f', 'g']);
    expect(Math.abs(found.indexOf('e') - found.indexOf('g'))).toBe(1);
  });
});

test('paging continues after a card that no longer exists', async () => {
  const page = await store.listCards({ limit: 3 });
  const without = catalogOf([
    { id: 'a', updated: '2026-11-09' },
    { id: 'b', updated: '2026-11-08', related: same('g') },
    { id: 'd', updated: '2026-11-06' },
    { id: 'g', updated: '2026-11-03', related: same('b') },
  ]);
  const next = await without.listCards({ limit: 9, cursor: page?.next ?? '' });
  expect(next?.cards.map(({ card }) => card.id)).toEqual(['g', 'd']);
});
