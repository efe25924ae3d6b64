/** Whatever a card says, it stays text in every format that it is written in. */
import { type Node, Parser } from 'commonmark';
import { marked, type Token } from 'marked';
import { expect, test } from 'vitest';
import { printedQuote } from '../../src/card/quoted-text.ts';
import { titleOf } from '../../src/card/sentence.ts';
import { PLAIN_SITE } from '../../src/card/site.ts';
import type { Store } from '../../src/catalog/store.ts';
import { createLinks } from '../../src/web/links.ts';
import { jsonLd, jsonLdScript } from '../../src/web/pages/json-ld.ts';
import { cardMarkdown } from '../../src/web/text/card-markdown.ts';
import { askingOf, ORIGIN } from '../helpers/asking.ts';
import { catalogOf } from '../helpers/catalogs.ts';
import { holdsForAll } from '../helpers/hostile.ts';
import { attribute, documentElements, fragmentElements, metaOf, textContent } from '../helpers/html.ts';
import { filterOembed } from '../helpers/wordpress.ts';
import { childrenOf, parseXml, textOf } from '../helpers/xml.ts';

const IDS = ['a-card', 'other', 'compared'];
const links = createLinks(ORIGIN);

/** What XML has no place for is left out of it. */
const inXml = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
/** HTML reads NUL as nothing or as U+FFFD, and an encoder writes half a surrogate pair as U+FFFD. */
const inHtml = (text: string) => text.toWellFormed().replaceAll('\u0000', '');
const plain = (text: string) => inHtml(text).replaceAll('\ufffd', '').replace(/\s+/g, ' ').trim();

const check = (property: (catalog: Store, ask: ReturnType<typeof askingOf>) => Promise<void>) =>
  holdsForAll((catalog) => property(catalog, askingOf(catalog)));

test('in the tags and the structured data of a page', async () => {
  const page = await (await askingOf(catalogOf([{ id: 'a-card' }]))('/cards/a-card')).text();
  const countIn = (names: string[], wanted: string) => names.filter((name) => name === wanted).length;
  const ordinary = documentElements(page).map(({ tagName }) => tagName);
  await check(async (catalog, ask) => {
    for (const id of IDS) {
      const html = await (await ask(`/cards/${id}`)).text();
      const record = await catalog.getCard(id);
      if (!record) throw new Error('no card');
      const elements = documentElements(html);
      const names = elements.map(({ tagName }) => tagName);
      for (const name of ['script', 'b']) expect(countIn(names, name)).toBe(countIn(ordinary, name));
      expect(elements.flatMap(({ attrs }) => attrs).map(({ name }) => name)).not.toContain('onerror');
      expect(plain(metaOf(html)['og:title']?.[0] ?? '')).toContain(plain(titleOf(record)));
      expect(metaOf(html)['article:tag']).toHaveLength(1);
      const script = elements.find((element) => attribute(element, 'type') === 'application/ld+json');
      expect(JSON.parse(script ? textContent(script) : '')).toEqual(
        JSON.parse(JSON.stringify(jsonLd(record, links, PLAIN_SITE.name))),
      );
      expect(jsonLdScript(record, links, PLAIN_SITE.name)).not.toMatch(/[<>&\u2028\u2029]/);
    }
  });
});

test('in oEmbed, as JSON and as XML', async () => {
  await check(async (catalog, ask) => {
    for (const id of IDS) {
      const path = `/oembed?url=${ORIGIN}/cards/${id}`;
      const json = (await (await ask(path)).json()) as Record<string, string>;
      for (const html of [json.html ?? '', filterOembed(json.html ?? '') ?? '']) {
        const tags = fragmentElements(html).map(({ tagName }) => tagName);
        // A frame whose height follows its width has a box around it.
        const [first, ...others] = tags.slice(3);
        expect(tags.slice(0, 3)).toEqual(['blockquote', 'a', 'a']);
        expect(first === 'div' ? others : [first, ...others]).toEqual(['iframe']);
      }
      const root = parseXml(await (await ask(`${path}&format=xml`)).text());
      expect(root.children.map(({ name, text }) => [name, text])).toEqual(
        Object.entries(json).map(([name, value]) => [name, inXml(String(value))]),
      );
      const record = await catalog.getCard(id);
      expect(json.title).toContain(record && titleOf(record));
    }
  });
});

test('in the page that other sites frame', async () => {
  const tagsOf = async (ask: ReturnType<typeof askingOf>, id: string) =>
    documentElements(await (await ask(`/cards/${id}/embed`)).text()).map(({ tagName }) => tagName);
  const ordinary = await tagsOf(askingOf(catalogOf([{ id: 'a-card' }])), 'a-card');
  await check(async (_, ask) => {
    expect(await tagsOf(ask, 'a-card')).toEqual(ordinary);
  });
});

test('in the feeds and the sitemap', async () => {
  await check(async (catalog, ask) => {
    const feed = parseXml(await (await ask('/feed.xml')).text());
    const json = (await (await ask('/feed.json')).json()) as { items: { title: string; content_html: string }[] };
    const entries = childrenOf(feed, 'entry');
    expect(entries).toHaveLength(3);
    for (const [index, entry] of entries.entries()) {
      const item = json.items[index];
      expect(textOf(entry, 'title')).toBe(inXml(item?.title ?? ''));
      expect(textOf(entry, 'content')).toBe(inXml(item?.content_html ?? ''));
      expect(childrenOf(entry, 'content')[0]?.children).toEqual([]);
      const tags = new Set(fragmentElements(item?.content_html ?? '').map(({ tagName }) => tagName));
      expect([...tags].filter((tag) => !ALLOWED_TAGS.has(tag))).toEqual([]);
    }
    expect(childrenOf(parseXml(await (await ask('/sitemap.xml')).text()), 'url').length).toBeGreaterThan(6);
    expect(catalog.counts.cards).toBe(3);
  });
});

const ALLOWED_TAGS = new Set(['div', 'p', 'a', 'img', 'blockquote', 'mark', 'span', 'ul', 'li']);

test('in Markdown, as the reference parser of CommonMark reads it', async () => {
  await holdsForAll(async (catalog) => {
    const record = await catalog.getCard('a-card');
    if (!record) throw new Error('no card');
    const blocks = outline(new Parser().parse(cardMarkdown(record, links)));
    const item = (...inlines: string[]) => ['item', 'paragraph', 'strong', 'text', ...inlines];
    expect(blocks.filter((type) => !/^(?:text|softbreak)$/.test(type)).join(' ')).toBe(
      [
        ...['heading', 'paragraph', 'block_quote', 'paragraph', 'strong', 'list'],
        ...[...item(), ...item(), ...item(), ...item(), ...item('link'), ...item(), ...item('link'), ...item('link')],
        ...[...item(), ...item(), 'paragraph', 'link', 'image', 'list', ...item('link'), ...item(), ...item()],
      ]
        .filter((type) => type !== 'text')
        .join(' '),
    );
    const quote = textUnder(new Parser().parse(cardMarkdown(record, links)), 'block_quote');
    expect(plain(quote)).toBe(plain('quote' in record.card ? printedQuote(record.card.quote).exact : ''));
  });
});

test('in the Markdown table of a comparison, as another parser reads it', async () => {
  await holdsForAll(async (catalog) => {
    const record = await catalog.getCard('compared');
    if (!record) throw new Error('no card');
    const tokens = marked.lexer(cardMarkdown(record, links)).filter(({ type }) => type !== 'space');
    expect(tokens.map(({ type }) => type)).toEqual(['heading', 'table', 'paragraph', 'paragraph', 'list']);
    const table = tokens[1] as { rows: { tokens: Token[] }[][] };
    expect(table.rows.map((row) => row.length)).toEqual([6, 6]);
    for (const row of table.rows)
      expect(row.map((cell) => cell.tokens.filter(({ type }) => type === 'link').length)).toEqual([0, 1, 0, 0, 0, 1]);
  });
});

test('in llms.txt', async () => {
  await check(async (_, ask) => {
    const tokens = marked.lexer(await (await ask('/llms.txt')).text()).filter(({ type }) => type !== 'space');
    expect(tokens.filter(({ type }) => type === 'heading')).toHaveLength(9);
    const lists = tokens.filter(({ type }) => type === 'list') as unknown as { items: unknown[] }[];
    expect(lists.map(({ items }) => items.length).slice(-3, -1)).toEqual([3, 1]);
    expect(tokens.filter(({ type }) => !['heading', 'blockquote', 'paragraph', 'list'].includes(type))).toEqual([]);
  });
});

/** The types of all nodes in the order of the text, without the document's. */
function outline(root: Node): string[] {
  const types: string[] = [];
  const walker = root.walker();
  for (let event = walker.next(); event; event = walker.next()) if (event.entering) types.push(event.node.type);
  return types.slice(1);
}

function textUnder(root: Node, type: string): string {
  let [text, depth] = ['', 0];
  const walker = root.walker();
  for (let event = walker.next(); event; event = walker.next()) {
    if (event.node.type === type) depth += event.entering ? 1 : -1;
    else if (depth > 0 && event.entering) text += event.node.literal ?? '';
  }
  return text;
}
