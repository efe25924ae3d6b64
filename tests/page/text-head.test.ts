import { expect, test } from 'vitest';
import { readTextHead } from '../../src/page/metadata/text-head.ts';

const BODY =
  'The harbour reportedly moors up to 1,200 fishing boats in summer. Its quays are old, and its lamps are lit. '.repeat(
    2,
  );
const headOf = (lines: string[], language: string | null = 'en') => {
  const { title, authors, published } = readTextHead([...lines, BODY].join('\n\n'), language);
  return [title?.value, authors?.value, published?.value];
};

test.each<[string[], unknown[], string?]>([
  [
    ['A harbour grows', 'By Ann Ray and Bob Low', '4 May 2023 10:30'],
    ['A harbour grows', ['Ann Ray', 'Bob Low'], '2023-05-04'],
  ],
  [
    ['A harbour grows', 'By Ann Ray, 4 May 2023'],
    ['A harbour grows', ['Ann Ray'], '2023-05-04'],
  ],
  [
    ['Thursday, May 4, 2023', 'A harbour grows', 'Ships'],
    ['A harbour grows', undefined, '2023-05-04'],
  ],
  [['Ein Hafen wächst', 'Von Eva Muster', '4. Mai 2023'], ['Ein Hafen wächst', ['Eva Muster'], '2023-05-04'], 'de'],
  [
    ['Росте нова гавань', 'Автор: Єва Мустер', '4 травня 2023'],
    ['Росте нова гавань', ['Єва Мустер'], '2023-05-04'],
    'uk',
  ],
  [
    ['Updated 5 May 2023', 'A harbour grows'],
    ['A harbour grows', undefined, undefined],
  ],
])('reads the head of a pasted article: %j', (lines, head, language) => {
  expect(headOf(lines, language)).toEqual(head);
});

test.each([
  ['a sentence', ['The harbour has grown in May.']],
  ['one word', ['Ships']],
  ['a day without a year', ['4 May']],
])('does not take %s for a part of it', (_what, lines) => {
  expect(headOf(lines)).toEqual([undefined, undefined, undefined]);
});

test('each value is to be checked, and short lines alone are no head', () => {
  const head = readTextHead(`A harbour grows\nBy Ann Ray\n4 May 2023\n${BODY}`, 'en');
  expect(Object.values(head).map(({ doubt }) => doubt)).toEqual([
    expect.stringMatching(/headline\?$/),
    expect.stringMatching(/authors\?$/),
    expect.stringMatching(/publication\?$/),
  ]);
  expect(readTextHead('A harbour grows\nBy Ann Ray\n4 May 2023', 'en')).toEqual({});
});
