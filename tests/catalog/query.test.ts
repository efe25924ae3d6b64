import { describe, expect, test } from 'vitest';
import { type CardQuery, countFacets, findCards } from '../../src/catalog/query.ts';
import { catalogOf } from '../helpers/catalogs.ts';

const catalog = catalogOf([
  {
    id: 'wagner-fighters',
    kind: 'figure',
    figure: { text: 'up to 1,000', max: 1000, unit: 'Wagner fighters' },
    topics: ['Belarus', 'Wagner Group'],
    claim: 'Wagner fighters reportedly stayed in Belarus',
    status: 'reported',
    quote: { exact: 'reportedly hosts up to 1,000 Wagner fighters' },
    updated: '2026-11-22',
  },
  {
    id: 'phone-call',
    kind: 'claim',
    topics: ['Lukashenko'],
    claim: 'Lukashenko says that he talked Prigozhin out of it',
    status: 'claimed',
    attribution: ['Alexander Lukashenko', 'El Tiempo'],
  },
  { id: 'cafe', topics: ['Élysée'], claim: 'A café in Paris', place: 'Neuilly' },
]);

const found = async (query: CardQuery) =>
  catalog.read((await findCards(catalog, query)).positions).map(({ card }) => card.id);

describe('a search finds', () => {
  test.each([
    ['words of the claim', 'stayed'],
    ['words of the figure', '1,000'],
    ['words of the quote', 'hosts'],
    ['a topic', 'group'],
    ['the beginning of a word', 'repor'],
    ['a word with a typing error', 'Wagnr'],
    ['a word with two letters swapped', 'fihgters'],
    ['in any case', 'WAGNER'],
    ['all words, in any order', 'belarus wagner'],
    ['an id', 'wagner-fighters'],
  ])('%s: %s', async (_what, q) => expect(await found({ q })).toContain('wagner-fighters'));

  test.each([
    ['a speaker', 'alexander', 'phone-call'],
    ['an outlet on the way', 'tiempo', 'phone-call'],
    ['a word without its accent', 'cafe paris', 'cafe'],
    ['a place', 'neuilly', 'cafe'],
  ])('%s', async (_what, q, id) => expect(await found({ q })).toEqual([id]));

  test('every card of a publisher', async () => expect(await found({ q: 'daily example' })).toHaveLength(3));
  test('nothing where a word is nowhere', async () => expect(await found({ q: 'wagner zebra' })).toEqual([]));
  test('nothing for a text without words', async () => expect(await found({ q: '…' })).toEqual([]));
  test('everything for an empty text', async () => expect(await found({ q: ' ' })).toHaveLength(3));
});

test('a list is the newest first, and a filter narrows it', async () => {
  expect(await found({})).toEqual(['wagner-fighters', 'cafe', 'phone-call']);
  expect(await found({ topic: 'wagner-group' })).toEqual(['wagner-fighters']);
  expect(await found({ topic: 'elysee' })).toEqual(['cafe']);
  expect(await found({ kind: 'claim', status: 'claimed', source: 'daily-example' })).toEqual(['phone-call']);
  expect(await found({ kind: 'claim', topic: 'belarus' })).toEqual([]);
});

test('counts say what each choice would give, with the other choices kept', async () => {
  const counts = await countFacets(catalog, { topic: 'belarus' });
  expect(counts.topic).toContainEqual({ value: 'lukashenko', count: 1 });
  expect(counts.kind).toEqual([{ value: 'figure', count: 1 }]);
  for (const { value, count } of counts.topic) expect(await found({ topic: value })).toHaveLength(count);
});
