import { expect, test } from 'vitest';
import type { CompiledCard } from '../../src/catalog/compile.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { appOf } from '../helpers/app.ts';
import { comparisonOf, entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';

const catalog = createBundledStore({
  sources: [source],
  cards: [entryOf({ id: 'a-card' }), entryOf({ id: 'b-card' }), comparisonOf('both', ['a-card', 'b-card'])],
});
const app = appOf(catalog);
const headersOf = async (path: string) => (await app.request(`https://cards.example.org${path}`)).headers;
const tagsOf = async (path: string) => (await headersOf(path)).get('Cache-Tag')?.split(',').sort();

test.each(['/cards/a-card.png', '/cards/a-card.json', '/api/cards/a-card', '/', '/sources', '/feed.json'])(
  'a correction of %s is seen within five minutes, whatever a cache may do',
  async (path) => {
    const policy = (await headersOf(path)).get('Cache-Control') ?? '';
    const [fresh = 0, stale = 0] = ['max-age', 'stale-while-revalidate'].map((name) =>
      Number(new RegExp(`${name}=(\\d+)`).exec(policy)?.[1]),
    );
    expect(fresh).toBeGreaterThan(0);
    expect(fresh + stale).toBeLessThanOrEqual(300);
    expect(policy).not.toContain('immutable');
  },
);

test.each(['/cards/b-card.svg', '/cards/b-card.json', '/api/cards/b-card', '/cards/b-card.md', '/cards/b-card/source'])(
  '%s is tagged with its card and source',
  async (path) => expect(await tagsOf(path)).toEqual(['card-b-card', 'source-daily-example']),
);

test('a page is tagged with the comparisons that it shows, too', async () => {
  expect(await tagsOf('/cards/a-card')).toEqual(['card-a-card', 'card-b-card', 'card-both', 'source-daily-example']);
});

test('a comparison is tagged with the cards of its rows', async () => {
  expect(await tagsOf('/cards/both.json')).toEqual(['card-a-card', 'card-b-card', 'card-both', 'source-daily-example']);
});

test.each([
  '/',
  '/topics/examples',
  '/sources',
  '/speakers',
  '/corrections',
  '/api/cards',
  '/api/sources',
  '/api/speakers',
  '/feed.xml',
  '/sitemap.xml',
])('%s is tagged as made of the catalogue', async (path) => expect(await tagsOf(path)).toEqual(['catalog']));

test.each(['/sources/daily-example', '/api/sources/daily-example'])('%s is tagged with its source', async (path) =>
  expect(await tagsOf(path)).toEqual(['catalog', 'source-daily-example']),
);

test.each(['/cards/nobody.json', '/health'])('%s, which is no content, is not tagged', async (path) => {
  expect(await tagsOf(path)).toBeUndefined();
});

const ETAGGED = [
  ['/', '/topics/examples', '/sources', '/sources/daily-example', '/speakers', '/cards/a-card', '/cards/both', '/docs'],
  [
    '/cards/a-card.png',
    '/cards/a-card/square-dark.svg',
    '/cards/a-card.md',
    '/cards/a-card.json',
    '/cards/a-card.ris',
    '/llms.txt',
  ],
  [
    '/api/cards',
    '/api/cards/both',
    '/api/corrections',
    '/api/sources',
    '/api/speakers',
    '/api/topics',
    '/openapi.json',
  ],
  ['/feed.json', '/feed.xml', '/sitemap.xml', '/oembed?url=https%3A%2F%2Fcards.example.org%2Fcards%2Fa-card'],
].flat();

test.each(ETAGGED)('304 of %s leaves what a cache knows of it as it was', async (path) => {
  const first = await app.request(`https://cards.example.org${path}`);
  const init = { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } };
  const again = await app.request(`https://cards.example.org${path}`, init);
  expect([first.status, again.status]).toEqual([200, 304]);
  // A cache puts the headers of the 304 in the place of those that it has (RFC 9111, 3.2).
  expect(Object.fromEntries([...first.headers, ...again.headers])).toEqual(Object.fromEntries(first.headers));
});

test.each(ETAGGED)('any tag of %s is answered 304, with the headers that a cache knows', async (path) => {
  const first = await app.request(`https://cards.example.org${path}`);
  const again = await app.request(`https://cards.example.org${path}`, { headers: { 'If-None-Match': '*' } });
  expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', first.headers.get('ETag')]);
  expect(Object.fromEntries([...first.headers, ...again.headers])).toEqual(Object.fromEntries(first.headers));
  expect(again.headers.has('Content-Type')).toBe(false);
});

test.each([
  ['/?cursor=none', 400],
  ['/topics/examples?cursor=none', 400],
  ['/sources?cursor=none', 400],
  ['/api/cards?cursor=none', 400],
  ['/api/corrections?cursor=none', 400],
  ['/cards/none', 404],
  ['/cards/none.json', 404],
  ['/sitemap-2.xml', 404],
])('any tag of %s, which has no answer, is answered %d', async (path, status) => {
  const response = await app.request(`https://cards.example.org${path}`, { headers: { 'If-None-Match': '*' } });
  expect([response.status, response.headers.has('ETag')]).toEqual([status, false]);
});

const etagOf = async (path: string, cards: CompiledCard[]) =>
  (
    await appOf(createBundledStore({ sources: [source], cards })).request(`https://cards.example.org${path}`)
  ).headers.get('ETag');

test.each(['/sources/daily-example', '/api/sources/daily-example'])(
  '%s has another ETag when its cards come in another order',
  async (path) => {
    const [a, b] = [entryOf({ id: 'a-card' }), entryOf({ id: 'b-card' })];
    expect(await etagOf(path, [a, b])).not.toBe(await etagOf(path, [b, a]));
  },
);

test('a comparison has another ETag if its words are found with different typography', async () => {
  const found = { match: 'exact', checkedAt: '2026-11-21', snapshot: 'a'.repeat(64), pageText: null } as const;
  const cardsWith = (pageText: string | null): CompiledCard[] => [
    { ...entryOf({ id: 'a-card' }), evidence: { ...found, pageText } } as CompiledCard,
    entryOf({ id: 'b-card' }),
    comparisonOf('both', ['a-card', 'b-card']),
  ];
  expect(await etagOf('/cards/both.md', cardsWith('These are The words'))).not.toBe(
    await etagOf('/cards/both.md', cardsWith(null)),
  );
});
