import { expect, test } from 'vitest';
import { findNumbers } from '../../../src/card/evidence/number.ts';

test.each([
  ['up to 1,000 Wagner fighters', [1000]],
  ['80%-90% of them', [80, 90]],
  ['30,000 troops, 2,500,000 more', [30000, 2500000]],
  ['10 000 (10\u00a0000) men', [10, 0, 10000]],
  ['1.5 million', [1.5, 1500000]],
  ['just over 30 minutes', [30]],
  ['two Russian cities', [2]],
  ['twenty-five of two hundred thousand', [25, 200000]],
  ['one hundred and one', [101]],
  ['the 12th month', [12]],
  ['in 2,3 or 4', [2.3, 4]],
  ['dozens of prisoners, thousands of men', []],
  ['two and three men', [2, 3]],
  ['five, six men', [5, 6]],
  ['between two and five thousand men', [2, 5000]],
  ['1.5 million and ten percent', [1.5, 1500000, 10]],
  ['often', []],
])('"%s" names %j', (text, numbers) => {
  expect([...findNumbers(text)].sort((a, b) => a - b)).toEqual([...numbers].sort((a, b) => a - b));
});

test('a point before three digits can mean both', () => {
  expect([...findNumbers('1.000 men')]).toEqual([1, 1000]);
});
