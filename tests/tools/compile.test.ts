import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unpackCatalog } from '../../src/catalog/stores/pack.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

const CARDS = 'build/public/_catalog/cards.ndjson';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  mkdirSync(join(root, 'cards'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (text: string) => writeFileSync(join(root, 'cards/daily-example.yaml'), text);
const run = (tool: string, env = {}) =>
  spawnSync(process.execPath, [resolve(`src/tools/${tool}.ts`)], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
const BAD_FILE = GOOD_FILE.replace('kind: quote', 'kind: opinion');

test('a good catalogue is compiled', () => {
  write(GOOD_FILE);
  expect(run('compile').status).toBe(0);
  expect(unpackCatalog(readFileSync(join(root, CARDS))).index.id).toEqual(['some-fighters', 'other-words']);
});

test('an invalid file stops the build, with file, line and fix', () => {
  write(BAD_FILE);
  const { status, stderr } = run('compile');
  expect(status).toBe(2);
  expect(stderr).toContain('cards/daily-example.yaml:21: cards[1].kind is not a known kind. Use one of: figure,');
  expect(existsSync(join(root, CARDS))).toBe(false);
});

test('the preview reports an invalid edit and keeps the last valid catalogue', () => {
  write(GOOD_FILE);
  run('compile');
  write(BAD_FILE);
  const { status, stderr } = run('compile', { WRANGLER_COMMAND: 'dev' });
  expect(status).toBe(0);
  expect(stderr).toContain('cards/daily-example.yaml:21: cards[1].kind');
  expect(stderr).toContain('The preview keeps the last valid catalogue.');
  expect(readFileSync(join(root, CARDS), 'utf8')).toContain('other-words');
});

test('an invalid edit stops a deployment, even after a valid one', () => {
  write(GOOD_FILE);
  run('compile');
  write(BAD_FILE);
  expect(run('compile', { WRANGLER_COMMAND: 'deploy' }).status).toBe(2);
});

test('a card that is not proven can be previewed, but not deployed', () => {
  write(GOOD_FILE);
  expect(run('compile', { WRANGLER_COMMAND: 'dev' }).status).toBe(0);
  const { status, stderr } = run('compile', { WRANGLER_COMMAND: 'deploy' });
  expect(status).toBe(2);
  expect(stderr).toContain('quote of "some-fighters" has not been found in its source yet');
});

test('a file that cannot be read hides no problem of the others, and causes none', () => {
  write(GOOD_FILE.replace('max: 1000', 'max: 2000'));
  writeFileSync(join(root, 'cards/weekly-example.yaml'), 'source: [');
  const { stderr } = run('check');
  expect(stderr).toContain('cards/weekly-example.yaml:1: is not valid YAML');
  expect(stderr).toContain('cards[0].figure.max is 2000, but figure.text “up to 1,000” gives max 1000');
  expect(stderr).toContain('4 problems in the catalogue.');
});

test('check prints the number of problems', () => {
  write(BAD_FILE);
  const { status, stderr } = run('check');
  expect([status, stderr.trim().split('\n').at(-1)]).toEqual([2, '1 problem in the catalogue.']);
});

test.each(['compile', 'check', 'release', 'archive', 'verify'])(
  'a catalogue without a file, even without its folder, is empty: %s',
  (tool) => {
    rmSync(join(root, 'cards'), { recursive: true });
    expect(run(tool)).toMatchObject({ status: 0, stderr: '' });
  },
);

test('a folder of cards that cannot be read is a failure of the tool', () => {
  rmSync(join(root, 'cards'), { recursive: true });
  writeFileSync(join(root, 'cards'), 'not a folder');
  expect(run('check').status).toBe(1);
});
