/** A year of watching twelve publishers, every hour: how each behaves, and what the watch reports on which day. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Source } from '../../src/card/source.ts';
import type { Store } from '../../src/catalog/store.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import type { SourceFindings } from '../../src/watch/findings.ts';
import { runPass } from '../../src/watch/pass.ts';
import type { ChangesValue } from '../../src/watch/published.ts';
import { reportOf } from '../../src/watch/report.ts';
import { source as exampleSource, quoteCard } from '../helpers/fixtures.ts';
import { type Behaviour, furnish, openPublisher, seeded } from '../helpers/publisher.ts';
import { memoryStorage } from '../helpers/watch-store.ts';

const DAYS = 365;
const HOUR_MS = 60 * 60 * 1000;
const START = Date.UTC(2026, 0, 1);
const dayName = (day: number) => new Date(START + day * 24 * HOUR_MS).toISOString().slice(0, 10);

const TITLE = 'Army grows stronger';
const QUOTE = 'reportedly hosts up to 1,000 fighters';
const ARTICLE = [
  'The army of the country has grown stronger over the past year, several people who follow it said this week.',
  `Since the failed mutiny the country ${QUOTE} of the group, who train its soldiers in two camps near the border.`,
  'Their presence worries the neighbours, who have closed two of the crossings and sent more guards to the others.',
  'Nobody in the capital answered questions about it, and the ministry has not published a number since the spring.',
  'What the group is paid for its lessons is not known either; its pay was late in the winter, two of its men said.',
  'Whoever leaves the camps without leave is sent home by train, they said, and has to give back his boots and belt.',
  'Observers abroad put the army at some 45,000 soldiers, a third of them conscripts who serve for a year or longer.',
];
const replaced = (from: string, to: string) => ARTICLE.map((text) => text.replace(from, to));
const without = ARTICLE.filter((text) => !text.includes(QUOTE));
const elsewhere = [
  ...without,
  `A spokesman repeated on Friday that it ${QUOTE}; he would not be drawn on anything else, and left.`,
];

const page = (response: ServerResponse, paragraphs: readonly string[], seed: number, headers = {}) =>
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers })
    .end(furnish(paragraphs, { random: seeded(seed), title: TITLE }));
const status = (response: ServerResponse, code: number, headers = {}) =>
  response.writeHead(code, headers).end('<h1>Something else</h1><p>Some words');

/** A server whose article is at /article, and that lets every program read it. */
const site =
  (answer: (response: ServerResponse, day: number, request: IncomingMessage) => void): Behaviour =>
  (request, response, day) =>
    request.url === '/robots.txt' ? status(response, 404) : answer(response, day, request);

/** Eight of a hundred days fail, at most two in a row. */
const stumbles = (day: number) => [3, 17, 18, 44, 45, 71, 88, 96].includes(day % 100);

const PUBLISHERS: Record<string, Behaviour> = {
  steady: site((response, day) => page(response, ARTICLE, day)),
  careful: site((response, _day, { headers }) =>
    headers['if-none-match'] === '"v1"'
      ? response.writeHead(304).end()
      : page(response, ARTICLE, 1, { etag: '"v1"', 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT' }),
  ),
  /** Answers "not modified" for an edited page. */
  hides: site((response, day, { headers }) =>
    headers['if-modified-since']
      ? response.writeHead(304).end()
      : page(response, day < 100 ? ARTICLE : replaced('1,000', '500'), 1, {
          'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT',
        }),
  ),
  edits: site((response, day) => page(response, day < 100 ? ARTICLE : replaced('1,000', '500'), day)),
  deletes: site((response, day) => page(response, day < 90 ? ARTICLE : without, day)),
  rearranges: site((response, day) => page(response, day < 120 ? ARTICLE : elsewhere, day)),
  redirects: site((response, day, { url }) =>
    day >= 80 && url === '/article'
      ? status(response, 301, { location: '/2026/article' })
      : page(response, ARTICLE, day),
  ),
  dies: site((response, day) =>
    day < 200 || day >= 260 ? page(response, ARTICLE, day) : status(response, day % 2 ? 404 : 410),
  ),
  sells: site((response, day) => {
    if (day < 150 || day >= 250) return page(response, ARTICLE, day);
    if (day < 200) return status(response, 402);
    const ld = '<script type="application/ld+json">{ "isAccessibleForFree": false }</script>';
    return response.writeHead(200, { 'content-type': 'text/html' }).end(`${ld}<h1>${TITLE}</h1><p>${ARTICLE[0]}`);
  }),
  teases: site((response, day) => {
    if (day < 150) return page(response, ARTICLE, day);
    return response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>${TITLE}</h1><p>Subscribe to read on.`);
  }),
  strays: site((response, day) =>
    day < 60 ? page(response, ARTICLE, day) : status(response, 302, { location: 'https://10.0.0.1/article' }),
  ),
  stumbles: site((response, day) => {
    if (day >= 300 && day < 310) return; // No answer, ever.
    return stumbles(day) ? status(response, day % 2 ? 503 : 404) : page(response, ARTICLE, day);
  }),
  forbids: (request, response, day) => {
    if (request.url !== '/robots.txt') return page(response, ARTICLE, day);
    const forbidding = 'User-agent: *\nDisallow: /x\n\nUser-agent: sourced-fact-cards\nDisallow: /article\n';
    return response.writeHead(200).end(day < 40 || day >= 80 ? 'User-agent: *\nDisallow: /x\n' : forbidding);
  },
};
const NAMES = Object.keys(PUBLISHERS);

let today = 0;
const publishers = new Map<string, Awaited<ReturnType<typeof openPublisher>>>();
const storage = memoryStorage();
const findingsOf = async (name: string) => (await storage.get(`source:${name}`)) as SourceFindings;
/** Each day on which the reported state of a source changed: the day, the state, and since when. */
const said: Record<string, [day: number, state: string, since: number][]> = {};
let catalog: Store;

const since = (day: string | undefined) => Math.round((Date.parse(day ?? '') - START) / (24 * HOUR_MS));

beforeAll(async () => {
  for (const [name, behave] of Object.entries(PUBLISHERS))
    publishers.set(name, await openPublisher(behave, () => ({ number: today, name: dayName(today) })));
  const sources: Source[] = NAMES.map((id) => ({
    ...exampleSource,
    id,
    title: TITLE,
    url: `${publishers.get(id)?.origin}/article`,
  }));
  // The catalogue names the private host, so only the check of addresses can refuse it.
  sources.push({ ...exampleSource, id: 'private', url: 'https://10.0.0.1/article' });
  const cards = sources.map(({ id }) => ({
    card: { ...quoteCard, id: `card-of-${id}`, quote: { exact: QUOTE } },
    sourceId: id,
    evidence: null,
    revision: '0000000a',
    updated: '2026-01-01',
  }));
  catalog = createBundledStore({ sources, cards });

  for (today = 0; today < DAYS; today++) {
    for (let hour = 0; hour < 24; hour++) {
      const time = START + (today * 24 + hour) * HOUR_MS;
      const publicUrl = 'https://cards.example.org';
      const visiting = { loopbackHttp: true, timeoutMs: 1000 };
      await runPass({ catalog, storage, time, publicUrl, visiting });
    }
    const report = reportOf(await storage.get('index'));
    for (const name of NAMES) {
      const watch = report?.card(name, `card-of-${name}`);
      const known = said[name] ?? [];
      if (watch && known.at(-1)?.[1] !== watch.state) known.push([today, watch.state, since(watch.since)]);
      said[name] = known;
    }
  }
}, 300_000);
afterAll(() => {
  for (const publisher of publishers.values()) publisher.close();
});

test.each([
  ['steady', [[0, 'present', 0]]],
  ['careful', [[0, 'present', 0]]],
  [
    'hides',
    [
      [0, 'present', 0],
      [107, 'changed', 105],
    ],
  ],
  [
    'edits',
    [
      [0, 'present', 0],
      [102, 'changed', 100],
    ],
  ],
  [
    'deletes',
    [
      [0, 'present', 0],
      [92, 'gone', 90],
    ],
  ],
  [
    'rearranges',
    [
      [0, 'present', 0],
      [122, 'moved', 120],
    ],
  ],
  [
    'redirects',
    [
      [0, 'present', 0],
      [82, 'moved', 80],
    ],
  ],
  [
    'dies',
    [
      [0, 'present', 0],
      [202, 'gone', 200],
      [262, 'present', 260],
    ],
  ],
  [
    'sells',
    [
      [0, 'present', 0],
      [152, 'paywalled', 150],
      [252, 'present', 250],
    ],
  ],
  [
    'teases',
    [
      [0, 'present', 0],
      [152, 'paywalled', 150],
    ],
  ],
  [
    'strays',
    [
      [0, 'present', 0],
      [62, 'unreachable', 60],
    ],
  ],
  [
    'stumbles',
    [
      [0, 'present', 0],
      [302, 'unreachable', 300],
      [312, 'present', 310],
    ],
  ],
  ['forbids', [[0, 'present', 0]]],
] as const)('of the publisher that %s, each change is said on the third day', (name, changes) => {
  expect(said[name]).toEqual(changes);
});

test('keeps the changes of 90 days with their dates, newest first', async () => {
  const { changes } = (await storage.get('changes')) as ChangesValue;
  const change = { from: 'present', to: 'unreachable', score: null };
  expect(changes).toEqual([
    {
      ...change,
      day: dayName(312),
      card: 'card-of-stumbles',
      source: 'stumbles',
      from: 'unreachable',
      to: 'present',
      since: dayName(310),
    },
    { ...change, day: dayName(302), card: 'card-of-stumbles', source: 'stumbles', since: dayName(300) },
  ]);
});

test('an address that moved is named, and the last 90 days are kept', async () => {
  expect((await findingsOf('redirects')).movedTo).toBe(`${publishers.get('redirects')?.origin}/2026/article`);
  expect((await findingsOf('steady')).history).toEqual({ from: dayName(DAYS - 90), marks: 'p'.repeat(90) });
  expect((await findingsOf('strays')).outcome).toBe('redirect-refused');
});

describe('politeness', () => {
  test.each(NAMES)('requests the page and the robots.txt of %s at most once a day', (name) => {
    const asked = publishers.get(name)?.asked ?? [];
    for (const path of ['/robots.txt', '/article', '/2026/article']) {
      const days = asked.filter((each) => each.path === path).map(({ day }) => day);
      expect(days).toEqual([...new Set(days)]);
    }
    expect(new Set(asked.map(({ path }) => path)).size).toBeLessThan(4);
    const pages = asked.filter(({ path }) => path === '/article');
    expect(pages.length).toBe(name === 'forbids' ? DAYS - 40 : DAYS);
  });

  test('each request identifies the watch and names its address', () => {
    const agents = new Set([...publishers.values()].flatMap(({ asked }) => asked.map(({ userAgent }) => userAgent)));
    expect([...agents]).toEqual([
      expect.stringMatching(
        /^sourced-fact-cards\/\d+\.\d+\.\d+ \(\+https:\/\/cards\.example\.org; checks at most once a day whether a quote is still there\)$/,
      ),
    ]);
  });

  test('a page with validators is read in full only after a change and once a week', () => {
    const pages = publishers.get('careful')?.asked.filter(({ path }) => path === '/article') ?? [];
    expect(pages.map(({ conditional }) => conditional)).toEqual(Array.from({ length: DAYS }, (_, day) => day % 7 > 0));
    expect(pages.filter(({ status: code }) => code === 304)).toHaveLength(
      pages.filter((each) => each.conditional).length,
    );
  });

  test('requests nothing that robots.txt forbids to this user agent', () => {
    const days = publishers
      .get('forbids')
      ?.asked.filter(({ path }) => path === '/article')
      .map(({ day }) => since(day));
    expect(days?.filter((day) => day >= 40 && day < 80)).toEqual([]);
  });

  test('writes the published values once per pass', () => {
    const passes = storage.writes.index ?? 0;
    expect(passes).toBeLessThanOrEqual(DAYS * (NAMES.length + 1));
    expect([storage.writes.sources, storage.writes.changes]).toEqual([passes, passes]);
    expect(storage.writes.robots).toBe(DAYS * NAMES.length);
  });
});
