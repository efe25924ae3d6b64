/** Whatever `check` accepts, every form of every card answers, and is what its media type says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { CslItem } from '../../src/card/csl.ts';
import { DEFAULT_BRAND } from '../../src/card/site.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { checkDates } from '../../src/catalog/date-rules.ts';
import { type CatalogFile, loadCatalog } from '../../src/catalog/load.ts';
import { checkRules } from '../../src/catalog/rules.ts';
import type { Store } from '../../src/catalog/store.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { missingLetters } from '../../src/render/fonts.ts';
import { findUnfitSizes } from '../../src/render/layouts/layout.ts';
import { CardDocument } from '../../src/web/api/schemas/card.ts';
import { SourceWithCards } from '../../src/web/api/schemas/source.ts';
import { FORM_NAMES, FORMS } from '../../src/web/forms.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { hostileText } from '../helpers/hostile.ts';
import { documentElements } from '../helpers/html.ts';
import { lockOf } from '../helpers/lock.ts';
import { parseXml } from '../helpers/xml.ts';

const ORIGIN = 'https://cards.example.org';
const TODAY = '2026-11-26';

/** Mostly what authors write, now and then what hurts. */
const rarely = (usual: fc.Arbitrary<unknown>, hostile: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 24, arbitrary: usual }, { weight: 1, arbitrary: hostile });
const words = (max: number) =>
  rarely(
    fc.oneof(
      fc.constantFrom('A title', 'Ж. Öß – “so”', 'a <b>&amp;</b> "c"', '1,000 %', "l'été", '[x](y) *z*', '`|`'),
      fc.stringMatching(/^[A-Za-zÀ-ÿА-я0-9][ -~À-ÿА-я]{0,20}[A-Za-z0-9]$/).map((text) => text.slice(0, max).trim()),
    ),
    hostileText(max),
  );
/** No font draws them, and some texts are not drawn. */
const unseenWords = (max: number) =>
  fc.oneof(words(max), fc.constantFrom('שלום', 'مرحبا', '日本語', '👩🏽‍🚀', 'می‌خواهم'));
const LANGUAGES = rarely(
  fc.constantFrom('en', 'de', 'be', 'zh-hant-tw', 'sr-Latn-RS', 'en-x-own', 'de-1901', 'iw', 'en-u-ca-buddhist'),
  fc.stringMatching(/^[A-Za-z]{2,4}(-[A-Za-z0-9]{1,8}){0,3}$/),
);
const HOSTS = fc.constantFrom('example.org', 'пример.example', 'EXAMPLE.com:8443', 'münchen.example', 'a-b.co.uk');
const PATHS = fc.oneof(
  fc.constantFrom('', '/', '/статья', '/a b', '/100%', '/?a[]=1|2', '/#!/x', '/l\'été?q=<b>&r="', '/日本#ü'),
  fc.webPath(),
);
const URLS = rarely(
  fc.oneof(
    fc.tuple(HOSTS, PATHS).map(([host, path]) => `https://${host}${path}`),
    fc.webUrl({ validSchemes: ['https'] }),
  ),
  fc.constantFrom('https:evil.org', 'https://a:b@example.org', 'https://127.0.0.1', 'https://x\\y.org', 'http://a.org'),
);
const DATES = rarely(
  fc.constantFrom(
    '2023-11-02',
    '2023',
    '2023-21',
    '202X',
    '2023-11~',
    '2022/2023-05',
    '/2023',
    'Y-120000',
    '-0043-03-15',
  ),
  fc.stringMatching(/^-?[0-9]{4}(-[0-9]{2}){0,2}[~?%]?$/),
);
const dated = fc.record({ date: DATES, basis: fc.constantFrom('stated', 'inferred'), reason: unseenWords(60) });
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const copies = fc.record({
  url: rarely(
    fc.oneof(
      fc
        .constantFrom('20261120', '20269999', '2023')
        .map((stamp) => `https://web.archive.org/web/${stamp}/http://a.org/ж?x`),
      URLS,
    ),
    fc.constantFrom('https://archive.ph/abc', 'https:archive.example'),
  ),
  date: optional(fc.constantFrom('2026-11-20', '2026-11-21')),
});

const sources = fc.record({
  id: fc.constant('daily-example'),
  publisher: words(60),
  title: fc.option(unseenWords(60)),
  authors: fc.array(unseenWords(60), { maxLength: 2 }),
  published: dated,
  url: fc.option(URLS),
  archived: optional(fc.array(copies, { maxLength: 2 })),
  language: LANGUAGES,
  translated: optional(fc.record({ from: LANGUAGES, publisher: words(60), url: fc.option(URLS) })),
  snapshot: fc.constant({ sha256: 'a'.repeat(64), accessed: '2026-11-21' }),
  corrections: optional(
    fc.tuple(fc.record({ date: fc.constant('2026-11-22'), text: unseenWords(60), url: optional(URLS) })),
  ),
  note: optional(unseenWords(60)),
});

const cards = fc
  .record({
    kind: fc.constantFrom('figure', 'quote', 'claim', 'event'),
    topics: fc.array(words(40), { minLength: 1, maxLength: 2 }),
    claim: words(80),
    language: optional(LANGUAGES),
    status: fc.constantFrom('stated', 'claimed'),
    attribution: fc.array(words(60), { minLength: 1, maxLength: 2 }),
    asOf: dated,
    place: optional(words(40)),
    quote: fc.record({
      exact: words(80),
      prefix: optional(words(40)),
      translated: optional(fc.record({ from: fc.option(LANGUAGES), by: fc.option(words(40)) })),
    }),
    value: fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-0, 1e300, 5e-324)),
  })
  .map(({ value, ...card }) =>
    card.kind === 'figure' ? { ...card, figure: { text: 'many', unit: 'men', value } } : card,
  )
  .map((card) => ({ id: 'a-card', ...card }));

const catalogs = fc
  .record({ source: sources, card: cards, label: words(40), note: words(100) })
  .map(({ source, card, label, note }): CatalogFile[] => {
    const other = { ...card, id: 'other', kind: 'claim', figure: undefined };
    const rows = [
      { card: 'a-card', label },
      { card: 'other', label: 'Other' },
    ];
    const compared = { id: 'compared', kind: 'comparison', topics: card.topics, claim: card.claim, rows, note };
    return [
      { name: 'comparisons.yaml', text: JSON.stringify({ cards: [compared] }) },
      { name: 'daily-example.yaml', text: JSON.stringify({ source, cards: [card, other] }) },
    ];
  });

/** The store of a catalogue; undefined where `check` refuses it. */
function accepted(files: CatalogFile[]) {
  const loaded = loadCatalog(files);
  if (loaded.problems.length > 0) return undefined;
  const lock = lockOf(files);
  const problems = [...checkRules(loaded, lock, missingLetters), ...checkDates(loaded, TODAY)];
  return problems.length > 0 ? undefined : createBundledStore(compileCatalog(files, lock).catalog);
}

const IDS = ['a-card', 'other', 'compared'];
const SHARED = ['/', '/sources', '/feed.json', '/feed.xml', '/sitemap.xml', '/llms.txt', '/api/cards', '/api/sources'];
const SOURCE = ['/sources/daily-example', '/api/sources/daily-example'];
const DRAWN = new Set(['png', 'svg']);

function pathsOf(id: string): string[] {
  const forms = FORM_NAMES.filter((form) => !DRAWN.has(form)).map((form) => `/cards/${id}${FORMS[form].ending}`);
  const oembed = ['json', 'xml'].map((format) => `/oembed?url=${ORIGIN}/cards/${id}&format=${format}`);
  return [`/cards/${id}`, `/cards/${id}/embed`, `/api/cards/${id}`, ...forms, ...oembed];
}

function expectValid(path: string, response: Response, body: string): void {
  const type = response.headers.get('Content-Type') ?? '';
  if (/json/.test(type)) {
    const document = JSON.parse(body);
    if (/^\/(?:api\/)?cards\/[a-z-]+(?:\.json)?$/.test(path)) CardDocument.parse(document);
    if (path.startsWith('/api/sources/')) SourceWithCards.parse(document);
    if (path.endsWith('.csl.json')) for (const item of [document].flat()) CslItem.parse(item);
  } else if (/xml/.test(type)) parseXml(body);
  else if (/html/.test(type)) expect(documentElements(body).length).toBeGreaterThan(5);
  expect(body).not.toMatch(/\ufffd|\[object Object\]/);
  expect(body.isWellFormed()).toBe(true);
}

async function expectAnswers(store: NonNullable<ReturnType<typeof accepted>>): Promise<void> {
  const app = createApp({ loadStore: async () => store, codeRevision: 'test' });
  const topic = (await store.listTopics())[0]?.slug ?? '';
  for (const path of [...IDS.flatMap(pathsOf), ...SHARED, ...SOURCE, `/topics/${encodeURIComponent(topic)}`]) {
    const response = await app.request(`${ORIGIN}${path}`);
    expect([path, response.status]).toEqual([path, 200]);
    for (const [, value] of response.headers) expect(value).toMatch(/^[ -~]*$/);
    expectValid(
      path,
      response,
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await response.arrayBuffer()),
    );
  }
  for (const id of IDS) {
    const response = await app.request(`${ORIGIN}/cards/${id}/source`);
    expect(response.status).toBe(302);
    const location = response.headers.get('Location') ?? '';
    const record = await store.getCard(id);
    const asked = record && 'source' in record ? (record.source.url ?? ORIGIN) : ORIGIN;
    expect(location).toMatch(/^[!-~]+$/);
    expect(new URL(location).href.split('#')[0]).toBe(asked === ORIGIN ? location.split('#')[0] : asked.split('#')[0]);
    if (asked !== ORIGIN) expect(location).toContain(':~:text=');
  }
}

test('an address in Cyrillic letters leads to its passage, encoded once', async () => {
  const file = GOOD_FILE.replace('https://example.org/article', 'https://пример.example/статья?с=1');
  const store = accepted([{ name: 'daily-example.yaml', text: file }]);
  const app = createApp({ loadStore: async () => store as Store, codeRevision: 'test' });
  const response = await app.request(`${ORIGIN}/cards/other-words/source`);
  expect(response.headers.get('Location')).toBe(
    'https://xn--e1afmkfd.example/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F?%D1%81=1#:~:text=these%20are%20the%20words',
  );
});

test('a language that is none is refused before it can break a page', () => {
  const file = GOOD_FILE.replace('kind: quote', 'kind: quote\n    language: en-US-US');
  expect(accepted([{ name: 'daily-example.yaml', text: file }])).toBeUndefined();
});

/** Pictures take longer: of some catalogues. `check` refuses a card whose text does not fit. */
async function expectPictures(store: NonNullable<ReturnType<typeof accepted>>): Promise<void> {
  const app = createApp({ loadStore: async () => store, codeRevision: 'test' });
  for (const id of IDS) {
    const record = await store.getCard(id);
    if (!record || findUnfitSizes(record, DEFAULT_BRAND).length > 0) continue;
    const svg = await app.request(`${ORIGIN}/cards/${id}.svg`);
    expect([svg.status, parseXml(await svg.text()).name]).toEqual([200, 'svg']);
    const png = await app.request(`${ORIGIN}/cards/${id}.png`);
    const [first] = new Uint8Array(await png.arrayBuffer());
    expect([png.status, png.headers.get('Content-Type'), first]).toEqual([200, 'image/png', 0x89]);
  }
}

const DRAWN_CATALOGS = 8;

test('every form of every card', async () => {
  const counts = { accepted: 0, refused: 0 };
  const details = await fc.check(
    fc.asyncProperty(catalogs, async (files) => {
      const store = accepted(files);
      counts[store ? 'accepted' : 'refused'] += 1;
      if (store) await expectAnswers(store);
      if (store && counts.accepted <= DRAWN_CATALOGS) await expectPictures(store);
    }),
    { numRuns: 120, includeErrorInReport: true },
  );
  const report = fc.defaultReportMessage(details);
  if (report !== undefined) throw new Error(report.toWellFormed());
  expect(counts.accepted).toBeGreaterThan(30);
  expect(counts.refused).toBeGreaterThan(10);
}, 120_000);
