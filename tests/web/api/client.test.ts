import { exports } from 'cloudflare:workers';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { ApiError, type Card, type CardOf, createClient } from '../../../src/client/client.ts';
import type { CardDocument } from '../../../src/web/api/schemas/card.ts';

const ORIGIN = 'https://cards.example.org';
const ID = 'merchant-ships-harbour';
const api = createClient(`${ORIGIN}/`, { fetch: (url, init) => exports.default.fetch(new Request(url, init)) });

test('reads a card, with the types of the API', async () => {
  const card = await api.card(ID);
  expectTypeOf<Card['kind']>().toEqualTypeOf<CardDocument['kind']>();
  expectTypeOf<keyof Card>().toEqualTypeOf<keyof CardDocument>();
  expectTypeOf((document: CardDocument): Card => document).toBeFunction();
  expectTypeOf(card.figure?.max).toEqualTypeOf<number | null | undefined>();
  expect([card.figure?.max, card.embed?.text]).toEqual([1000, expect.stringContaining(ID)]);
});

describe('the kind says which fields a card has', () => {
  test('in the answer', async () => {
    const card: Card = await api.card(ID);
    // @ts-expect-error Before its kind is known, a card may be without a figure.
    expect(card.figure.unit).toBe('merchant ships');
    if (card.kind !== 'figure') throw new Error('asked for a figure');
    expectTypeOf(card.figure.value).toEqualTypeOf<number | null>();
    expectTypeOf(card.rows).toEqualTypeOf<null>();
  });

  test('and in the query', async () => {
    const [figure] = (await api.cards({ kind: 'figure' })).cards;
    expect(figure?.figure.unit).toBeTypeOf('string');
    const [comparison] = (await api.cards({ kind: 'comparison', limit: 1 })).cards;
    expectTypeOf(comparison).toEqualTypeOf<CardOf<'comparison'> | undefined>();
    expect(comparison?.rows.length).toBeGreaterThan(1);
    // @ts-expect-error "poem" is no kind.
    await expect(api.cards({ kind: 'poem' })).rejects.toThrow('kind must be one of');
  });
});

test('goes through all pages', async () => {
  const seen: string[] = [];
  for await (const { id } of api.allCards({ topic: 'harbours', limit: 7 })) seen.push(id);
  expect(seen).toEqual((await api.topicCards('harbours')).cards.map(({ id }) => id));
});

test('picks fields', async () => {
  const { cards } = await api.pickCards(['id', 'sentence'], { ids: [ID], sort: 'id' });
  expectTypeOf(cards[0]?.sentence).toEqualTypeOf<string | undefined>();
  // @ts-expect-error It was not picked.
  expect(cards[0]?.claim).toBeUndefined();
  expect(cards).toEqual([{ id: ID, sentence: expect.any(String) }]);
});

test('throws the problem of a refused request', async () => {
  const error = await api.card('nobody').catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 404, problem: { code: 'card-not-found' } });
});

test('reads every other document', async () => {
  expect((await api.sources()).sources.length).toBeGreaterThan(1);
  expect((await api.source('harbour-times-second-basin')).cards).toContain(ID);
  expect((await api.speakers()).speakers.map(({ id }) => id)).toContain('eva-muster');
  expect((await api.speaker('eva-muster')).name).toBe('Eva Muster');
  expect((await api.topics()).topics.map(({ slug }) => slug)).toContain('harbours');
  expect((await api.corrections({ limit: 1 })).corrections.length).toBeLessThanOrEqual(1);
  expect(await api.watch()).toHaveProperty('watch');
});
