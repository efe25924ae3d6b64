/** The published catalogue goes into a spreadsheet and comes back. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lostFields } from '../../src/card/spreadsheet/rows.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { parseLock } from '../../src/catalog/lock-file.ts';
import { readTexts } from '../../src/tools/texts.ts';

const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The texts of the articles belong to their publishers, and are no part of the project. */
const TEXTS = resolve('../shared/sources');

const run = (folder: string, tool: string, ...args: string[]) => {
  const path = resolve(`src/tools/${tool}.ts`);
  return spawnSync(process.execPath, [path, ...args], { cwd: folder, encoding: 'utf8' });
};
const filesOf = (folder: string) =>
  readdirSync(join(folder, 'cards'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, 'cards', name), 'utf8') }));
const load = (folder: string) => loadCatalog(filesOf(folder).filter(({ name }) => name.endsWith('.yaml')));

cpSync('cards', join(root, 'cards'), { recursive: true });
const exported = run(root, 'export', '--out', 'cards.csv');

test('every card is exported, and what no column holds is named', () => {
  expect(exported.status).toBe(0);
  const { quoted, comparisons } = load(root);
  expect(exported.stderr).toContain(`${quoted.length + comparisons.length} cards written to cards.csv.`);
  if (quoted.some(({ value }) => value.related)) expect(exported.stderr).toMatch(/have no column .* related \(\d+\)/);
});

test.each([[[]], [['--tsv']], [['--separator', ';', '--excel']]])(
  'an import of the export changes no file (%j)',
  (options) => {
    const before = filesOf(root);
    run(root, 'export', '--out', 'all.csv', ...options);
    const { status, stdout, stderr } = run(root, 'import', 'all.csv');
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain(
      `0 cards written to 0 files, ${load(root).quoted.length} already in the catalogue, 0 rejected.`,
    );
    expect(stdout).not.toContain('another value');
    expect(filesOf(root)).toEqual(before);
  },
);

const sources = load(root).sources.map(({ value }) => value.snapshot.sha256);
const texts = existsSync(TEXTS) ? await readTexts(TEXTS) : new Map();
const hasTexts = sources.length > 0 && sources.every((sha256) => texts.has(sha256));

test.skipIf(!hasTexts)('an import into an empty catalogue makes the same cards', () => {
  const empty = join(root, 'empty');
  mkdirSync(join(empty, 'cards'), { recursive: true });
  if (existsSync('cards/speakers.yaml')) cpSync('cards/speakers.yaml', join(empty, 'cards/speakers.yaml'));
  const { status, stdout } = run(empty, 'import', '../cards.csv', '--texts', TEXTS);
  expect([status, stdout]).toEqual([0, expect.stringContaining(' 0 rejected.')]);
  const made = new Map(load(empty).quoted.map((card) => [card.value.id, card]));
  for (const { value, source } of load(root).quoted) {
    const lost = lostFields({ card: value, source });
    const held = (record: object, prefix = '') =>
      Object.fromEntries(Object.entries(record).filter(([name]) => !lost.includes(`${prefix}${name}`)));
    const again = made.get(value.id);
    expect(again && [held(again.value), held(again.source, 'source.')]).toEqual([held(value), held(source, 'source.')]);
  }
  const proofs = (folder: string) =>
    parseLock(readFileSync(join(folder, 'cards/evidence.lock.json'), 'utf8')).lock.cards;
  const before = proofs(root);
  for (const [key, { judged, checks, checkedAt, ...place }] of Object.entries(proofs(empty))) {
    expect(before[key]).toMatchObject(place);
  }
  expect(run(empty, 'check').status).toBe(0);
});
