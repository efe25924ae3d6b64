import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { CardList } from '../../../src/web/api/schemas/card.ts';
import { cards as published, store } from '../../helpers/published.ts';

const ORIGIN = 'https://cards.example.org';
const get = (path: string, init?: RequestInit) => exports.default.fetch(`${ORIGIN}${path}`, init);
const list = async (query: string) => (await (await get(`/api/cards${query}`)).json()) as z.infer<typeof CardList>;
const ids = async (query: string) => (await list(query)).cards.map(({ id }) => id);

describe('a list of cards', () => {
  test('holds 20 of all, the newest first', async () => {
    const { cards, total, next } = await list('');
    expect(cards.map(({ id }) => id)).toEqual(published.slice(0, 20).map(({ card }) => card.id));
    expect(total).toBe(store.counts.cards);
    expect(next).toEqual(expect.any(String));
  });

  test('keeps its bytes while other lists are written', async () => {
    const queries = Array.from({ length: 12 }, (_, at) => `?limit=${at + 1}`);
    const alone: string[] = [];
    for (const query of queries) alone.push(await (await get(`/api/cards${query}`)).text());
    const responses = await Promise.all(queries.map((query) => get(`/api/cards${query}`)));
    expect(await Promise.all(responses.map((response) => response.text()))).toEqual(alone);
  });

  test.each(['', 'q=harbours&', 'topic=harbours&'])(
    'goes on from page to page until every card was there: "%s"',
    async (query) => {
      const seen: string[] = [];
      let path: string | undefined = `/api/cards?${query}limit=7`;
      let total = 0;
      while (path) {
        const response = await get(path);
        const page = (await response.json()) as z.infer<typeof CardList>;
        seen.push(...page.cards.map(({ id }) => id));
        total = page.total;
        const link = response.headers.get('Link');
        expect(link === null).toBe(page.next === null);
        path = link?.match(/^<https:\/\/cards\.example\.org(.+)>; rel="next"$/)?.[1];
        if (page.next) expect(path).toContain(`cursor=${page.next}`);
      }
      expect(seen).toHaveLength(total);
      expect(new Set(seen).size).toBe(total);
    },
  );

  test('is narrowed by topic, by its slug or by its name in any case', async () => {
    const bySlug = await ids('?topic=merchant-ships&limit=100');
    expect(bySlug).toContain('merchant-ships-harbour');
    expect(bySlug).toHaveLength((await store.getTopic('merchant-ships'))?.count ?? 0);
    expect(await ids('?topic=MERCHANT%20ships&limit=100')).toEqual(bySlug);
  });

  test('is narrowed by source, kind and status together', async () => {
    const { cards } = await list('?source=harbour-times-second-basin&kind=figure&status=reported');
    expect(cards.map(({ id }) => id)).toContain('merchant-ships-harbour');
    for (const { source, kind, status } of cards)
      expect([source?.id, kind, status]).toEqual(['harbour-times-second-basin', 'figure', 'reported']);
  });

  test('can be filtered by nature', async () => {
    const { cards } = await list('?nature=plan');
    expect(cards.map(({ id }) => id)).toContain('basin-for-8000-ships');
    for (const { nature } of cards) expect(nature).toBe('plan');
  });

  test('finds words, and everything for none', async () => {
    expect((await ids('?q=hosts%20merchant'))[0]).toBe('merchant-ships-harbour');
    expect(await list('?q=hosts%20merchant')).toMatchObject({ match: 'all' });
    expect(await list('?q=zebra')).toEqual({
      cards: [],
      total: 0,
      match: 'some',
      unknownWords: [{ word: 'zebra', similar: [] }],
      next: null,
    });
    expect(await list('?q=zebra%20merchant%20ships')).toMatchObject({ match: 'known' });
    expect((await list('?q=')).total).toBe(store.counts.cards);
  });
});

describe('the parameters of scripts', () => {
  test('give cards by their ids, their speaker and their numbers', async () => {
    expect(await ids('?ids=merchant-ships-harbour,second-basin-opinions&sort=id')).toEqual([
      'merchant-ships-harbour',
      'second-basin-opinions',
    ]);
    expect(await ids('?ids=merchant-ships-harbour&kind=quote')).toEqual([]);
    const spoken = (await (await get('/api/speakers/eva-muster')).json()) as { cards: string[] };
    expect(await ids('?speaker=eva-muster&limit=100')).toEqual(spoken.cards);
    const { cards } = await list('?min=400&max=1000');
    expect(cards.map(({ id }) => id)).toContain('merchant-ships-harbour');
    for (const { figure } of cards) expect(figure?.value ?? figure?.max).toBeGreaterThanOrEqual(400);
  });

  test('give what changed since a day, and what is about a time', async () => {
    const newest = published[0]?.updated ?? '';
    const { cards, total } = await list(`?updated_since=${newest}`);
    expect(cards.every(({ updated }) => updated === newest)).toBe(true);
    expect(total).toBe(published.filter(({ updated }) => updated === newest).length);
    const about = await list('?from=2023-11&until=2023-11&limit=100');
    expect(about.cards.map(({ id }) => id)).toContain('merchant-ships-harbour');
    expect((await list('?until=1900')).total).toBe(0);
  });

  test('sort a list, whose next page keeps the order and the filters', async () => {
    const all = await ids('?topic=harbours&sort=-id&limit=100');
    expect(all).toEqual(all.toSorted().toReversed());
    const first = await get('/api/cards?topic=harbours&sort=-id&limit=2&fields=id');
    const next = first.headers.get('Link')?.match(/^<https:\/\/cards\.example\.org\/api\/cards(.+)>/)?.[1] ?? '';
    expect(await list(next)).toMatchObject({ cards: all.slice(2, 4).map((id) => ({ id })) });
  });
});

describe('fields', () => {
  const one = async (query: string) => (await list(`?ids=merchant-ships-harbour${query}`)).cards[0];
  const full = async () => (await (await get('/api/cards/merchant-ships-harbour')).json()) as object;

  test('are all in a list, without the snippets', async () => {
    expect(await full()).toMatchObject({ embed: { html: expect.any(String) } });
    expect(await one('')).toEqual({ ...(await full()), embed: null });
  });

  test('add the snippets', async () => {
    expect(await one('&fields=embed')).toEqual(await full());
  });

  test('select the fields that they name', async () => {
    expect(await one('&fields=sentence,id')).toEqual({
      id: 'merchant-ships-harbour',
      sentence: expect.stringContaining('1,000 merchant ships'),
    });
    expect(Object.keys((await one('&fields=id,embed')) ?? {})).toEqual(['id', 'embed']);
  });
});

test('a topic is one document with all its cards', async () => {
  const table = await get('/topics/harbours.csv', { redirect: 'manual' });
  expect([table.status, table.headers.get('Location')]).toEqual([302, `${ORIGIN}/api/cards.csv?topic=harbours`]);
  expect((await get('/topics/nothing.csv')).status).toBe(404);
  const response = await get('/topics/harbours.json');
  const { cards, total, next } = (await response.json()) as z.infer<typeof CardList>;
  expect([total, next]).toEqual([cards.length, null]);
  expect(cards.map(({ id }) => id)).toEqual(await ids('?topic=harbours&limit=100'));
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
});

test('the index names the addresses of all lists', async () => {
  const { name, links } = (await (await get('/api')).json()) as { name: string; links: Record<string, string> };
  expect(name).toBe('Sourced fact cards');
  for (const link of Object.values(links).filter((address) => !/\/(?:health|mcp)$/.test(address)))
    expect([link, (await exports.default.fetch(link)).status]).toEqual([link, 200]);
});

test('topics are named as lists take them', async () => {
  const { topics, total } = (await (await get('/api/topics')).json()) as {
    topics: { slug: string; count: number }[];
    total: number;
  };
  expect(total).toBe(topics.length);
  for (const { slug, count } of topics.slice(0, 5)) expect((await list(`?topic=${slug}&limit=1`)).total).toBe(count);
});

describe('what was sent before is not sent again', () => {
  const paths = ['/api', '/api/cards', '/api/cards?limit=3', '/topics/harbours.json', '/api/sources', '/openapi.json'];

  test.each(paths)('%s', async (path) => {
    const etag = (await get(path)).headers.get('ETag') ?? '';
    const again = await get(path, { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  test('each list has its own ETag at each origin', async () => {
    const etags = await Promise.all(paths.map(async (path) => (await get(path)).headers.get('ETag')));
    const elsewhere = await exports.default.fetch('https://other.example/api/cards');
    expect(new Set([...etags, elsewhere.headers.get('ETag')]).size).toBe(paths.length + 1);
  });
});
