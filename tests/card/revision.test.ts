import { expect, test } from 'vitest';
import { revisionOf } from '../../src/card/revision.ts';

test('is eight hexadecimal digits', () => {
  expect(revisionOf({ claim: 'a' })).toMatch(/^[0-9a-f]{8}$/);
});

test('changes with the content, and not with the order of its fields', () => {
  expect(revisionOf({ a: 1, b: [1, 2] })).toBe(revisionOf({ b: [1, 2], a: 1 }));
  expect(revisionOf({ a: 1, b: [1, 2] })).not.toBe(revisionOf({ a: 1, b: [2, 1] }));
});

test('takes an undefined field for an absent one', () => {
  expect(revisionOf({ a: 1, b: undefined })).toBe(revisionOf({ a: 1 }));
});
