import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';
import { bootBundle } from '../helpers/bundle.ts';
import { startChromium } from '../helpers/chromium.ts';

const ORIGIN = 'http://cards.example.org';

/** As strict as the page can bear: with its script, no form is sent. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const browser: Browser | undefined = await startChromium();

describe.runIf(browser)('the page of the API, under a strict policy,', () => {
  let bundle: Awaited<ReturnType<typeof bootBundle>>;
  let page: Page;
  const asked = new Set<string>();
  const refused: string[] = [];

  beforeAll(async () => {
    bundle = await bootBundle(compileCatalog(await readCatalogFiles('cards')).catalog);
    page = (await browser?.newPage({ viewport: { width: 360, height: 800 } })) as Page;
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    await page.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      asked.add(url.origin);
      const response = await bundle.get(`${url.pathname}${url.search}`);
      const headers = { ...Object.fromEntries(response.headers), 'content-security-policy': POLICY };
      await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) });
    });
    await page.goto(`${ORIGIN}/docs`);
  });
  afterAll(async () => {
    await browser?.close();
    await bundle?.close();
  });

  const answerOf = (operation: string) => page.locator(`#${operation} .answer`);
  const tryIt = (operation: string) => page.click(`#${operation} button`);

  test('shows a list that was asked for', async () => {
    await page.fill('#listCards-topic', 'wagner-group');
    await page.selectOption('#listCards-kind', 'figure');
    await tryIt('listCards');
    const answer = answerOf('listCards');
    await answer.locator('pre').waitFor();
    expect(await answer.locator('.answer-status').textContent()).toBe('200, application/json');
    expect(await answer.locator('a').textContent()).toBe('/api/cards?topic=wagner-group&kind=figure');
    expect(await answer.locator('pre').textContent()).toContain('"id": "wagner-fighters-belarus"');
  });

  test('shows why a request is refused', async () => {
    await page.fill('#listCards-limit', '0');
    await tryIt('listCards');
    await page.waitForFunction(`document.querySelector('#listCards pre').textContent.includes('whole number')`);
    expect(await answerOf('listCards').locator('.answer-status').textContent()).toBe('400, application/problem+json');
  });

  test('shows a picture', async () => {
    await tryIt('getCardVariantSvg');
    const picture = answerOf('getCardVariantSvg').locator('img');
    await picture.waitFor();
    await page.waitForFunction(`document.querySelector('#getCardVariantSvg .answer img').naturalWidth > 0`);
  });

  test('asks no other site, is refused nothing, and fits a phone', async () => {
    expect([...asked]).toEqual([ORIGIN]);
    expect(refused).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});
