import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LockEntry } from '../../src/card/evidence/lock.ts';
import { Source } from '../../src/card/source.ts';
import { readBody } from '../../src/page/live-page.ts';
import { importCaptures, keepCapture, readCapture, readSavedPage } from '../../src/tools/captures.ts';
import { takeSnapshot } from '../../src/tools/deployment/snapshot.ts';
import { readSource } from '../../src/tools/source-text.ts';

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** In windows-1251, which its `meta` says. */
const PAGE = readFileSync('tests/fixtures/pages/meta.windows-1251');
const TEXT = 'Міст відкрили о восьмій.';
const URL_OF_PAGE = 'https://example.org/article';
const HEADERS = { 'content-type': 'text/html', etag: '"a"', 'last-modified': 'Thu, 02 Nov 2023 10:00:00 GMT' };

const sourceOf = (hash: string, url: string | null = URL_OF_PAGE) =>
  Source.parse({
    id: 'daily-example',
    publisher: 'Daily Example',
    title: null,
    authors: [],
    published: { date: '2023-11-02', basis: 'stated' },
    url,
    language: 'uk',
    snapshot: { sha256: hash, accessed: '2026-11-20' },
  });
const options = { where: 'any', allowed: new Set([URL_OF_PAGE]), today: '2026-11-21' } as const;

const home = process.cwd();
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  process.chdir(root);
});
afterEach(() => {
  process.chdir(home);
  rmSync(root, { recursive: true, force: true });
  vi.unstubAllGlobals();
});

/** Answers each request with the next of these pages, and then with a failure. */
const serve = (...pages: (string | Uint8Array<ArrayBuffer>)[]) => {
  const fetch = vi.fn(
    async () => new Response(pages.shift() ?? null, { headers: { ...HEADERS, 'set-cookie': 'a=b' } }),
  );
  vi.stubGlobal('fetch', fetch);
  return fetch;
};

describe('a live page', () => {
  test('is kept as it was read: its bytes, its headers of use, its address, its day and its text', async () => {
    serve(new Uint8Array(PAGE));
    expect(await readSource(sourceOf(sha256(PAGE)), [], options)).toMatchObject({ ok: true });
    const name = sha256(PAGE);
    expect(readFileSync(`captures/${name}.html`)).toEqual(PAGE);
    expect(readFileSync(`captures/${name}.txt`, 'utf8')).toBe(TEXT);
    expect(JSON.parse(readFileSync(`captures/${name}.json`, 'utf8'))).toEqual({
      url: URL_OF_PAGE,
      accessed: '2026-11-21',
      headers: HEADERS,
    });
  });

  test('is not asked for again once it is kept, and its capture says the same', async () => {
    const fetch = serve(new Uint8Array(PAGE));
    const live = await readSource(sourceOf(sha256(PAGE)), [], options);
    const kept = await readSource(sourceOf(sha256(PAGE)), [], options);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect([live, kept].map((reading) => reading.ok && [reading.source.text, reading.source.from])).toEqual([
      [TEXT, 'snapshot'],
      [TEXT, 'snapshot'],
    ]);
    expect(kept).toMatchObject({ source: { place: `captures/${sha256(PAGE)}.txt` } });
  });

  test('has its text written again beside its capture where another version read it otherwise', async () => {
    serve(new Uint8Array(PAGE));
    await readSource(sourceOf(sha256(PAGE)), [], options);
    writeFileSync(`captures/${sha256(PAGE)}.txt`, 'as it was read before');
    await readSource(sourceOf(sha256(PAGE)), [], options);
    expect(readFileSync(`captures/${sha256(PAGE)}.txt`, 'utf8')).toBe(TEXT);
  });

  test('that the source does not name is found again by what the lock says of its cards', async () => {
    serve('<p>Other words');
    const live = await readSource(sourceOf('a'.repeat(64)), [], options);
    const entry = { snapshot: sha256('<p>Other words'), checkedAt: '2026-11-21' } as LockEntry;
    const again = await readSource(sourceOf('a'.repeat(64)), [entry], { ...options, where: 'captures' });
    for (const reading of [live, again])
      expect(reading).toMatchObject({
        ok: true,
        source: { text: 'Other words', from: 'page', sha256: entry.snapshot },
      });
  });

  test('is asked for with --live though there is a capture, and both are kept', async () => {
    serve('<p>Old words', '<p>New words');
    await readSource(sourceOf(sha256('<p>Old words')), [], options);
    const live = await readSource(sourceOf(sha256('<p>Old words')), [], { ...options, where: 'live' });
    expect(live).toMatchObject({ ok: true, source: { text: 'New words', from: 'page' } });
    expect(readdirSync('captures').filter((name) => name.endsWith('.html'))).toHaveLength(2);
  });

  test('is never asked for offline: the message says what is missing and how to get it', async () => {
    const fetch = serve('<p>Some words');
    const offline = { ...options, where: 'captures' } as const;
    expect(await readSource(sourceOf('a'.repeat(64)), [], offline)).toEqual({
      ok: false,
      message: `captures/ has no capture with the SHA-256 ${'a'.repeat(64)}. Pass the folder that contains it: npm run verify -- --texts DIR, or read its page: npm run verify -- --live. Or correct source.snapshot.`,
    });
    expect(await readSource(sourceOf('a'.repeat(64), null), [], offline)).toMatchObject({
      message: expect.not.stringContaining('--live'),
    });
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('a capture', () => {
  const keep = async (bytes: Uint8Array, type: string) => {
    const { text } = readBody(bytes, type);
    await keepCapture({
      bytes,
      sha256: sha256(bytes),
      text,
      url: null,
      accessed: '2026-11-21',
      headers: { 'content-type': type },
    });
    return sha256(bytes);
  };

  test.each(['text/html; charset=utf-8', 'text/plain; charset=utf-8', 'application/xhtml+xml'])(
    'of %s is read as the live page was',
    async (type) => {
      const bytes = Buffer.from('<p>Größe\n\n – and more');
      expect(await readCapture(await keep(bytes, type))).toMatchObject({ ok: true, ...readBody(bytes, type) });
    },
  );

  test.each([
    [
      'whose bytes are others',
      (name: string) => writeFileSync(`captures/${name}.html`, 'x'),
      'does not match its name',
    ],
    ['whose bytes are gone', (name: string) => rmSync(`captures/${name}.html`), 'is missing'],
    ['whose origin is no JSON', (name: string) => writeFileSync(`captures/${name}.json`, '{'), 'cannot be read'],
    ['whose origin lacks a field', (name: string) => writeFileSync(`captures/${name}.json`, '{}'), 'cannot be read'],
  ])('%s is refused by name, and kept again when the page is read again', async (_what, damage, message) => {
    const name = await keep(PAGE, 'text/html');
    damage(name);
    expect(await readCapture(name)).toMatchObject({ reason: 'damaged', message: expect.stringContaining(message) });
    await keep(PAGE, 'text/html');
    expect(await readCapture(name)).toMatchObject({ ok: true, text: TEXT });
  });

  test('is not there before its last file is: what says where it comes from', async () => {
    const name = await keep(PAGE, 'text/html');
    rmSync(`captures/${name}.json`);
    expect(await readCapture(name)).toMatchObject({ ok: false, reason: 'absent' });
  });

  test('is taken from a folder where a source names its hash, as a web page where it is called one', async () => {
    mkdirSync('saved');
    const html = '<p>Its lamps &amp; quays';
    writeFileSync('saved/a page.HTML', html);
    writeFileSync('saved/notes.txt', 'nobody names this');
    await importCaptures('saved', [sourceOf(sha256(html))]);
    expect(readdirSync('captures').sort()).toEqual(['html', 'json', 'txt'].map((end) => `${sha256(html)}.${end}`));
    expect(await readCapture(sha256(html))).toMatchObject({ text: 'Its lamps & quays', accessed: '2026-11-20' });
  });
});

describe('captures are private:', () => {
  test('git ignores them, and what a command writes halfway', () => {
    copyFileSync(join(home, '.gitignore'), '.gitignore');
    execFileSync('git', ['init', '--quiet']);
    const ignored = (path: string) => execFileSync('git', ['check-ignore', path], { encoding: 'utf8' }).trim();
    for (const path of ['captures/a.html', 'captures/a.json', 'cards/a.yaml.12.new', '.writing'])
      expect(ignored(path)).toBe(path);
  });

  test('a build has none of them', async () => {
    for (const folder of ['src', 'node_modules', 'captures']) mkdirSync(folder);
    for (const file of ['src/a.ts', 'captures/a.html', 'wrangler.toml']) writeFileSync(file, 'words');
    await takeSnapshot('.', 'copy');
    expect(readdirSync('copy').sort()).toEqual(['node_modules', 'src', 'wrangler.toml']);
    expect(existsSync('copy/captures')).toBe(false);
  });

  test('wrangler serves build/public and nothing else', () => {
    const config = readFileSync(join(home, 'wrangler.toml'), 'utf8');
    expect(/\[assets\]\ndirectory = "([^"]+)"/.exec(config)?.[1]).toBe('build/public');
    expect(/watch_dir = (.*)/.exec(config)?.[1]).not.toContain('captures');
  });
});

test.each([
  ['From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/', 'is an MHTML archive.'],
  ['bplist00\xd1', 'is a web archive of Safari.'],
  ['PK\x03\x04', 'is a Word document or another ZIP file.'],
])('a file that is no page, PDF or text is named, with what to do', async (bytes, message) => {
  await expect(readSavedPage('a.html', Buffer.from(bytes, 'latin1'))).rejects.toThrow(`a.html ${message} Save `);
});

test('a saved page that is too complex to read is named, with what to do', async () => {
  const page = Buffer.from('<i></i>'.repeat(200_000));
  await expect(readSavedPage('pages/a.html', page)).rejects.toThrow(
    /^pages\/a\.html cannot be read: .* Save the text of the article/,
  );
});
