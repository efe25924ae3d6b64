/** A catalogue without a card or a source, as a new project has it. */
import { expect, test } from 'vitest';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { askingOf } from '../helpers/asking.ts';

const NONE = { sources: [], cards: [] };
const ask = askingOf(createBundledStore(NONE));
const json = async (path: string) => (await ask(path)).json();

test.each([
  ...[
    '/',
    '/?q=word',
    '/?kind=figure',
    '/sources',
    '/speakers',
    '/topics',
    '/corrections',
    '/docs',
    '/llms.txt',
    '/robots.txt',
    '/sitemap.xml',
    '/health',
  ],
  ...['/feed.json', '/feed.xml', '/watch.json', '/openapi.json', '/favicon.svg'],
  ...[
    '/api/cards',
    '/api/cards?q=word',
    '/api/sources',
    '/api/speakers',
    '/api/topics',
    '/api/corrections',
    '/api/watch',
  ],
])('answers %s', async (path) => {
  expect((await ask(path)).status).toBe(200);
});

test.each([
  '/cards/nobody',
  '/cards/nobody.png',
  '/cards/nobody.json',
  '/topics/nothing',
  '/api/sources/nobody',
  '/speakers/nobody',
])('returns 404 for %s', async (path) => expect((await ask(path)).status).toBe(404));

test('the gallery says to readers that there are no cards, and nothing of commands', async () => {
  const page = await (await ask('/')).text();
  expect(page).toMatch(/<main id="content"><h1>No cards yet<.*\/feed\.xml">feed<.*class="steps"/s);
  expect(page).not.toMatch(/Search below|most frequent/i);
  expect(page).not.toContain('npm run');
  expect(page).not.toContain('type="search"');
});

test.each([
  ['/topics', 'They appear with the first card.'],
  ['/sources', 'They appear with the first card.'],
  ['/corrections', 'No published card has changed yet.'],
  ['/speakers', 'A speaker appears here with the first card that names it.'],
])('%s says when there will be something', async (path, words) => {
  expect(await (await ask(path)).text()).toContain(words);
});

test('the gallery of the preview says how to add the first card', async () => {
  const specimens = { store: createBundledStore(NONE), pictures: [] };
  const page = await (await askingOf(createBundledStore(NONE), {}, { specimens })('/')).text();
  expect(page).toContain('To add one, copy the words');
  expect(page).toContain('npm run new -- --url');
  expect(page).toContain('<a href="/compose">the composer</a>');
  expect(page).toContain('README.md');
});

test('lists hold nothing', async () => {
  expect(await json('/api/cards')).toEqual({ cards: [], total: 0, match: null, unknownWords: [], next: null });
  expect(await json('/api/sources')).toEqual({ sources: [], total: 0 });
  expect(await json('/api/speakers')).toEqual({ speakers: [], total: 0, next: null });
  expect(await json('/api/topics')).toEqual({ topics: [], total: 0 });
});

test('health is well', async () => {
  expect(await json('/health')).toMatchObject({ status: 'ok', cards: 0, sources: 0 });
});

test('the sitemap has the pages that are there', async () => {
  expect((await (await ask('/sitemap.xml')).text()).match(/<loc>/g)).toHaveLength(8);
});
