/** fast-check's arbitraries for texts of many scripts, and for cards of every kind made of them. */
import fc from 'fast-check';
import { STEP_KINDS } from '../../src/card/attribution.ts';
import type { Kind } from '../../src/card/kind.ts';
import { MAX_QUOTE_WORDS } from '../../src/card/kinds/fields.ts';
import type { CardRecord, ComparisonRecord, QuotedRecord } from '../../src/card/record.ts';
import { Status } from '../../src/card/status.ts';
import { quoteCard, recordOf, source } from './fixtures.ts';

/** Words that an English newspaper is made of. */
const ORDINARY = `a the of in to and that with from may was not its been will up than more about after before while
  president officials country border soldiers fighters reportedly according several thousand returned training
  government military Belarus Ukraine Russia Minsk Wagner Group opposition independent journalists satellite camp
  conscripts negotiations approximately statement agreement`.split(/\s+/);

const SCRIPTS = {
  latin: 'abcdefghijklmnopqrstuvwxyzäéøßłđŋœ',
  capitals: 'ABCDEFGHIJKLMNOPQRSTUVWXYZÄÉØŁĐŒẞ',
  digits: '0123456789.,–%',
  cyrillic: 'абвгдежзийклмнопрстуфхцчшщъыьэюяґєіїўЖЩЮЫ',
  greek: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήόΩΨΞ',
  signs: '“”„«»‘’—–-/…()[]&%€£№@#*+=<>|~^_§°',
  widest: 'WMЩЖ@—‰ÆŒ',
  narrowest: "ilI1.,'|",
};

const letterOf = (letters: string) => fc.constantFrom(...letters);
const wordOf = (letters: string, max = 14) =>
  fc.array(letterOf(letters), { minLength: 1, maxLength: max }).map((word) => word.join(''));

/** Letters with marks above and below, each written as two code points with a single equivalent. */
const MARKED = fc
  .array(
    fc.oneof(
      fc.tuple(letterOf('aeiou'), letterOf('\u0300\u0301\u0302\u0308\u030c\u0323')).map((pair) => pair.join('')),
      fc.constantFrom('и\u0306', 'е\u0308', 'і\u0308', 'у\u0306', 'α\u0301', 'ω\u0301'),
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((letters) => letters.join(''));

const LONG_WORD = fc.oneof(
  wordOf('abcdefghij', 14).map((word) => word.padEnd(60, 'xyz')),
  wordOf('WMQ', 3).map((word) => word.padEnd(60, 'WM')),
);

const ADDRESS = fc
  .array(fc.constantFrom('news', 'a-long-part', 'index_2023', 'by.example', '12345678'), { minLength: 3, maxLength: 9 })
  .map((parts) => `https://example.org/${parts.join('/')}`);

/** What the fonts of the cards can draw. */
const drawable = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ORDINARY) },
  ...Object.values(SCRIPTS).map((letters) => wordOf(letters)),
  MARKED,
  LONG_WORD,
  ADDRESS,
);

/** Letters of scripts that no font of the cards has. */
export const UNDRAWABLE = fc.oneof(
  letterOf('ابتثجحخدذرزسشصضطظعغفقكلمنهوي'),
  letterOf('אבגדהוזחטיכלמנסעפצקרשת'),
  fc.constantFrom(...'😀🔥🇺🇦👩🏽🚀❤'),
  letterOf('日本語中文字漢한국어ไทย'),
);

type Texts = (max: number, maxWords?: number) => fc.Arbitrary<string>;

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One line of words, at most `max` UTF-16 units long and cut between letters, not inside one. */
function lineOf(words: fc.Arbitrary<string>): Texts {
  return (max, maxWords = 80) =>
    fc
      .tuple(fc.array(words, { minLength: 1, maxLength: maxWords }), fc.integer({ min: 1, max }), fc.boolean())
      .map(([parts, length, full]) => cut(parts.join(' '), full ? max : length));
}

function cut(text: string, max: number): string {
  const letters = [...GRAPHEMES.segment(text)].filter(({ index, segment }) => index + segment.length <= max);
  return (
    letters
      .map(({ segment }) => segment)
      .join('')
      .trim() || 'x'
  );
}

/** Any text that the fonts can draw. */
export const drawableText: Texts = lineOf(drawable);
/** Any text at all. */
export const anyText: Texts = lineOf(
  fc.oneof(
    drawable,
    fc.array(UNDRAWABLE, { minLength: 1, maxLength: 8 }).map((letters) => letters.join('')),
  ),
);
/** Words of a newspaper. Cut between words, so that each word is one. */
export const ordinaryText = (max: number, maxWords = 40): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...ORDINARY), { minLength: 1, maxLength: maxWords })
    .map((words) => words.reduce((line, word) => (line.length + 1 + word.length <= max ? `${line} ${word}` : line)));

const DATES = fc.constantFrom(
  '2023',
  '2023-09',
  '2023-06-27',
  '2023-06-27/2023-07-01',
  '2022-11-28/2023-09-30',
  '2022/',
  '2023-11~',
  '202X',
  '-0043-03-15/..',
);
const dated = fc.record({ date: DATES, basis: fc.constantFrom('stated', 'external', 'inferred') });

/** The longest texts that a card's fields may have, or that must always fit. */
export type Caps = {
  claim: number;
  exact: number;
  names: number;
  name: number;
  publisher: number;
  topics: number;
  topic: number;
  figure: number;
  unit: number;
  rows: number;
  label: number;
  note: number;
};

/** Those of the schema. */
export const SCHEMA_CAPS: Caps = {
  claim: 140,
  exact: 300,
  names: 5,
  name: 60,
  publisher: 60,
  topics: 4,
  topic: 40,
  figure: 24,
  unit: 40,
  rows: 4,
  label: 40,
  note: 200,
};

/** Records of a kind whose texts come from `texts`, none above its cap. */
export function records(kind: Kind, texts: Texts, caps: Caps): fc.Arbitrary<CardRecord> {
  return kind === 'comparison' ? comparisons(texts, caps) : quotations(kind, texts, caps);
}

type QuotedKind = Exclude<Kind, 'comparison'>;

function quotations(kind: QuotedKind, texts: Texts, caps: Caps): fc.Arbitrary<QuotedRecord> {
  return fc
    .record({
      topics: fc.array(texts(caps.topic), { minLength: 1, maxLength: caps.topics }),
      claim: texts(caps.claim),
      status: fc.constantFrom(...Status.options),
      attribution: fc.array(
        fc.oneof(texts(caps.name), fc.record({ name: texts(caps.name), as: fc.constantFrom(...STEP_KINDS) })),
        { minLength: 1, maxLength: caps.names },
      ),
      asOf: dated,
      exact: texts(caps.exact, MAX_QUOTE_WORDS),
      marked: fc.tuple(fc.nat(), fc.nat()),
      language: fc.constantFrom('en', 'de', 'fr', 'be'),
      figure: texts(caps.figure),
      unit: texts(caps.unit),
      share: fc.boolean(),
      drawnNumber: fc.option(
        fc
          .constantFrom('80–90%', 'up to 1,000', 'at least 500', '2,000–3,000', 'just over 30')
          .map((text) => ({ text })),
        { nil: undefined },
      ),
      nearby: fc.constantFrom([], ['2021', '2023-06-20/2023-06-28', '2023-11-02'], ['2023-06-27']),
      publisher: texts(caps.publisher),
      published: dated,
    })
    .map(({ exact, marked, figure, unit, share, drawnNumber, nearby, publisher, published, ...rest }) => {
      const card = { ...quoteCard, ...rest, quote: { exact, highlight: wordsOf(exact, marked) } };
      // Numbers with a drawing, and texts without one.
      const number = {
        ...(drawnNumber ?? { text: figure, value: 1 }),
        unit: share ? `of ${unit}`.slice(0, caps.unit) : unit,
      };
      const drawn = kind === 'figure' ? { ...card, kind, figure: number } : { ...card, kind };
      const [topic = ''] = rest.topics;
      const timeline = { topic, dates: nearby.map((date) => ({ date, basis: 'inferred' as const })) };
      return { ...recordOf(drawn, { ...source, publisher, published }), ...(kind === 'event' && { timeline }) };
    });
}

/** Some adjacent words of a text. */
function wordsOf(text: string, [from, count]: [number, number]): string {
  const words = text.split(' ');
  const start = from % words.length;
  return words.slice(start, start + 1 + (count % words.length)).join(' ');
}

function comparisons(texts: Texts, caps: Caps): fc.Arbitrary<ComparisonRecord> {
  const row = fc.record({
    label: texts(caps.label),
    measure: fc.option(fc.constant('Ships, or room for them'), { nil: undefined }),
    record: fc.oneof(quotations('figure', texts, caps), quotations('quote', texts, caps)),
  });
  return fc
    .record({
      topics: fc.array(texts(caps.topic), { minLength: 1, maxLength: caps.topics }),
      claim: texts(caps.claim),
      note: texts(caps.note),
      rows: fc.array(row, { minLength: 2, maxLength: caps.rows }),
    })
    .map(({ rows, ...texts }) => ({
      card: {
        id: 'a-comparison',
        kind: 'comparison',
        ...texts,
        rows: rows.map(({ label, record }) => ({ card: record.card.id, label })),
      },
      rows,
      revision: '0000000b',
      updated: '2026-11-21',
    }));
}
