import { expect, test } from 'vitest';
import { measure } from '../../src/render/fonts.ts';
import { wrap } from '../../src/render/wrap.ts';

const TYPE = { face: 'sans', fontSize: 40 } as const;
const lines = (text: string, width: number) => wrap(text, TYPE, width).map(({ start, end }) => text.slice(start, end));

test('a short text is one line', () => {
  expect(lines('Wagner fighters', 1000)).toEqual(['Wagner fighters']);
});

test('lines are even, without a lonely last word', () => {
  const text = 'Wagner fighters reportedly stayed in Belarus after the failed mutiny';
  const set = lines(text, 1200);
  expect(set).toHaveLength(2);
  expect(set.join(' ')).toBe(text);
  const [first, last] = set.map((line) => measure(line, 'sans', 40));
  expect(Math.abs((first ?? 0) - (last ?? 0))).toBeLessThan(200);
});

test('no line is wider than its measure, and no letter is lost', () => {
  const text = `See https://example.org/a-very-long-address/${'x'.repeat(80)} and ${'W'.repeat(60)} too`;
  const set = wrap(text, TYPE, 500);
  for (const line of set) expect(measure(text.slice(line.start, line.end), 'sans', 40)).toBeLessThanOrEqual(500);
  expect(
    set
      .map(({ start, end }) => text.slice(start, end))
      .join('')
      .replaceAll(' ', ''),
  ).toBe(text.replaceAll(' ', ''));
});

test('a long word never breaks inside a letter with its marks', () => {
  const letter = 'e\u0301';
  for (const line of lines(letter.repeat(60), 300)) expect(line.startsWith('\u0301')).toBe(false);
});
