import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addPosition,
  countShared,
  emptyBitset,
  fullBitset,
  hasPosition,
  intersect,
  positionsOf,
} from '../../src/catalog/bitset.ts';

const LENGTH = 100;
const numbers = fc.uniqueArray(fc.nat(LENGTH - 1));

function setOf(positions: number[]) {
  const set = emptyBitset(LENGTH);
  for (const position of positions) addPosition(set, position);
  return set;
}

test('a set holds what was put in, in order', () => {
  fc.assert(
    fc.property(numbers, (positions) => {
      const set = setOf(positions);
      expect(positionsOf(set)).toEqual([...positions].sort((a, b) => a - b));
      expect(Array.from({ length: LENGTH }, (_, at) => hasPosition(set, at)).filter(Boolean)).toHaveLength(
        positions.length,
      );
    }),
  );
});

test('sets are intersected and counted as sets are', () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const shared = a.filter((position) => b.includes(position)).sort((x, y) => x - y);
      expect(positionsOf(intersect([setOf(a), setOf(b)], LENGTH))).toEqual(shared);
      expect(countShared(setOf(a), setOf(b))).toBe(shared.length);
    }),
  );
});

test.each([0, 1, 31, 32, 33, 64, 100])('the full set of %i', (length) => {
  expect(positionsOf(fullBitset(length))).toEqual(Array.from({ length }, (_, at) => at));
  expect(intersect([], length)).toEqual(fullBitset(length));
});
