import { expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/load.ts';
import { checkMeasures } from '../../src/catalog/measure-rules.ts';
import { formatProblem } from '../../src/catalog/parse.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';

const figure = (id: string, text: string, unit = 'ships') => `  - id: ${id}
    kind: figure
    topics: [Examples]
    figure: { text: "${text}", unit: ${unit} }
    claim: A number of ships
    status: reported
    attribution: [Daily Example]
    asOf: null
    quote: { exact: "${text} ${unit}" }
`;
const words = `  - id: words
    kind: claim
    topics: [Examples]
    claim: There are ships
    status: reported
    attribution: [Daily Example]
    asOf: null
    quote: { exact: "there are ships" }
`;
const text =
  GOOD_FILE + figure('ten', '10') + figure('twenty', 'up to 20') + figure('share', '20%', 'of ships') + words;

function problemsOf(rows: string[]): string[] {
  const comparison = `cards:
  - id: ships
    kind: comparison
    topics: [Examples]
    claim: How many ships?
    rows:
${rows.map((row) => `      - { ${row} }`).join('\n')}
    note: They differ
`;
  const loaded = loadCatalog([
    { name: 'daily-example.yaml', text },
    { name: 'comparisons.yaml', text: comparison },
  ]);
  expect(loaded.problems).toEqual([]);
  return checkMeasures(loaded).map(formatProblem);
}

test('rows that count the same thing share a measure, and rows of words have none', () => {
  expect(
    problemsOf([
      'card: ten, label: A, measure: Ships',
      'card: words, label: B',
      'card: twenty, label: C, measure: Ships',
    ]),
  ).toEqual([]);
});

test('a measure is rejected in a row without a number', () => {
  expect(problemsOf(['card: words, label: A, measure: Ships', 'card: ten, label: B, measure: Ships'])).toEqual([
    'cards/comparisons.yaml:7: cards[0].rows[0].measure is given, but the card has no number that a bar can show. Remove it.',
  ]);
});

test('a measure is rejected in one row only, in other words, and with another unit sign', () => {
  expect(problemsOf(['card: ten, label: A, measure: Ships', 'card: twenty, label: B'])[0]).toContain(
    'rows[0].measure is given in one row only.',
  );
  expect(problemsOf(['card: ten, label: A, measure: Ships', 'card: twenty, label: B, measure: Boats'])).toEqual([
    'cards/comparisons.yaml:8: cards[0].rows[1].measure differs from “Ships”. A comparison has one axis: use the same words in each row with a bar, and remove measure from the others.',
  ]);
  expect(problemsOf(['card: ten, label: A, measure: Ships', 'card: share, label: B, measure: Ships'])[0]).toContain(
    'rows[1].measure is the same as in another row, but the numbers have different units (%, none).',
  );
});

test('the words of a row are rejected if the quote does not have them, or if the row shows a number', () => {
  expect(problemsOf(['card: words, label: A, exact: are ships, mark: ships', 'card: ten, label: B'])).toEqual([]);
  expect(problemsOf(['card: words, label: A, exact: are no ships', 'card: ten, label: B, exact: 10 ships'])).toEqual([
    'cards/comparisons.yaml:7: cards[0].rows[0].exact “are no ships” is not a part of the quote of the card. Copy it from quote.exact of the card, or remove it.',
    'cards/comparisons.yaml:8: cards[0].rows[1].exact is given, but the row shows the number of its card. Remove it.',
  ]);
  expect(problemsOf(['card: words, label: A, exact: are ships, mark: there', 'card: ten, label: B'])[0]).toContain(
    'rows[0].mark “there” is not a part of the words that the row shows.',
  );
});

test('a mark is rejected if the row does not show its words', () => {
  expect(problemsOf(['card: words, label: A, mark: are ships', 'card: ten, label: B'])).toEqual([]);
  expect(problemsOf(['card: words, label: A, mark: many ships', 'card: ten, label: B, mark: ships'])).toEqual([
    'cards/comparisons.yaml:7: cards[0].rows[0].mark “many ships” is not a part of the words that the row shows. Copy it from exact of the row, or from the highlight of the card, or remove it.',
    'cards/comparisons.yaml:8: cards[0].rows[1].mark “ships” is not a part of the words that the row shows. Copy it from exact of the row, or from the highlight of the card, or remove it.',
  ]);
});
