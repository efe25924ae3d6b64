import { describe, expect, test } from 'vitest';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { openGraphLocale } from '../../src/web/pages/preview-tags.tsx';
import { askingOf, ORIGIN } from '../helpers/asking.ts';
import { catalogOf, comparisonOf, entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';
import { attribute, documentElements, metaOf, textContent } from '../helpers/html.ts';

const figure = { kind: 'figure' as const, figure: { text: 'up to 7', max: 7, unit: 'words' } };
const catalog = catalogOf(
  [{ id: 'a-card', topics: ['Examples', 'Two Words'] }, { id: 'other' }, { id: 'counted', ...figure }],
  [comparisonOf('compared', ['a-card', 'counted'])],
);
const ask = askingOf(catalog);
const PAGE = `${ORIGIN}/cards/a-card`;
const pageOf = async (id: string, asking = ask) => (await asking(`/cards/${id}`)).text();

type Node = Record<string, unknown> & { '@type': string };

async function graphOf(id: string, asking = ask): Promise<Node[]> {
  const script = documentElements(await pageOf(id, asking)).find(
    (element) => attribute(element, 'type') === 'application/ld+json',
  );
  const document = JSON.parse(script ? textContent(script) : '') as { '@context': string; '@graph': Node[] };
  expect(document['@context']).toBe('https://schema.org');
  return document['@graph'];
}

const nodeOf = async (type: string, id = 'a-card', asking = ask) =>
  (await graphOf(id, asking)).find((node) => node['@type'] === type);

describe('a link preview', () => {
  test('has the tags of Open Graph and of Twitter', async () => {
    const meta = metaOf(await pageOf('a-card'));
    const alt = meta['og:image:alt']?.[0];
    const [description = ''] = meta.description ?? [];
    // Previews show the title above it.
    expect(alt).toBe(`${meta['og:title']}. ${description}`);
    expect(meta).toMatchObject({
      'og:site_name': ['Sourced fact cards'],
      'og:type': ['article'],
      'og:locale': ['en_US'],
      'og:title': ['“these are the words” (Somebody, Daily Example, Nov 2023)'],
      'og:description': [description],
      'og:url': [PAGE],
      'og:image': [`${PAGE}.png?v=0000000a`],
      'og:image:secure_url': [`${PAGE}.png?v=0000000a`],
      'og:image:type': ['image/png'],
      'og:image:width': ['1200'],
      'og:image:height': ['630'],
      'article:modified_time': ['2026-11-21'],
      'article:tag': ['Examples', 'Two Words'],
      'twitter:card': ['summary_large_image'],
      'twitter:image': [`${PAGE}.png?v=0000000a`],
      'twitter:image:alt': [alt],
    });
    expect(meta).not.toHaveProperty('article:published_time');
  });

  test('has the theme of the pasted address, and the same canonical address', async () => {
    const html = await (await ask('/cards/a-card?theme=dark')).text();
    const dark = `${PAGE}/og-dark.png?v=0000000a`;
    expect(metaOf(html)).toMatchObject({ 'og:image': [dark], 'twitter:image': [dark], 'og:url': [PAGE] });
    expect(html).toContain(`<link rel="canonical" href="${PAGE}"/>`);
  });

  test('has a figure with its unit', async () => {
    expect(metaOf(await pageOf('counted'))['og:title']).toEqual(['Up to 7 words (Somebody, Daily Example, Nov 2023)']);
  });

  test('omits the secure address on http', async () => {
    const plain = askingOf(catalog, { PUBLIC_URL: 'http://localhost:8787' });
    expect(metaOf(await pageOf('a-card', plain))).not.toHaveProperty('og:image:secure_url');
  });

  test('links to the other formats, the embeds and the feeds', async () => {
    const links = documentElements(await pageOf('a-card'))
      .filter(({ tagName }) => tagName === 'link')
      .map((element) => ['rel', 'type', 'href'].map((name) => attribute(element, name)));
    const oembed = (format: string) =>
      `${ORIGIN}/oembed?url=https%3A%2F%2Fcards.example.org%2Fcards%2Fa-card&format=${format}`;
    expect(links).toEqual(
      expect.arrayContaining([
        ['canonical', undefined, PAGE],
        ['alternate', 'application/json', `${PAGE}.json`],
        ['alternate', 'text/markdown', `${PAGE}.md`],
        ['alternate', 'image/png', `${PAGE}.png`],
        ['alternate', 'application/json+oembed', oembed('json')],
        ['alternate', 'text/xml+oembed', oembed('xml')],
        ['alternate', 'application/feed+json', `${ORIGIN}/feed.json`],
        ['alternate', 'application/atom+xml', `${ORIGIN}/feed.xml`],
      ]),
    );
  });

  test.each([
    ['en', 'en_US'],
    ['de-AT', 'de_AT'],
    ['be', 'be_BY'],
    ['uk', 'uk_UA'],
  ])('the language %s is the locale %s', (tag, locale) => {
    expect(openGraphLocale(tag)).toBe(locale);
  });
});

describe('structured data', () => {
  test('is a quotation in an article', async () => {
    expect(await nodeOf('Quotation')).toEqual({
      '@type': 'Quotation',
      '@id': `${PAGE}#quotation`,
      text: 'these are the words',
      inLanguage: 'en',
      creator: 'Somebody',
      spokenByCharacter: 'Somebody',
      isPartOf: { '@id': `${ORIGIN}/sources/daily-example` },
      citation: { '@id': `${ORIGIN}/sources/daily-example` },
      url: 'https://example.org/article#:~:text=these%20are%20the%20words',
    });
    expect(await nodeOf('NewsArticle')).toEqual({
      '@type': 'NewsArticle',
      '@id': `${ORIGIN}/sources/daily-example`,
      headline: 'A title',
      author: ['Ann Author'],
      publisher: { '@type': 'Organization', name: 'Daily Example' },
      datePublished: '2023-11-02',
      inLanguage: 'en',
      url: 'https://example.org/article',
    });
  });

  test('names the speaker of the words only for a card that quotes a speaker', async () => {
    const quotation = await nodeOf('Quotation', 'counted');
    expect(quotation).toHaveProperty('text', 'these are the words');
    expect(quotation).not.toHaveProperty('spokenByCharacter');
    expect(quotation).not.toHaveProperty('creator');
  });

  test('is a claim with its author and appearance', async () => {
    expect(await nodeOf('Claim')).toEqual({
      '@type': 'Claim',
      '@id': `${PAGE}#claim`,
      url: PAGE,
      text: '“these are the words” (Somebody, Daily Example, Nov 2023)',
      inLanguage: 'en',
      author: 'Somebody',
      appearance: { '@id': `${ORIGIN}/sources/daily-example` },
    });
  });

  test('names an outlet that speaks for itself as an organisation', async () => {
    const own = askingOf(catalogOf([{ id: 'a-card', attribution: ['Daily Example'] }]));
    expect(await nodeOf('Claim', 'a-card', own)).toMatchObject({
      author: { '@type': 'Organization', name: 'Daily Example' },
    });
  });

  test.each([
    ['person', { '@type': 'Person' }],
    ['organisation', { '@type': 'Organization' }],
  ] as const)('says that a listed speaker is a %s, with the role', async (type, expected) => {
    const speaker = { id: 'somebody', name: 'Somebody', type, role: 'Who it is' };
    const entry = { ...entryOf({ id: 'a-card' }), speakers: [speaker] };
    const listed = askingOf(createBundledStore({ sources: [source], speakers: [speaker], cards: [entry] }));
    const about = { '@id': `${ORIGIN}/speakers/somebody`, url: `${ORIGIN}/speakers/somebody` };
    const author = { ...expected, ...about, name: 'Somebody', description: 'Who it is' };
    expect(await nodeOf('Claim', 'a-card', listed)).toMatchObject({ author });
    expect(await nodeOf('Quotation', 'a-card', listed)).toMatchObject({ creator: author, spokenByCharacter: author });
  });

  test.each(['document', 'unnamed'] as const)('gives a speaker of the type %s as a text', async (type) => {
    const entry = { ...entryOf({ id: 'a-card' }), speakers: [{ id: 'somebody', name: 'Somebody', type }] };
    const listed = askingOf(createBundledStore({ sources: [source], cards: [entry] }));
    expect(await nodeOf('Claim', 'a-card', listed)).toMatchObject({ author: 'Somebody' });
  });

  test('has a date only if it is stated, and a publication date only if it is not an interval', async () => {
    const asking = (asOf: { date: string; basis: 'stated' | 'inferred' }) =>
      askingOf(
        createBundledStore({
          sources: [{ ...source, published: { date: '2023-06-27/2023-07-01', basis: 'stated' } }],
          cards: [entryOf({ id: 'a-card', asOf })],
        }),
      );
    const stated = asking({ date: '2023-06/2023-07', basis: 'stated' });
    expect(await nodeOf('Claim', 'a-card', stated)).toHaveProperty('temporalCoverage', '2023-06/2023-07');
    expect(await nodeOf('NewsArticle', 'a-card', stated)).not.toHaveProperty('datePublished');
    const inferred = asking({ date: '2023-06', basis: 'inferred' });
    expect(await nodeOf('Claim', 'a-card', inferred)).not.toHaveProperty('temporalCoverage');
  });

  test.each([
    ['2022/..', '2022/..', undefined],
    ['2023-11-XX', '2023-11', '2023-11'],
    ['202X', '2020/2029', undefined],
    ['2023-11~', undefined, undefined],
    ['2023-21', undefined, undefined],
    ['2022/', undefined, undefined],
  ])('has the date %s as far as ISO 8601 can say it', async (date, covered, published) => {
    const asking = askingOf(
      createBundledStore({
        sources: [{ ...source, published: { date, basis: 'stated' } }],
        cards: [entryOf({ id: 'a-card', asOf: { date, basis: 'stated' } })],
      }),
    );
    expect((await nodeOf('Claim', 'a-card', asking))?.temporalCoverage).toBe(covered);
    expect((await nodeOf('NewsArticle', 'a-card', asking))?.datePublished).toBe(published);
  });

  test('names the original of a translation, and omits unknown values', async () => {
    const from = { ...source, title: null, authors: [], url: null };
    const translated = { from: 'de', publisher: 'Tageblatt', url: null };
    const asking = askingOf(
      createBundledStore({ sources: [{ ...from, translated }], cards: [entryOf({ id: 'a-card' })] }),
    );
    expect(await nodeOf('NewsArticle', 'a-card', asking)).toEqual({
      '@type': 'NewsArticle',
      '@id': `${ORIGIN}/sources/daily-example`,
      publisher: { '@type': 'Organization', name: 'Daily Example' },
      datePublished: '2023-11-02',
      inLanguage: 'en',
      translationOfWork: {
        '@type': 'NewsArticle',
        inLanguage: 'de',
        publisher: { '@type': 'Organization', name: 'Tageblatt' },
      },
    });
    expect(await nodeOf('Quotation', 'a-card', asking)).not.toHaveProperty('url');
    expect(JSON.stringify(await graphOf('a-card', asking))).not.toContain('null');
  });

  test('of a comparison is a list of claims, and the article they appear in', async () => {
    const list = await nodeOf('ItemList', 'compared');
    expect(list).toMatchObject({ name: 'Set side by side', description: 'Not like for like.', numberOfItems: 2 });
    expect(list?.itemListElement).toMatchObject([
      { position: 1, name: 'The words of a-card', item: { '@type': 'Claim', '@id': `${PAGE}#claim` } },
      { position: 2, item: { text: 'up to 7 words (Somebody, Daily Example, Nov 2023)' } },
    ]);
    expect((await graphOf('compared')).filter((node) => node['@type'] === 'NewsArticle')).toHaveLength(1);
  });
});

describe('the Link header', () => {
  const HEADER = [
    `<${PAGE}>; rel="canonical"`,
    `<${PAGE}>; rel="cite-as"`,
    `<${PAGE}.json>; rel="describedby"; type="application/json"`,
    `<${PAGE}>; rel="alternate"; type="text/html"`,
    `<${PAGE}.json>; rel="alternate"; type="application/json"`,
    `<${PAGE}.md>; rel="alternate"; type="text/markdown"`,
    `<${PAGE}.png>; rel="alternate"; type="image/png"`,
    `<${PAGE}.svg>; rel="alternate"; type="image/svg+xml"`,
    `<${PAGE}.csl.json>; rel="alternate"; type="application/vnd.citationstyles.csl+json"`,
    `<${PAGE}.ris>; rel="alternate"; type="application/x-research-info-systems"`,
    `<${PAGE}.bib>; rel="alternate"; type="application/x-bibtex"`,
  ].join(', ');

  test.each(['', '.png', '.svg', '.json', '.md', '.csl.json', '.bib', '/square-dark.svg'])(
    'of a card with %j behind its address leads to its page and forms',
    async (ending) => {
      expect((await ask(`/cards/a-card${ending}`)).headers.get('Link')).toContain(HEADER);
    },
  );

  test.each(['/cards/nobody', '/cards/nobody.png', '/cards/a-card/source', '/cards/a-card/huge.png'])(
    '%s has none',
    async (path) => {
      expect((await ask(path)).headers.get('Link')).toBeNull();
    },
  );
});
