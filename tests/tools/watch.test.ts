/** The findings of `npm run watch` as files, in the build, and beside those of the Worker. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileStorage, writeWatch } from '../../src/tools/watch-files.ts';
import { runPass } from '../../src/watch/pass.ts';
import { createWatchReader } from '../../src/watch/reader.ts';
import { type PublishedKey, parseJson } from '../../src/watch/storage.ts';
import { memoryStorage } from '../helpers/watch-store.ts';
import { catalogOfSites, sitesOf } from '../helpers/watched-sites.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const catalog = catalogOfSites({ count: 2, sites: 2 });
const pause = async () => {};
const builtFile = (key: PublishedKey) => join(root, `build/public/_catalog/watch/${key}.json`);

function lookOn(day: number, storage = createFileStorage(join(root, 'watch'))) {
  const visiting = { fetch: sitesOf(() => ({})).fetch };
  return runPass({ catalog, storage, time: Date.UTC(2026, 0, day), wholeDay: true, pause, visiting });
}

test('a pass writes a file for each source and the published values, and no text of a site', async () => {
  expect(await lookOn(1)).toEqual({ left: 0, failures: [] });
  const files = readdirSync(join(root, 'watch'), { recursive: true }).map(String).sort();
  expect(files).toEqual([
    'changes.json',
    'index.json',
    'plan.json',
    'source',
    'source/s-0.json',
    'source/s-1.json',
    'sources.json',
  ]);
  expect(readFileSync(join(root, 'watch/source/s-0.json'), 'utf8')).toMatch(/^\{\n "url": .*\n\}\n$/s);
});

test('a build copies the published values, and omits those that no longer exist', async () => {
  await lookOn(1);
  await writeWatch(root);
  const index = parseJson(readFileSync(builtFile('index'), 'utf8'));
  expect(index).toEqual(parseJson(readFileSync(join(root, 'watch/index.json'), 'utf8')));
  rmSync(join(root, 'watch'), { recursive: true });
  await writeWatch(root);
  expect(readdirSync(join(root, 'build/public/_catalog/watch'))).toEqual([]);
});

test.each([
  [1, 2, '2026-01-02'],
  [2, 1, '2026-01-02'],
  [1, null, '2026-01-01'],
  [null, 2, '2026-01-02'],
])('of findings of days %s in KV and %s in the build, the newer are shown', async (inKv, inBuild, day) => {
  const placeOf = async (on: number | null) => {
    const storage = memoryStorage();
    if (on !== null) await lookOn(on, storage);
    return async (_: unknown, key: PublishedKey) => storage.texts.get(key) ?? null;
  };
  const reader = createWatchReader([await placeOf(inKv), await placeOf(inBuild)], { onError: () => {} });
  expect((await reader.cards({}, () => {}))?.day).toBe(day);
});

test.each(['{', '{"version":2,"revision":"r","day":"zzz","sources":{}}', '{"version":3,"day":"2031-01-01"}'])(
  'where one place has %s, the other is read',
  async (garbage) => {
    const storage = memoryStorage();
    await lookOn(1, storage);
    const reader = createWatchReader(
      [async () => garbage, async (_: unknown, key: PublishedKey) => storage.texts.get(key) ?? null],
      { onError: () => {} },
    );
    expect((await reader.cards({}, () => {}))?.day).toBe('2026-01-01');
  },
);

test('reads the other place if one fails', async () => {
  const storage = memoryStorage();
  await lookOn(1, storage);
  const reader = createWatchReader(
    [() => Promise.reject(new Error('no')), async (_, key: PublishedKey) => storage.texts.get(key) ?? null],
    { onError: () => {} },
  );
  expect((await reader.cards({}, () => {}))?.day).toBe('2026-01-01');
});

const watch = (...args: string[]) =>
  new Promise<{ code: number; output: string }>((done) =>
    execFile(
      process.execPath,
      [`${process.cwd()}/src/tools/watch.ts`, ...args],
      { cwd: root },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    ),
  );

test('the command reads nothing without a source, and reports an invalid catalogue or option', async () => {
  writeFileSync(join(root, 'wrangler.toml'), 'name = "cards"\n');
  expect(await watch()).toEqual({ code: 0, output: expect.stringContaining('All due sources were read.') });
  expect(await watch('--origin', 'cards')).toEqual({ code: 2, output: expect.stringContaining('--origin is "cards"') });
  mkdirSync(join(root, 'cards'));
  writeFileSync(join(root, 'cards/a.yaml'), 'source: 5\n');
  expect((await watch()).code).toBe(2);
});
