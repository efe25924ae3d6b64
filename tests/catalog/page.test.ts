import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOf } from '../../src/catalog/page.ts';
import { findCards } from '../../src/catalog/query.ts';
import { catalogOf } from '../helpers/catalogs.ts';

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22'];
const EMPTY = catalogOf([]);
const NOTHING = { positions: [], ranked: false };
const catalogWith = (cards: { id: string; updated: string }[]) => catalogOf(cards);

async function walk(
  ids: { id: string; updated: string }[],
  limit: number,
  later: { id: string; updated: string }[] = [],
) {
  const seen: string[] = [];
  let cursor: string | undefined;
  let catalog = catalogWith(ids);
  for (;;) {
    const page = pageOf(catalog, await findCards(catalog, {}), { limit, cursor });
    if (!page) throw new Error('our own cursor was refused');
    seen.push(...page.cards.map(({ card }) => card.id));
    if (page.next === null) return seen;
    cursor = page.next;
    catalog = catalogWith([...ids, ...later]);
  }
}

const someCards = (prefix: string) =>
  fc
    .uniqueArray(fc.nat(500), { maxLength: 40 })
    .chain((numbers) =>
      fc
        .array(fc.constantFrom(...DAYS), { minLength: numbers.length, maxLength: numbers.length })
        .map((days) => numbers.map((number, index) => ({ id: `${prefix}-${number}`, updated: days[index] as string }))),
    );

describe('pages of a list', () => {
  test('together hold every card once, in the order of the list', async () => {
    await fc.assert(
      fc.asyncProperty(someCards('a'), fc.integer({ min: 1, max: 50 }), async (cards, limit) => {
        const all = catalogWith(cards).entries.map(({ id }) => id);
        expect(await walk(cards, limit)).toEqual(all);
      }),
    );
  });

  test('neither repeat nor hide a card while others are added', async () => {
    await fc.assert(
      fc.asyncProperty(someCards('a'), someCards('b'), fc.integer({ min: 1, max: 9 }), async (cards, later, limit) => {
        const old = (await walk(cards, limit, later)).filter((id) => id.startsWith('a-'));
        expect(old).toEqual(catalogWith(cards).entries.map(({ id }) => id));
      }),
    );
  });

  test.each([
    '',
    'nonsense',
    '%00',
    Buffer.from('[1,2,3]').toString('base64url'),
    Buffer.from('{}').toString('base64url'),
  ])('a cursor of another make is refused: %j', (cursor) =>
    expect(pageOf(EMPTY, NOTHING, { limit: 5, cursor })).toBeUndefined(),
  );

  test('an empty list is one empty page', () => {
    expect(pageOf(EMPTY, NOTHING, { limit: 5 })).toEqual({ cards: [], total: 0, next: null });
  });
});

test('pages of a search go on after the card that the last one ended with', async () => {
  const catalog = catalogOf(['one', 'two', 'three'].map((id) => ({ id })));
  const selection = await findCards(catalog, { q: 'somebody' });
  const first = pageOf(catalog, selection, { limit: 2 });
  const second = pageOf(catalog, selection, { limit: 2, cursor: first?.next ?? undefined });
  expect([...(first?.cards ?? []), ...(second?.cards ?? [])]).toEqual(catalog.read(selection.positions));
  expect(second?.next).toBeNull();
  const other = catalogOf([{ id: 'four' }]);
  const elsewhere = await findCards(other, { q: 'somebody' });
  expect(pageOf(other, elsewhere, { limit: 2, cursor: first?.next ?? undefined })).toBeUndefined();
});
