/** The folder of a running build, and how it becomes the deployment. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEPLOYMENT, openWorkFolder, publish } from '../../../src/tools/deployment/build.ts';

const here = process.cwd();
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  process.chdir(root);
});
afterEach(() => {
  process.chdir(here);
  rmSync(root, { recursive: true, force: true });
});

/** No process has this number. */
const KILLED = 'build/work-4194305';
const put = (folder: string, text: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'what'), text);
};
const deployed = () => readFileSync(join(DEPLOYMENT, 'what'), 'utf8');

test('what is finished takes the place of the deployment', async () => {
  put(DEPLOYMENT, 'old');
  const work = await openWorkFolder();
  put(join(work, 'finished'), 'new');
  await publish(join(work, 'finished'), work);
  expect(deployed()).toBe('new');
});

test('what cannot take its place leaves it', async () => {
  put(DEPLOYMENT, 'old');
  const work = await openWorkFolder();
  await expect(publish(join(work, 'nowhere'), work)).rejects.toThrow('ENOENT');
  expect(deployed()).toBe('old');
});

test('the folder of a killed build goes, and the deployment that it had moved away is put back', async () => {
  put(`${KILLED}/before-0`, 'older');
  put(`${KILLED}/before-1`, 'old');
  const work = await openWorkFolder();
  expect(deployed()).toBe('old');
  expect(existsSync(KILLED)).toBe(false);
  expect(readdirSync('build').sort()).toEqual(['deployment', work.slice('build/'.length)]);
});

test('where another build has finished since, its deployment stays', async () => {
  put(DEPLOYMENT, 'new');
  put(`${KILLED}/before-0`, 'old');
  await openWorkFolder();
  expect(deployed()).toBe('new');
});
