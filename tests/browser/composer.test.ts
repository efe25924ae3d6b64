/** The composer in a real browser: by keyboard alone, in two tabs, without its companion, and from another page. */
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { ADDRESS, openComposer, PAGE } from '../helpers/compose.ts';
import { lines, makePdf } from '../helpers/pdf.ts';
import { startShell } from '../helpers/shell.ts';

const [composer, browser] = await Promise.all([openComposer(), startShell()]);
beforeEach(() => composer.reset());
afterAll(async () => {
  await browser.close();
  await composer.close();
});

const FILE = 'cards/harbour-post-harbour-grows.yaml';
const CLAIM = 'Boats that reportedly lie in the harbour in summer';

async function open(options: BrowserContextOptions = {}, address = composer.address.href) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4|ERR_CONNECTION/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(address);
  await page.waitForSelector('#given');
  return { page, context, complaints };
}

async function openArticle(page: Page) {
  await page.fill('#given', ADDRESS);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.work .text');
}

/** Chooses a suggestion, and gives the card a claim. */
async function makeCard(page: Page, words: string, claim = CLAIM) {
  await page.locator('summary', { hasText: 'Suggestions' }).click();
  await page.getByRole('button', { name: words }).first().click();
  await page.getByLabel('Claim', { exact: true }).fill(claim);
  await page.getByLabel('Topic 1').fill('Harbours');
  await page.getByRole('button', { name: 'Confirm all' }).click();
  await page.locator('.sum', { hasText: 'No problems' }).waitFor();
}

test('a card is made by keyboard alone: sentences by arrow keys, words by Shift and arrow keys', async () => {
  const { page, context, complaints } = await open();
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time++) await page.keyboard.press(key);
  };
  await page.keyboard.type(ADDRESS);
  await press('Enter');
  await page.waitForSelector('.work .text');
  for (let steps = 0; steps < 10 && !(await page.evaluate('document.activeElement.matches(".sentence")')); steps++)
    await press('Tab');
  await press('ArrowDown', 2);
  await press('Shift+ArrowDown', 4);
  await press('Shift+ArrowLeft', 2);
  expect(await page.locator('#status').textContent()).toBe('5 words: up to 1,200 fishing boats');
  await press('Enter');
  await page.locator('.card img.picture[src^="blob:"]').waitFor();
  expect(await page.getByLabel('Quote', { exact: true }).inputValue()).toBe('up to 1,200 fishing boats');
  expect(await page.locator('.sentence mark').textContent()).toBe('up to 1,200 fishing boats');
  for (
    let steps = 0;
    steps < 20 && !(await page.evaluate('document.activeElement.closest("[data-field=claim]")'));
    steps++
  )
    await press('Tab');
  await press('Control+A');
  await page.keyboard.type(CLAIM);
  await page.locator('.sum', { hasText: 'No problems' }).waitFor();
  await page.getByRole('button', { name: 'Save card', exact: true }).focus();
  await press('Enter');
  await page.locator('.saved').waitFor();
  expect(composer.read(FILE)).toContain(`claim: ${CLAIM}\n`);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('words around the quote and written numbers have fields, an address may be empty, and the form names the file of the other fields', async () => {
  const { page, context } = await open();
  await openArticle(page);
  await makeCard(page, 'The harbour reportedly');
  await page.getByText('More fields').click();
  await page.getByLabel('Words after the quote').fill('Its quays are old');
  await page.getByLabel('max', { exact: true }).fill('many');
  await page.locator('.problems li', { hasText: '“max”' }).waitFor();
  await page.locator('.problems').getByRole('button', { name: 'Go to the field' }).click();
  await page.getByLabel('value', { exact: true }).and(page.locator(':focus')).waitFor();
  await page.getByLabel('max', { exact: true }).fill('1200');
  expect(await page.locator('.more').textContent()).toContain('edit cards/harbour-post-harbour-grows.yaml');
  await page.locator('.sum', { hasText: 'No problems' }).waitFor();
  // An address can be unknown.
  const address = page.locator('[data-field="source.url"] input');
  await address.evaluate((input) => input.closest('details')?.setAttribute('open', ''));
  const known = await address.inputValue();
  const checked = page.waitForResponse((response) => response.url().includes('/try'));
  await address.fill('');
  await checked;
  await page.locator('.sum', { hasText: 'No problems' }).waitFor();
  await address.fill(known);
  await page.locator('#save').click();
  await page.locator('.saved').waitFor();
  expect(composer.read(FILE)).toContain('context: { after: Its quays are old }');
  expect(composer.read(FILE)).toContain('max: 1200');
  await context.close();
}, 60_000);

test('another kind has another proposal for the same words', async () => {
  const { page, context } = await open();
  await openArticle(page);
  await makeCard(page, 'The harbour reportedly');
  for (const kind of ['claim', 'figure']) {
    const proposed = page.waitForResponse((response) => response.url().includes('/propose'));
    await page.locator('[data-field="kind"] select').selectOption(kind);
    expect((await proposed).status()).toBe(200);
  }
  await context.close();
}, 60_000);

test('a PDF is chosen as a file; a file that cannot be read is refused, and another can be chosen', async () => {
  const { page, context, complaints } = await open();
  const choose = (name: string, buffer: Buffer) =>
    page.setInputFiles('#file', { name, mimeType: 'application/octet-stream', buffer });
  await choose('report.docx', Buffer.from('PK\x03\x04'));
  await page.getByRole('alert').getByText('report.docx is a Word document').waitFor();
  await choose('harbour.pdf', makePdf([lines(['The harbour reportedly moors up to 1,200 fishing boats.'])]));
  await page.locator('.work .text').getByText('up to 1,200 fishing boats').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test('says what saving does and what prevents it, and marks each outcome with a sign and a word', async () => {
  const { page, context } = await open();
  await page.fill(
    '#given',
    `A harbour grows\n\nThe harbour reportedly moors up to 1,200 fishing boats. ${'Its quays are old, and the lamps of the town were lit. '.repeat(12)}`,
  );
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.waitForSelector('.work .text');
  const save = page.locator('#save');
  expect([await save.isDisabled(), await save.getAttribute('aria-describedby')]).toEqual([true, 'save-why']);
  expect(await page.locator('#save-why').textContent()).toBe('Select words of the article first.');
  await page.locator('summary', { hasText: 'Suggestions' }).click();
  await page.getByRole('button', { name: 'The harbour reportedly' }).first().click();
  await page.getByRole('button', { name: 'Save as draft' }).waitFor();
  // A doubt is asked once, by the group.
  expect(await page.locator('[data-field=figure] .doubt').count()).toBe(1);
  expect(await page.locator('#save-why').textContent()).toContain('Until then, it is a draft');
  expect((await page.locator('.problems li').allTextContents()).join()).toMatch(/“Publisher” is empty.*“Published”/s);
  await page.locator('.card img.picture[src^="blob:"]').waitFor();
  await save.click();
  await page.locator('.box.done', { hasText: 'Saved as a draft' }).waitFor();
  await page.locator('details.source summary').click();
  await page.getByLabel('Publisher', { exact: true }).fill('Harbour Post');
  await page.getByLabel('Published: date').fill('2023-08-01');
  await page.getByLabel('Claim', { exact: true }).fill('Boats of Atlantis that reportedly lie in the harbour');
  await page.getByLabel('Topic 1').fill('Harbours');
  await page.locator('.checks .warning', { hasText: '⚠Warning: Names in the claim.' }).waitFor();
  await page
    .getByPlaceholder('Why the card is correct despite the warning')
    .first()
    .fill('Atlantis is the name of the harbour');
  await page.getByRole('button', { name: 'Accept', exact: true }).first().click();
  await page.locator('.checks .accepted', { hasText: '✎Accepted by you: Names in the claim.' }).waitFor();
  await page.getByRole('button', { name: /^Save card/ }).waitFor();
  await context.close();
}, 60_000);

test.each(['light', 'dark'] as const)(
  'has no barrier that axe-core finds, in the %s theme',
  async (colorScheme) => {
    const { page, context, complaints } = await open({ colorScheme, bypassCSP: true });
    const check = async () => {
      for (const width of [1024, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      }
    };
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    await check();
    await openArticle(page);
    await makeCard(page, 'The harbour reportedly');
    await page.getByLabel('Claim', { exact: true }).fill('Boats of Atlantis');
    await page.getByText('More fields').click();
    await page.locator('.checks li.warning').first().waitFor();
    await check();
    await page.setViewportSize({ width: 1024, height: 800 });
    expect(await page.evaluate('document.querySelector(".article").clientHeight')).toBeGreaterThan(600);
    expect(complaints).toEqual([]);
    await context.close();
  },
  60_000,
);

test('of two tabs, the later one shows what is in the file, keeps its fields, and goes on', async () => {
  const { page, context } = await open();
  const other = await context.newPage();
  await other.goto(composer.address.href);
  await openArticle(page);
  await openArticle(other);
  await makeCard(page, 'The harbour reportedly');
  await makeCard(other, 'We built every quay', 'The town says that it built its quays alone');
  await page.locator('#save').click();
  await page.locator('.saved').waitFor();
  await other.locator('#save').click();
  const conflict = other.locator('.conflict');
  await conflict.getByText('has changed since this page read it').waitFor();
  expect(await other.getByLabel('Claim', { exact: true }).inputValue()).toContain('built its quays');
  await conflict.getByRole('button', { name: 'Add my card to the file' }).click();
  await other.locator('.saved').waitFor();
  expect(composer.read(FILE).match(/^ {2}- id:/gm)).toHaveLength(2);
  await other.getByRole('button', { name: /^Undo saving/ }).click();
  await other.getByText('was undone').waitFor();
  expect(composer.read(FILE).match(/^ {2}- id:/gm)).toHaveLength(1);
  await context.close();
}, 60_000);

test('without its companion, the page says so and keeps the fields; the next run lists the draft', async () => {
  const companion = await composer.start();
  const { page, context } = await open({}, companion.address.href);
  await openArticle(page);
  await makeCard(page, 'The harbour reportedly');
  await page.waitForSelector('.work[data-draft]');
  await companion.stop();
  await page.locator('#save').click();
  await page.getByRole('alert').getByText('The composer has stopped').waitFor();
  expect(await page.getByLabel('Claim', { exact: true }).inputValue()).toBe(CLAIM);
  await page.goto(composer.address.href);
  await page.getByRole('button', { name: CLAIM, exact: true }).click();
  await page.locator('.work .text').waitFor();
  expect(await page.getByLabel('Claim', { exact: true }).inputValue()).toBe(CLAIM);
  await page.locator('.sum', { hasText: 'No problems' }).waitFor();
  await page.locator('#save').click();
  await page.locator('.saved').waitFor();
  expect(composer.files('drafts')).toEqual([]);
  await context.close();
}, 60_000);

test('one link leads from a stopped composer to the next run, with what was typed after the stop', async () => {
  const companion = await composer.start();
  const { page, context, complaints } = await open({}, companion.address.href);
  await openArticle(page);
  await makeCard(page, 'The harbour reportedly');
  await companion.stop();
  await page.getByLabel('Claim', { exact: true }).fill('Boats that reportedly lie in the harbour');
  await page.getByRole('link', { name: 'Open the composer again with this draft' }).click();
  await page.getByRole('alert').getByText('sent this draft: Boats that reportedly lie in the harbour').waitFor();
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.locator('.sum', { hasText: 'No problems' }).waitFor();
  await page.locator('#save').click();
  await page.locator('.saved').waitFor();
  expect(composer.read(FILE)).toContain('claim: Boats that reportedly lie in the harbour\n');
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);

test.each([
  ['brings its page and the selected words', {}],
  ['that isolates its windows shows “copy and paste”', { 'cross-origin-opener-policy': 'same-origin' }],
])(
  'a page with the bookmarklet %s',
  async (_what, headers) => {
    const { page, context } = await open();
    const href = (await page.locator('.bookmarklet').getAttribute('href')) ?? '';
    await context.route('https://news.example.org/**', (route) =>
      route.fulfill({ body: PAGE, contentType: 'text/html', headers }),
    );
    const article = await context.newPage();
    article.on('dialog', (dialog) => void dialog.dismiss());
    await article.goto(ADDRESS);
    await article.evaluate('getSelection().selectAllChildren(document.querySelectorAll("p")[3])');
    const [brought] = await Promise.all([
      context.waitForEvent('page'),
      article.evaluate(decodeURIComponent(href.replace('javascript:', ''))),
    ]);
    const banner = brought.getByRole('alert');
    if (Object.keys(headers).length > 0) {
      await banner.getByText('Copy the article there').waitFor();
    } else {
      await banner.getByText(`news.example.org sent this page: ${ADDRESS}`).waitFor();
      await banner.getByRole('button', { name: 'Open it' }).click();
      await brought.locator('.sentence mark').first().waitFor();
      expect(await brought.getByLabel('Quote', { exact: true }).inputValue()).toMatch(/^In May the lamps burn late\. /);
    }
    await context.close();
  },
  60_000,
);
