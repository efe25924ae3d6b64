/** Pages and files of many sources are no longer than those of a few: they have parts. */
import { describe, expect, test } from 'vitest';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { askingOf, ORIGIN } from '../helpers/asking.ts';
import { source } from '../helpers/fixtures.ts';
import { documentElements } from '../helpers/html.ts';
import { childrenOf, parseXml, textOf } from '../helpers/xml.ts';

const ids = Array.from({ length: 300 }, (_, at) => `source-${String(at).padStart(3, '0')}`);
const ask = askingOf(createBundledStore({ sources: ids.map((id) => ({ ...source, id })), cards: [] }));

async function linksOn(path: string) {
  const response = await ask(path);
  const anchors = documentElements(await response.text())
    .filter(({ tagName }) => tagName === 'a')
    .map(({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value])));
  const listed = anchors.map(({ href = '' }) => /\/sources\/([a-z0-9-]+)$/.exec(href)?.[1] ?? '').filter(Boolean);
  return { status: response.status, listed, next: anchors.find(({ rel }) => rel === 'next')?.href };
}

test('/sources lists every source once, 24 a page', async () => {
  const seen: string[] = [];
  let path: string | undefined = '/sources';
  while (path !== undefined) {
    const page: Awaited<ReturnType<typeof linksOn>> = await linksOn(path);
    expect(page.listed.length).toBeLessThanOrEqual(24);
    seen.push(...page.listed);
    path = page.next?.slice(ORIGIN.length);
  }
  expect(seen).toEqual(ids);
});

test('a page of /sources says how many there are, and only the first is canonical', async () => {
  const [first, second] = await Promise.all(
    ['/sources', '/sources?cursor=source-023'].map(async (path) => (await ask(path)).text()),
  );
  expect(first).toContain('1–24 of 300');
  expect([first, second].map((html) => html?.includes('rel="canonical"'))).toEqual([true, false]);
  expect(second).toContain('source-024');
  expect(second).toContain(`<a href="${ORIGIN}/sources" rel="prev">← Previous</a>`);
});

test('a source without a title is named by its outlet and date, and its page links to the article', async () => {
  const untitled = askingOf(createBundledStore({ sources: [{ ...source, title: null }], cards: [] }));
  const list = await (await untitled('/sources')).text();
  expect(list).toContain('>Daily Example, 2 Nov 2023</a><span class="muted">(title not known) · 0 cards');
  const page = await (await untitled(`/sources/${source.id}`)).text();
  expect(page).toContain('<h1>Daily Example, 2 Nov 2023</h1><p class="muted">(title not known)</p>');
  expect(page).toContain(`<a class="action" href="${source.url}">Read the article</a>`);
});

test.each(['none', 'source-300', ''])('the cursor "%s" of no source', async (cursor) => {
  expect((await ask(`/sources?cursor=${cursor}`)).status).toBe(cursor === '' ? 200 : 400);
});

describe('the sitemap', () => {
  const locations = async (path: string, name: string) =>
    childrenOf(parseXml(await (await ask(path)).text()), name).map((each) => textOf(each, 'loc') ?? '');

  test('has parts of at most 250 addresses, which name every source once', async () => {
    const parts = await locations('/sitemap.xml', 'sitemap');
    const addresses = await Promise.all(parts.map(async (part) => locations(part.slice(ORIGIN.length), 'url')));
    for (const part of addresses) expect(part.length).toBeLessThanOrEqual(250);
    const listed = addresses.flat().filter((address) => address.startsWith(`${ORIGIN}/sources/`));
    expect(listed).toEqual(ids.map((id) => `${ORIGIN}/sources/${id}`));
  });
});
