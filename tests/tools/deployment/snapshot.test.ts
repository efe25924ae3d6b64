import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeSnapshot } from '../../../src/tools/deployment/snapshot.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  mkdirSync(join(root, 'node_modules/some-package'), { recursive: true });
  writeFileSync(join(root, 'src/deep/a.ts'), 'a');
  writeFileSync(join(root, 'wrangler.toml'), 'name = "x"');
  writeFileSync(join(root, 'notes.txt'), 'not a part');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const copy = () => join(root, 'copy');
const read = (path: string) => readFileSync(join(copy(), path), 'utf8');

test('copies what a build is made of, links the packages, and leaves the rest', async () => {
  await takeSnapshot(root, copy());
  expect([read('src/deep/a.ts'), read('wrangler.toml')]).toEqual(['a', 'name = "x"']);
  expect(existsSync(join(copy(), 'node_modules/some-package'))).toBe(true);
  expect(existsSync(join(copy(), 'notes.txt'))).toBe(false);
});

test('does not follow what is saved later', async () => {
  await takeSnapshot(root, copy());
  writeFileSync(join(root, 'src/deep/a.ts'), 'later');
  expect(read('src/deep/a.ts')).toBe('a');
});

/** Saves two files again and again, in turn, never half. */
const SAVING = `
const { openSync, writeSync } = require('node:fs');
const { workerData: files, parentPort } = require('node:worker_threads');
const open = files.map((file) => openSync(file, 'w'));
for (let state = 0; ; state++) {
  for (const file of open) writeSync(file, String(state).padStart(12), 0);
  if (state === 10) parentPort.postMessage('saving');
}`;

test('refuses where files are saved all the time, and leaves no mixture', async () => {
  const files = ['src/deep/a.ts', 'src/b.ts'].map((path) => join(root, path));
  const saving = new Worker(SAVING, { eval: true, workerData: files });
  try {
    await new Promise((resolve) => saving.once('message', resolve));
    await expect(takeSnapshot(root, copy())).rejects.toThrow('changed during each attempt to copy them');
    expect(existsSync(copy())).toBe(false);
  } finally {
    await saving.terminate();
  }
});
