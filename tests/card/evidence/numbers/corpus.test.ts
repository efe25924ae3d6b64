import { expect, test } from 'vitest';
import { judgeNumbers, NUMBERS_FOLDER, sharesOf } from '../../../bench/evidence/numbers.ts';

const judged = judgeNumbers();
if (!judged) console.warn(`${NUMBERS_FOLDER} is absent: the collection of numbers is not read`);
const shares = new Map(sharesOf(judged ?? []).map((share) => [share.name, share]));

test.skipIf(!judged).each(['en', 'de', 'fr', 'es', 'money', 'all'])(
  'of the true numbers (%s), 95 of 100 are read',
  (name) => {
    const { of = 0, read = 0 } = shares.get(name) ?? {};
    expect(of).toBeGreaterThan(20);
    expect(read / of).toBeGreaterThanOrEqual(0.95);
  },
);

test.skipIf(!judged).each(['en', 'de', 'fr', 'es', 'all'])(
  'of the numbers (%s), 1 of 100 is read with another value',
  (name) => {
    const { of = 0, other = 0 } = shares.get(name) ?? {};
    expect(other / of).toBeLessThanOrEqual(0.01);
  },
);

test.skipIf(!judged)('of the English number words, 90 of 100 are read', () => {
  const { of = 0, read = 0 } = shares.get('English words') ?? {};
  expect(of).toBeGreaterThan(80);
  expect(read / of).toBeGreaterThanOrEqual(0.9);
});
