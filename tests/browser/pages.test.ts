/** The pages in a real browser: with a script and without, by mouse and by keyboard, light and dark. */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { AxeResults } from 'axe-core';
import { HtmlRenderer, Parser } from 'commonmark';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { COMMON_PLACES, PLACES } from '../../src/web/embed/places.ts';
import { bootBundle } from '../helpers/bundle.ts';
import { catalog } from '../helpers/fixture-catalog.ts';
import { startShell } from '../helpers/shell.ts';

const ID = 'merchant-ships-harbour';
const PAGES = {
  gallery: '/',
  'an empty search': '/?q=zebra&kind=figure',
  card: `/cards/${ID}`,
  'a card to frame': `/cards/${ID}/embed`,
  comparison: '/cards/merchant-ships-2023-reports',
  corrections: '/corrections',
  topics: '/topics',
  topic: '/topics/ferries',
  sources: '/sources',
  source: '/sources/harbour-times-second-basin',
  speakers: '/speakers',
  speaker: '/speakers/eva-muster',
  embedding: `/embedding?card=${ID}`,
  'the check of a copy': '/check',
  'the API': '/docs',
  'a page that is not there': '/cards/nobody',
};
const WIDTHS = [320, 360, 768, 1024, 1440, 1600];
/** The visible controls that are too low for a finger (WCAG 2.2, 2.5.5); links within text may be lower. */
const SMALL_TARGETS = `[...document.querySelectorAll('button, select, summary, .action, .button, nav a, label:has(:checked)')]
  .map((control) => [control.textContent.trim(), control.getBoundingClientRect().height])
  .filter(([, height]) => height > 0 && height < 43.5)`;

const [site, browser] = await Promise.all([bootBundle(catalog), startShell()]);
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens an address in a browser of its own. What it complains of, and whom it asks, is kept. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked = new Set<string>();
  // The browser reports a 404 as an error, which is expected here.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => asked.add(new URL(request.url()).origin));
  await page.goto(`${site.origin}${path}`);
  return { page, context, complaints, asked, close: () => context.close() };
}

async function withPage<T>(path: string, visit: (page: Page) => Promise<T>, options?: BrowserContextOptions) {
  const opened = await open(path, options);
  try {
    const result = await visit(opened.page);
    expect(opened.complaints).toEqual([]);
    expect([...opened.asked]).toEqual([site.origin]);
    return result;
  } finally {
    await opened.close();
  }
}

const search = (page: Page) => page.getByRole('searchbox');
const cards = (page: Page) => page.locator('#results .tile');
const hasFocus = async (element: Locator) => (await element.and(element.page().locator(':focus')).count()) === 1;
/** What a browser says of the first element that a selector finds; `it` is the element. */
const ask = (page: Page, selector: string, question: string) =>
  page.evaluate(`((it) => ${question})(document.querySelector('${selector}'))`);
const until = (page: Page, path: string) => page.waitForURL(`${site.origin}${path}`);

describe('the gallery', () => {
  test('searches while one types, says how many it found, and its address carries the search', async () => {
    const visit = async (page: Page) => {
      await search(page).pressSequentially('merchnt ship');
      await until(page, '/?q=merchnt+ship');
      // The introduction above the field is gone, and the field is still on the screen.
      const top = Number(await ask(page, 'input[type=search]', 'it.getBoundingClientRect().top'));
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(700);
      const status = page.locator('#count');
      expect(await status.getAttribute('role')).toBe('status');
      expect(await status.textContent()).toMatch(
        /^\d+ cards\. No card has the word “merchnt”\. Cards with a similar word, “merchant”\. The cards are in English\.$/,
      );
      const found = await cards(page).count();
      expect(found).toBeGreaterThan(0);
      expect(found).toBeLessThan(24);
      expect(await hasFocus(search(page))).toBe(true);
      await page.reload();
      expect(await search(page).inputValue()).toBe('merchnt ship');
      expect(await cards(page).count()).toBe(found);
    };
    await withPage('/', visit, { viewport: { width: 360, height: 740 } });
  });

  test('filters immediately, keeps the focus, and updates the counts', async () => {
    await withPage('/', async (page) => {
      const kind = page.getByLabel('Kind');
      await page.getByText('Filters').click();
      await kind.focus();
      await kind.selectOption('figure');
      await until(page, '/?kind=figure');
      expect(await hasFocus(kind)).toBe(true);
      expect(await page.getByLabel('Topic').locator('option').nth(1).textContent()).toMatch(/\(\d\)$/);
      await page.getByLabel('Topic').selectOption('harbours');
      await until(page, '/?topic=harbours&kind=figure');
      await page.getByRole('link', { name: 'Show all' }).click();
      await until(page, '/');
      expect(await kind.inputValue()).toBe('');
      await page.getByLabel('Sort').selectOption('asOf');
      await until(page, '/?sort=asOf');
    });
  });

  test('on a phone shows a card on the first screen, before the search', async () => {
    const visit = async (page: Page) => {
      const [card, field] = await Promise.all([page.locator('.example img').boundingBox(), search(page).boundingBox()]);
      expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThan(740);
      expect(field?.y).toBeGreaterThan(card?.y ?? 0);
    };
    await withPage('/', visit, { viewport: { width: 360, height: 740 } });
  });

  test('has one column on a phone, two on a tablet, and three on a wide screen', async () => {
    await withPage('/', async (page) => {
      for (const [width, columns] of [
        [360, 1],
        [768, 2],
        [1440, 3],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        expect(await ask(page, '.grid', 'getComputedStyle(it).gridTemplateColumns.split(" ").length')).toBe(columns);
      }
    });
  });

  test('does the same without a script, by its button', async () => {
    const visit = async (page: Page) => {
      await search(page).fill('merchnt');
      await page.getByText('Filters').click();
      await page.getByLabel('Kind').selectOption('figure');
      await page.getByRole('button', { name: 'Search' }).click();
      expect(new URL(page.url()).searchParams.get('kind')).toBe('figure');
      expect(await cards(page).count()).toBeGreaterThan(0);
      expect(await page.getByLabel('Kind').inputValue()).toBe('figure');
    };
    await withPage('/', visit, { javaScriptEnabled: false });
  });
});

describe('a card’s page', () => {
  const shownField = (page: Page) => page.locator('#paste textarea:visible').inputValue();
  const openTab = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).check();

  test('has its picture with buttons and choices, then its title with the badge, then the paste box on the narrowest screen, and does not break its figure', async () => {
    const visit = async (page: Page) => {
      expect(await ask(page, 'h1 .one-line', 'it.getClientRects().length')).toBe(1);
      const parts = ['.picture', '.share-bar', '.choose', 'article h1', '.evidence', '.paste-box'];
      const tops = await Promise.all(parts.map((part) => ask(page, part, 'it.getBoundingClientRect().top')));
      expect(tops).toEqual((tops as number[]).toSorted((a, b) => a - b));
    };
    await withPage(`/cards/${ID}`, visit, { viewport: { width: 320, height: 640 } });
  });

  test('shows the size and theme that one chooses, and its snippets follow', async () => {
    await withPage(`/cards/${ID}`, async (page) => {
      await openTab(page, 'Markdown');
      await page.getByLabel('Size').selectOption('square');
      await until(page, `/cards/${ID}?size=square`);
      await page.getByLabel('Theme of the picture').selectOption('dark');
      await until(page, `/cards/${ID}?size=square&theme=dark`);
      await ask(page, '#picture img', 'it.decode()');
      expect(await ask(page, '#picture img', 'it.naturalHeight')).toBe(1080);
      expect(await shownField(page)).toContain('/square-dark.png)');
      const download = page.getByRole('link', { name: 'Download', exact: true });
      expect(await download.getAttribute('href')).toContain('/square-dark.png');
      expect(await page.getByLabel('Size').locator(':checked').innerText()).toContain('1080 × 1080');
      // A tall picture leaves the choice on the screen.
      await page.getByLabel('Size').selectOption('story');
      await until(page, `/cards/${ID}?size=story&theme=dark`);
      expect(await ask(page, '.choose', 'it.getBoundingClientRect().bottom + scrollY')).toBeLessThan(800);
      expect(await page.locator('#snippet-newsletter').inputValue()).toContain('width="600" height="1067"');
    });
  });

  test.each([
    ['dark', true],
    ['light', false],
  ] as const)(
    'on a phone shows the square picture, and all else follows; %s, with a script: %s',
    async (colorScheme, javaScriptEnabled) => {
      const file = colorScheme === 'dark' ? 'square-dark.png' : 'square.png';
      const loaded: string[] = [];
      const visit = async (page: Page) => {
        page.on('request', (request) => {
          if (request.url().includes('.png')) loaded.push(request.url());
        });
        await page.reload();
        await ask(page, '#picture img', 'it.decode()');
        expect(loaded.map((url) => url.replace(/.*\/|\?.*/g, ''))).toEqual([file]);
        expect(await ask(page, '#picture img', 'it.clientWidth === it.clientHeight')).toBe(true);
        const download = page.locator('#download a:visible');
        expect(await download.getAttribute('href')).toContain(`/${file}`);
        expect(await page.locator('#drawn').innerText()).toContain('Square, 1080 × 1080');
        await openTab(page, 'Markdown');
        if (!javaScriptEnabled) {
          expect(await page.locator('#drawn').innerText()).toContain('The snippets below show the link preview');
          return expect(await shownField(page)).toContain('.png)');
        }
        // Without scrolling to them, the snippets follow the screen; the choice says what is shown, and can be made.
        const snippetHas = (shown: string) =>
          expect.poll(() => page.locator('#snippet-markdown').inputValue()).toContain(`${shown})`);
        await snippetHas(`/${file.replace('-dark', '')}`);
        expect(await shownField(page)).toContain(`/${file})`);
        const chosen = page.getByLabel('Size').locator(':checked');
        expect([await chosen.innerText(), new URL(page.url()).search]).toEqual(['Fits the screen', '']);
        for (const [size, shown] of [
          ['square', '/square.png'],
          ['og', `/${ID}.png`],
          ['', '/square.png'],
        ] as const) {
          await page.getByLabel('Size').selectOption(size);
          await until(page, `/cards/${ID}${size && `?size=${size}`}`);
          await snippetHas(shown);
        }
        await page.setViewportSize({ width: 800, height: 740 });
        await snippetHas(`/${ID}.png`);
      };
      const options = { viewport: { width: 360, height: 740 }, colorScheme, javaScriptEnabled };
      await withPage(`/cards/${ID}`, visit, options);
    },
  );

  test('offers snippets and a download in the theme that it shows', async () => {
    await withPage(
      `/cards/${ID}`,
      async (page) => {
        await openTab(page, 'Markdown');
        const download = page.getByRole('link', { name: 'Download', exact: true });
        const shown = async () => [await shownField(page), await download.getAttribute('href')].join();
        expect((await shown()).match(/og-dark\.png/g)).toHaveLength(2);
        await page.evaluate('document.documentElement.dataset.theme = "light"');
        expect(await shown()).not.toContain('og-dark.png');
      },
      { colorScheme: 'dark' },
    );
  });

  test('without a script, has tabs, sizes, themes and the download, and no button that would do nothing', async () => {
    const visit = async (page: Page) => {
      expect(await page.locator('button[data-share]:visible, button[data-copy]:visible').count()).toBe(0);
      await page.getByLabel('Size').selectOption('story');
      await page.getByRole('button', { name: 'Show' }).click();
      expect(await page.locator('#picture img').getAttribute('src')).toContain('/story.png');
      await openTab(page, 'HTML');
      expect(await shownField(page)).toContain('/story.png');
      await openTab(page, 'English Wikipedia');
      expect(await shownField(page)).toMatch(/^<ref>{{cite news /);
      const saved = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download', exact: true }).click();
      expect((await saved).suggestedFilename()).toBe(`${ID}-story.png`);
    };
    await withPage(`/cards/${ID}`, visit, { javaScriptEnabled: false });
  });

  test('shares and copies what each button says', async () => {
    const post = await serve(
      '<!doctype html><title>Post</title><textarea></textarea><div contenteditable id="editor"></div><p>',
    );
    const { page, context, complaints, asked, close } = await open(`/cards/${ID}`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const address = `${site.origin}/cards/${ID}`;
    const copied = () => page.evaluate('navigator.clipboard.readText()') as Promise<string>;
    const press = async (
      name: string,
      button = page.getByRole('button', { name, exact: true }),
      said = name.replace('Copy ', 'Copied: '),
    ) => {
      await button.click();
      await page.getByRole('status').getByText(said).waitFor();
    };

    await page.evaluate('navigator.share = undefined');
    await press('Share', undefined, 'This browser has no share dialog. The link is copied');
    expect(await copied()).toBe(address);
    await page.evaluate('navigator.share = (given) => { document.body.dataset.shared = JSON.stringify(given) }');
    await page.getByRole('button', { name: 'Share' }).click();
    await page.locator('[data-shared]').waitFor();
    expect(JSON.parse((await page.locator('body').getAttribute('data-shared')) ?? '')).toEqual({
      title: (await page.title()).replace(/ · .*/, ''),
      url: address,
    });

    await press('Copy alternative text');
    expect(await copied()).toBe(await page.locator('#picture img').getAttribute('alt'));
    await press('Copy link');
    expect(await copied()).toBe(address);

    const pasted = await context.newPage();
    await pasted.goto(post.address);
    const pasteInto = async (selector: string) => {
      await pasted.bringToFront();
      await pasted.locator(selector).focus();
      await pasted.keyboard.press('Control+A');
      await pasted.keyboard.press('Control+V');
    };
    const fieldText = () => pasted.locator('textarea').inputValue();
    await page.bringToFront();
    await press('Copy picture');
    await pasteInto('#editor');
    await ask(pasted, '#editor img', 'it.decode()');
    expect(await ask(pasted, '#editor img', '[it.naturalWidth, it.naturalHeight]')).toEqual([1200, 630]);

    await page.getByText('More places').click();
    const tabs = await page.locator('.tabs label').allInnerTexts();
    expect(tabs).toEqual(PLACES.map(({ name }) => name));
    for (const tab of tabs) {
      await page.bringToFront();
      await openTab(page, tab);
      const button = page.locator('#paste button:visible');
      // Places with the same snippet have one button, which says "Copied" for a while.
      await press((await button.getAttribute('data-label')) ?? (await button.innerText()), button);
      const shown = await shownField(page);
      expect([tab, await copied()]).toEqual([tab, shown]);
      await pasteInto('textarea');
      expect([tab, await fieldText()]).toEqual([tab, shown]);
      if (tab === 'Markdown') {
        const html = new HtmlRenderer().render(new Parser().parse(shown));
        expect(html).toMatch(
          new RegExp(`^<p><a href="${address}"><img src="${address}.png" alt="[^"]+" /></a></p>\n$`),
        );
      }
      if (tab !== 'HTML') continue;
      await pasteInto('#editor');
      expect(await ask(pasted, '#editor a', 'it.href')).toBe(address);
      await ask(pasted, '#editor a img', 'it.decode()');
      expect(await ask(pasted, '#editor a img', 'it.naturalWidth')).toBe(1200);
      expect(await pasted.locator('#editor').innerText()).not.toContain('<');
      expect(await ask(pasted, '#editor a img', 'it.alt')).toBe(await page.locator('#picture img').getAttribute('alt'));
    }
    expect(complaints).toEqual([]);
    expect([...asked]).toEqual([site.origin]);
    await close();
    post.close();
  });

  test('shares by keyboard alone: the arrow keys choose a tab, Enter copies, and the next page has the chosen place', async () => {
    const { page, close } = await open(`/cards/${ID}`, { permissions: ['clipboard-read', 'clipboard-write'] });
    const focused = () => page.evaluate('document.activeElement.textContent.trim() || document.activeElement.value');
    await page.getByRole('button', { name: 'Share' }).focus();
    const order = [await focused()];
    while (order.at(-1) !== PLACES[0]?.id && order.length < 40) {
      await page.keyboard.press('Tab');
      order.push(await focused());
    }
    expect(order.slice(0, 5)).toEqual(['Share', 'Copy link', 'Copy picture', 'Copy alternative text', 'Download']);
    for (const { id } of PLACES.slice(
      0,
      PLACES.findIndex(({ id }) => id === 'html'),
    )) {
      expect(await focused()).toBe(id);
      await page.keyboard.press('ArrowRight');
    }
    expect(await ask(page, '.tabs :focus-visible + span', 'getComputedStyle(it).outlineStyle')).toBe('solid');
    for (const stop of ['More places', 'field', 'Copy HTML']) {
      await page.keyboard.press('Tab');
      if (stop !== 'field') expect(await focused()).toBe(stop);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Copied: HTML').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^<a href=/);
    for (const key of ['Shift+Tab', 'Shift+Tab', 'Enter']) await page.keyboard.press(key);
    await expect.poll(focused).toBe(PLACES[COMMON_PLACES]?.id);
    await page.keyboard.press('ArrowRight');
    const chosen = PLACES[COMMON_PLACES + 1]?.id;
    expect(await focused()).toBe(chosen);
    await page.goto(`${site.origin}/cards/merchant-ships-2023-reports`);
    expect(await page.locator(`.more-places[open] [value="${chosen}"]`).isChecked()).toBe(true);
    await close();
  });

  test('says what to do where the browser copies nothing', async () => {
    await withPage(`/cards/${ID}`, async (page) => {
      await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })');
      await page.getByRole('button', { name: 'Copy the address' }).click();
      await page.getByRole('status').getByText('The text is selected: press Ctrl+C.').waitFor();
      expect(await page.evaluate('document.activeElement.value')).toBe(`${site.origin}/cards/${ID}`);
      await page.getByRole('button', { name: 'Copy picture' }).click();
      await page.getByRole('status').getByText('Download it instead.').waitFor();
      // In the flow of the page, so that it covers nothing.
      expect(await ask(page, '.share-bar .note', 'getComputedStyle(it).position')).toBe('static');
    });
  });

  test('has an HTML snippet that fits a phone, in the size and theme that the page shows', async () => {
    const snippetOf = (query: string) =>
      withPage(`/cards/${ID}${query}`, (page) => page.locator('#snippet-html').inputValue());
    const shownIn = async (html: string, colorScheme: 'light' | 'dark') => {
      const post = await serve(`<!doctype html><meta name="viewport" content="width=device-width">${html}`);
      const context = await browser.newContext({ viewport: { width: 390, height: 800 }, colorScheme });
      const page = await context.newPage();
      await page.goto(post.address);
      const picture = await ask(
        page,
        'img',
        'it.decode().then(() => [new URL(it.currentSrc).pathname, it.clientWidth])',
      );
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await context.close();
      post.close();
      return picture;
    };
    // The body has a margin of 8 px.
    const own = await snippetOf('');
    expect(await shownIn(own, 'light')).toEqual([`/cards/${ID}.png`, 374]);
    expect(await shownIn(own, 'dark')).toEqual([`/cards/${ID}/og-dark.png`, 374]);
    const chosen = await snippetOf('?size=story&theme=light');
    expect(await shownIn(chosen, 'dark')).toEqual([`/cards/${ID}/story.png`, 374]);
  });

  test('on paper leaves out what only a screen can use', async () => {
    await withPage(`/cards/${ID}`, async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const part of ['.share-bar', '.choose', '.paste-box'])
        expect(await page.locator(part).isVisible()).toBe(false);
      expect(await page.locator('blockquote').first().isVisible()).toBe(true);
      expect(await page.locator('#picture img').isVisible()).toBe(true);
    });
  });
});

test('a frame of the size that oEmbed gives has the state of the card, and neither a scroll bar nor an empty strip', async () => {
  for (const maxwidth of [320, 600]) {
    const response = await fetch(`${site.origin}/oembed?url=${site.origin}/cards/${ID}&maxwidth=${maxwidth}`);
    const { width, height } = (await response.json()) as { width: number; height: number };
    const visit = async (page: Page) => {
      const frame = `<iframe src="/cards/${ID}/embed" width="${width}" height="${height}" style="border:0">`;
      await page.setContent(`<body style="margin:0">${frame}`);
      const caption = page.frameLocator('iframe').locator('figcaption');
      expect(await caption.innerText()).toMatch(/^No corrections\n/);
      const { y = 0, height: own = 0 } = (await caption.boundingBox()) ?? {};
      expect(height - y - own).toBeGreaterThanOrEqual(0);
      expect(height - y - own).toBeLessThan(40);
    };
    await withPage('/check', visit, { viewport: { width: 800, height: 800 }, bypassCSP: true });
  }
});

test('from search to card to source by keyboard alone', async () => {
  await withPage('/', async (page) => {
    const focused = () => page.evaluate('document.activeElement.textContent.trim() || document.activeElement.name');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    for (let steps = 0; steps < 6 && !(await hasFocus(search(page))); steps++) await page.keyboard.press('Tab');
    expect(await hasFocus(search(page))).toBe(true);
    await page.keyboard.type('up to 1,000 merchant ships');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=up/);
    for (let steps = 0; steps < 12 && !(await page.evaluate('document.activeElement.matches(".grid a")')); steps++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cards\/.+/);
    const action = page.getByRole('link', { name: 'Read it in the source' });
    for (let steps = 0; steps < 35; steps++) {
      if (await hasFocus(action)) break;
      await page.keyboard.press('Tab');
    }
    expect(await hasFocus(action)).toBe(true);
    expect(await ask(page, 'a.action:focus', 'getComputedStyle(it).outlineStyle')).toBe('solid');
  });
});

describe.each(Object.entries(PAGES))('%s', (_name, path) => {
  test('complains of nothing, asks no other host, fits every width, and has controls of 44 px', async () => {
    await withPage(path, async (page) => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        expect(
          await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
          `at ${width} px`,
        ).toBeLessThanOrEqual(0);
        expect(await page.evaluate(SMALL_TARGETS), `at ${width} px`).toEqual([]);
      }
    });
  });

  test('is the same again when it has not changed', async () => {
    await withPage(path, async (page) => {
      const look = () =>
        page.evaluate(
          '[getComputedStyle(document.body).fontFamily, [...document.images].map((image) => image.loading === "lazy" || image.naturalWidth > 0)]',
        );
      const before = await look();
      await page.reload();
      expect(await look()).toEqual(before);
    });
  });

  test.each([
    ['light', 1440],
    ['dark', 360],
  ] as const)('has no barrier that axe-core finds, in the %s theme, at %i px', async (colorScheme, width) => {
    const { page, close } = await open(path, { colorScheme, bypassCSP: true, viewport: { width, height: 800 } });
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await close();
  });

  test('follows the reader’s theme', async () => {
    const paper = (colorScheme: 'light' | 'dark') =>
      withPage(path, (page) => page.evaluate('getComputedStyle(document.body).backgroundColor'), { colorScheme });
    expect(await paper('light')).toBe('rgb(251, 248, 241)');
    expect(await paper('dark')).toBe('rgb(15, 22, 32)');
  });
});

test('without cards, the preview and its command fit every width', async () => {
  const empty = await bootBundle({ sources: [], cards: [] }, { preview: true });
  const page = await browser.newPage();
  for (const path of ['/', '/?q=word', '/embedding']) {
    await page.goto(`${empty.origin}${path}`);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${width}`).toBeLessThanOrEqual(
        0,
      );
    }
  }
  await page.close();
  await empty.close();
});

describe('a chosen theme', () => {
  const paperOf = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor');

  test('is kept on the next page from its first moment, also for pictures, until the system’s is chosen again', async () => {
    await withPage(`/cards/${ID}`, async (page) => {
      await page.locator('#theme').selectOption('dark');
      expect(await page.evaluate('[document.documentElement.dataset.theme, localStorage.theme]')).toEqual([
        'dark',
        'dark',
      ]);
      expect(await paperOf(page)).toBe('rgb(15, 22, 32)');
      await page.goto(`${site.origin}/cards/${ID}`);
      expect(await page.evaluate('document.documentElement.outerHTML')).toMatch(/^<html lang="en" data-theme="dark">/);
      await ask(page, '#picture img', 'it.decode()');
      expect(await ask(page, '#picture img', 'it.currentSrc')).toContain('/og-dark.png');
      await page.locator('#theme').selectOption('');
      expect(await page.evaluate('[document.documentElement.dataset.theme, localStorage.theme]')).toEqual([
        undefined,
        undefined,
      ]);
      expect(await paperOf(page)).toBe('rgb(251, 248, 241)');
    });
  });

  test('cannot be chosen without a script', async () => {
    const visit = async (page: Page) => expect(await page.locator('#theme').isVisible()).toBe(false);
    await withPage('/', visit, { javaScriptEnabled: false });
  });
});

test('pages are in the fonts of the pictures, and load no letters that they do not need', async () => {
  await withPage('/check', async (page) => {
    await page.evaluate('document.fonts.ready.then(() => {})');
    const loaded = await page.evaluate(
      'performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("/fonts/"))',
    );
    expect(new Set(loaded as string[]).size).toBe(2);
    const inUse = await page.evaluate(
      '[...document.fonts].flatMap(({ status, family }) => status === "loaded" ? family : [])',
    );
    expect(inUse).toEqual(['Page Sans', 'Page Sans']);
  });
});

test('pictures follow the reader’s theme, too', async () => {
  const shown = (page: Page) => ask(page, '#picture img', 'it.currentSrc');
  expect(await withPage(`/cards/${ID}`, shown, { colorScheme: 'dark' })).toContain('/og-dark.png?v=');
  expect(await withPage(`/cards/${ID}`, shown, { colorScheme: 'light' })).toContain(`/${ID}.png?v=`);
});

/** A page of somebody else's, on another origin. */
async function serve(html: string) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}/`, close: () => server.close() };
}
