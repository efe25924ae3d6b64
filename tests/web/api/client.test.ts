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

test('it is told apart from a card that is not there', async () => {
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

test('a refused request tells it which parameter is at fault', async () => {
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
