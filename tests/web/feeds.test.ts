import { describe, expect, test } from 'vitest';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { sitemap } from '../../src/web/feeds/sitemap.ts';
import { createLinks } from '../../src/web/links.ts';
import { askingOf, ORIGIN } from '../helpers/asking.ts';
import { catalogOf, comparisonOf, entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';
import { attribute, fragmentElements } from '../helpers/html.ts';
import { childrenOf, parseXml, textOf } from '../helpers/xml.ts';

const catalog = catalogOf(
  [
    { id: 'older', updated: '2026-01-05', topics: ['Examples', 'Two Words'] },
    { id: 'newer', updated: '2026-03-09' },
  ],
  [comparisonOf('compared', ['older', 'newer'], '2026-02-01')],
);
const ask = askingOf(catalog);
const text = async (path: string) => (await ask(path)).text();
const PASSAGE = 'https://example.org/article#:~:text=these%20are%20the%20words';

type Item = Record<string, unknown> & { id: string; content_html: string };
const jsonFeed = async (asking = ask) =>
  (await (await asking('/feed.json')).json()) as Record<string, unknown> & { items: Item[] };

describe('the JSON feed', () => {
  test('has the required metadata', async () => {
    expect(await jsonFeed()).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Sourced fact cards',
      home_page_url: `${ORIGIN}/`,
      feed_url: `${ORIGIN}/feed.json`,
    });
  });

  test('holds the newest cards first, each with its picture, its passage and its own date', async () => {
    const { items } = await jsonFeed();
    expect(items.map(({ id }) => id)).toEqual(['newer', 'compared', 'older'].map((id) => `${ORIGIN}/cards/${id}`));
    expect(items[2]).toMatchObject({
      url: `${ORIGIN}/cards/older`,
      external_url: PASSAGE,
      title: '“these are the words” (Somebody, Daily Example, Nov 2023)',
      image: `${ORIGIN}/cards/older.png?v=0000000a`,
      date_modified: '2026-01-05T00:00:00Z',
      authors: [{ name: 'Somebody → Daily Example' }],
      tags: ['Examples', 'Two Words'],
      language: 'en',
    });
    expect(items[2]).not.toHaveProperty('date_published');
    expect(items[1]).not.toHaveProperty('external_url');
  });

  test('has content that says how each date is known', async () => {
    const { items } = await jsonFeed();
    const html = items[0]?.content_html ?? '';
    const img = fragmentElements(html).find(({ tagName }) => tagName === 'img');
    expect(attribute(img, 'alt')).toContain('these are the words');
    expect(html).toContain('<mark>the words</mark>');
    expect(html).toContain('inferred: The article speaks in the present tense');
    expect(html).toContain('stated, not confirmed by a program');
  });
});

describe('the Atom feed', () => {
  test('has what RFC 4287 requires of a feed and of every entry', async () => {
    const feed = parseXml(await text('/feed.xml'));
    expect(feed.name).toBe('feed');
    expect(feed.attributes.xmlns).toBe('http://www.w3.org/2005/Atom');
    for (const element of [feed, ...childrenOf(feed, 'entry')])
      for (const name of ['id', 'title', 'updated']) expect(textOf(element, name)).toBeTruthy();
    expect(textOf(feed, 'updated')).toBe('2026-03-09T00:00:00Z');
    expect(childrenOf(feed, 'link').map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
      ['self', `${ORIGIN}/feed.xml`],
      ['alternate', `${ORIGIN}/`],
    ]);
  });

  test('links an entry to its page and passage, and a comparison to its cards', async () => {
    const [newer, compared] = childrenOf(parseXml(await text('/feed.xml')), 'entry');
    const linksOf = (entry = newer) =>
      entry && childrenOf(entry, 'link').map(({ attributes }) => `${attributes.rel} ${attributes.href}`);
    expect(linksOf(newer)).toEqual([`alternate ${ORIGIN}/cards/newer`, `via ${PASSAGE}`]);
    expect(linksOf(compared)).toEqual([
      `alternate ${ORIGIN}/cards/compared`,
      `related ${ORIGIN}/cards/older`,
      `related ${ORIGIN}/cards/newer`,
    ]);
  });

  test('of no card is a feed, and so is the JSON feed', async () => {
    const empty = askingOf(createBundledStore({ sources: [], cards: [] }));
    const feed = parseXml(await (await empty('/feed.xml')).text());
    expect(textOf(feed, 'updated')).toBe('1970-01-01T00:00:00Z');
    expect((await jsonFeed(empty)).items).toEqual([]);
  });
});

test('feeds hold the newest fifty cards', async () => {
  const many = askingOf(catalogOf(Array.from({ length: 60 }, (_, number) => ({ id: `card-${number}` }))));
  expect((await jsonFeed(many)).items).toHaveLength(50);
});

test('feeds of a topic hold only its cards and corrections', async () => {
  const feed = async (path: string) => (await (await ask(path)).json()) as { title: string; items: Item[] };
  const whole = await jsonFeed();
  const { title, items, ...rest } = await feed('/feed.json?topic=two-words');
  expect(title).toBe('Two Words · Sourced fact cards');
  expect(items.map(({ id }) => id)).toEqual([`${ORIGIN}/cards/older`]);
  expect(whole.items.length).toBeGreaterThan(1);
  expect(rest).toMatchObject({ feed_url: `${ORIGIN}/feed.json?topic=two-words` });
  const atom = parseXml(await text('/feed.xml?topic=two-words'));
  expect(childrenOf(atom, 'entry')).toHaveLength(1);
  expect([textOf(atom, 'id'), textOf(atom, 'updated')]).toEqual([`${ORIGIN}/topics/two-words`, '2026-01-05T00:00:00Z']);
  expect((await ask('/feed.json?topic=nothing')).status).toBe(404);
});

test('a source without an address gives no passage', async () => {
  const nowhere = askingOf(
    createBundledStore({ sources: [{ ...source, url: null }], cards: [entryOf({ id: 'a-card' })] }),
  );
  expect((await jsonFeed(nowhere)).items[0]).not.toHaveProperty('external_url');
  expect(await (await nowhere('/feed.xml')).text()).not.toContain('rel="via"');
});

describe('the sitemap', () => {
  const links = createLinks(ORIGIN);
  const addresses = (xml: string | undefined) =>
    childrenOf(parseXml(xml ?? ''), 'url').map((url) => [textOf(url, 'loc'), textOf(url, 'lastmod')]);

  test('has every page with the day of its last change', async () => {
    expect(addresses(await sitemap(catalog, links))).toEqual([
      [`${ORIGIN}/`, '2026-03-09'],
      [`${ORIGIN}/topics`, '2026-03-09'],
      [`${ORIGIN}/sources`, '2026-03-09'],
      [`${ORIGIN}/speakers`, '2026-03-09'],
      [`${ORIGIN}/corrections`, undefined],
      [`${ORIGIN}/embedding`, '2026-03-09'],
      [`${ORIGIN}/check`, undefined],
      [`${ORIGIN}/docs`, undefined],
      [`${ORIGIN}/cards/newer`, '2026-03-09'],
      [`${ORIGIN}/cards/compared`, '2026-02-01'],
      [`${ORIGIN}/cards/older`, '2026-01-05'],
      [`${ORIGIN}/sources/daily-example`, '2026-03-09'],
      [`${ORIGIN}/topics/examples`, '2026-03-09'],
      [`${ORIGIN}/topics/two-words`, '2026-01-05'],
    ]);
  });

  test('has the picture of every card', async () => {
    const pictures = childrenOf(parseXml((await sitemap(catalog, links)) ?? ''), 'url').flatMap((url) =>
      childrenOf(url, 'image:image').map((image) => textOf(image, 'image:loc')),
    );
    expect(pictures).toEqual(['newer', 'compared', 'older'].map((id) => `${ORIGIN}/cards/${id}.png`));
  });

  test('is an index of parts if it is too long for a file', async () => {
    const index = parseXml((await sitemap(catalog, links, undefined, 4)) ?? '');
    expect(index.name).toBe('sitemapindex');
    expect(childrenOf(index, 'sitemap').map((part) => textOf(part, 'loc'))).toEqual(
      [1, 2, 3, 4].map((part) => `${ORIGIN}/sitemap-${part}.xml`),
    );
    const parts = await Promise.all(
      [1, 2, 3, 4].map(async (part) => addresses(await sitemap(catalog, links, part, 4))),
    );
    expect(parts.flat()).toEqual(addresses(await sitemap(catalog, links)));
    expect(await sitemap(catalog, links, 5, 4)).toBeUndefined();
  });

  test('has no parts if it is short', async () => {
    expect((await ask('/sitemap-1.xml')).status).toBe(404);
  });
});

describe.each([
  ['/feed.json', 'application/feed+json'],
  ['/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['/sitemap.xml', 'application/xml; charset=utf-8'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
  ['/llms.txt', 'text/plain; charset=utf-8'],
])('%s', (path, type) => {
  test(`is ${type} that any site may read`, async () => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=240, stale-while-revalidate=60');
  });

  test('is deterministic, and returns 304 for a matching ETag', async () => {
    expect(await text(path)).toBe(await text(path));
    const etag = (await ask(path)).headers.get('ETag') ?? '';
    expect((await ask(path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    const other = await askingOf(catalogOf([{ id: 'other' }]))(path);
    expect(other.headers.get('ETag')).not.toBe(etag);
  });

  test('answers HEAD without a body', async () => {
    const response = await ask(path, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});
