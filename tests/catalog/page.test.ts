import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOf } from '../../src/catalog/page.ts';
import { findCards } from '../../src/catalog/query.ts';
import { catalogOf } from '../helpers/catalogs.ts';

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22'];
const catalogWith = (cards: { id: string; updated: string }[]) => catalogOf(cards);

function walk(ids: { id: string; updated: string }[], limit: number, later: { id: string; updated: string }[] = []) {
  const seen: string[] = [];
  let cursor: string | undefined;
  let catalog = catalogWith(ids);
  for (;;) {
    const page = pageOf(findCards(catalog, {}), { limit, cursor, ranked: false });
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
  test('together hold every card once, in the order of the list', () => {
    fc.assert(
      fc.property(someCards('a'), fc.integer({ min: 1, max: 50 }), (cards, limit) => {
        const all = findCards(catalogWith(cards), {}).map(({ card }) => card.id);
        expect(walk(cards, limit)).toEqual(all);
      }),
    );
  });

  test('neither repeat nor hide a card while others are added', () => {
    fc.assert(
      fc.property(someCards('a'), someCards('b'), fc.integer({ min: 1, max: 9 }), (cards, later, limit) => {
        const old = walk(cards, limit, later).filter((id) => id.startsWith('a-'));
        expect(old).toEqual(findCards(catalogWith(cards), {}).map(({ card }) => card.id));
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
    expect(pageOf([], { limit: 5, cursor, ranked: false })).toBeUndefined(),
  );

  test('an empty list is one empty page', () => {
    expect(pageOf([], { limit: 5, ranked: false })).toEqual({ cards: [], total: 0, next: null });
  });
});

test('pages of a search go on after the card that the last one ended with', () => {
  const catalog = catalogOf(['one', 'two', 'three'].map((id) => ({ id })));
  const list = findCards(catalog, { q: 'somebody' });
  const first = pageOf(list, { limit: 2, ranked: true });
  const second = pageOf(list, { limit: 2, cursor: first?.next ?? undefined, ranked: true });
  expect([...(first?.cards ?? []), ...(second?.cards ?? [])]).toEqual(list);
  expect(second?.next).toBeNull();
  const elsewhere = findCards(catalogOf([{ id: 'four' }]), { q: 'somebody' });
  expect(pageOf(elsewhere, { limit: 2, cursor: first?.next ?? undefined, ranked: true })).toBeUndefined();
});
