import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootBundle } from '../helpers/bundle.ts';
import { catalog } from '../helpers/fixture-catalog.ts';
import { startShell } from '../helpers/shell.ts';

describe('the page of the API', () => {
  let browser: Browser;
  let bundle: Awaited<ReturnType<typeof bootBundle>>;
  let page: Page;
  const asked = new Set<string>();
  const refused: string[] = [];

  beforeAll(async () => {
    bundle = await bootBundle(catalog);
    browser = await startShell();
    page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    await page.goto(`${bundle.origin}/docs`);
  });
  afterAll(async () => {
    await browser?.close();
    await bundle?.close();
  });

  const answerOf = (operation: string) => page.locator(`#${operation} .answer`);
  const tryIt = (operation: string) => page.click(`#${operation} button`);

  test('shows a list that was asked for', async () => {
    await page.fill('#listCards-topic', 'merchant-ships');
    await page.selectOption('#listCards-kind', 'figure');
    await tryIt('listCards');
    const answer = answerOf('listCards');
    await answer.locator('pre').waitFor();
    expect(await answer.locator('.answer-status').textContent()).toBe('200, application/json');
    expect(await answer.locator('a').textContent()).toBe('/api/cards?topic=merchant-ships&kind=figure');
    expect(await answer.locator('pre').textContent()).toContain('"id": "merchant-ships-harbour"');
  });

  test('shows why a request is refused', async () => {
    await page.fill('#listCards-limit', '0');
    await tryIt('listCards');
    await answerOf('listCards').getByText('whole number').waitFor();
    expect(await answerOf('listCards').locator('.answer-status').textContent()).toBe('400, application/problem+json');
  });

  test('shows a picture', async () => {
    await tryIt('getCardVariantSvg');
    const picture = answerOf('getCardVariantSvg').locator('img');
    await picture.waitFor();
    const width = () => page.evaluate(`document.querySelector('#getCardVariantSvg .answer img').naturalWidth`);
    await expect.poll(width).toBeGreaterThan(0);
  });

  test('asks no other site, is refused nothing, and fits a phone', async () => {
    expect([...asked]).toEqual([bundle.origin]);
    expect(refused).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });
});
