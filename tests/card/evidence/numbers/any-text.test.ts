/** No text crashes the reader, and none makes it read a place twice. */
import '../../../helpers/fixed-seed.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumbers } from '../../../../src/card/evidence/numbers/read-numbers.ts';

const PARTS = [
  ...[
    '1',
    '12',
    '2022',
    '1,000',
    '1.000',
    '3,5',
    '½',
    '½',
    '-',
    '–',
    '−',
    '+',
    '%',
    '$',
    '€',
    'US$',
    'EUR',
    '/',
    ':',
    '.',
    ',',
    "'",
    '°C',
  ],
  ...[
    'million',
    'Mio.',
    'тис.',
    'mil',
    'bn',
    'm',
    'k',
    'dozen',
    'half',
    'a',
    'one',
    'twenty',
    'hundred',
    'zwei',
    'deux',
    'двадцать',
    'of',
    'and',
  ],
  ...[
    'between',
    'from',
    'to',
    'up to',
    'about',
    'more than',
    'or more',
    'in',
    'at',
    'p.m.',
    'February',
    'Feb.',
    'року',
    'th',
    '-я',
    'T-',
    'No.',
  ],
  ...[' ', ' ', '\u00a0', '\n', '\n\n', '²', '\u200b', '😀', '\ud800'],
];
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PARTS), { maxLength: 25 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...PARTS), { maxLength: 25 }).map((parts) => parts.join(' ')),
);
const language = fc.constantFrom(
  'en',
  'en-US',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'uk',
  'ru',
  'be',
  'ja',
  '',
  null,
);

test('any text is read, in order and without overlaps', () => {
  fc.assert(
    fc.property(texts, language, (text, tag) => {
      let last = 0;
      for (const { start, end } of readNumbers(text, tag)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }),
    { numRuns: 5000 },
  );
});

test('a quantity has a lowest or a highest value, and its number is in it', () => {
  fc.assert(
    fc.property(texts, language, (text, tag) => {
      for (const reading of readNumbers(text, tag)) {
        if (reading.type !== 'quantity') continue;
        const { min, max, number, start, end } = reading;
        expect(min ?? max).not.toBeNull();
        for (const bound of [min, max]) expect(bound === null || Number.isFinite(bound.value)).toBe(true);
        if (min && max) expect(min.value).toBeLessThanOrEqual(max.value);
        expect([number.start >= start, number.end <= end]).toEqual([true, true]);
      }
    }),
    { numRuns: 5000 },
  );
});
