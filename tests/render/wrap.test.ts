import fc from 'fast-check';
import { expect, test } from 'vitest';
import { column } from '../../src/render/element.ts';
import { measure, widthsIn } from '../../src/render/fonts.ts';
import { findGaps, HOLDS } from '../../src/render/line-break.ts';
import { drawParagraph, setParagraph, wrap } from '../../src/render/paragraph.ts';
import { layTree } from '../helpers/boxes.ts';
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

test('each part of a text is as wide as it is alone', () => {
  fc.assert(
    fc.property(anyText(120), fc.nat(), fc.nat(), fc.boolean(), (text, from, length, tabular) => {
      const letters = [...text];
      const at = from % (letters.length + 1);
      const [before, part] = [letters.slice(0, at), letters.slice(at, at + (length % 40))].map((each) => each.join(''));
      const type = { ...TYPE, letterSpacing: 2, tabular };
      const width = widthsIn(text, type)(before?.length ?? 0, `${before}${part}`.length);
      expect(width).toBeCloseTo(measure(part ?? '', type), 6);
    }),
  );
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

/** Words, numbers and names with every kind of space between them. */
const spacedText = (max: number) => {
  const word = fc.oneof(
    fc.constantFrom('10', '000', '1.5', 'million', '€', '%', 'US$', 'Mrd.', '24', 'February', 'J.', 'K.', 'Rowling'),
    fc.constantFrom('the', 'Wagner', 'fighters', 'reportedly', 'a-compound-word', 'Donaudampfschifffahrtsgesellschaft'),
  );
  const space = fc.constantFrom(' ', ' ', ' ', '\u00a0', '\u202f', '\u2009', '\u00a0 ', '  ');
  return fc
    .array(fc.tuple(word, space), { minLength: 1, maxLength: max })
    .map((parts) => parts.flat().slice(0, -1).join(''));
};

/** Too narrow for the longest words, and for some numbers with their units. */
const narrowWidth = fc.integer({ min: 60, max: 700 });

test('a loose or firm space breaks a line only if its words are wider than a line', () => {
  fc.assert(
    fc.property(spacedText(40), narrowWidth, (text, width) => {
      const gaps = findGaps(text);
      const ends = new Set(wrap(text, TYPE, width).map(({ end }) => end));
      for (const gap of gaps.filter(({ start, hold }) => hold !== 'free' && ends.has(start))) {
        const looser = gaps.filter(({ hold }) => HOLDS.indexOf(hold) < HOLDS.indexOf(gap.hold));
        const from = looser.findLast(({ end }) => end <= gap.start)?.end ?? 0;
        const to = looser.find(({ start }) => start >= gap.end)?.start ?? text.length;
        expect(measure(text.slice(from, to), TYPE), text.slice(from, to)).toBeGreaterThan(width);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a word breaks inside only if it is wider than a line, and no letter is lost or too far right', () => {
  fc.assert(
    fc.property(spacedText(40), narrowWidth, (text, width) => {
      const set = wrap(text, TYPE, width);
      for (const word of text.matchAll(/\S+/gu)) {
        const inside = set.some(({ end }) => end > word.index && end < word.index + word[0].length);
        if (inside) expect(measure(word[0], TYPE), word[0]).toBeGreaterThan(width);
      }
      for (const line of set) expect(line.width).toBeLessThanOrEqual(width);
      const drawn = set.map(({ start, end }) => text.slice(start, end)).join('');
      expect(drawn.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['a number longer than a line breaks between its groups', '10 000 000 000', 200, ['10 000', '000 000']],
  ['a number leaves its scale word before it breaks itself', 'US$ 10 000 million', 260, ['US$ 10 000', 'million']],
  [
    'a given name leaves initial and name before those part',
    'Alexander G. Lukashenko',
    300,
    ['Alexander', 'G. Lukashenko'],
  ],
  ['no-break spaces break before a word does', 'the\u00a0Wagner\u00a0Group', 160, ['the', 'Wagner', 'Group']],
  [
    'of no-break spaces those in numbers last',
    'the\u00a0army\u00a0has\u00a010\u00a0000',
    240,
    ['the\u00a0army', 'has\u00a010\u00a0000'],
  ],
])('%s', (_, text, width, set) => {
  expect(lines(text, width)).toEqual(set);
});

test('satori draws each of the lines as one line, even in a box that is narrower', async () => {
  await fc.assert(
    fc.asyncProperty(spacedText(40), fc.nat(), fc.nat(), async (text, from, length) => {
      const start = from % text.length;
      const mark = { start, end: start + length, background: '#ffff00', color: '#000000' };
      const spec = { text, face: 'serif', color: '#000000', lineHeight: 1.5, mark } as const;
      const paragraph = setParagraph(spec, 40, 500);
      const { runs } = await layTree(column({ width: 200, height: 3000 }, drawParagraph(paragraph)), 500, 3000);
      for (const run of runs) {
        expect(run.box.bottom - run.box.top, run.text).toBe(60);
        expect(run.bottom - run.top, run.text).toBeLessThan(60);
      }
    }),
    { numRuns: 50 },
  );
});

test('a long word never breaks inside a letter with its marks', () => {
  const letter = 'e\u0301';
  for (const line of lines(letter.repeat(60), 300)) expect(line.startsWith('\u0301')).toBe(false);
});
