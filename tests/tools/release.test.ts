import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashQuote, type LockEntry, lockText } from '../../src/card/evidence/lock.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  mkdirSync(join(root, 'cards'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const FILE = 'cards/releases.ndjson';

/** Writes the catalogue, every quote of it proven. */
function write(text: string) {
  writeFileSync(join(root, 'cards/daily-example.yaml'), text);
  const { catalog } = compileCatalog([{ name: 'daily-example.yaml', text }]);
  const entries = catalog.cards.flatMap(({ card }): [string, LockEntry][] =>
    'quote' in card
      ? [
          [
            card.id,
            {
              quote: hashQuote(card.quote),
              snapshot: 'a'.repeat(64),
              from: 'snapshot',
              match: 'exact',
              start: 0,
              end: 5,
              standing: null,
              checkedAt: '2026-11-21',
            },
          ],
        ]
      : [],
  );
  writeFileSync(join(root, 'cards/evidence.lock.json'), lockText({ version: 1, cards: Object.fromEntries(entries) }));
}

const run = (tool: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(`src/tools/${tool}.ts`), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
};
const lines = () => readFileSync(join(root, FILE), 'utf8').trimEnd().split('\n');

test('a release writes each new revision once, and its source with it', () => {
  write(GOOD_FILE);
  expect(run('release', '--date', '2026-11-22')).toMatchObject({ status: 0 });
  expect(lines().map((line) => JSON.parse(line).type)).toEqual(['source', 'card', 'card']);
  expect(run('release').said).toContain('there is nothing new to release');
  expect(lines()).toHaveLength(3);
});

test('what was published does not change without a word, and does not vanish', () => {
  write(GOOD_FILE);
  run('release', '--date', '2026-11-22');
  const changed = GOOD_FILE.replace('claim: Somebody on something', 'claim: Somebody on something else');
  write(changed);
  const refused = run('check');
  expect(refused.status).toBe(2);
  expect(refused.said).toContain(
    'cards/daily-example.yaml:23: cards[1].claim has changed since it was published on 2026-11-22.',
  );
  expect(run('release').status).toBe(2);

  const entry = '{ type: updated, date: 2026-12-01, reason: More is known }';
  write(`${changed}    history: [${entry}]\n`);
  expect(run('check')).toMatchObject({ status: 0 });
  expect(run('release', '--date', '2026-12-01')).toMatchObject({ status: 0 });
  expect(lines()).toHaveLength(4);

  write(GOOD_FILE.slice(0, GOOD_FILE.indexOf('  - id: other-words')));
  const gone = run('check');
  expect(gone.status).toBe(2);
  expect(gone.said).toContain('the card "other-words" was published on 2026-12-01 and is gone. Ids are for ever');
});

test('a line that cannot be read is named, and nothing is written', () => {
  write(GOOD_FILE);
  writeFileSync(join(root, FILE), '{"type":"card"\n');
  const { status, said } = run('release');
  expect(status).toBe(2);
  expect(said).toContain(`${FILE}:1: cannot be read`);
  expect(lines()).toHaveLength(1);
});

test('a date that is none is refused', () => {
  write(GOOD_FILE);
  const { status, said } = run('release', '--date', 'tomorrow');
  expect(status).toBe(2);
  expect(said).toContain('--date must be a day: YYYY-MM-DD');
});
