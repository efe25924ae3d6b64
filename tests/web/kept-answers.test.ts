/** What is asked again and again is answered from memory, and is never another answer for that. */
import { describe, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { WatchState } from '../../src/card/watch.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { reportOf, type WatchReport } from '../../src/watch/report.ts';
import { catalogOf, comparisonOf, entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';
import { findingsOf } from '../helpers/watching.ts';

const ORIGIN = 'https://cards.example.org';
const catalog = createCatalog({
  sources: [source],
  cards: [entryOf({ id: 'a-card' }), entryOf({ id: 'b-card' }), comparisonOf('both', ['a-card', 'b-card'])],
});
const newApp = () => createApp({ loadCatalog: async () => catalog, codeRevision: 'test' });
type App = ReturnType<typeof newApp>;

async function ask(app: App, path: string, init?: RequestInit, origin = ORIGIN) {
  const response = await app.request(`${origin}${path}`, init);
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

/** Until it is kept: what is asked for once is not. */
async function askTwice(app: App, path: string, init?: RequestInit) {
  await ask(app, path, init);
  return ask(app, path, init);
}

const WITH_ETAG = [
  ['/', '/?q=words', '/topics/examples', '/sources', '/sources/daily-example', '/docs'],
  ['/cards/a-card', '/cards/both', '/cards/a-card.md', '/cards/a-card.json', '/cards/a-card.png', '/cards/a-card.svg'],
  ['/api/cards', '/api/cards?q=words&limit=1', '/api/cards/both', '/api/sources', '/openapi.json'],
  ['/feed.json', '/feed.xml', '/sitemap.xml', '/llms.txt', '/robots.txt'],
].flat();
const WITHOUT_ETAG = ['/docs/style.css', '/favicon.svg', '/cards/nobody', '/cards/a-card/source'];

describe.each([...WITH_ETAG, ...WITHOUT_ETAG])('%s', (path) => {
  test('is the same answer the fourth time, to GET and to HEAD', async () => {
    const app = newApp();
    const first = await askTwice(app, path);
    await ask(app, path);
    expect(await ask(app, path)).toEqual(first);
    expect(await ask(app, path, { method: 'HEAD' })).toEqual({ ...first, body: '' });
  });

  test('is not to be changed, however often it was read', async () => {
    const app = newApp();
    await askTwice(app, path);
    expect((await ask(app, path, { method: 'POST' })).status).toBe(405);
    expect((await ask(app, path, { method: 'OPTIONS' })).status).toBe(204);
  });
});

test.each(WITH_ETAG)('%s is the same 304, and the whole answer to who has another', async (path) => {
  const app = newApp();
  const first = await ask(app, path);
  const etag = first.headers.etag ?? '';
  const unchanged = await ask(app, path, { headers: { 'If-None-Match': etag } });
  expect([unchanged.status, unchanged.body]).toEqual([304, '']);
  for (let time = 0; time < 3; time++) {
    expect(await ask(app, path, { headers: { 'If-None-Match': `"other", W/${etag}` } })).toEqual(unchanged);
    expect(await ask(app, path, { headers: { 'If-None-Match': '"other"' } })).toEqual(first);
    expect(await ask(app, path)).toEqual(first);
  }
});

describe('what is kept', () => {
  /** How often the catalogue is asked for a card while an address is asked for so many times. */
  async function timesMade(path: string, times: number, preview = false) {
    const getCard = vi.fn(catalog.getCard);
    const specimens = preview ? { catalog, pictures: [] } : undefined;
    const app = createApp({ loadCatalog, codeRevision: 'test', specimens });
    const spied = { ...catalog, getCard };
    async function loadCatalog() {
      return spied;
    }
    for (let time = 0; time < times; time++) await ask(app, path);
    return getCard.mock.calls.length;
  }

  test('is made no third time', async () => {
    const once = await timesMade('/api/cards/a-card', 1);
    expect(once).toBeGreaterThan(0);
    expect(await timesMade('/api/cards/a-card', 5)).toBe(2 * once);
  });

  test('is no error, and nothing in the preview', async () => {
    expect(await timesMade('/api/cards/nobody', 5)).toBe(5 * (await timesMade('/api/cards/nobody', 1)));
    const once = await timesMade('/api/cards/a-card', 1, true);
    expect(await timesMade('/api/cards/a-card', 5, true)).toBe(5 * once);
  });

  test('names the origin that it was asked under', async () => {
    const app = newApp();
    await askTwice(app, '/api/cards');
    const elsewhere = await ask(app, '/api/cards', {}, 'https://other.example');
    expect(elsewhere.body).toContain('https://other.example/cards/a-card.png');
    expect(elsewhere.body).not.toContain(ORIGIN);
  });

  test('is made anew when the watch says something else', async () => {
    const watched = catalogOf([{ id: 'a-card' }]);
    const reportOn = (...states: WatchState[]) => reportOf(findingsOf(watched.cardsOf(source.id), states));
    let report: WatchReport | null = null;
    const app = createApp({ loadCatalog: async () => watched, loadWatch: async () => report, codeRevision: 'test' });
    const state = async () => /"state":"(\w+)"/.exec((await askTwice(app, '/api/watch')).body)?.[1] ?? null;
    expect(await state()).toBe(null);
    report = reportOn('present');
    expect(await state()).toBe('present');
    report = reportOn('present', 'gone', 'gone', 'gone');
    expect(await state()).toBe('gone');
    report = null;
    expect(await state()).toBe(null);
  });

  test('is no answer of before the watch said something else, however late it comes', async () => {
    const watched = catalogOf([{ id: 'a-card' }]);
    const reportOn = (...states: WatchState[]) => reportOf(findingsOf(watched.cardsOf(source.id), states));
    let report = reportOn('present');
    let opened = Promise.resolve();
    const loadSearch = () => opened.then(() => watched.loadSearch());
    const loadCatalog = async () => gated;
    const gated = { ...watched, loadSearch };
    const app = createApp({ loadCatalog, loadWatch: async () => report, codeRevision: 'test' });
    const path = '/api/cards?q=words';
    const before = (await ask(app, path)).headers.etag;
    let open = () => {};
    opened = new Promise((settle) => {
      open = settle;
    });
    const late = ask(app, path);
    await new Promise((settle) => setTimeout(settle, 0));
    report = reportOn('present', 'gone', 'gone', 'gone');
    await ask(app, '/robots.txt');
    open();
    expect((await late).headers.etag).toBe(before);
    for (let time = 0; time < 3; time++) expect((await ask(app, path)).headers.etag).not.toBe(before);
  });

  test('is nothing that was asked for under an address longer than anyone links to', async () => {
    const once = await timesMade('/cards/a-card.md', 1);
    expect(await timesMade(`/cards/a-card.md?${'v'.repeat(1_000)}`, 5)).toBe(5 * once);
  });
});
