/** Optional bindings that are slow, hang, fail or give garbage: every answer comes, with what is known. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Speaker } from '../../src/card/speaker.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { createWatchReader } from '../../src/watch/reader.ts';
import type { PublishedKey } from '../../src/watch/storage.ts';
import { FORM_NAMES, FORMS, isImageForm } from '../../src/web/forms.ts';
import { needsWatch } from '../../src/web/watching.ts';
import { entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';
import { publishedOf } from '../helpers/watching.ts';

const ORIGIN = 'https://cards.example.org';
const speaker: Speaker = { id: 'somebody', name: 'Somebody', type: 'person' };
const entry = { ...entryOf({ id: 'a-card' }), speakers: [speaker] };
const catalog = createBundledStore({ sources: [source], speakers: [speaker], cards: [entry] });
const published = publishedOf(await catalog.cardsOf(source.id), ['present', 'gone', 'gone', 'gone']);
const FROM = { headers: { 'CF-Connecting-IP': '203.0.113.7' } };

const never = () => new Promise<never>(() => {});
const fail = () => Promise.reject(new Error('no'));
const throws = () => {
  throw new Error('no');
};

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

/** The application with a KV that answers so; what was asked of it is counted. */
function appWith(get: (key: PublishedKey) => unknown) {
  const asked: string[] = [];
  const place = async (_: unknown, key: PublishedKey) => {
    asked.push(key);
    return (await get(key)) as string | null;
  };
  const watch = createWatchReader([place], { onError: () => {} });
  return { app: createApp({ loadStore: async () => catalog, watch, codeRevision: 'test' }), asked };
}

/** Answers that depend on what the watch found. */
const PATHS = [
  '/',
  '/cards/a-card',
  ...FORM_NAMES.filter((form) => !isImageForm(form)).map((form) => `/cards/a-card${FORMS[form].ending}`),
  '/cards/a-card/source',
  '/cards/a-card/embed',
  '/topics/examples',
  '/topics/examples.json',
  '/topics/examples.csv',
  `/speakers/${speaker.id}`,
  '/api/cards',
  '/api/cards/a-card',
  '/api/corrections',
  '/api/watch',
  '/watch.json',
  '/sources',
  `/sources/${source.id}`,
  '/feed.json',
  '/feed.xml',
  `/oembed?url=${ORIGIN}/cards/a-card`,
];

describe.each<[string, (key: PublishedKey) => unknown]>([
  ['hangs', never],
  ['fails', fail],
  ['throws', throws],
  ['has nothing', () => null],
  ['gives no JSON', () => '{"version":2,'],
  ['gives other JSON', () => '[1,2]'],
  ['gives null', () => 'null'],
  ['gives no text', () => 5],
  ['gives the head alone', () => '{"version":2,"revision":"a","day":"2026-01-01"}'],
  ['gives a day that is none', (key) => JSON.stringify({ ...published[key], day: '2026-99-99' })],
])('where KV %s', (_, get) => {
  const { app } = appWith(get);

  test.each(PATHS)('%s is answered', async (path) => {
    expect((await app.request(`${ORIGIN}${path}`)).status).toBeLessThan(400);
  });

  test('no state is shown', async () => {
    expect(await (await app.request(`${ORIGIN}/api/watch`)).json()).toEqual({ watch: null });
  });
});

test('entries that are broken are shown as if nobody had looked, and the others as they are', async () => {
  const [[watch, cards] = [null, []]] = published.index.sources[source.id] ?? [];
  const broken = [
    { watch },
    [{ ...watch, state: 'odd' }, ['x']],
    [{ ...watch, since: 5 }, ['y']],
    7,
    null,
    [watch, 'a'],
  ];
  const values = {
    index: {
      ...published.index,
      sources: { [source.id]: [...broken, [watch, [...cards, 5]], [watch, cards]], other: 1 },
    },
    sources: { ...published.sources, sources: { [source.id]: { history: 5 } } },
    changes: { ...published.changes, changes: [1, null, {}, { ...published.changes.changes[0], to: 'odd' }] },
  };
  const { app } = appWith((key) => JSON.stringify(values[key]));
  const document = await (await app.request(`${ORIGIN}/api/watch`)).json();
  expect(document).toMatchObject({
    watch: { sources: [{ outcome: null, history: null, cards: [{ watch: { state: 'gone' } }] }] },
  });
  expect((await app.request(`${ORIGIN}/sources`)).status).toBe(200);
  expect(await (await app.request(`${ORIGIN}/watch.json`)).json()).toMatchObject({ items: [] });
});

test('a slow KV delays the first answer only, and what it says is there for later ones', async () => {
  let arrive = (_: string) => {};
  const { app, asked } = appWith(
    () =>
      new Promise((resolve) => {
        arrive = resolve as never;
      }),
  );
  const stateNow = async () => {
    const { evidence } = (await (await app.request(`${ORIGIN}/cards/a-card.json`)).json()) as {
      evidence: { watch: { state: string } | null } | null;
    };
    return evidence?.watch?.state ?? null;
  };
  expect([await stateNow(), await stateNow(), await stateNow()]).toEqual([null, null, null]);
  arrive(JSON.stringify(published.index));
  await vi.waitFor(async () => expect(asked).toEqual(['index']));
  await vi.waitFor(async () =>
    expect(await (await app.request(`${ORIGIN}/cards/a-card`)).text()).toContain('no longer contains these words'),
  );
});

/** Answers that do not depend on it. */
const INDEPENDENT = [
  '/corrections',
  '/embedding',
  '/fact-card.js',
  '/check',
  '/check/a-card.json',
  '/api/cards.csv',
  '/favicon.svg',
  '/brand/light',
  '/health',
  '/docs',
  '/docs/style.css',
  '/docs/script.js',
  '/docs/try/getCard',
  '/openapi.json',
  '/robots.txt',
  '/sitemap.xml',
  '/sitemap-2.xml',
  '/llms.txt',
  '/api',
  '/api/cards.csv',
  '/api/topics',
  '/api/sources',
  `/api/sources/${source.id}`,
  '/api/speakers',
  `/api/speakers/${speaker.id}`,
  '/speakers',
  '/topics',
  '/embedding',
  '/fact-card.js',
  '/check',
  '/no-such-page',
  '/cards/a-card.png',
  '/cards/a-card.svg',
  '/cards/a-card/square-dark.png',
  '/cards/a-card/pixels.json',
];

test.each(INDEPENDENT)('%s does not ask KV', async (path) => {
  const { app, asked } = appWith(() => JSON.stringify(published.index));
  await app.request(`${ORIGIN}${path}`);
  expect(asked).toEqual([]);
});

test('the two lists have an address of every route', () => {
  const { app } = appWith(() => null);
  const paths = [...PATHS, ...INDEPENDENT].map((path) => path.split('?')[0] ?? path);
  const routes = new Set(app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path));
  const patternOf = (route: string) =>
    new RegExp(`^${route.replace(/:\w+(?:\{(.+?)\}(?=\/|$))?|\*$/g, (_, own) => own ?? '[^/]+')}$`, 'i');
  expect(routes.size).toBeGreaterThan(20);
  expect([...routes].filter((route) => !paths.some((path) => patternOf(route).test(path)))).toEqual([]);
});

test('pictures ask it where they are to say that a source has changed', () => {
  expect(needsWatch('/cards/a-card.png', false)).toBe(false);
  expect(needsWatch('/cards/a-card.png', true)).toBe(true);
});

describe.each<[string, () => unknown]>([
  ['hangs', never],
  ['fails', fail],
  ['throws', throws],
  ['gives nothing', () => undefined],
  ['gives garbage', () => 'no'],
])('where another optional binding %s', (_, answer) => {
  const { app } = appWith(() => null);

  test.each<[string, Record<string, unknown>]>([
    ['the limit on drawing', { DRAWING_LIMIT: { limit: answer } }],
    ['the count of views', { IMAGE_VIEWS: { writeDataPoint: answer } }],
  ])('a picture is drawn without %s', async (__, env) => {
    const response = await app.request(`${ORIGIN}/cards/a-card.png`, FROM, env);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  });
});
