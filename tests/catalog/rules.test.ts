import { describe, expect, test } from 'vitest';
import { EMPTY_LOCK, type EvidenceLock, type LockEntry } from '../../src/card/evidence/lock.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { formatProblem } from '../../src/catalog/parse.ts';
import { checkRules } from '../../src/catalog/rules.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { lockOf as lockOfFiles } from '../helpers/lock.ts';

/** As if the fonts had everything but Hebrew. */
const missingLetters = (text: string) => [...new Set(text)].filter((letter) => /\p{Script=Hebrew}/u.test(letter));

function load(text: string) {
  return loadCatalog([{ name: 'daily-example.yaml', text }]);
}

/** A lock that has seen every quote of a file. */
const lockOf = (text: string, changes: Partial<LockEntry> = {}): EvidenceLock =>
  lockOfFiles([{ name: 'daily-example.yaml', text }], changes);

function problemsOf(text: string, lock = lockOf(text)): string[] {
  const loaded = load(text);
  expect(loaded.problems).toEqual([]);
  return checkRules(loaded, lock, missingLetters).map(formatProblem);
}

const change = (from: string, to: string) => {
  if (!GOOD_FILE.includes(from)) throw new Error(`the good file has no "${from}"`);
  return GOOD_FILE.replace(from, to);
};

test('a good file has no problem', () => {
  expect(problemsOf(GOOD_FILE)).toEqual([]);
});

describe('check refuses', () => {
  test('a written number that the text of the figure does not give', () => {
    expect(problemsOf(change('max: 1000', 'max: 10000'))).toEqual([
      'cards/daily-example.yaml:14: cards[0].figure.max is 10000, but figure.text “up to 1,000” gives max 1000. Remove max or correct the text.',
    ]);
    expect(problemsOf(change('max: 1000', 'value: 1000'))).toEqual([
      'cards/daily-example.yaml:14: cards[0].figure.value is 1000, but figure.text “up to 1,000” gives max 1000. Remove value or correct the text.',
    ]);
    expect(problemsOf(change(', max: 1000', ''))).toEqual([]);
  });

  test('a figure whose words cannot be read, and that has no number', () => {
    const unreadable = change('text: "up to 1,000", max: 1000', 'text: "rather many"');
    expect(problemsOf(unreadable)).toEqual([
      'cards/daily-example.yaml:14: cards[0].figure.text “rather many” does not contain exactly one readable number (language “en”). Write the number in digits, or add value, min or max.',
    ]);
    expect(problemsOf(unreadable.replace('many"', 'many", min: 20'))).toEqual([]);
  });

  test('an address of a source with tracking or a fragment of text', () => {
    const dirty = change('https://example.org/article', 'https://example.org/article?utm_source=x#:~:text=words');
    expect(problemsOf(dirty)[0]).toContain(
      'source.url has utm_source, #:~:text=, which the page does not need. Write https://example.org/article',
    );
  });

  test('two sources with addresses of one page', () => {
    const second = GOOD_FILE.replaceAll('daily-example', 'other')
      .replaceAll('some-fighters', 'others-a')
      .replaceAll('other-words', 'others-b')
      .replace('https://example.org/article', 'https://www.example.org/article/');
    const files = [GOOD_FILE, second].map((text, at) => ({ name: `${['daily-example', 'other'][at]}.yaml`, text }));
    const messages = checkRules(loadCatalog(files), EMPTY_LOCK, missingLetters).map(formatProblem);
    expect(messages.filter((message) => message.includes('source.url'))).toEqual([
      expect.stringMatching(/^cards\/other\.yaml:\d+: source\.url is already the page of the source "daily-example"\./),
    ]);
  });

  test('only the error of speakers that cannot be read, and not what follows from it', () => {
    const files = [
      { name: 'daily-example.yaml', text: GOOD_FILE },
      { name: 'speakers.yaml', text: '- id: ann-ray\n   name: Ann Ray\n' },
    ];
    const loaded = loadCatalog(files);
    expect(checkRules(loaded, lockOf(GOOD_FILE), missingLetters)).toEqual([]);
    expect(loaded.problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^cards\/speakers\.yaml:1: is not valid YAML: .* follow once the file can be read\.$/),
    ]);
  });

  test('an invisible character in a quote', () => {
    expect(problemsOf(change('"these are the words"', '"these a\\u00ADre the words"'))).toEqual([
      expect.stringContaining('cards[1].quote.exact has U+00AD, an invisible character. Delete it.'),
    ]);
  });

  test('a highlight outside its quote', () => {
    expect(problemsOf(change('highlight: "the words"', 'highlight: "the  words"'))).toEqual([
      'cards/daily-example.yaml:27: cards[1].quote.highlight does not occur in quote.exact. Copy it exactly from there.',
    ]);
  });

  test('a letter that no shipped font has', () => {
    expect(problemsOf(change('claim: Somebody on something', 'claim: Somebody on שלום'))).toEqual([
      'cards/daily-example.yaml:23: cards[1].claim contains characters that the fonts lack: “ש” (U+05E9), “ל” (U+05DC), “ו” (U+05D5), “ם” (U+05DD). Write it in Latin, Greek or Cyrillic letters, or add a font to assets/fonts/.',
    ]);
    expect(problemsOf(change('publisher: Daily Example', 'publisher: Daily א'))).toHaveLength(1);
  });

  test('a topic in two spellings, or of nothing that an address can hold', () => {
    expect(problemsOf(GOOD_FILE.replace(/(?<=other-words[^[]*topics: \[)Examples/s, 'examples'))).toEqual([
      'cards/daily-example.yaml:22: cards[1].topics[0] "examples" is spelled "Examples" on another card. Use the same spelling.',
    ]);
    expect(problemsOf(GOOD_FILE.replace('topics: [Examples]', 'topics: ["…"]'))[0]).toContain(
      'cards[0].topics[0] "…" contains no letter or digit.',
    );
  });

  test('a successor that does not exist', () => {
    const history = (by: string) =>
      `${GOOD_FILE}    history: [{ type: superseded, date: 2026-12-01, reason: Newer words, by: ${by} }]\n`;
    expect(problemsOf(history('some-fighters'))).toEqual([]);
    expect(problemsOf(history('nobody'))[0]).toContain(
      'cards[1].history[0].by "nobody" is not a card in this catalogue. Use the id of the card that replaces it.',
    );
    expect(problemsOf(history('other-words'))[0]).toContain('cards[1].history[0].by is the card itself.');
  });

  test('a card without evidence', () => {
    expect(problemsOf(GOOD_FILE, EMPTY_LOCK)[0]).toBe(
      'cards/daily-example.yaml:19: cards[0].quote of "some-fighters" has not been found in its source yet: cards/evidence.lock.json has no entry for it. Run npm run verify.',
    );
  });

  test('a quote that changed after it was checked, by one word', () => {
    const changed = change('these are the words', 'those are the words');
    expect(problemsOf(changed, lockOf(GOOD_FILE))).toEqual([
      'cards/daily-example.yaml:27: cards[1].quote of "other-words" has changed since it was found in its source. Run npm run verify.',
    ]);
  });

  test('a highlight that changed after it was checked', () => {
    expect(problemsOf(change('highlight: "the words"', 'highlight: "words"'), lockOf(GOOD_FILE))).toHaveLength(1);
  });

  test('evidence from another capture than the one the source names', () => {
    expect(problemsOf(GOOD_FILE, lockOf(GOOD_FILE, { snapshot: 'b'.repeat(64) }))[0]).toBe(
      'cards/daily-example.yaml:19: cards[0].quote of "some-fighters" was found in another capture than the one its source names. Run npm run verify.',
    );
    expect(problemsOf(GOOD_FILE, lockOf(GOOD_FILE, { snapshot: 'b'.repeat(64), from: 'page' }))).toEqual([]);
  });

  test('everything at once, in one run', () => {
    const text = change('max: 1000', 'max: 10000').replace('highlight: "the words"', 'highlight: "no words"');
    expect(problemsOf(text, EMPTY_LOCK)).toHaveLength(4);
  });
});
