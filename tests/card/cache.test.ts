import { expect, test } from 'vitest';
import { createCache } from '../../src/cache.ts';

test('gives what was set lately', () => {
  const cache = createCache<number>(100);
  cache.set('a', 1);
  expect(cache.get('a')).toBe(1);
  expect(cache.get('b')).toBeUndefined();
});

test('forgets what was not asked for while as much as its limit came after it, and keeps what was', () => {
  const cache = createCache<number>(10);
  cache.set('asked for', 1);
  cache.set('forgotten', 2);
  for (let n = 0; n < 10; n++) {
    cache.set(`other ${n}`, n);
    expect(cache.get('asked for')).toBe(1);
  }
  expect(cache.get('forgotten')).toBeUndefined();
});

test('weighs what is set again once', () => {
  const cache = createCache<number>(10);
  cache.set('first', 1);
  for (let n = 0; n < 20; n++) cache.set('again', n);
  expect(cache.get('first')).toBe(1);
});
