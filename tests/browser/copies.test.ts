/** Cards on other sites, in a real browser: the web component. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { bootBundle } from '../helpers/bundle.ts';
import { entryOf } from '../helpers/catalogs.ts';
import { source } from '../helpers/fixtures.ts';
import { startShell } from '../helpers/shell.ts';

const dated = { date: '2026-11-23', reason: 'The outlet has withdrawn the article' };
const catalog = {
  sources: [source],
  cards: [
    entryOf({ id: 'current' }),
    entryOf({ id: 'corrected', history: [{ type: 'corrected', ...dated, earlier: { place: 'Minsk' } }] }),
    entryOf({ id: 'retracted', history: [{ type: 'retracted', ...dated }] }),
    entryOf({ id: 'superseded', history: [{ type: 'superseded', ...dated, by: 'current' }] }),
  ],
};

const [site, browser] = await Promise.all([bootBundle(catalog), startShell()]);
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe('the web component, on a page of another site', () => {
  const elementOf = (id: string, attributes = '') => {
    const src = `${site.origin}/cards/${id}`;
    const fallback = `<a href="${src}"><img src="${site.origin}/favicon.svg" alt="pasted"></a>`;
    return `<fact-card src="${src}"${attributes}>${fallback}</fact-card>`;
  };

  async function onPage<T>(
    elements: string[],
    visit: (page: Page) => Promise<T>,
    options: BrowserContextOptions = {},
  ): Promise<T> {
    const script = `<script src="${site.origin}/fact-card.js"></script>`;
    const post = await serve(`<!doctype html>${elements.join('')}${script}`);
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      await page.goto(post.address);
      return await visit(page);
    } finally {
      await context.close();
      post.close();
    }
  }

  test('shows the state of the card, and why it changed', async () => {
    const states = ['current', 'corrected', 'retracted', 'superseded'];
    await onPage(
      states.map((id) => elementOf(id)),
      async (page) => {
        await page
          .locator('fact-card p')
          .nth(states.length - 1)
          .waitFor();
        const why = '2026-11-23: The outlet has withdrawn the article';
        expect(await page.locator('fact-card p').allInnerTexts()).toEqual([
          'No corrections · About this card',
          `Corrected ${why} · About this card`,
          `Retracted ${why} · About this card`,
          `Superseded ${why} · The card that replaces it · About this card`,
        ]);
      },
    );
  });

  test.each([
    ['light', '/cards/current.png'],
    ['dark', '/cards/current/og-dark.png'],
  ] as const)(
    'shows the picture in the reader’s theme, %s, or in the size and theme of its attributes',
    async (colorScheme, path) => {
      const elements = [elementOf('current'), elementOf('current', ' size="square" theme="light"')];
      await onPage(
        elements,
        async (page) => {
          await page.locator('fact-card p').nth(1).waitFor();
          const shown = await page.evaluate(
            `Promise.all([...document.querySelectorAll('fact-card')].map(async ({ shadowRoot }) => {
            const image = shadowRoot.querySelector('img');
            await image.decode();
            return image.currentSrc;
          }))`,
          );
          expect(shown).toEqual([path, '/cards/current/square.png'].map((address) => `${site.origin}${address}`));
        },
        { colorScheme },
      );
    },
  );

  test('has the current alternative text, and leads to the card and the card that replaces it', async () => {
    await onPage([elementOf('superseded')], async (page) => {
      await page.locator('fact-card p').waitFor();
      const picture = page.getByRole('img');
      expect(await picture.count()).toBe(1);
      expect(await picture.getAttribute('alt')).not.toBe('pasted');
      const links = await page.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      const [own, next] = ['superseded', 'current'].map((id) => `${site.origin}/cards/${id}`);
      expect(links).toEqual([own, next, own]);
    });
  });

  test.each([
    ['without scripts', 'current', { javaScriptEnabled: false }],
    ['if the card does not exist', 'nobody', {}],
  ])('keeps the linked picture %s', async (_when, id, options) => {
    await onPage(
      [elementOf(id)],
      async (page) => {
        expect(await page.getByAltText('pasted').isVisible()).toBe(true);
        expect(await page.getByRole('link', { name: 'pasted' }).getAttribute('href')).toContain(`/cards/${id}`);
      },
      options,
    );
  });
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
