import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockText } from '../../src/card/evidence/lock.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { lockOf } from '../helpers/lock.ts';

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
  writeFileSync(join(root, 'cards/evidence.lock.json'), lockText(lockOf([{ name: 'daily-example.yaml', text }])));
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
  expect(run('release').said).toContain('There is nothing to release');
  expect(lines()).toHaveLength(3);
});

describe('the pixels of the pictures', () => {
  const PIXELS = 'cards/pixels.ndjson';
  const origin = ['--origin', 'https://cards.example.org'];

  test('are recorded once for each address, in every size and theme and as published', () => {
    write(GOOD_FILE);
    expect(run('release', ...origin)).toMatchObject({ status: 0 });
    const recorded = () => readFileSync(join(root, PIXELS), 'utf8').trimEnd().split('\n');
    const drawings = recorded().map((line) => JSON.parse(line));
    expect(drawings.map(({ card, sha256 }) => [card, Object.keys(sha256).length])).toEqual([
      ['some-fighters', 10],
      ['some-fighters', 1],
      ['other-words', 10],
      ['other-words', 1],
    ]);
    run('release', ...origin);
    expect(recorded()).toHaveLength(4);
  });

  test('are not recorded without an address, which the command explains', () => {
    write(GOOD_FILE);
    const { status, said } = run('release');
    expect(status).toBe(0);
    expect(said).toContain(`The pictures are not recorded in ${PIXELS}`);
    expect(existsSync(join(root, PIXELS))).toBe(false);
  });
});

test('what was published does not change without a word, and does not vanish', () => {
  write(GOOD_FILE);
  run('release', '--date', '2026-11-22');
  const changed = GOOD_FILE.replace('claim: Somebody on something', 'claim: Somebody on something else');
  write(changed);
  const refused = run('check');
  expect(refused.status).toBe(2);
  expect(refused.said).toContain(
    'cards/daily-example.yaml:23: cards[1].claim has changed since 2026-11-22, when it was published as: Somebody on something. Restore the published value, or add an entry to the history of "other-words"',
  );
  expect(run('release').status).toBe(2);

  const entry = '{ type: updated, date: 2026-11-24, reason: More is known }';
  write(`${changed}    history: [${entry}]\n`);
  expect(run('check')).toMatchObject({ status: 0 });
  expect(run('release', '--date', '2026-11-24')).toMatchObject({ status: 0 });
  expect(lines()).toHaveLength(4);

  write(GOOD_FILE.slice(0, GOOD_FILE.indexOf('  - id: other-words')));
  const gone = run('check');
  expect(gone.status).toBe(2);
  expect(gone.said).toContain('the card "other-words" was published on 2026-11-24 and is missing. Ids are permanent');
});

test('a changed source is named once, with its field and every card that shows it', () => {
  write(GOOD_FILE);
  run('release', '--date', '2026-11-22');
  const changed = GOOD_FILE.replace('publisher: Daily Example', 'publisher: Daily Examples');
  write(changed);
  const { status, said } = run('check');
  expect(status).toBe(2);
  expect(said).toContain(
    'cards/daily-example.yaml:3: source.publisher has changed since 2026-11-22, when it was published as: Daily Example. Cards that show it: some-fighters, other-words. Restore the published value, or add an entry to the history of each card: { type: corrected, date: …, reason: …, earlier: { source: { publisher: "Daily Example" } } }',
  );
  expect(said).toContain('1 problem in the catalogue.');

  const entry =
    '    history: [{ type: corrected, date: 2026-11-24, reason: A slip, earlier: { source: { publisher: Daily Example } } }]\n';
  write(`${changed.replace('  - id: other-words', `${entry}  - id: other-words`)}${entry}`);
  expect(run('check')).toMatchObject({ status: 0 });
});

describe('--recreate', () => {
  const version = (text: string) => writeFileSync(join(root, 'package.json'), JSON.stringify({ version: text }));
  const changed = GOOD_FILE.replace('claim: Somebody on something', 'claim: Somebody on something else');

  test('starts the file again, with the catalogue of today as the first release', () => {
    version('0.9.0');
    write(GOOD_FILE);
    run('release', '--date', '2026-11-22');
    writeFileSync(join(root, FILE), `${readFileSync(join(root, FILE), 'utf8')}not a line\n`);
    write(changed);
    expect(run('release', '--recreate', '--date', '2026-11-24')).toMatchObject({ status: 0 });
    expect(lines().map((line) => JSON.parse(line).released)).toEqual([undefined, '2026-11-24', '2026-11-24']);
    expect(run('check')).toMatchObject({ status: 0 });
  });

  test.each(['1.0.0', '1.2.3', '12.0.0-beta.1'])('is refused at version %s, and nothing is written', (text) => {
    version(text);
    write(GOOD_FILE);
    run('release', '--date', '2026-11-22');
    const before = lines();
    write(changed);
    const { status, said } = run('release', '--recreate');
    expect(status).toBe(2);
    expect(said).toContain(`--recreate is rejected: version in package.json is ${text}.`);
    expect(lines()).toEqual(before);
  });

  test('is refused while the catalogue has a problem', () => {
    version('0.9.0');
    write(GOOD_FILE.replace('max: 1000', 'max: 2000'));
    const { status } = run('release', '--recreate');
    expect(status).toBe(2);
    expect(existsSync(join(root, FILE))).toBe(false);
  });

  test('is in the usage', () => {
    expect(run('release', '--help')).toMatchObject({ status: 0, said: expect.stringContaining('--recreate') });
  });
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
