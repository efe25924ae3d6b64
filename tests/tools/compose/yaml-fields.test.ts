import { describe, expect, test } from 'vitest';
import { entryLines, marksIn, setFields } from '../../../src/tools/compose/yaml-fields.ts';

const FILE = `# at the head
source:
  id: daily     # the name of the file
  title: "A: title"  # FILL: the headline
cards:
  # of the first
  - id: one
    kind: figure
    figure: { text: "up to 1,000",  unit: boats }   # as drawn
    claim: >-
      Folded
      words
    asOf:
      date: "2023"
      basis: stated
    quote:
      exact: "the words"   # verbatim
      highlight: ""  # FILL: the decisive words

  - { id: two, kind: claim }
# at the end
`;
const CARD = ['cards', 0];

test('a field changes alone: comments, layout and the order of the rest stay', () => {
  expect(setFields(FILE, CARD, { claim: 'Other: words' })).toBe(
    FILE.replace('claim: >-\n      Folded\n      words', 'claim: "Other: words"'),
  );
  expect(setFields(FILE, CARD, { figure: { text: '500', unit: 'boats' } })).toBe(
    FILE.replace('{ text: "up to 1,000",  unit: boats }', '{ text: "500", unit: boats }'),
  );
});

test('fields of a map on several lines change one by one', () => {
  const result = setFields(FILE, CARD, { quote: { exact: 'other words', highlight: 'other' } });
  expect(result).toContain('      exact: other words   # verbatim\n      highlight: other\n');
  const without = setFields(FILE, CARD, { quote: { exact: 'the words' } });
  expect(without).toContain('      exact: "the words"   # verbatim\n\n  - { id: two');
});

test('new fields go to their place, and removed ones leave nothing', () => {
  const result = setFields(FILE, CARD, { place: 'Minsk', topics: ['Boats', 'No'], asOf: undefined });
  expect(result).toContain('    kind: figure\n    topics: [Boats, "No"]\n    figure:');
  expect(result).toContain('      words\n    place: Minsk\n    quote:\n');
});

test('an entry of a list of maps has a line of its own, and a flow map is written whole', () => {
  const history = [{ type: 'updated', date: '2026-11-26', reason: 'More: is known' }];
  expect(setFields(FILE, CARD, { history })).toContain(
    '    history:\n      - { type: updated, date: 2026-11-26, reason: "More: is known" }\n',
  );
  expect(setFields(FILE, ['cards', 1], { place: 'Minsk' })).toContain('  - { id: two, kind: claim, place: Minsk }\n');
});

describe('marks', () => {
  test('are read by field, stay where they are wanted, and go otherwise', () => {
    expect(marksIn(FILE, ['source'])).toEqual({ title: 'the headline' });
    expect(setFields(FILE, ['source'], {}, { title: 'the headline' })).toContain('"A: title"  # CHECK: the headline\n');
    expect(setFields(FILE, ['source'], { title: 'B' }, {})).toContain('  title: B\n');
    expect(setFields(FILE, ['source'], {}, {})).toContain(
      'id: daily     # the name of the file\n  title: "A: title"\n',
    );
  });

  test('of a new entry follow its fields', () => {
    expect(entryLines({ claim: 'Words', id: 'a' }, { claim: 'own words?' })).toEqual([
      '- id: a',
      '  claim: Words  # CHECK: own words?',
    ]);
  });
});

test.each([
  ['a date', '2023-11'],
  ['a year', '2023'],
  ['a word that YAML reads as another', 'no'],
  ['a comment', 'Unit #5 # of'],
  ['quotation marks', 'He said: "no", \'yes\''],
  ['an open interval', '2022/..'],
  ['braces and commas', '{ a, b } [c]: d'],
  ['letters of another script', 'Привіт, світе'],
  ['a backslash', 'C:\\new'],
])('%s is the same when it is read again', (_what, value) => {
  // setFields compares what it wrote with what it was given.
  expect(setFields(FILE, CARD, { place: value, topics: [value], saidOn: { date: value } })).not.toBe(FILE);
});

test('a file with Windows line ends keeps them', () => {
  const windows = FILE.replaceAll('\n', '\r\n');
  expect(setFields(windows, CARD, { place: 'Minsk', kind: 'claim' }).replaceAll('\r\n', '')).not.toContain('\n');
});

test('a layout that would change otherwise is refused', () => {
  expect(() => setFields('cards: 5\n', CARD, { a: 1 })).toThrow('no such entry');
});
