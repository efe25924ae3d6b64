/** Cards in a WordPress post: its filter, its sandbox and its messages, in a real browser. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import type { HistoryEntry } from '../../src/card/history.ts';
import { KINDS } from '../../src/card/kind.ts';
import type { CompiledCard } from '../../src/catalog/compile.ts';
import { NARROW_PX } from '../../src/web/embed/embed.tsx';
import { bootBundle } from '../helpers/bundle.ts';
import { startChromium } from '../helpers/chromium.ts';
import { catalog } from '../helpers/fixture-catalog.ts';
import { startShell } from '../helpers/shell.ts';
import { discoverOembed, filterOembed, oembedParameters, postPage } from '../helpers/wordpress.ts';

const WIDTHS = [320, 500, 800];

const successor = catalog.cards[0]?.card.id ?? '';
const dated = { date: '2026-11-23', reason: 'The outlet has changed the words that the card rested on, and says so' };
const STATES: Record<string, HistoryEntry[]> = {
  current: [],
  corrected: [{ type: 'corrected', ...dated, earlier: { claim: 'What it said before' } }],
  retracted: [{ type: 'retracted', ...dated }],
  superseded: [{ type: 'superseded', ...dated, by: successor }],
};

/** A card of every kind in every state. Superseded looks as corrected does, so one is enough. */
const EXAMPLES = KINDS.flatMap((kind) =>
  Object.entries(STATES).map(([state, history]) => {
    const entry = catalog.cards.find(({ card }) => card.kind === kind) as CompiledCard;
    const { history: _own, ...card } = entry.card;
    const changed = { ...card, id: `${kind}-${state}`, ...(history.length > 0 && { history }) };
    return { id: changed.id, kind, state, entry: { ...entry, card: changed } as CompiledCard };
  }),
).filter(({ kind, state }) => state !== 'superseded' || kind === 'figure');

/** Posts of a blog on another origin, by their number; and every source as a page with its quotes far below. */
const posts: string[] = [];
const quotes = catalog.cards.flatMap(({ card }) => ('quote' in card ? [`<p>${card.quote.exact}</p>`] : []));
const blog = createServer(({ url }, response) => {
  const html = url?.startsWith('/source/')
    ? `<p style="height:3000px">Above.</p>${quotes.join('')}`
    : posts[Number(url?.slice(1))];
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
});
await new Promise<void>((resolve) => blog.listen(0, '127.0.0.1', resolve));
const BLOG = `http://localhost:${(blog.address() as AddressInfo).port}`;

const [site, shell, chromium] = await Promise.all([
  bootBundle({
    sources: catalog.sources.map((source) => ({ ...source, url: source.url && `${BLOG}/source/${source.id}` })),
    cards: [...catalog.cards, ...EXAMPLES.map(({ entry }) => entry)],
  }),
  startShell(),
  startChromium(),
]);
afterAll(async () => {
  blog.close();
  await Promise.all([shell.close(), chromium?.close(), site.close()]);
});

/** Asks for the oEmbed of a card as WordPress does for an address that an author pastes. */
async function oembedOf(id: string, contentWidth: number, maxheight?: number) {
  const page = await (await fetch(`${site.origin}/cards/${id}`)).text();
  const address = new URL(discoverOembed(page) ?? '');
  const asked = { ...oembedParameters(contentWidth), ...(maxheight && { maxheight: String(maxheight) }) };
  for (const [name, value] of Object.entries(asked)) address.searchParams.append(name, value);
  const response = await fetch(address);
  expect(response.status).toBe(200);
  return (await response.json()) as { type: string; html: string; height: number };
}

/** What a post keeps of it. */
async function embedOf(id: string, contentWidth: number): Promise<string> {
  const { type, html } = await oembedOf(id, contentWidth);
  expect(type).toBe('rich');
  return filterOembed(html) ?? '';
}

type Visit<T> = {
  width: number;
  browser?: Browser;
  options?: BrowserContextOptions;
  visit: (page: Page) => Promise<T>;
};

/** Opens a post with HTML of a card in it. What the browser complains of fails the test. */
async function inPost<T>(html: string, { width, browser = shell, options = {}, visit }: Visit<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${BLOG}/${posts.push(postPage(html, width)) - 1}`);
  try {
    const result = await visit(page);
    expect(complaints).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

const LAST_HEIGHT = 'messages.findLast(({ message }) => message === "height")?.value';
/** What a browser says of the first element in the frame that a selector finds; `it` is the element. */
const askFrame = (page: Page, selector: string, question: string) =>
  page.frames()[1]?.evaluate<unknown>(`((it) => ${question})(document.querySelector('${selector}'))`);

test.each(EXAMPLES)('a post shows all of a card of the kind $kind that is $state', async ({ id, state }) => {
  for (const width of WIDTHS) {
    const visit = async (page: Page) => {
      await page.locator('iframe').waitFor({ state: 'visible' });
      await page.waitForFunction(`document.querySelector('iframe').clientHeight === ${LAST_HEIGHT}`);
      expect(await page.locator('blockquote').isVisible()).toBe(false);
      const picture = 'it.decode().then(() => [it.clientWidth, it.naturalWidth, it.alt.length > 20])';
      expect(await askFrame(page, 'img', picture)).toEqual([width, width > NARROW_PX ? 1200 : 1080, true]);
      const overflow = '[it.scrollWidth - innerWidth, it.scrollHeight - innerHeight]';
      expect(await askFrame(page, 'html', overflow)).toEqual([0, 0]);
      const words = await page.frameLocator('iframe').locator('figcaption').innerText();
      expect(/^(?:Corrected|Retracted|Superseded)/.exec(words)?.[0].toLowerCase() ?? 'current').toBe(state);
    };
    await inPost(await embedOf(id, width), { width, visit });
  }
});

const NATURAL_WIDTH = 'it.decode().then(() => it.naturalWidth)';
const OVERFLOW = 'it.scrollHeight - innerHeight';
const withMostWords = EXAMPLES.filter(({ state }) => state === 'corrected');

test.each(withMostWords)(
  '$id needs no more room than its oEmbed says where nobody reads its messages',
  async ({ id }) => {
    for (const width of [200, 320, 600, 1200]) {
      const visit = async (page: Page) => expect(await askFrame(page, 'html', OVERFLOW), `at ${width} px`).toBe(0);
      await inPost((await oembedOf(id, width)).html, { width, visit });
    }
  },
);

test.each(withMostWords)('the frame of $id is in any column as high as its oEmbed for that column', async ({ id }) => {
  const { html } = await oembedOf(id, 600);
  for (const width of [328, 500, 600, 800]) {
    const { height } = await oembedOf(id, Math.min(width, 600), 900);
    const visit = async (page: Page) => {
      const frame = await page.frames()[1]?.evaluate('[innerWidth, innerHeight]');
      expect(frame, `at ${width} px`).toEqual([Math.min(width, 600), expect.closeTo(height, -0.5)]);
      expect(await askFrame(page, 'html', OVERFLOW)).toBe(0);
      expect(await askFrame(page, 'img', NATURAL_WIDTH)).toBe(width > NARROW_PX ? 1200 : 1080);
    };
    await inPost(html, { width, visit });
  }
  // Sites that keep no style: the caption is directly below the picture, which is not square, because that would not fit.
  await inPost(html.replaceAll(/ style="[^"]*"/g, ''), {
    width: 328,
    visit: async (page) => {
      const gap = 'it.getBoundingClientRect().top - it.previousElementSibling.getBoundingClientRect().bottom';
      expect([await askFrame(page, 'figcaption', gap), await askFrame(page, 'html', OVERFLOW)]).toEqual([0, 0]);
      expect(await askFrame(page, 'img', NATURAL_WIDTH)).toBe(1200);
    },
  });
});

/** Whether the browser scrolls to a passage; it may take some seconds to look for it. */
const SCROLLED = `new Promise((resolve) => {
  const started = performance.now();
  const look = () => {
    const isFound = document.querySelector(':target') !== null && scrollY > 0;
    if (isFound || performance.now() - started > 5_000) resolve(isFound);
    else setTimeout(look, 50);
  };
  look();
})`;

test('a post shows the picture in the reader’s colours, or in the theme of the pasted address', async () => {
  const shown = async (colorScheme: 'light' | 'dark', query = '') =>
    inPost(await embedOf(`quote-current${query}`, 500), {
      width: 500,
      options: { colorScheme },
      visit: async (page) => {
        await page.locator('iframe').waitFor({ state: 'visible' });
        return askFrame(page, 'img', 'it.decode().then(() => new URL(it.currentSrc).pathname)');
      },
    });
  expect(await shown('light')).toBe('/cards/quote-current.png');
  expect(await shown('dark')).toBe('/cards/quote-current/og-dark.png');
  expect(await shown('light', '?theme=dark')).toBe('/cards/quote-current/og-dark.png');
  expect(await shown('dark', '?theme=light')).toBe('/cards/quote-current.png');
});

describe('a link in the frame', () => {
  const ID = 'quote-current';

  /** Follows a link of the frame. Gives the address that the post went to, and the first one that it was redirected to. */
  async function followLink(html: string, name: RegExp, visit: Omit<Visit<unknown>, 'width' | 'visit'> = {}) {
    const redirects: string[] = [];
    const click = async (page: Page) => {
      page.on('response', (response) => redirects.push(response.headers().location ?? ''));
      await page.locator('iframe').waitFor({ state: 'visible' });
      await page.frameLocator('iframe').getByRole('link', { name }).first().click();
      await page.waitForURL((url) => !/^\/\d+$/.test(url.pathname));
      return { url: page.url(), isFound: visit.browser ? await page.evaluate(SCROLLED) : null };
    };
    const landed = await inPost(html, { width: 500, ...visit, visit: click });
    return { ...landed, redirect: redirects.find((address) => address !== '') };
  }

  test('leads from the sandbox to the passage in the source', async () => {
    const { url, redirect } = await followLink(await embedOf(ID, 500), /^Read it in the source/);
    expect(redirect).toMatch(/^http:\/\/localhost:\d+\/source\/[a-z-]+#:~:text=/);
    expect(url).toBe(redirect);
  });

  test.skipIf(!chromium)('and the browser scrolls to the passage', async () => {
    const landed = await followLink(await embedOf(ID, 500), /^Read it in the source/, { browser: chromium });
    expect(landed.isFound).toBe(true);
  });

  test('and the picture leads to the card’s page', async () => {
    expect((await followLink(await embedOf(ID, 500), /./)).url).toBe(`${site.origin}/cards/${ID}`);
  });

  test.each([true, false])('is an ordinary link outside of a sandbox; with a script: %s', async (javaScriptEnabled) => {
    const { html } = await oembedOf(ID, 500);
    const { url } = await followLink(html, /^About this card/, { options: { javaScriptEnabled } });
    expect(url).toBe(`${site.origin}/cards/${ID}`);
  });
});
