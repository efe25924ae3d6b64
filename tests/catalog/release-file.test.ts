import { expect, test } from 'vitest';
import { compileCatalog, linkRecords } from '../../src/catalog/compile.ts';
import { formatProblem } from '../../src/catalog/parse.ts';
import { parseReleases } from '../../src/catalog/release-file.ts';
import { createReleases, newLines } from '../../src/catalog/releases.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { lockOf } from '../helpers/lock.ts';

function linesOf(yaml: string, released: string): string[] {
  const files = [{ name: 'daily-example.yaml', text: yaml }];
  const { catalog } = compileCatalog(files, lockOf(files));
  return newLines(createReleases([]), linkRecords(catalog), released).map((line) => JSON.stringify(line));
}
const FIRST = linesOf(GOOD_FILE, '2026-11-22');
const CHANGED = GOOD_FILE.replace('claim: Fighters', 'claim: Many fighters');
const LATER = linesOf(CHANGED, '2026-12-01');
const textOf = (lines: string[]) => lines.map((line) => `${line}\n`).join('');
const daysOf = (text: string, id = 'some-fighters') =>
  parseReleases(text)
    .releases.of(id)
    .map((line) => line.released);

test('what two branches published at once is there once, in the order of the days', () => {
  expect(daysOf(textOf([...LATER, ...FIRST]))).toEqual(['2026-11-22', '2026-12-01']);
  const { releases, problems } = parseReleases(textOf([...FIRST, ...LATER, ...FIRST]));
  expect(problems).toEqual([]);
  expect(releases.lines).toHaveLength(4);
  expect(releases.of('other-words')).toHaveLength(1);
});

test('of the same revision on two days, the earlier one counts', () => {
  const again = FIRST.map((line) => line.replace('2026-11-22', '2026-11-20'));
  expect(daysOf(textOf([...FIRST, ...again]))).toEqual(['2026-11-20']);
});

test('a last line that a killed write cut off anywhere is ignored and reported', () => {
  const [last = ''] = LATER.slice(-1);
  for (let length = 1; length < last.length; length += 7) {
    const { problems, remains, whole, releases } = parseReleases(textOf(FIRST) + last.slice(0, length));
    expect([problems, whole]).toEqual([[], textOf(FIRST)]);
    expect(remains && formatProblem(remains)).toContain('cards/releases.ndjson:4: is incomplete');
    expect(releases.lines).toHaveLength(FIRST.length);
  }
});

test('a last line that is whole but for its end counts', () => {
  const { remains, whole, releases } = parseReleases(textOf(FIRST).trimEnd());
  expect([remains, whole]).toEqual([undefined, textOf(FIRST)]);
  expect(releases.lines).toHaveLength(FIRST.length);
});

test('a broken line that ends is no killed write: it is refused at its line', () => {
  const messages = (text: string) => parseReleases(text).problems.map(formatProblem);
  expect(messages(`${textOf(FIRST)}{"type":"card"\n`)).toEqual([
    'cards/releases.ndjson:4: cannot be read (the line). Do not edit it by hand. Restore the line (git diff cards/releases.ndjson shows it).',
  ]);
  expect(messages(`${textOf(FIRST)}{"type":"source"}`)[0]).toContain(
    'cards/releases.ndjson:4: cannot be read (revision).',
  );
});

test('a file in the middle of a merge is refused at the first mark, with what to do', () => {
  const text = textOf([...FIRST, '<<<<<<< HEAD', ...LATER, '=======', '>>>>>>> other']);
  expect(parseReleases(text).problems.map(formatProblem)).toEqual([
    'cards/releases.ndjson:4: is in the middle of a merge. Delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>, and keep all other lines, because both branches published them.',
  ]);
});
