/** Git merges two branches that add or change cards, as two people do who work at once. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

const TEXT =
  'The country reportedly hosts up to 1,000 fighters. “And these are the words,” Somebody said. Alpha and omega. ' +
  'The rest of the text has words that nobody quotes, as every text has that is not copied whole.\n';
const HASH = createHash('sha256').update(TEXT).digest('hex');
const FILE = 'cards/daily-example.yaml';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  for (const folder of ['cards', 'texts']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'texts/a.txt'), TEXT);
  copyFileSync('.gitattributes', join(root, '.gitattributes'));
  copyFileSync('.gitignore', join(root, '.gitignore'));
  git('init', '--quiet', '--initial-branch=main');
  write(FILE, GOOD_FILE.replace('a'.repeat(64), HASH));
  prove('2026-11-22', '--texts', 'texts');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
const run = (tool: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(`src/tools/${tool}.ts`), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
};
function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', 'Prove the cards');
}
/** Verifies, releases on a day, and commits. */
function prove(day: string, ...options: string[]): void {
  expect(run('verify', ...options)).toMatchObject({ status: 0 });
  expect(run('release', '--date', day)).toMatchObject({ status: 0 });
  commit();
}
/** A file of its own source, with one card that quotes `words` of the same text. */
const addSource = (id: string, words: string) =>
  write(
    `cards/${id}.yaml`,
    `${GOOD_FILE.slice(0, GOOD_FILE.indexOf('cards:')).replace('a'.repeat(64), HASH).replace('id: daily-example', `id: ${id}`).replace('org/article', `org/${id}`)}cards:
  - { id: ${id}-card, kind: claim, topics: [Examples], claim: Words, status: stated, attribution: [Somebody], asOf: null, quote: { exact: ${words} } }
`,
  );
const onBranch = (name: string, work: () => void) => {
  git('switch', '--quiet', '--create', name, 'main');
  work();
};

test('branches that add different cards merge by themselves, wherever their lines come to lie', () => {
  const additions = [
    ['alpha', 'Alpha', 'alpine', 'omega'],
    ['zulu', 'Alpha', 'zuma', 'omega'],
    ['alpha-two', 'Somebody said', 'zumba', 'the words'],
  ];
  for (const [index, [mine = '', myWords = '', theirs = '', theirWords = '']] of additions.entries()) {
    onBranch(`mine-${index}`, () => {
      addSource(mine, myWords);
      prove('2026-12-02');
    });
    onBranch(`theirs-${index}`, () => {
      addSource(theirs, theirWords);
      prove('2026-12-01');
    });
    git('merge', '--quiet', '--no-edit', `mine-${index}`);
    expect(run('check')).toMatchObject({
      status: 0,
      said: expect.stringContaining('4 cards from 3 sources: no problems.\n'),
    });
    expect(run('release').said).toContain('there is nothing new to release');
    expect(run('verify', '--offline')).toMatchObject({ status: 0 });
    expect(Object.keys(JSON.parse(read('cards/evidence.lock.json')).cards)).toHaveLength(4);
    commit();
  }
});

test('branches that change the same card: check names both lines, and verify keeps the one that fits', () => {
  const quoting = (words: string) => () => {
    write(FILE, read(FILE).replace('exact: "these are the words"', `exact: "${words}"`));
    appendFileSync(join(root, FILE), '    history: [{ type: updated, date: 2026-11-23, reason: More words }]\n');
    expect(run('verify')).toMatchObject({ status: 0 });
    commit();
  };
  onBranch('mine', quoting('And these are the words'));
  onBranch('theirs', quoting('these are the words,” Somebody said'));
  expect(spawnSync('git', ['merge', 'mine'], { cwd: root }).status).toBe(1);
  git('checkout', '--ours', FILE);
  expect(git('diff', '--name-only', '--diff-filter=U').trim()).toBe(FILE);

  expect(run('check').said).toMatch(
    /cards\/evidence\.lock\.json:\d: "other-words" has several entries, in lines \d, \d\. Run npm run verify to keep the current one\./,
  );
  rmSync(join(root, 'captures'), { recursive: true });
  expect(run('verify', '--offline').status).toBe(1);
  expect(run('check')).toMatchObject({
    status: 0,
    said: expect.stringContaining('2 cards from 1 source: no problems.\n'),
  });
  expect(JSON.parse(read('cards/evidence.lock.json')).cards['other-words'].start).toBe(
    TEXT.indexOf('these are the words'),
  );
});

test('marks of a conflict in either file are named with their line, and are gone when their lines are deleted', () => {
  write('.gitattributes', '');
  commit();
  onBranch('mine', () => {
    addSource('alpha', 'Alpha');
    prove('2026-12-02');
  });
  onBranch('theirs', () => {
    addSource('alpine', 'omega');
    prove('2026-12-01');
  });
  expect(spawnSync('git', ['merge', 'mine'], { cwd: root }).status).toBe(1);
  for (const file of ['cards/evidence.lock.json', 'cards/releases.ndjson']) {
    const line =
      read(file)
        .split('\n')
        .findIndex((text) => text.startsWith('<<<<<<<')) + 1;
    expect(run('check').said).toContain(`${file}:${line}: is in the middle of a merge. Delete the lines`);
    expect(run('verify', '--offline').status).toBe(file.endsWith('.json') ? 2 : 0);
    write(file, read(file).replace(/^(?:<{7}|={7}|>{7}).*\n/gm, ''));
  }
  expect(run('check')).toMatchObject({ status: 0 });
});
