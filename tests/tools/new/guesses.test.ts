import { expect, test } from 'vitest';
import type { StructuredText } from '../../../src/card/evidence/place.ts';
import { proposeTopics, proposeUnit } from '../../../src/tools/new/guesses.ts';

const unitOf = (sentence: string, figure: string) => proposeUnit(sentence, '', figure);

test.each([
  ['It hosts up to 1,000 Wagner fighters in Belarus.', 'up to 1,000', 'Wagner fighters'],
  ['The phone folds 50 megapixels into dual cameras.', '50', 'megapixels'],
  ['They moor 900 boats.', '900', 'boats'],
  ['About 70% of respondents said yes.', 'About 70%', 'of respondents'],
  ['About 70% of the respondents said yes.', 'About 70%', ''],
  ['There are 1,000 fighters currently stationed there.', '1,000', 'fighters'],
  ['Some 50 armed men left.', '50', 'armed men'],
  ['It killed 12 people, he said.', '12', 'people'],
  ['There are 40 ships, and more.', '40', 'ships'],
  ['20% more ships than in May came.', '20%', 'more ships'],
  ['Im Hafen liegen 1.200 Boote im Sommer.', '1.200', 'Boote'],
])('what a number counts is the noun behind it: %s', (sentence, figure, unit) => {
  expect(unitOf(sentence, figure)).toBe(unit);
});

test.each([
  ['In 2023 it rose by 50 in May.', '50'],
  ['They tied 900 boats old men built there.', '900'],
  ['It has 12 that nobody knows.', '12'],
  ['It rose from 10 to 12.', '12'],
])('is left to the author where no noun phrase can be told: %s', (sentence, figure) => {
  expect(unitOf(sentence, figure)).toBe('');
});

test('a word of the headline is a topic with the digits that belong to it', () => {
  const text = '1Password und Wege';
  const blocks = [{ start: 0, end: text.length, type: 'heading', part: 'article' }] as StructuredText['blocks'];
  expect(proposeTopics({ text, blocks }, { topics: [], near: text, language: 'de' }).topics).toEqual(['1Password']);
});
