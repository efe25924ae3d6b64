import { exports } from 'cloudflare:workers';
import { hc } from 'hono/client';
import { type Api, type Card, createClient } from 'sourced-fact-cards/client';
import { expect, expectTypeOf, test } from 'vitest';

const ORIGIN = 'https://cards.example.org';
const ID = 'merchant-ships-harbour';
const toWorker: typeof fetch = (input, init) => exports.default.fetch(new Request(input, init));
const client = hc<Api>(ORIGIN, { fetch: toWorker });

test('a typed client reads a card', async () => {
  const response = await client.api.cards[':id'].$get({ param: { id: ID } });
  if (response.status !== 200) throw new Error(`answered ${response.status}`);
  const card = await response.json();
  expectTypeOf(card).toEqualTypeOf<Card>();
  expectTypeOf(card.figure?.max).toEqualTypeOf<number | null | undefined>();
  expect(card.figure?.max).toBe(1000);
});

test('its kind says which fields a card has, and which are null', async () => {
  const cardOf = async (kind: Card['kind']) => {
    const response = await client.api.cards.$get({ query: { kind, limit: '1' } });
    if (response.status !== 200) throw new Error(`answered ${response.status}`);
    const [card] = (await response.json()).cards;
    if (!card) throw new Error(`no card is a ${kind}`);
    return card;
  };

  const figure = await cardOf('figure');
  // @ts-expect-error Before its kind is known, a card may be without a figure.
  expect(figure.figure.unit).toBeTypeOf('string');
  if (figure.kind !== 'figure') throw new Error('asked for a figure');
  expectTypeOf(figure.figure.value).toEqualTypeOf<number | null>();
  expectTypeOf(figure.quote.exact).toEqualTypeOf<string>();
  expectTypeOf(figure.links.source).toEqualTypeOf<string>();
  expectTypeOf(figure.asOf).toEqualTypeOf<Extract<Card, { kind: 'event' }>['asOf'] | null>();
  expectTypeOf(figure.rows).toEqualTypeOf<null>();
  expect([figure.figure.unit, figure.rows]).toEqual([expect.any(String), null]);

  const comparison = await cardOf('comparison');
  if (comparison.kind !== 'comparison') throw new Error('asked for a comparison');
  expectTypeOf(comparison.rows).toEqualTypeOf<{ card: string; label: string; measure: string | null }[]>();
  for (const name of ['figure', 'nature', 'quote', 'status', 'source', 'citation', 'asOf', 'evidence'] as const)
    expectTypeOf(comparison[name]).toEqualTypeOf<null>();
  expectTypeOf(comparison.links.source).toEqualTypeOf<null>();
  // @ts-expect-error A comparison has no quote of its own.
  expect(() => comparison.quote.exact).toThrow();
  expect(comparison.rows.length).toBeGreaterThan(1);

  const event = await cardOf('event');
  if (event.kind !== 'event') throw new Error('asked for an event');
  expectTypeOf(event.asOf.date).toEqualTypeOf<string>();

  const quote = await cardOf('quote');
  if (quote.kind !== 'quote') throw new Error('asked for a quote');
  expectTypeOf(quote.nature).toEqualTypeOf<null>();
  expectTypeOf(quote.figure).toEqualTypeOf<null>();
});

test('distinguishes it from a missing card', async () => {
  const response = await client.api.cards[':id'].$get({ param: { id: 'nobody' } });
  if (response.status !== 404) throw new Error(`answered ${response.status}`);
  expect((await response.json()).code).toBe('card-not-found');
});

test('it lists cards, and offers only kinds that there are', async () => {
  const response = await client.api.cards.$get({ query: { kind: 'comparison', limit: '2' } });
  if (response.status !== 200) throw new Error(`answered ${response.status}`);
  const { cards, next } = await response.json();
  expectTypeOf(cards[0]?.kind).toEqualTypeOf<Card['kind'] | undefined>();
  expectTypeOf(next).toEqualTypeOf<string | null>();
  expect(cards.map(({ kind }) => kind)).toEqual(['comparison', 'comparison']);
});

test('a rejected request names the invalid parameter', async () => {
  // @ts-expect-error "poem" is no kind.
  const response = await client.api.cards.$get({ query: { kind: 'poem' } });
  if (response.status !== 400) throw new Error(`answered ${response.status}`);
  const problem = await response.json();
  expectTypeOf(problem.parameter).toEqualTypeOf<string | null>();
  expect(problem).toMatchObject({ status: 400, code: 'bad-parameter', parameter: 'kind' });
});

test('createClient makes the same', async () => {
  const response = await createClient(ORIGIN, { fetch: toWorker }).health.$get();
  if (response.status !== 200) throw new Error(`answered ${response.status}`);
  expect((await response.json()).status).toBe('ok');
});
