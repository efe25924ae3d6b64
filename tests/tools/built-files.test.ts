import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fact-cards-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FILES = 150;
const WRITER = `
import { workerData, parentPort } from 'node:worker_threads';
const { writeBuilt } = await import(workerData.module);
const bytes = new Uint8Array(60_000).fill(workerData.number);
for (let i = 0; i < ${FILES}; i++) await writeBuilt(workerData.folder + '/' + i, bytes);
`;

/** Writes the same files as every other writer, of a byte of its own. Gives what went wrong. */
function startWriter(number: number): Promise<unknown> {
  const script = join(folder, `writer-${number}.mjs`);
  writeFileSync(script, WRITER);
  const module = new URL('../../src/tools/built-files.ts', import.meta.url).href;
  const thread = new Worker(script, { workerData: { number, folder, module } });
  return new Promise((settle) => {
    thread.once('error', settle);
    thread.once('exit', () => settle(undefined));
  });
}

test('files that several builds write at one moment are whole, and nothing else is left', async () => {
  expect(await Promise.all([1, 2, 3].map(startWriter))).toEqual([undefined, undefined, undefined]);
  const names = readdirSync(folder).filter((name) => !name.endsWith('.mjs'));
  expect(names).toHaveLength(FILES);
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    expect([bytes.length, new Set(bytes).size]).toEqual([60_000, 1]);
  }
});
