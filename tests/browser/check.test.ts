/** /check in a real browser, with pictures and records as `npm run release` and the Worker make them. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textsOf } from '../../assets/scripts/png.js';
import { lockText } from '../../src/card/evidence/lock.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { parsePixels } from '../../src/catalog/pixel-file.ts';
import { parseReleases } from '../../src/catalog/release-file.ts';
import { encodePng } from '../../src/render/png.ts';
import { VARIANT_NAMES } from '../../src/render/variant.ts';
import { bootBundle } from '../helpers/bundle.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { lockOf } from '../helpers/lock.ts';
import { startShell } from '../helpers/shell.ts';

const ORIGIN = 'https://cards.example.org';
const ID = 'other-words';
const REASON = 'The claim was not clear';

const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
mkdirSync(join(root, 'cards'));

/** Releases the catalogue with this text. The revision of the code there is that of no files. */
function release(text: string, date: string) {
  const file = { name: 'daily-example.yaml', text };
  writeFileSync(join(root, 'cards', file.name), text);
  writeFileSync(join(root, 'cards/evidence.lock.json'), lockText(lockOf([file])));
  const args = [resolve('src/tools/release.ts'), '--date', date, '--origin', ORIGIN];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return compileCatalog([file], lockOf([file])).catalog;
}
const CODE = createHash('sha256').digest('hex').slice(0, 8);
const released = (name: string) => readFileSync(join(root, 'cards', name), 'utf8');

let site: Awaited<ReturnType<typeof bootBundle>>;
let browser: Awaited<ReturnType<typeof startShell>>;
let page: Page;
let hasRecords = true;
const requests: { method: string; body: unknown; url: string }[] = [];

beforeAll(async () => {
  release(GOOD_FILE, '2026-11-22');
  const entry = `{ type: corrected, date: 2026-11-24, reason: ${REASON}, earlier: { claim: Somebody on something } }`;
  const claim = 'claim: Somebody on something';
  const catalog = release(`${GOOD_FILE.replace(claim, `${claim} else`)}    history: [${entry}]\n`, '2026-11-24');
  const { releases } = parseReleases(released('releases.ndjson'));
  const { lines } = parsePixels(released('pixels.ndjson'));
  [site, browser] = await Promise.all([
    bootBundle(catalog, { code: CODE, releases, pixels: lines, publicUrl: ORIGIN }),
    startShell(),
  ]);
  page = await browser.newPage({ bypassCSP: true });
  await page.route('**/*', async (route) => {
    const request = route.request();
    requests.push({ method: request.method(), body: request.postDataBuffer(), url: request.url() });
    const path = request.url().replace(ORIGIN, '');
    if (!hasRecords && /^\/check\/.*\.json$/.test(path)) return route.fulfill({ json: [] });
    const response = await site.get(path);
    const headers = Object.fromEntries(response.headers);
    await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) });
  });
  await page.goto(`${ORIGIN}/check`);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(root, { recursive: true, force: true });
});

async function png(path: string): Promise<Buffer> {
  const response = await site.get(path);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** The title and the lines of the verdict about a file. */
async function verdictOn(buffer: Buffer, { name = 'picture.png', mimeType = 'image/png' } = {}) {
  await page.locator('#file').setInputFiles({ name, mimeType, buffer });
  return verdict();
}
async function verdict() {
  await page.locator('#verdict h2', { hasNotText: /^Checking$/ }).waitFor();
  const [title, ...lines] = await page.locator('#verdict').locator('h2, p').allInnerTexts();
  return { title, lines: lines.join(' ') };
}

/** A picture with one pixel inverted, and its texts as `change` returns them. */
function altered(bytes: Buffer, change = (card: string) => card): Buffer {
  const { width, height, data } = PNG.sync.read(bytes);
  const rgba = Uint8Array.from(data);
  for (let channel = 0; channel < 3; channel++) rgba[4000 + channel] = 255 - (rgba[4000 + channel] ?? 0);
  const texts = [...textsOf(bytes)].map(
    ([keyword, text]) => [keyword, keyword === 'Card' ? change(text) : text] as const,
  );
  return Buffer.from(encodePng({ width, height, rgba }, texts));
}

describe('a PNG of a card', () => {
  test('in each size and theme is unaltered and current', async () => {
    for (const variant of VARIANT_NAMES) {
      const { title, lines } = await verdictOn(await png(`/cards/some-fighters/${variant}.png`));
      expect(title, variant).toBe('Current');
      expect(lines, variant).toContain('unaltered');
    }
  });

  test('of a revision that was corrected since says so, with the reason', async () => {
    const { revisions } = (await (await site.get(`/cards/${ID}.json`)).json()) as { revisions: { revision: string }[] };
    const { title, lines } = await verdictOn(await png(`/cards/${ID}@${revisions[0]?.revision}.png`));
    expect(title).toBe('Corrected since');
    expect(lines).toContain('unaltered');
    expect(lines).toContain(`Corrected since 24 November 2026: ${REASON}`);
    const history = page.getByRole('link', { name: 'What has changed on the card' });
    expect(await history.getAttribute('href')).toBe(`/cards/${ID}#history`);
  });

  test('with one pixel changed is altered', async () => {
    expect((await verdictOn(altered(await png(`/cards/${ID}.png`)))).title).toBe('Altered');
  });

  test('of a version without a record cannot be compared, and is not called altered', async () => {
    const { title, lines } = await verdictOn(
      altered(await png(`/cards/${ID}.png`), (card) => card.replace(/[0-9a-f]{8}$/, '00000000')),
    );
    expect(title).toBe('Cannot be compared');
    expect(lines).not.toContain('The picture was altered:');
    expect(await page.locator('#today canvas').getAttribute('width')).toBe('1200');
  });

  test('is compared with the picture of today where nothing is recorded', async () => {
    hasRecords = false;
    const copy = await png('/cards/some-fighters/square-dark.png');
    expect((await verdictOn(copy)).title).toBe('Current');
    expect((await verdictOn(altered(copy))).title).toBe('Altered');
    const other = altered(copy, (card) => card.replace(/[0-9a-f]{8}$/, '00000000'));
    expect((await verdictOn(other)).title).toBe('Cannot be compared');
    hasRecords = true;
  });
});

test('a screenshot as JPEG is recognised by its QR code', async () => {
  const shot = await browser.newPage({ viewport: { width: 900, height: 700 } });
  const uri = `data:image/png;base64,${(await png(`/cards/${ID}.png`)).toString('base64')}`;
  await shot.setContent(`<h1>A post</h1><img src="${uri}" width="800">`);
  const jpeg = await shot.screenshot({ type: 'jpeg', quality: 60 });
  await shot.close();
  const { title, lines } = await verdictOn(jpeg, { name: 'shot.jpg', mimeType: 'image/jpeg' });
  expect(title).toBe('The card was corrected');
  expect(lines).toContain('The QR code names the card');
  expect(await page.locator('#result img').getAttribute('alt')).toContain('Somebody on something else');
});

describe('another file', () => {
  const blank = encodePng({ width: 300, height: 200, rgba: new Uint8Array(4 * 300 * 200).fill(255) });
  const foreign = encodePng({ width: 1, height: 1, rgba: new Uint8Array(4) }, [
    ['URL', 'https://other.example/cards/some-fighters'],
  ]);

  test.each([
    ['a picture of something else', Buffer.from(blank), 'No card found'],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'An SVG cannot be checked',
      'card.svg',
      'image/svg+xml',
    ],
    ['garbage', Buffer.from('no picture at all'), 'Not a picture'],
    ['a card of another site', Buffer.from(foreign), 'A card of another site'],
  ])('%s has a clear message', async (_what, bytes, title, name = 'picture.png', mimeType = 'image/png') => {
    expect((await verdictOn(bytes, { name, mimeType })).title).toBe(title);
  });

  test('a card of another site is checked there', async () => {
    await verdictOn(Buffer.from(foreign));
    expect(await page.locator('#verdict a').getAttribute('href')).toBe('https://other.example/check');
    expect(await page.locator('#today').innerHTML()).toBe('');
  });
});

test('a picture is chosen by keyboard alone, also twice the same, and screen readers announce the verdict', async () => {
  const buffer = await png('/cards/some-fighters.png');
  page.on('filechooser', (chooser) => chooser.setFiles({ name: 'card.png', mimeType: 'image/png', buffer }));
  for (let times = 0; times < 2; times++) {
    await page.evaluate('document.querySelector("#verdict").replaceChildren()');
    await page.locator('#file').focus();
    await page.keyboard.press('Enter');
    expect((await verdict()).title).toBe('Current');
  }
  expect(await page.locator('#verdict').getAttribute('role')).toBe('status');
  expect(await page.locator('#verdict').innerText()).toContain('The picture is unaltered');
  expect(await page.locator('#verdict img').count()).toBe(0);
});

test('a copy is freed when another is checked, which is then the one that is shown', async () => {
  const address = () => page.locator('#today a:has(canvas)').getAttribute('href');
  const isKept = (copy: string | null) => page.evaluate(`fetch(${JSON.stringify(copy)}).then(() => true, () => false)`);
  await verdictOn(await png(`/cards/${ID}.png`));
  const first = await address();
  expect(await isKept(first)).toBe(true);
  // Both at once: the second is faster, because it is no picture.
  await page
    .locator('#file')
    .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await png(`/cards/${ID}.png`) });
  await page
    .locator('#file')
    .setInputFiles({ name: 'b.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  expect((await verdict()).title).toBe('Not a picture');
  await page.waitForTimeout(500);
  expect([(await verdict()).title, await isKept(first)]).toEqual(['Not a picture', false]);
});

test('a text that is dropped or pasted is no picture', async () => {
  await page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'https://cards.example.org/cards/some-fighters');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  })()`);
  expect(await verdict()).toEqual({
    title: 'No picture',
    lines: 'You dropped or pasted a text or an address, not a picture. Save the picture, then choose it.',
  });
});

/** Drops or pastes a file with the bytes of a JavaScript expression. */
async function give(way: 'drop' | 'paste', bytes: string) {
  const [event, transfer] = way === 'drop' ? ['DragEvent', 'dataTransfer'] : ['ClipboardEvent', 'clipboardData'];
  await page.evaluate(`(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([${bytes}], 'card.png', { type: 'image/png' }));
    document.body.dispatchEvent(new ${event}('${way}', { ${transfer}: transfer, bubbles: true }));
  })()`);
  return verdict();
}

test.each(['drop', 'paste'] as const)('accepts pictures by %s', async (way) => {
  const base64 = (await png('/cards/some-fighters.png')).toString('base64');
  await page.evaluate('document.querySelector("#verdict").replaceChildren()');
  expect((await give(way, `Uint8Array.from(atob('${base64}'), (it) => it.charCodeAt(0))`)).title).toBe('Current');
});

/** The bytes of a picture as a browser copies it: as pixels, which `change` changes. */
const copiedFrom = (path: string, change = '') =>
  page.evaluate(`(async () => {
    const image = new Image();
    image.src = '${path}?v=${'0'.repeat(8)}';
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    ${change}
    return [...new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())].join();
  })()`);

test('a copied picture has lost its data, and is recognised by its pixels, with and without a record', async () => {
  const copied = await copiedFrom('/cards/some-fighters/square-dark.png');
  for (const way of [true, false]) {
    hasRecords = way;
    const { title, lines } = await give('paste', `Uint8Array.from([${copied}])`);
    expect([title, lines.includes('unaltered')]).toEqual(['Current', true]);
    expect(await page.locator('#today dl').textContent()).toContain('Square, dark');
  }
  hasRecords = true;
});

test('a copied picture with other pixels cannot be compared, and the page says to ask for the original', async () => {
  const changed = await copiedFrom('/cards/some-fighters.png', 'context.fillRect(300, 100, 9, 9);');
  const { title, lines } = await give('paste', `Uint8Array.from([${changed}])`);
  expect(title).toBe('Cannot be compared');
  expect(lines).toContain('lacks the data');
  expect(lines).toContain('ask for the file as it was downloaded');
});

test('does not read a file of 20 MB, and says how to make it smaller', async () => {
  const { title, lines } = await give('drop', 'new Uint8Array(20_000_000)');
  expect(title).toBe('File too large');
  expect(lines).toBe('The file is 20.0 MB large; the limit is 15 MB. Crop or scale the picture, and keep its QR code.');
});

test('the verdict has no barrier that axe-core finds', async () => {
  await verdictOn(await png('/cards/some-fighters.png'));
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

test('no request carries a picture', () => {
  expect(requests.length).toBeGreaterThan(10);
  expect(requests.filter(({ method, body }) => method !== 'GET' || body !== null)).toEqual([]);
  const paths = requests.map(({ url }) => url.replace(ORIGIN, ''));
  const known =
    /^\/(?:check|favicon\.svg|scripts\/\w+\.js|fonts\/[\w.]+|cards\/[a-z-]+(?:@[0-9a-f]{8})?\.json|check\/[a-z-]+\.json|cards\/[a-z-]+(?:\/[a-z-]+)?\.png\?v=[0-9a-f]{8})$/;
  expect(paths.filter((path) => !known.test(path))).toEqual([]);
});
