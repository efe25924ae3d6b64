import { describe, expect, test } from 'vitest';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { formatProblem } from '../../src/catalog/parse.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

function problemsOf(text: string, others: { name: string; text: string }[] = []): string[] {
  return compileCatalog([{ name: 'daily-example.yaml', text }, ...others]).problems.map(formatProblem);
}

const change = (from: string, to: string) => {
  if (!GOOD_FILE.includes(from)) throw new Error(`the good file has no "${from}"`);
  return GOOD_FILE.replace(from, to);
};

test('a good file compiles', () => {
  const { catalog, problems } = compileCatalog([{ name: 'daily-example.yaml', text: GOOD_FILE }]);
  expect(problems).toEqual([]);
  expect(catalog.cards.map(({ card }) => card.id)).toEqual(['some-fighters', 'other-words']);
});

test('a card without a language has that of cards/site.yaml', () => {
  const own = GOOD_FILE.replace('    kind: quote\n', '    kind: quote\n    language: fr\n');
  const languagesWith = (text: string) => {
    const files = [
      { name: 'daily-example.yaml', text: own },
      { name: 'site.yaml', text },
    ];
    return compileCatalog(files).catalog.cards.map(({ card }) => card.language);
  };
  expect(languagesWith('language: de\n')).toEqual(['de', 'fr']);
  expect(languagesWith('language: [wrong]\n')).toEqual([undefined, 'fr']);
  expect(languagesWith('')).toEqual([undefined, 'fr']);
});

describe('an invalid file is rejected with file, line, fault and fix', () => {
  test('missing field', () => {
    expect(problemsOf(change('    claim: Fighters reportedly stayed\n', ''))).toEqual([
      'cards/daily-example.yaml:11: cards[0].claim is missing. Add it, for example: claim: the fact in your own words, at most 140 characters.',
    ]);
  });

  test('empty field', () => {
    expect(problemsOf(change('unit: fighters', 'unit: ""'))).toEqual([
      'cards/daily-example.yaml:14: cards[0].figure.unit is empty. Give a value, for example: unit: Wagner fighters.',
    ]);
  });

  test('missing field of a nested map', () => {
    expect(problemsOf(change(', unit: fighters', ''))).toEqual([
      'cards/daily-example.yaml:14: cards[0].figure.unit is missing. Add it, for example: unit: Wagner fighters.',
    ]);
  });

  test('duplicate id', () => {
    expect(problemsOf(change('other-words', 'some-fighters'))).toEqual([
      'cards/daily-example.yaml:20: cards[1].id "some-fighters" is already used by the card at cards/daily-example.yaml:11. Choose another id: ids are unique in the whole catalogue.',
    ]);
  });

  test('unknown kind', () => {
    expect(problemsOf(change('kind: quote', 'kind: opinion'))).toEqual([
      'cards/daily-example.yaml:21: cards[1].kind is not a known kind. Use one of: figure, quote, claim, event, comparison (comparison is only allowed in comparisons.yaml).',
    ]);
  });

  test('broken YAML', () => {
    const [problem] = problemsOf(change('topics: [Examples]', 'topics: [Examples'));
    expect(problem).toMatch(
      /^cards\/daily-example\.yaml:14: is not valid YAML: .+\. Check indentation, quotes and colons/,
    );
  });

  test('unknown field', () => {
    expect(problemsOf(change('asOf: null', 'asof: null'))).toEqual([
      'cards/daily-example.yaml:20: cards[1].asOf is missing. Add it, for example: asOf: { date: 2023-11, basis: inferred, reason: "…" } (or asOf: null if unknown).',
      'cards/daily-example.yaml:26: cards[1].asof is not a known field. Remove it, or correct its spelling (see assets/schema/).',
    ]);
  });

  test('a text with a comma, but without quotes', () => {
    expect(problemsOf(change('text: "up to 1,000"', 'text: up to 1,000'))).toEqual([
      'cards/daily-example.yaml:14: cards[0].figure.0 is not a known field. If it belongs to the text before it, put the whole text in quotes.',
    ]);
  });

  test('a value outside its set', () => {
    expect(problemsOf(change('status: stated', 'status: sure'))).toEqual([
      'cards/daily-example.yaml:24: cards[1].status must be one of: stated, reported, claimed, assessed.',
    ]);
  });

  test.each(['7', '{ name: Somebody }', '{ name: Somebody, as: sung }'])('a step of an attribution like %s', (step) => {
    expect(problemsOf(change('attribution: [Somebody, ', `attribution: [${step}, `))).toEqual([
      'cards/daily-example.yaml:25: cards[1].attribution[0] must be a name, or a map { name: …, as: … } in which as is one of said, told, translated, reported, caption, agency.',
    ]);
  });

  test('a text that is too long', () => {
    expect(problemsOf(change('Somebody on something', 'x'.repeat(141)))).toEqual([
      'cards/daily-example.yaml:23: cards[1].claim is too long: at most 140 characters. Shorten it.',
    ]);
  });

  test('a number instead of a text', () => {
    expect(problemsOf(change('title: A title', 'title: 1984'))).toEqual([
      'cards/daily-example.yaml:4: source.title must be text (put it in quotes if it looks like a number or a date).',
    ]);
  });

  test('a bare year', () => {
    expect(problemsOf(change('date: 2023-11,', 'date: 2023,'))).toEqual([
      'cards/daily-example.yaml:18: cards[0].asOf.date must be a date as text; put a bare year in quotes: "2023".',
    ]);
  });

  test.each([
    [
      'published: { date: 2023-11-02, basis: stated }',
      'published: null',
      'source.published must be a date with its basis, and not null',
    ],
    [
      'published: { date: 2023-11-02, basis: stated }',
      'published:',
      'source.published must be a date with its basis, and not null',
    ],
    ['date: 2023-11-02', 'date: null', 'source.published.date must be a date'],
  ])('an unknown date of publication: %s', (before, after, what) => {
    expect(problemsOf(change(before, after))).toEqual([
      `cards/daily-example.yaml:6: ${what}. If only limits are known, write both and the reason: { date: 2023-06-27/2023-07-01, basis: inferred, reason: "…" }.`,
    ]);
  });

  test('a date that no calendar has', () => {
    expect(problemsOf(change('2023-11-02', '2023-02-30'))).toEqual([
      'cards/daily-example.yaml:6: source.published.date is not a valid date: the calendar has no such month, season or day.',
    ]);
  });

  test('a text that is no date', () => {
    expect(problemsOf(change('2023-11-02', '"Nov 2023"'))).toEqual([
      'cards/daily-example.yaml:6: source.published.date must be a date: YYYY, YYYY-MM, YYYY-MM-DD, a season (2023-21), with unspecified digits (202X, 2023-XX), approximate (2023-11~), uncertain (2023-11?), or an interval (2022/2023-05, 2022/..).',
    ]);
  });

  test('an address that is not https', () => {
    expect(problemsOf(change('https://example.org', 'http://example.org'))).toEqual([
      'cards/daily-example.yaml:7: source.url must be an https address, or null if it is unknown.',
    ]);
  });

  test('a quote above the cap', () => {
    expect(problemsOf(change('"these are the words"', `"${'the words '.repeat(13).trim()}"`))).toEqual([
      'cards/daily-example.yaml:27: cards[1].quote.exact has more than 25 words. Quote the fewest words that state the fact.',
    ]);
  });

  test('a file that is not named after its source', () => {
    expect(problemsOf(change('id: daily-example', 'id: weekly-example'))).toEqual([
      'cards/daily-example.yaml:2: source.id is "weekly-example", but the file is daily-example.yaml. Rename the file to weekly-example.yaml, or correct the id.',
    ]);
  });

  test('an empty file', () => {
    expect(problemsOf('')).toEqual([
      'cards/daily-example.yaml:1: is empty. Add source: and cards: (in comparisons.yaml cards:, in speakers.yaml a list), or delete the file.',
    ]);
  });

  test('a comparison of one card, and of a missing card', () => {
    const comparison = (rows: string) => ({
      name: 'comparisons.yaml',
      text: `cards:\n  - id: both\n    kind: comparison\n    topics: [Examples]\n    claim: Two words\n    rows:\n${rows}    note: Not alike\n`,
    });
    expect(problemsOf(GOOD_FILE, [comparison('      - { card: some-fighters, label: One }\n')])).toEqual([
      'cards/comparisons.yaml:6: cards[0].rows has fewer than two rows. A comparison needs at least two cards.',
    ]);
    const unknown = '      - { card: some-fighters, label: One }\n      - { card: nobody, label: Two }\n';
    expect(problemsOf(GOOD_FILE, [comparison(unknown)])).toEqual([
      'cards/comparisons.yaml:8: cards[0].rows[1].card "nobody" is not a card with a quote in this catalogue. Check the id.',
    ]);
  });

  test('a comparison of a card with itself', () => {
    const rows = '      - { card: some-fighters, label: One }\n'.repeat(2);
    const text = `cards:\n  - id: both\n    kind: comparison\n    topics: [Examples]\n    claim: Two words\n    rows:\n${rows}    note: Not alike\n`;
    expect(problemsOf(GOOD_FILE, [{ name: 'comparisons.yaml', text }])).toEqual([
      'cards/comparisons.yaml:6: cards[0].rows repeats a card. Name each card once.',
    ]);
  });

  test('all problems come in one run', () => {
    const text = change('status: stated', 'status: sure').replace('kind: figure', 'kind: number');
    expect(problemsOf(text)).toHaveLength(2);
  });
});
