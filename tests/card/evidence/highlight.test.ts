import { expect, test } from 'vitest';
import { findHighlight, namesWords } from '../../../src/card/evidence/highlight.ts';

test.each([
  ['the words', 'words', { start: 4, end: 9 }],
  ['officials of the state', 'of', { start: 10, end: 12 }],
  ['officials', 'of', { start: 0, end: 2 }],
  ['the words', 'others', undefined],
  ['the words', undefined, undefined],
])('in "%s" "%s" is marked at whole words', (exact, highlight, place) => {
  expect(findHighlight({ exact, highlight })).toEqual(place);
});

test('a unit is named by whole words, in whatever case', () => {
  expect(namesWords('Men that the army has', 'men')).toBe(true);
  expect(namesWords('The government said', 'men')).toBe(false);
});
