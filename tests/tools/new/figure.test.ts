import { expect, test } from 'vitest';
import { proposeFigure } from '../../../src/tools/new/figure.ts';

test.each([
  ['hosts up to 1,000 fighters', { text: 'up to 1,000', max: 1000 }],
  ['No more than 5 came', { text: 'No more than 5', max: 5 }],
  ['at least 30', { text: 'at least 30', min: 30 }],
  ['more than 1.5 million people', { text: 'more than 1.5 million', min: 1_500_000 }],
  ['no less than 5', { text: 'no less than 5', min: 5 }],
  ['just over 30 minutes', { text: 'just over 30', min: 30 }],
  ['some 40 boats', { text: 'some 40', value: 40 }],
  ['as 80%-90% of them', { text: '80%-90%', min: 80, max: 90 }],
  ['Between 300 and 500 visitors', { text: 'Between 300 and 500', min: 300, max: 500 }],
  ['5 to 10 million', { text: '5 to 10 million', min: 5_000_000, max: 10_000_000 }],
  ['By July 7, 2023, nearly 20 came', { text: 'nearly 20', value: 20 }],
  ['12 boats, of them at least 3 new', { text: 'at least 3', min: 3 }],
  ['fell to -5 degrees', { text: '-5', value: -5 }],
  ['T-90 tanks at 10:30 on the 20th, 24/7', undefined],
  ['up\u00a0to  1,000', { text: 'up\u00a0to  1,000', max: 1000 }],
  ['won 3-1', undefined],
])('the figure of "%s"', (quote, figure) => {
  expect(proposeFigure(quote, 'en')).toEqual(figure);
});

test('a figure is read as the language of its text writes it', () => {
  expect(proposeFigure('1.500 Soldaten', 'de')).toEqual({ text: '1.500', value: 1500 });
  expect(proposeFigure('1.500 soldiers', 'en')).toEqual({ text: '1.500', value: 1.5 });
});
