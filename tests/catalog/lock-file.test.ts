import { describe, expect, test } from 'vitest';
import { type LockEntry, lockText } from '../../src/card/evidence/lock.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { parseLock } from '../../src/catalog/lock-file.ts';
import { checkLock } from '../../src/catalog/lock-rules.ts';
import { formatProblem } from '../../src/catalog/parse.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { lockOf } from '../helpers/lock.ts';

const LOCK = lockOf([{ name: 'daily-example.yaml', text: GOOD_FILE }]);
const TEXT = lockText(LOCK);
const lineOf = (id: string) => TEXT.split('\n').find((line) => line.includes(`"${id}"`)) ?? '';

describe('the lock', () => {
  test('is valid JSON, one entry a line, in the order of the ids', () => {
    const line = (id: string) => `    "${id}": ${JSON.stringify(LOCK.cards[id])}`;
    expect(TEXT).toBe(`{\n  "version": 1,\n  "cards": {\n${line('other-words')},\n${line('some-fighters')}\n  }\n}\n`);
    expect(JSON.parse(TEXT)).toEqual(LOCK);
    expect(JSON.parse(lockText({ version: 1, cards: {} }))).toEqual({ version: 1, cards: {} });
  });

  test.each([
    ['as it is written', TEXT],
    ['laid out by another program', JSON.stringify(LOCK, null, 2)],
    ['on one line', JSON.stringify(LOCK)],
    ['with line ends of Windows', TEXT.replaceAll('\n', '\r\n')],
    [
      'with commas too few and too many, as a merge leaves them',
      TEXT.replace('},\n', '}\n').replace('}\n  }', '},\n  }'),
    ],
  ])('is read %s', (_how, text) => {
    const { lock, problems, remains } = parseLock(text);
    expect([lock, problems, remains]).toEqual([LOCK, [], undefined]);
  });

  test('knows the line of each entry', () => {
    expect(['other-words', 'some-fighters'].map((id) => parseLock(TEXT).linesOf(id))).toEqual([[4], [5]]);
  });

  test('keeps the complete entries after an interrupted write, and reports it', () => {
    for (let length = 0; length < TEXT.trimEnd().length - 1; length++) {
      const { lock, problems, remains } = parseLock(TEXT.slice(0, length));
      expect(problems, TEXT.slice(0, length)).toEqual([]);
      expect(remains?.message).toContain('is incomplete: a command was interrupted');
      for (const [id, entry] of Object.entries(lock.cards)) expect(entry).toEqual(LOCK.cards[id]);
    }
  });

  test.each([
    ['an entry without a field', TEXT.replace('"match":"exact",', ''), '4: cannot be read (other-words.match).'],
    [
      'a line that is none',
      TEXT.replace(lineOf('some-fighters'), 'words'),
      '5: cannot be read (the line is not an entry).',
    ],
    [
      'half an entry in the middle',
      TEXT.replace('"pageText":null,', '"pageText"'),
      '4: cannot be read (the line is no',
    ],
    ['another version', TEXT.replace('"version": 1', '"version": 2'), '1: cannot be read (version).'],
    ['no JSON', 'words\n', '1: cannot be read (the line is not an entry).'],
  ])('with %s is refused at its line, with what to do', (_what, text, message) => {
    const [problem] = parseLock(text).problems.map(formatProblem);
    expect(problem).toContain(`cards/evidence.lock.json:${message}`);
    expect(problem).toContain('git restore cards/evidence.lock.json');
    expect(problem).not.toMatch(/delete/i);
  });

  test('in the middle of a merge is refused at the first mark, with what to do', () => {
    const text = TEXT.replace('    "other', '<<<<<<< HEAD\n    "other').replace('    "some', '=======\n    "some');
    expect(parseLock(text).problems.map(formatProblem)).toEqual([
      'cards/evidence.lock.json:4: is in the middle of a merge. Delete the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>, keep the lines between them, and run npm run verify.',
    ]);
  });
});

describe('check refuses', () => {
  const problemsOf = (changes: Partial<LockEntry>, { yaml = GOOD_FILE, latestDay = '2026-11-22' } = {}) => {
    const entry = { ...(LOCK.cards['some-fighters'] as LockEntry), ...changes };
    const file = parseLock(lockText({ version: 1, cards: { ...LOCK.cards, 'some-fighters': entry } }));
    return checkLock(loadCatalog([{ name: 'daily-example.yaml', text: yaml }]), file, latestDay).map(formatProblem);
  };
  const AT = 'cards/evidence.lock.json:5: "some-fighters"';

  test('nothing in an unmodified lock', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ match: 'normalised', pageText: 'reportedly  hosts up to 1,000 fighters', end: 38 })).toEqual(
      [],
    );
  });

  test('a stretch of another length than its words', () => {
    const message = 'but its words have 37 characters. Run npm run verify.';
    expect(problemsOf({ start: 5 })).toEqual([`${AT} was found from 5 to 37, ${message}`]);
    expect(problemsOf({ start: 90 })).toEqual([`${AT} was found from 90 to 37, ${message}`]);
    expect(problemsOf({ match: 'normalised', pageText: 'reportedly  hosts up to 1,000 fighters' })).toHaveLength(1);
  });

  test('quotes that are more than 40 % of the words of their text', () => {
    // 10 words are quoted.
    expect(problemsOf({ textWords: 25 })).toEqual([]);
    expect(problemsOf({ textWords: 24 })).toEqual([
      'cards/daily-example.yaml:2: source.id has cards that quote 10 of the 24 words of its text (42%). The limit is 40%. Quote fewer words, or remove cards.',
    ]);
  });

  test('words that are not those of the quote', () => {
    expect(problemsOf({ match: 'normalised', pageText: 'reportedly hosts up to 2,000 fighters' })).toEqual([
      `${AT} has a pageText that differs from its quote. Run npm run verify.`,
    ]);
    expect(problemsOf({ match: 'normalised', pageText: null })).toHaveLength(1);
    expect(problemsOf({ pageText: 'reportedly hosts up to 1,000 fighters' })).toEqual([
      `${AT} has a pageText, although its quote was found exactly. Run npm run verify.`,
    ]);
  });

  test('nothing more of a quote that has changed since: that is said at the card', () => {
    expect(problemsOf({}, { yaml: GOOD_FILE.replace('reportedly hosts up', 'it hosts up') })).toEqual([]);
  });

  test('a day in the future, or before the capture', () => {
    expect(problemsOf({ checkedAt: '2026-11-23' })).toEqual([
      `${AT} was checked on 2026-11-23, which is in the future. Run npm run verify.`,
    ]);
    expect(problemsOf({ checkedAt: '2026-11-20' })).toEqual([
      `${AT} was checked on 2026-11-20, before its source was captured (2026-11-21). Run npm run verify.`,
    ]);
  });

  test('an entry of no card, and several of one', () => {
    const yaml = GOOD_FILE.replace('id: some-fighters', 'id: others');
    expect(problemsOf({}, { yaml })).toEqual([`${AT} is not a card. Run npm run verify, which removes this line.`]);
    const twice = parseLock(TEXT.replace('    "other', `${lineOf('some-fighters')},\n    "other`));
    expect(checkLock(loadCatalog([{ name: 'daily-example.yaml', text: GOOD_FILE }]), twice, '2026-11-22')).toEqual([
      {
        file: 'cards/evidence.lock.json',
        line: 6,
        message: '"some-fighters" has several entries, in lines 4, 6. Run npm run verify to keep the current one.',
      },
    ]);
  });
});
