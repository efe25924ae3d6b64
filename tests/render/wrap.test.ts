import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measure } from '../../src/render/fonts.ts';
import { wrap } from '../../src/render/paragraph.ts';
import { anyText, ordinaryText } from '../helpers/random-cards.ts';

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
  const [first, last] = set.map((line) => measure(line, TYPE));
  expect(Math.abs((first ?? 0) - (last ?? 0))).toBeLessThan(200);
});

const width = fc.integer({ min: 400, max: 1400 });

test('no ordinary text ends in a lonely word that the line before could have kept company', () => {
  const sentence = ordinaryText(300).filter((text) => text.split(' ').length >= 6);
  fc.assert(
    fc.property(sentence, width, (text, width) => {
      const set = wrap(text, TYPE, width);
      const last = set.at(-1);
      const widest = Math.max(...set.map((line) => line.width));
      const [before = '', lastText = ''] = lines(text, width).slice(-2);
      const given = before.split(' ');
      const hasCompany = given.length > 1 && measure(`${given.at(-1)} ${lastText}`, TYPE) <= width;
      const lonely = set.length > 1 && last && !lastText.includes(' ') && hasCompany;
      if (lonely) expect(last.width, lines(text, width).join(' | ')).toBeGreaterThanOrEqual(widest / 3);
    }),
    { numRuns: 1000 },
  );
});

test('a word that has room on a line is never broken, and none is lost', () => {
  fc.assert(
    fc.property(ordinaryText(300), width, (text, width) => {
      expect(lines(text, width).join(' ')).toBe(text);
    }),
    { numRuns: 500 },
  );
});

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Where a word that starts at `from` may be cut: before, between and behind its letters. */
function graphemeStops(word: string, from: number): number[] {
  return [from, ...[...GRAPHEMES.segment(word)].map(({ index, segment }) => from + index + segment.length)];
}

test('any text keeps all its letters, whole and in lines no wider than their measure', () => {
  fc.assert(
    fc.property(anyText(300), width, (text, width) => {
      const set = wrap(text, TYPE, width);
      const stops = new Set([...text.matchAll(/\S+/gu)].flatMap((word) => graphemeStops(word[0], word.index)));
      for (const { start, end } of set) {
        expect(stops.has(start) && stops.has(end), text.slice(start, end)).toBe(true);
        expect(measure(text.slice(start, end), TYPE), text.slice(start, end)).toBeLessThanOrEqual(width + 0.001);
      }
      const drawn = set.map(({ start, end }) => text.slice(start, end)).join('');
      expect(drawn.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    }),
    { numRuns: 500 },
  );
});

test('an address too long for a line breaks behind a slash, dot, hyphen or underscore', () => {
  const part = fc.constantFrom('news', 'belarus', 'army', '2023', 'wagner');
  const sign = fc.constantFrom('/', '.', '-', '_');
  const address = fc
    .array(fc.tuple(part, sign), { minLength: 8, maxLength: 20 })
    .map((parts) => `https://example.org/${parts.flat().join('')}end`);
  fc.assert(
    fc.property(address, width, (text, width) => {
      for (const line of lines(text, width).slice(0, -1)) expect(line).toMatch(/[/.\-_]$/);
    }),
  );
});

test('a space that does not break holds its words together', () => {
  const number = '10\u00a0000';
  fc.assert(
    fc.property(ordinaryText(80), ordinaryText(80), width, (before, after, width) => {
      expect(lines(`${before} ${number} ${after}`, width).some((line) => line.includes(number))).toBe(true);
    }),
  );
});

test('a long word never breaks inside a letter with its marks', () => {
  const letter = 'e\u0301';
  for (const line of lines(letter.repeat(60), 300)) expect(line.startsWith('\u0301')).toBe(false);
});
