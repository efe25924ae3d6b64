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
    expect((await list('?q=zebra')).cards).toEqual([]);
    expect((await list('?q=')).total).toBe(store.counts.cards);
  });
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
  const paths = ['/api/cards', '/api/cards?limit=3', '/api/sources', '/api/topics', '/openapi.json'];

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
