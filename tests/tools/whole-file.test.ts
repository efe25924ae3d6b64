import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeFile, changeFiles, writeWhole } from '../../src/tools/whole-file.ts';
import { stopEverywhere } from '../crash/cases.ts';

/** Adds the words that it is called with to a file, one at a time. */
const ADD = `import { changeFile } from '${resolve('src/tools/whole-file.ts')}';
for (const word of process.argv.slice(2)) await changeFile('cards/words', (text = '') => text + word + '\\n');
`;

const home = process.cwd();
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  process.chdir(root);
  mkdirSync('cards');
  writeFileSync('add.mjs', ADD);
});
afterEach(() => {
  process.chdir(home);
  rmSync(root, { recursive: true, force: true });
});

const wordsOf = (file = 'cards/words') => readFileSync(file, 'utf8').trimEnd().split('\n').sort();
/** A process that is not there any more. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'close');
  return child.pid as number;
}

test('kill -9 and a full disk at any call leave a file as it was or as it should be, and the next run works', () => {
  writeFileSync('cards/words', 'first\n');
  process.chdir(home);
  const { stops, faults } = stopEverywhere(root, { name: 'add', command: ['add.mjs', 'second'] });
  expect(stops).toBeGreaterThan(10);
  expect(faults).toEqual([]);
});

test('commands that change a file at once lose nothing', async () => {
  const words = Array.from({ length: 60 }, (_, index) => `word-${index}`);
  const processes = [0, 1, 2, 3].map((part) =>
    spawn(process.execPath, ['add.mjs', ...words.slice(15 * part, 15 * part + 15)], { cwd: root }),
  );
  const codes = await Promise.all(processes.map(async (child) => (await once(child, 'close'))[0]));
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(wordsOf()).toEqual([...words].sort());
  expect(readdirSync('.').sort()).toEqual(['add.mjs', 'cards']);
});

test('what a killed command left is cleared, and what a running one writes is not', async () => {
  const dead = await deadProcess();
  writeFileSync('.writing', `${dead}\n`);
  writeFileSync(`cards/a.yaml.${dead}.new`, 'half');
  writeFileSync(`cards/b.yaml.${process.ppid}.new`, 'half');
  await changeFile('cards/words', () => 'words\n');
  expect(readdirSync('.').sort()).toEqual(['add.mjs', 'cards']);
  expect(readdirSync('cards').sort()).toEqual([`b.yaml.${process.ppid}.new`, 'words']);
});

test('a command that waits too long for a running one says for which', async () => {
  writeFileSync('.writing', `${process.ppid}\n`);
  await expect(changeFile('cards/words', () => 'words\n', 50)).rejects.toThrow(
    `Another command (process ${process.ppid}) is writing to this project (see .writing). Run this command again when that one has finished.`,
  );
});

test('what cannot be written says why, leaves the file and nothing else', async () => {
  mkdirSync('cards/folder');
  await expect(writeWhole('cards/folder', 'words')).rejects.toThrow(
    /^cards\/folder was not changed \(.+\)\. Check that this folder can be written to, and run the command again\.$/,
  );
  expect(readdirSync('cards')).toEqual(['folder']);
});

test('a change that changes nothing writes nothing', async () => {
  await changeFile('cards/words', () => undefined);
  expect(readdirSync('cards')).toEqual([]);
});

test('several files change together, or none: where one cannot be written, and where one is not as planned', async () => {
  writeFileSync('cards/a', 'a');
  writeFileSync('cards/b', 'b');
  const first = { path: 'cards/a', before: 'a', after: 'A' };
  const second = { path: 'cards/b', before: 'b', after: undefined };
  expect(await changeFiles([first, { ...second, before: 'other' }])).toEqual({ stale: 'cards/b' });
  const unwritable = { path: 'cards/a/c', before: undefined, after: 'C' };
  await expect(changeFiles([first, unwritable])).rejects.toThrow(/ENOTDIR/);
  mkdirSync('cards/d.new');
  await expect(changeFiles([first, { path: 'cards/d.new', before: undefined, after: 'D' }])).rejects.toThrow();
  expect(readdirSync('cards').sort()).toEqual(['a', 'b', 'd.new']);
  expect(wordsOf('cards/a')).toEqual(['a']);
  expect(await changeFiles([first, second])).toEqual({ stale: undefined });
  expect(readdirSync('cards').sort()).toEqual(['a', 'd.new']);
  expect(wordsOf('cards/a')).toEqual(['A']);
});
