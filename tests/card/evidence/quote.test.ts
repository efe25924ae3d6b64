import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote, prepareText, type TextQuoteSelector } from '../../../src/card/evidence/find-quote.ts';
import { normalise } from '../../../src/card/evidence/normalise.ts';

const find = (text: string, quote: string | TextQuoteSelector, near?: number) =>
  findQuote(prepareText(text), typeof quote === 'string' ? { exact: quote } : quote, near);

/** The words of the original that a match covers. */
function words(text: string, quote: string | TextQuoteSelector): string {
  const found = find(text, quote);
  return 'start' in found ? `${found.match}: ${text.slice(found.start, found.end)}` : found.match;
}

describe('normalise', () => {
  test.each([
    ['curly quotation marks', '“Today,” he said ‘so’', '"Today," he said \'so\''],
    ['white space and line breaks', '  one\n\n two\tthree\u00a0four\u202ffive ', 'one two three four five'],
    ['dashes, doubled ones too', 'a – b — c -- d‑e − f', 'a - b - c - d-e - f'],
    [
      'what nobody sees',
      'con\u00adscripts\u200b of\ufeff \u202awar\u180e, a\u034fll\ufe0f\u{e0041}',
      'conscripts of war, all',
    ],
    ['ligatures and full-width forms', 'o\ufb03ce, \ufb01ve, \u0133s, ２０', 'office, five, ijs, 20'],
    ['apostrophes, primes and guillemets', 'п\u02bcять 5′ ‹so› „ja“ 〝x〞', 'п\'ять 5\' \'so\' "ja" "x"'],
    ['what nobody sees before a combining mark', 'a\u00ad\u0301', 'á'],
    ['decomposed letters', 'Tijano\u0301vskaya', 'Tijanóvskaya'],
    ['Hangul jamo', '\u1112\u1161\u11ab', '한'],
    ['ellipses', 'so…', 'so...'],
    ['nothing', ' \n ', ''],
  ])('%s', (_what, original, expected) => {
    expect(normalise(original).text).toBe(expected);
  });

  test('keeps case, superscripts and fractions: they can change the fact', () => {
    expect(normalise('US 10² ½').text).toBe('US 10² ½');
  });

  test('maps every place back into the original', () => {
    const original = 'A “bug”\n\n—  o\u0301';
    const { text, starts, ends } = normalise(original);
    expect(text).toBe('A "bug" - ó');
    expect([starts.length, ends.length]).toEqual([text.length, text.length]);
    const at = text.indexOf('ó');
    expect(original.slice(starts[at], ends[at])).toBe('o\u0301');
    const space = text.indexOf(' -');
    expect(original.slice(starts[space], ends[space])).toBe('\n\n');
  });
});

describe('findQuote', () => {
  const TEXT = 'The head said: “They won’t take part\nin hostilities.” At least 2,000 soldiers — often ten — remain.';

  test('finds an exact match', () => {
    expect(words(TEXT, '2,000 soldiers')).toBe('exact: 2,000 soldiers');
  });

  test('finds the words in different typography, and returns their position in the original', () => {
    expect(words(TEXT, '"They won\'t take part in hostilities."')).toBe(
      'normalised: “They won’t take part\nin hostilities.”',
    );
  });

  test('takes whole words only', () => {
    expect(words(TEXT, 'ten')).toBe('exact: ten');
    expect(find('often', 'ten').match).not.toBe('exact');
    expect(find('12,000 soldiers', '2,000 soldiers').match).toBe('drift');
    expect(find('up to 1,000,000 men', 'up to 1,000').match).toBe('drift');
    expect(find('up to 1,000, men', 'up to 1,000').match).toBe('exact');
  });

  test.each([
    ['they can’t leave', 'they can'],
    ["they can't leave", 'they can'],
    ['at −3.2 °C', '3.2 °C'],
    ['by -3 points', '3 points'],
    ['up to 10 000 men', 'up to 10'],
    ['up to 12\u202f300 men', '300 men'],
    ['1.5 million', '5 million'],
    ['at 10:30 sharp', '30 sharp'],
    ['about $1.5bn', '$1.5'],
    ['10² men', '10'],
  ])('does not match inside a word or a number: %j does not contain %j', (text, quote) => {
    expect(['drift', 'missing']).toContain(find(text, quote).match);
  });

  test.each([
    ['they can, ‘they’ said', 'they can'],
    ['from 10–12 men', '12 men'],
    ['In 2022 300 men came', '300 men'],
    ['10\t300 men', '300 men'],
    ['1,000\u2060² men', '1,000'],
    ['men\u2060¹² came', 'men'],
    ['1,000\u2060ᵃ men', '1,000'],
    ['men\u2060¹,² came', 'men'],
    ['a well-known word', 'known word'],
    ['in the U.S. they', 'U.S.'],
    ['日本の人口は増えた', '人口'],
  ])('matches whole words and numbers: %j contains %j', (text, quote) => {
    expect(find(text, quote).match).toBe('exact');
  });

  test('finds words in capitals, and says that they have another case', () => {
    const found = find('Die Straße in Εφεσος ist GROSS. Die straße in', 'DIE STRASSE IN');
    expect(found).toMatchObject({ match: 'drift', start: 0, end: 13, recased: [{ start: 0 }, { start: 32 }] });
    expect(find('A raised “hand”', 'RAISED "HAND"')).toMatchObject({ recased: [{ start: 2, end: 15 }] });
  });

  test('takes a prefix in capitals, and one of the block before', () => {
    const twice = 'Read also\nArmy grows\nBy Ann Author\nArmy grows\nIt has grown.';
    expect(find(twice, { exact: 'Army grows', prefix: 'BY ANN AUTHOR' })).toMatchObject({ start: 35 });
    expect(find(twice, { exact: 'Army grows', suffix: 'By Ann' })).toMatchObject({ start: 10 });
  });

  test('needs a prefix or suffix if the quote occurs more than once', () => {
    const twice = 'like a bug, he said. Then: like a bug, again.';
    expect(find(twice, 'like a bug')).toMatchObject({ match: 'ambiguous', places: [{ start: 0 }, { start: 27 }] });
    expect(find(twice, { exact: 'like a bug', prefix: 'Then:' })).toEqual({ match: 'exact', start: 27, end: 37 });
    expect(find(twice, { exact: 'like a bug', suffix: ', he' })).toEqual({ match: 'exact', start: 0, end: 10 });
  });

  test('takes another case for another place, as browsers do, but not for the quote', () => {
    expect(find('Like A Bug, they say. It was like a bug.', 'like a bug').match).toBe('ambiguous');
    expect(find('Like A Bug, they say.', 'like a bug').match).toBe('drift');
  });

  test('finds a quote with capitals in a text with letters whose case changes their length', () => {
    expect(words('In İzmir The Kremlin said so.', 'The Kremlin said')).toBe('exact: The Kremlin said');
  });

  test('a changed word is drift with a score, and never a match', () => {
    const found = find(
      'He has about 3,000 soldiers remaining in the country.',
      'around 2,000 soldiers remaining in the country',
    );
    expect(found.match).toBe('drift');
    expect(found).toMatchObject({ score: expect.closeTo(0.9, 1) });
  });

  test('a changed number alone is drift', () => {
    expect(find('up to 9,000 Wagner fighters', 'up to 1,000 Wagner fighters').match).toBe('drift');
  });

  test('of similar places, reports the one with the right surroundings', () => {
    const text = `${'Ann said it was bleu. '.padEnd(400, 'x ')}Bob said it was bleu.`;
    const found = find(text, { exact: 'it was blue', prefix: 'Bob said' });
    expect(found).toMatchObject({ match: 'drift', start: text.lastIndexOf('it was') });
  });

  test('prefers the similar place that is nearest to the last match', () => {
    const text = `it was bleu ${'x '.repeat(200)}it was bleu`;
    expect(find(text, 'it was blue', text.length)).toMatchObject({ start: text.lastIndexOf('it was') });
    expect(find(text, 'it was blue', 0)).toMatchObject({ start: 0 });
  });

  test('reports a completely different text as missing', () => {
    expect(find('abc def', 'zzzzzzzz qqqqqqqq')).toEqual({ match: 'missing' });
    expect(find('', 'words')).toEqual({ match: 'missing' });
  });
});

describe('properties', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 300 });

  test('no text and no quote crashes it, and every place lies inside the text', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ maxLength: 20 }),
        (text, exact, prefix) => {
          const found = find(text, { exact, prefix });
          if ('start' in found) {
            expect(found.start).toBeGreaterThanOrEqual(0);
            expect(found.end).toBeLessThanOrEqual(text.length);
            expect(found.start).toBeLessThan(found.end);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('finds every substring that begins and ends at whole words', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((text) => /^[\p{L}\p{N}]+$/u.test(text));
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 30 }), fc.nat(), fc.nat(), (list, a, b) => {
        const [from, to] = [a % list.length, b % list.length].sort((x, y) => x - y) as [number, number];
        const found = find(list.join(' '), list.slice(from, to + 1).join(' '));
        expect(['exact', 'ambiguous']).toContain(found.match);
      }),
      { numRuns: 1000 },
    );
  });

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalise(text).text;
        expect(normalise(once).text).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
