import { describe, expect, test } from 'vitest';
import { checkDates } from '../../src/catalog/date-rules.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { formatProblem } from '../../src/catalog/parse.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

const TODAY = '2026-11-25';

function problemsOf(from = '', to = ''): string[] {
  if (!GOOD_FILE.includes(from)) throw new Error(`the good file has no "${from}"`);
  const loaded = loadCatalog([{ name: 'daily-example.yaml', text: GOOD_FILE.replace(from, to) }]);
  return [...loaded.problems, ...checkDates(loaded, TODAY)].map((problem) =>
    formatProblem(problem).replace('cards/daily-example.yaml:', ''),
  );
}

test('a good file has no problem', () => {
  expect(problemsOf()).toEqual([]);
});

describe('check refuses', () => {
  test.each([
    ['a publication', 'date: 2023-11-02', 'date: 2026-12', '6: source.published.date 2026-12 is in the future.'],
    ['a capture', 'accessed: 2026-11-21', 'accessed: 2026-11-26', '9: source.snapshot.accessed 2026-11-26 is in the'],
    [
      'a change of a card',
      'claim: Fighters',
      'updated: 2027-01-01\n    claim: Fighters',
      '15: cards[0].updated 2027-01-01 is in the future.',
    ],
    [
      'an entry of a history',
      'claim: Fighters',
      'history: [{ type: updated, date: 2027-01-01, reason: A slip }]\n    claim: Fighters',
      '15: cards[0].history[0].date 2027-01-01 is in the future.',
    ],
  ])('%s in the future', (_, from, to, message) => {
    expect(problemsOf(from, to)[0]).toContain(message);
  });

  test.each([
    ['a capture', 'accessed: 2026-11-21', 'accessed: 2023-11-01', 'source.snapshot.accessed 2023-11-01 is before the'],
    [
      'an archived copy',
      'language: en',
      'language: en\n  archived: [{ url: "https://archive.example/1", date: 2023-10-30 }]',
      'source.archived[0].date 2023-10-30 is before the source was published (2023-11-02). Correct one of the dates.',
    ],
    [
      'a change of a card',
      'claim: Fighters',
      'updated: 2023-10-30\n    claim: Fighters',
      'cards[0].updated 2023-10-30 is before the source was published',
    ],
  ])('%s before the publication', (_, from, to, message) => {
    expect(problemsOf(from, to)[0]).toContain(message);
  });

  test('a reason that names another day of publication, or that does not fit the basis', () => {
    const withReason = (basis: string, day: string) =>
      problemsOf(
        /asOf: \{ date: 2023-11, .*\}/.exec(GOOD_FILE)?.[0] ?? '',
        `asOf: { date: 2023-11, basis: ${basis}, reason: "The sentence of the quote gives no date; the article is dated ${day}" }`,
      );
    expect(withReason('inferred', '2 November 2023')).toEqual([]);
    expect(withReason('inferred', '3 November 2023')[0]).toContain('but source.published is 2 November 2023.');
    expect(withReason('stated', '2 November 2023')[0]).toContain('but the basis is stated. Remove the reason');
  });

  test('an asOf after publication, unless it is a plan or a forecast', () => {
    expect(problemsOf('date: 2023-11,', 'date: 2023-12,')).toEqual([
      '18: cards[0].asOf.date 2023-12 is after the source was published (2023-11-02). Use the date that the statement is about, or set nature to plan or forecast. If the text was updated after it was published, write both days in published of the source, as an interval.',
    ]);
    expect(
      problemsOf(
        'status: reported\n    attribution: [Daily Example]\n    asOf: { date: 2023-11,',
        'status: stated\n    nature: plan\n    attribution: [Daily Example]\n    asOf: { date: 2027-12,',
      ),
    ).toEqual([]);
  });

  test('an asOf that ends after publication', () => {
    expect(problemsOf('date: 2023-11,', 'date: 2023-10/2024-05,')).toHaveLength(1);
    expect(problemsOf('date: 2023-11,', 'date: 2023-10/2023-11,')).toEqual([]);
  });

  test('an open or unknown end only if its start is after publication', () => {
    const withAsOf = (date: string) => problemsOf('date: 2023-11,', `date: ${date},`);
    for (const date of ['2023-10/..', '2022/', '../2023-11', '/2023', '2023-11~', '2023-23', '202X', '20XX'])
      expect([date, withAsOf(date)]).toEqual([date, []]);
    for (const date of ['2023-12/..', '2024/', '../2023-12', '2023-24', '203X'])
      expect(withAsOf(date)[0]).toContain(`${date} is after the source was published`);
  });

  test('an inferred asOf without its reason', () => {
    expect(problemsOf(', reason: "The present tense"')).toEqual([
      '18: cards[0].asOf.reason is missing: an inferred date needs its reason.',
    ]);
  });
});
