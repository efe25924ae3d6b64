/** Programs that other people wrote read what the real bundle serves. Nothing is asked of the network. */
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import jsonld from 'jsonld';
import ogs from 'open-graph-scraper';
import robotsParser from 'robots-parser';
import RssParser from 'rss-parser';
import Sitemapper from 'sitemapper';
import { unfurl } from 'unfurl.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootBundle } from '../helpers/bundle.ts';
import { catalog } from '../helpers/fixture-catalog.ts';
import { attribute, documentElements, textContent } from '../helpers/html.ts';

const ID = 'merchant-ships-harbour';
const TITLE = 'Reportedly up to 1,000 merchant ships in the old harbour (Harbour Times, Nov 2023)';
const { revision } = catalog.cards.find(({ card }) => card.id === ID) ?? {};

let bundle: Awaited<ReturnType<typeof bootBundle>>;
let page: string;
beforeAll(async () => {
  bundle = await bootBundle(catalog);
  page = `${bundle.origin}/cards/${ID}`;
});
afterAll(() => bundle?.close());

const read = async (path: string) => (await fetch(`${bundle.origin}${path}`)).text();

describe('a link preview', () => {
  test('as open-graph-scraper reads it', async () => {
    const { result } = await ogs({ html: await read(`/cards/${ID}`) });
    expect(result).toMatchObject({
      ogSiteName: 'Sourced fact cards',
      ogType: 'article',
      ogTitle: TITLE,
      ogUrl: page,
      ogLocale: 'en_US',
      ogImage: [{ url: `${page}.png?v=${revision}`, type: 'image/png', width: '1200', height: '630' }],
      twitterCard: 'summary_large_image',
      articleModifiedTime: '2026-11-21',
      articleTag: expect.anything(),
    });
    expect(result.ogDescription).toContain('“reportedly hosts up to 1,000 merchant ships”');
    expect(result.ogImage?.[0]?.alt).toBe(`${TITLE}. ${result.ogDescription}`);
    expect(result.jsonLD?.[0]).toMatchObject({ '@context': 'https://schema.org' });
  });

  test('as unfurl reads it, with the oEmbed that it finds through the page', async () => {
    const preview = await unfurl(page);
    expect(preview).toMatchObject({
      canonical_url: page,
      open_graph: {
        title: TITLE,
        type: 'article',
        images: [{ url: `${page}.png?v=${revision}`, width: 1200, height: 630, type: 'image/png' }],
      },
      twitter_card: { card: 'summary_large_image', images: [{ url: `${page}.png?v=${revision}` }] },
      oEmbed: {
        type: 'rich',
        version: '1.0',
        title: TITLE,
        author_name: 'Harbour Times',
        provider_name: 'Sourced fact cards',
        width: 600,
        thumbnails: [{ url: `${page}.png`, width: 1200, height: 630 }],
      },
    });
  });

  test('leads unfurl to the oEmbed in XML where a page offers no other', async () => {
    const onlyXml = async (url: string) => {
      const response = await fetch(url);
      const text = (await response.text()).replace(/<link[^>]*application\/json\+oembed[^>]*>/, '');
      return new Response(text, { headers: response.headers });
    };
    const { oEmbed } = await unfurl(page, { fetch: onlyXml });
    expect(oEmbed).toMatchObject({ type: 'rich', title: TITLE, author_name: 'Harbour Times' });
  });
});

describe('structured data', () => {
  const VOCABULARY = 'https://schema.org/';

  /** The context that schema.org serves says, for what is used here, that names are words of its vocabulary. */
  const documentLoader = async (url: string) => {
    if (url !== 'https://schema.org') throw new Error(`an unknown context: ${url}`);
    return { documentUrl: url, document: { '@context': { '@vocab': VOCABULARY } } };
  };

  async function expanded(id: string) {
    const script = documentElements(await read(`/cards/${id}`)).find(
      (element) => attribute(element, 'type') === 'application/ld+json',
    );
    const document = JSON.parse(script ? textContent(script) : '');
    const flat = (await jsonld.flatten(document, undefined, { documentLoader })) as unknown as Record<
      string,
      unknown
    >[];
    const typed = (type: string) =>
      flat.filter((node) => (node['@type'] as string[] | undefined)?.includes(VOCABULARY + type));
    return { flat, typed };
  }

  test('expands to a quotation in an article, under one name each', async () => {
    const { typed } = await expanded(ID);
    const [quotation] = typed('Quotation');
    expect(quotation?.[`${VOCABULARY}text`]).toEqual([{ '@value': 'reportedly hosts up to 1,000 merchant ships' }]);
    const [article] = typed('NewsArticle');
    expect(quotation?.[`${VOCABULARY}isPartOf`]).toEqual([{ '@id': article?.['@id'] }]);
    expect(article?.[`${VOCABULARY}datePublished`]).toEqual([{ '@value': '2023-11-02' }]);
    expect(typed('Claim')[0]?.[`${VOCABULARY}appearance`]).toEqual([{ '@id': article?.['@id'] }]);
    expect(typed('ImageObject')).toHaveLength(1);
  });

  test('loses nothing and invents nothing: every reference is to a node of the page', async () => {
    for (const id of catalog.cards.slice(0, 12).map(({ card }) => card.id)) {
      const { flat } = await expanded(id);
      const names = new Set(flat.map((node) => node['@id']));
      const references = flat.flatMap((node) =>
        Object.values(node).flatMap((values) =>
          Array.isArray(values) ? values.flatMap((value) => (value?.['@id'] ? [value['@id']] : [])) : [],
        ),
      );
      for (const reference of references) expect(names).toContain(reference);
      for (const node of flat) expect(node).toHaveProperty('@type');
    }
  });
});

describe('feeds', () => {
  test('the JSON feed, as feedsmith reads it', async () => {
    const feed = parseJsonFeed(await read('/feed.json'));
    expect(feed.title).toBe('Sourced fact cards');
    expect(feed.items).toHaveLength(50);
    const item = feed.items?.find(({ id }) => id === page);
    expect(item).toMatchObject({
      title: TITLE,
      tags: ['Harbours', 'Merchant Ships'],
      date_modified: expect.anything(),
    });
    expect(item?.external_url).toContain('#:~:text=reportedly%20hosts');
  });

  test('the Atom feed, as feedsmith reads it', async () => {
    const feed = parseAtomFeed(await read('/feed.xml'));
    expect(feed.entries).toHaveLength(50);
    const entry = feed.entries?.find(({ id }) => id === page);
    expect(entry).toMatchObject({ title: { value: TITLE }, authors: [{ name: 'Harbour Times' }] });
    expect(entry?.links?.map(({ rel }) => rel)).toEqual(['alternate', 'via']);
    expect(entry?.categories).toHaveLength(2);
  });

  test('the Atom feed, as rss-parser reads it', async () => {
    const feed = await new RssParser().parseString(await read('/feed.xml'));
    const item = feed.items.find(({ link }) => link === page);
    expect(item).toMatchObject({ title: TITLE, author: 'Harbour Times', isoDate: '2026-11-21T00:00:00.000Z' });
    expect(item?.content).toContain(`<img src="${page}.png?v=${revision}"`);
    expect(item?.contentSnippet).toContain('reportedly hosts up to 1,000 merchant ships');
  });

  test('are found through the page', async () => {
    const links = documentElements(await read(`/cards/${ID}`)).filter(({ tagName }) => tagName === 'link');
    for (const path of ['/feed.json', '/feed.xml'])
      expect(links.map((link) => attribute(link, 'href'))).toContain(`${bundle.origin}${path}`);
  });
});

describe('robots', () => {
  test('may read everything, and find the sitemap', async () => {
    const robots = robotsParser(`${bundle.origin}/robots.txt`, await read('/robots.txt'));
    expect(robots.getSitemaps()).toEqual([`${bundle.origin}/sitemap.xml`]);
    for (const path of ['/', `/cards/${ID}`, `/cards/${ID}.png`, '/api/cards'])
      expect(robots.isAllowed(`${bundle.origin}${path}`, 'AnyBot')).toBe(true);
  });

  test('find every card and source, as sitemapper reads the sitemap', async () => {
    const { sites, errors } = await new Sitemapper({ url: `${bundle.origin}/sitemap.xml` }).fetch();
    expect(errors).toEqual([]);
    expect(sites).toEqual(
      expect.arrayContaining([
        ...catalog.cards.map(({ card }) => `${bundle.origin}/cards/${card.id}`),
        ...catalog.sources.map(({ id }) => `${bundle.origin}/sources/${id}`),
      ]),
    );
  });
});

test('every card’s forms and feeds answer for the whole catalogue', async () => {
  for (const { card } of catalog.cards) {
    const [markdown, oembed] = await Promise.all([
      fetch(`${bundle.origin}/cards/${card.id}.md`),
      fetch(`${bundle.origin}/oembed?${new URLSearchParams({ url: `${bundle.origin}/cards/${card.id}` })}`),
    ]);
    expect([markdown.status, oembed.status]).toEqual([200, 200]);
    await Promise.all([markdown.arrayBuffer(), oembed.arrayBuffer()]);
  }
});
