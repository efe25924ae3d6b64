/** The findings of the watch on pages and in the API, and a pass of the watch in workerd. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Source } from '../../src/card/source.ts';
import type { WatchState } from '../../src/card/watch.ts';
import type { Store } from '../../src/catalog/store.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import type { SourceFindings } from '../../src/watch/findings.ts';
import { runPass } from '../../src/watch/pass.ts';
import { createWatchReader } from '../../src/watch/reader.ts';
import { createKvStorage } from '../../src/watch/storage.ts';
import { CardDocument } from '../../src/web/api/schemas/card.ts';
import { WatchDocument } from '../../src/web/api/schemas/watch.ts';
import { comparisonOf, entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';
import { publishedOf, readerOf } from '../helpers/watching.ts';

const ORIGIN = 'https://cards.example.org';
const EVIDENCE = {
  match: 'exact' as const,
  checkedAt: '2025-12-31',
  snapshot: 'b'.repeat(64),
  pageText: null,
};
const ARCHIVED = { url: 'https://web.archive.org/web/20231103/https://example.org/article', date: '2023-11-03' };

function catalogWith(changes: Partial<Source> = {}): Store {
  const cards = ['a-card', 'b-card'].map((id) => ({ ...entryOf({ id }), evidence: EVIDENCE }) as never);
  return createBundledStore({
    sources: [{ ...source, ...changes }],
    cards: [...cards, comparisonOf('both', ['a-card', 'b-card'])],
  });
}

/** Requests of a catalogue whose source had one state per day. */
function asking(states: readonly WatchState[] | null, changes: Partial<Source> = {}) {
  const catalog = catalogWith(changes);
  const watch = readerOf(async () => states && publishedOf(await catalog.cardsOf(source.id), states));
  const app = createApp({ loadStore: async () => catalog, watch, codeRevision: 'test' });
  return async (path: string, headers = {}) => app.request(`${ORIGIN}${path}`, { headers });
}
const GONE: WatchState[] = ['present', 'gone', 'gone', 'gone'];
const CHANGED: WatchState[] = ['present', 'changed', 'changed', 'changed'];

const textOf = async (response: Promise<Response>) => (await response).text();
const jsonOf = async <T>(response: Promise<Response>) => (await response).json<T>();

describe('a card', () => {
  test('shows the state of its quote, since when, and the day of the last visit', async () => {
    const document = CardDocument.parse(await jsonOf(asking(CHANGED)('/cards/a-card.json')));
    expect(document.evidence?.watch).toEqual({
      state: 'changed',
      since: '2026-01-02',
      lastLooked: '2026-01-04',
      score: 0.89,
    });
    const page = await textOf(asking(CHANGED)('/cards/a-card'));
    expect(page).toContain('<strong>changed</strong> since 2 January 2026');
    expect(page).toContain('last checked 4 January 2026');
    expect(page).toContain('The source has changed.');
  });

  test('has no notice while its words are present', async () => {
    const page = await textOf(asking(['present'])('/cards/a-card'));
    expect(page).toContain('<strong>present</strong> since 1 January 2026');
    expect(page).not.toContain('class="notice"');
  });

  test('links to the archived copy if its source is gone, and says so', async () => {
    const ask = asking(GONE, { archived: [ARCHIVED] });
    const passage = `${ARCHIVED.url}#:~:text=these%20are%20the%20words`;
    expect((await ask('/cards/a-card/source')).headers.get('Location')).toBe(passage);
    expect(CardDocument.parse(await jsonOf(ask('/cards/a-card.json'))).links.source).toBe(passage);
    const page = await textOf(ask('/cards/a-card'));
    expect(page).toContain('The source no longer contains these words.');
    expect(page).toMatch(
      /<a class="action" href="https:\/\/web\.archive[^"]+">Read it in the archived copy of 3 November 2023/,
    );
    expect(await textOf(ask('/cards/both'))).not.toContain('The source no longer');
    expect(await textOf(ask('/cards/both.md'))).toContain('web.archive.org');
  });

  test('links to the archived copy next to the available source', async () => {
    const ask = asking(['present'], { archived: [ARCHIVED] });
    expect((await ask('/cards/a-card/source')).headers.get('Location')).toMatch(/^https:\/\/example\.org\/article#/);
    expect(await textOf(ask('/cards/a-card'))).toContain('Or in the archived copy of 3 November 2023');
    expect(await textOf(ask('/sources/daily-example'))).toContain(ARCHIVED.url);
    const { source: from } = CardDocument.parse(await jsonOf(ask('/cards/a-card.json')));
    expect(from?.archived).toEqual([ARCHIVED]);
  });
});

test('/sources shows each source with its states and 90 days, in words too', async () => {
  const page = await textOf(asking(GONE)('/sources'));
  expect(page).toContain('2 gone');
  expect(page).toContain('aria-label="Of 90 days: present on 1, gone on 3"');
  expect(page).not.toMatch(/style="/);
});

test('/api/watch lists the sources with the states of their cards', async () => {
  const document = WatchDocument.parse(await jsonOf(asking(GONE)('/api/watch')));
  const watch = { state: 'gone', since: '2026-01-02', lastLooked: '2026-01-04', score: null };
  expect(document.watch).toEqual({
    lastLooked: '2026-01-04',
    sources: [
      {
        id: source.id,
        url: source.url,
        lastLooked: '2026-01-04',
        outcome: 'http-status',
        movedTo: null,
        skippedUntil: null,
        history: { from: '2026-01-01', marks: 'pggg' },
        cards: [
          { id: 'a-card', watch },
          { id: 'b-card', watch },
        ],
      },
    ],
    total: 1,
  });
});

test('/watch.json lists each change with the day of its confirmation', async () => {
  type Feed = { items: { id: string; title: string; date_published: string; content_text: string }[] };
  const states: WatchState[] = [...GONE, 'present', 'present', 'present'];
  const { items } = await jsonOf<Feed>(asking(states)('/watch.json'));
  expect(items.map(({ id, date_published }) => [id, date_published])).toEqual([
    [`${ORIGIN}/cards/a-card#present-2026-01-07`, '2026-01-07T00:00:00Z'],
    [`${ORIGIN}/cards/b-card#present-2026-01-07`, '2026-01-07T00:00:00Z'],
    [`${ORIGIN}/cards/a-card#gone-2026-01-04`, '2026-01-04T00:00:00Z'],
    [`${ORIGIN}/cards/b-card#gone-2026-01-04`, '2026-01-04T00:00:00Z'],
  ]);
  expect(items[2]?.content_text).toContain('Since 2 January 2026, the source no longer contains the words.');
});

describe('ETags', () => {
  const etag = async (states: WatchState[] | null, path: string, changes = {}) =>
    (await asking(states, changes)(path)).headers.get('ETag');

  test.each(['/cards/a-card', '/cards/a-card.json', '/api/cards', '/api/watch', '/watch.json'])(
    '%s has another one when the watch has something new to say',
    async (path) => {
      expect(await etag(GONE, path)).not.toBe(await etag(['present'], path));
      expect(await etag(GONE, path)).toBe(await etag(GONE, path));
    },
  );

  test.each(['/cards/a-card', '/cards/a-card.json', '/api/cards', '/api/watch'])(
    '%s has another one when somebody looked again',
    async (path) => {
      expect(await etag(['present', 'present'], path)).not.toBe(await etag(['present'], path));
    },
  );

  test.each([
    '/cards/a-card.md',
    '/cards/both',
    '/cards/both.json',
    '/feed.json',
    '/oembed?url=https://cards.example.org/cards/a-card',
  ])('change for %s when its link to the passage changes, and not with each visit', async (path) => {
    expect(await etag(GONE, path)).not.toBe(await etag(['present'], path));
    expect(await etag(['present', 'present'], path)).toBe(await etag(['present'], path));
  });

  test('stay the same for a picture, which does not show the state', async () => {
    const changes = { archived: [ARCHIVED] };
    expect(await etag(GONE, '/cards/a-card.png', changes)).toBe(await etag(null, '/cards/a-card.png', changes));
    const drawn = async (states: WatchState[] | null) => (await asking(states, changes)('/cards/a-card.png')).bytes();
    expect(await drawn(GONE)).toEqual(await drawn(null));
  });

  test('get 304 in a conditional request', async () => {
    const ask = asking(GONE);
    const tag = (await ask('/api/watch')).headers.get('ETag');
    expect((await ask('/api/watch', { 'If-None-Match': tag })).status).toBe(304);
  });
});

describe('without a watch', () => {
  const PATHS = [
    '/cards/a-card',
    '/cards/a-card.json',
    '/cards/a-card.png',
    '/cards/a-card.md',
    '/api/cards',
    '/sources',
    '/feed.json',
    '/openapi.json',
    '/llms.txt',
  ];
  const catalog = catalogWith();
  const unbound = createApp({ loadStore: async () => catalog, codeRevision: 'test' });

  test.each(PATHS)(
    '%s is the same where nobody has looked yet, where nobody looks, and where KV fails',
    async (path) => {
      const failing = createApp({
        loadStore: async () => catalog,
        watch: createWatchReader([() => Promise.reject(new Error('KV cannot be read'))], { onError: () => {} }),
        codeRevision: 'test',
      });
      const answers = await Promise.all([
        unbound.request(`${ORIGIN}${path}`),
        asking(null)(path),
        failing.request(`${ORIGIN}${path}`),
      ]);
      const bodies = await Promise.all(answers.map((answer) => answer.arrayBuffer()));
      expect(new Set(answers.map((answer) => answer.headers.get('ETag'))).size).toBe(1);
      for (const body of bodies) expect(Buffer.from(body)).toEqual(Buffer.from(bodies[0] as ArrayBuffer));
    },
  );

  test('documents contain null, and pages show nothing', async () => {
    const document = CardDocument.parse(await jsonOf(Promise.resolve(unbound.request(`${ORIGIN}/cards/a-card.json`))));
    expect(document.evidence?.watch).toBe(null);
    expect(document.source?.archived).toEqual([]);
    expect(await (await unbound.request(`${ORIGIN}/api/watch`)).json()).toEqual({ watch: null });
    expect(await (await unbound.request(`${ORIGIN}/watch.json`)).json()).toMatchObject({ items: [] });
    expect(await (await unbound.request(`${ORIGIN}/cards/a-card`)).text()).not.toContain('Watched');
    expect(await (await unbound.request(`${ORIGIN}/sources`)).text()).not.toContain('class="health"');
  });
});

describe('in the runtime of Workers', () => {
  const WATCH = env.WATCH;
  beforeEach(async () => {
    for (const { name } of (await WATCH.list()).keys) await WATCH.delete(name);
  });
  const asked: string[] = [];
  const pages: Record<string, () => Response> = {
    'https://example.org/robots.txt': () => new Response('User-agent: *\nAllow: /'),
    // "These are the words", with the letters of windows-1251 around it.
    'https://example.org/article': () =>
      new Response(Buffer.from('<p>\xcc\xb3\xf1\xf2: these are the words.', 'latin1'), {
        headers: { 'Content-Type': 'text/html; charset=windows-1251' },
      }),
  };
  const fetching = (async (address: string) => {
    asked.push(address);
    return pages[address]?.() ?? new Response(null, { status: 500 });
  }) as unknown as typeof fetch;

  const reportNow = () =>
    createWatchReader([async (_, key) => WATCH.get(key)], { onError: (error) => expect.fail(String(error)) }).cards(
      {},
      () => {},
    );

  test('a pass reads the page, stores its findings, and does not request it twice on a day', async () => {
    const catalog = catalogWith();
    const storage = createKvStorage(WATCH);
    for (const hour of [18, 19, 23])
      expect(
        await runPass({ catalog, storage, time: Date.UTC(2026, 0, 5, hour), visiting: { fetch: fetching } }),
      ).toEqual({ left: 0, failures: [] });
    expect(asked).toEqual(['https://example.org/robots.txt', 'https://example.org/article']);
    const report = await reportNow();
    expect(report?.card(source.id, 'a-card')).toEqual({
      state: 'present',
      since: '2026-01-05',
      lastLooked: '2026-01-05',
      score: null,
    });
    const kept = (await storage.get(`source:${source.id}`)) as SourceFindings;
    expect(kept.cards['a-card']?.surroundings?.before).toBe('Міст:');
  });

  test('a KV that hangs fails each operation after its deadline', async () => {
    const hanging = () => new Promise<never>(() => {});
    const storage = createKvStorage({ get: hanging, put: hanging, delete: hanging } as unknown as KVNamespace, 20);
    for (const operation of [storage.get('index'), storage.put('index', {}), storage.delete('index')])
      await expect(operation).rejects.toThrow('KV did not respond within 0.02 s');
  });

  test.each([
    'findings of another version',
    '{"version":1}',
    '{',
    '[]',
    'null',
    '{"version":2,"revision":"a","day":"x"}',
  ])('%s are none', async (text) => {
    await WATCH.put('index', text);
    expect(await reportNow()).toBe(null);
  });
});
