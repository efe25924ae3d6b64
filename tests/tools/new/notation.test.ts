import { expect, test } from 'vitest';
import { inNotation } from '../../../src/tools/new/notation.ts';

test.each([
  ['80.000', 'es', 'en', '80,000'],
  ['más de 1.250.000', 'es', 'en', 'more than 1,250,000'],
  ['unas 2300', 'es', 'en', 'about 2300'],
  ['bis zu 1.000', 'de', 'en', 'up to 1,000'],
  ['понад 20 тис.', 'uk', 'en', 'more than 20 thousand'],
  ['1,5 Millionen', 'de', 'en', '1.5 million'],
  ['almost 2.5 million', 'en', 'de', 'fast 2,5 Millionen'],
  ['2,5', 'de', 'en', '2.5'],
  ['1.234,5 bis 2.000', 'de', 'en', '1,234.5 bis 2,000'],
  ['80,000', 'en', 'de', '80.000'],
])('%s of a text in "%s" is written in "%s" as %s', (text, from, to, written) => {
  expect(inNotation(text, { from, to })).toBe(written);
});

test.each([
  ['80,000', 'en', 'en'],
  ['80 000', 'fr', 'en'],
  ['3.2.1', 'de', 'en'],
  ['1.000', '', 'en'],
  ['entre 80 y 90', 'es', 'en'],
  ['rund ein Drittel', 'de', 'en'],
  ['unas 2300', 'es', 'tlh'],
])('%s of a text in "%s" stays in "%s"', (text, from, to) => {
  expect(inNotation(text, { from, to })).toBe(text);
});
