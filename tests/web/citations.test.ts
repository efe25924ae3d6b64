import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citeNews } from '../../src/web/citations/cite-news.ts';
import { askingOf } from '../helpers/asking.ts';
import { catalogOf, comparisonOf } from '../helpers/catalogs.ts';
import { quoteCard, recordOf, source } from '../helpers/fixtures.ts';
import { hostileText } from '../helpers/hostile.ts';
import { metaOf } from '../helpers/html.ts';
import { store } from '../helpers/published.ts';

const ask = askingOf(catalogOf([{ id: 'a-card' }, { id: 'b-card' }], [comparisonOf('both', ['a-card', 'b-card'])]));
/** Not `text()`, which warns of these media types. */
const textOf = async (path: string) => new TextDecoder().decode(await (await ask(path)).arrayBuffer());

describe('a citation', () => {
  test('is of the source of a card', async () => {
    expect(await (await ask('/cards/a-card.csl.json')).json()).toMatchObject([{ id: 'a-card', title: 'A title' }]);
    expect(await textOf('/cards/a-card.ris')).toContain('TI  - A title\r\n');
    expect(await textOf('/cards/a-card.bib')).toContain('@online{a-card,\n  author = {Author, Ann},\n');
  });

  test('has an item for each row of a comparison', async () => {
    const items = (await (await ask('/cards/both.csl.json')).json()) as { id: string }[];
    expect(items.map(({ id }) => id)).toEqual(['a-card', 'b-card']);
    expect((await textOf('/cards/both.ris')).match(/^ER {2}- \r$/gm)).toHaveLength(2);
    expect((await textOf('/cards/both.bib')).match(/^@online\{.*/gm)).toEqual(['@online{a-card,', '@online{b-card,']);
  });

  test.each(['csl.json', 'ris', 'bib'])('is not sent twice as .%s', async (ending) => {
    const first = await ask(`/cards/both.${ending}`);
    const again = await ask(`/cards/both.${ending}`, {
      headers: { 'If-None-Match': first.headers.get('ETag') ?? 'none' },
    });
    expect([first.status, again.status]).toEqual([200, 304]);
  });

  test('of a published revision never changes', async () => {
    const asking = askingOf(store);
    const [first] = await store.revisionsOf('merchant-ships-harbour');
    const response = await asking(`/cards/merchant-ships-harbour@${first?.revision}.csl.json`);
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    expect(await response.json()).toMatchObject([{ id: 'merchant-ships-harbour' }]);
  });

  test.each(['/cards/a-card@00000000.ris', '/cards/NOBODY.csl.json'])('of %s is not found', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});

describe('the tags of a page', () => {
  const tagsOf = async (id: string, asking = ask) =>
    Object.entries(metaOf(await (await asking(`/cards/${id}`)).text())).filter(([name]) =>
      name.startsWith('citation_'),
    );

  test('name the source', async () => {
    expect(Object.fromEntries(await tagsOf('a-card'))).toEqual({
      citation_title: ['A title'],
      citation_author: ['Author, Ann'],
      citation_publication_date: ['2023/11/02'],
      citation_publisher: ['Daily Example'],
      citation_language: ['en'],
      citation_fulltext_html_url: ['https://example.org/article'],
    });
  });

  test('omit uncertain facts', async () => {
    const published = { date: '2023-11-02', basis: 'inferred', reason: 'because' } as const;
    const asking = askingOf(catalogOf([{ id: 'a-card' }], [], { title: null, authors: [], url: null, published }));
    expect((await tagsOf('a-card', asking)).map(([name]) => name)).toEqual(['citation_publisher', 'citation_language']);
  });

  test.each(['2023-11~', '2022/..', '2023-21', '202X'])('have no date of %s', async (date) => {
    const published = { date, basis: 'stated' } as const;
    const asking = askingOf(catalogOf([{ id: 'a-card' }], [], { published }));
    expect((await tagsOf('a-card', asking)).map(([name]) => name)).not.toContain('citation_publication_date');
  });

  test('omit the source of a comparison, because it has several', async () => {
    expect(await tagsOf('both')).toEqual([]);
  });
});

describe('the reference of Wikipedia', () => {
  test('has the source and the quote', () => {
    expect(citeNews(recordOf(quoteCard))).toBe(
      '{{cite news |last1=Author |first1=Ann |title=A title |url=https://example.org/article |work=Daily Example ' +
        '|date=2 November 2023 |language=en |access-date=21 November 2026 |quote=these are the words}}',
    );
  });

  test('names the agency that passed the words on', () => {
    const attribution = ['Somebody', { name: 'Belta', as: 'agency' as const }, 'Daily Example'];
    expect(citeNews(recordOf({ ...quoteCard, attribution }))).toContain('|work=Daily Example |agency=Belta |');
  });

  test('names the original, the republisher and the archived copy, and no unknown title', () => {
    const from = {
      ...source,
      title: null,
      authors: ['BBC News'],
      published: { date: '2023-06/2023-07', basis: 'inferred', reason: 'because' } as const,
      translated: { from: 'de', publisher: 'Zeitung', url: null },
      archived: [{ url: 'https://web.archive.org/web/20231103/https://example.org/article' }],
    };
    expect(citeNews(recordOf(quoteCard, from))).toBe(
      '{{cite news |author1=BBC News |title=none |url=https://example.org/article |work=Zeitung |via=Daily Example ' +
        '|type=translation from German |date=June–July 2023 |language=en ' +
        '|archive-url=https://web.archive.org/web/20231103/https://example.org/article |archive-date=3 November 2023 ' +
        '|url-status=live |access-date=21 November 2026 |quote=these are the words}} (date inferred)',
    );
  });

  test.each([
    ['2023-21', 'stated', 'Spring 2023', ''],
    ['2023-11~', 'stated', 'November 2023', ' (date: about November 2023)'],
    ['2022/..', 'inferred', '2022', ' (date: 2022 and later, inferred)'],
    ['202X', 'stated', '2020–2029', ' (date: the 2020s)'],
  ] as const)('says of the date %s what the template cannot behind it', (date, basis, inTemplate, behind) => {
    const text = citeNews(recordOf(quoteCard, { ...source, published: { date, basis, reason: 'because' } }));
    expect(text).toContain(` |date=${inTemplate} |`);
    expect(text.split('}}')[1]).toBe(behind);
  });

  test('marks the archived copy as the main link if the page is gone', () => {
    const archived = [{ url: 'https://archive.example/abc', date: '2026-11-22' }];
    const watch = { state: 'gone', since: '2026-11-23', lastLooked: '2026-11-25', score: 0 } as const;
    const record = { ...recordOf(quoteCard, { ...source, archived }), watch };
    expect(citeNews(record)).toContain(
      ' |archive-url=https://archive.example/abc |archive-date=22 November 2026 |url-status=dead |',
    );
  });

  test('cannot be ended early by the source', () => {
    const text = hostileText(60);
    fc.assert(
      fc.property(text, text, text, (title, name, exact) => {
        const card = { ...quoteCard, quote: { exact } };
        const from = { ...source, title, authors: [name], publisher: name };
        expect(citeNews(recordOf(card, from))).toMatch(/^\{\{cite news( \|[a-z\d-]+=[^|{}[\]<>\n]+)+\}\}$/);
      }),
    );
  });

  test('has no sign of wikitext in a value', () => {
    const title = `{{a|b}} [[c]] <ref> ''d'' ~~~~ __NOTOC__ &amp; it's AT&T\n* e`;
    expect(citeNews(recordOf(quoteCard, { ...source, title, url: 'https://example.org/a|b}}c' }))).toContain(
      '|title=&#123;&#123;a&#124;b&#125;&#125; &#91;&#91;c&#93;&#93; &#60;ref&#62; &#39;&#39;d&#39;&#39; ' +
        "&#126;&#126;&#126;&#126; &#95;&#95;NOTOC&#95;&#95; &#38;amp; it's AT&T * e |url=https://example.org/a%7Cb%7D%7Dc |",
    );
  });
});
