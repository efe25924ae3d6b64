/** The words that a reader must be able to read in a picture: from the card's data, each at its place in the picture. Pure. */
import { isOutletSpeaking, stepNames } from '../../../src/card/attribution.ts';
import { publisherName } from '../../../src/card/citation.ts';
import { findHighlight } from '../../../src/card/evidence/highlight.ts';
import { comparedValue } from '../../../src/card/headline.ts';
import { afterNumber } from '../../../src/card/kinds/figure.ts';
import { type CardRecord, isComparison } from '../../../src/card/record.ts';
import type { Rect, Run } from '../../helpers/boxes.ts';

type Field = { name: string; text: string; marked?: { start: number; end: number } | undefined };

/** The texts of a card that count. No picture may leave one of them out. */
export function expectedFields(record: CardRecord): Field[] {
  const { card } = record;
  if (isComparison(record)) {
    const rows = record.rows.flatMap((row): Field[] => {
      const { card: compared } = row.record;
      const values = compared.kind === 'figure' ? [compared.figure.text, compared.figure.unit] : [comparedValue(row)];
      return [{ name: 'label', text: row.label }, ...values.map((text) => ({ name: 'value', text }))];
    });
    return [{ name: 'title', text: card.claim }, ...rows];
  }
  const { quote, attribution, ...rest } = record.card;
  const { translation, exact } = quote;
  const words: Field = translation
    ? { name: 'quote', text: translation.text }
    : { name: 'quote', text: exact, marked: findHighlight(quote) };
  // An outlet that speaks for itself is the publisher.
  const speaker = isOutletSpeaking(record) ? [] : stepNames(attribution).slice(0, 1);
  return [
    // A claim that begins with the figure is drawn after it.
    { name: 'claim', text: 'figure' in rest ? afterNumber({ ...rest, claim: card.claim }).claim : card.claim },
    words,
    ...('figure' in rest ? [{ name: 'figure', text: rest.figure.text }] : []),
    ...('figure' in rest ? [{ name: 'unit', text: rest.figure.unit }] : []),
    // Before the speaker, who may be a part of it.
    { name: 'publisher', text: publisherName(record.source) },
    ...speaker.map((text) => ({ name: 'speaker', text })),
  ];
}

/** A word of a field, and where it is drawn. A word that breaks between two lines has two places. */
export type Word = { text: string; marked: boolean; places: Rect[] };

export type Expected = {
  words: Word[];
  /** Words that are not counted, because the language model has not all of their letters. */
  unknown: string[];
  /** Fields that the picture draws only as a part of another field: a unit inside the claim. They count once. */
  shared: string[];
  /** Fields that the picture does not draw. */
  missing: string[];
};

/** Letters outside tesseract's model `eng`. */
const UNKNOWN_LETTER = /[^\p{ASCII}é€£]/u;

/** Finds the fields of a card in the runs of text of its picture. */
export function findExpected(record: CardRecord, runs: readonly Run[]): Expected {
  const drawn = [...runs].flatMap((run) => [...solid(run.text)].map((letter) => ({ letter, run })));
  const text = drawn.map(({ letter }) => letter).join('');
  const used: { start: number; end: number }[] = [];
  const expected: Expected = { words: [], unknown: [], shared: [], missing: [] };
  for (const { name, text: field, marked } of expectedFields(record)) {
    const letters = solid(field);
    const places = placesOf(text, letters);
    const start = places.find((at) => used.every((range) => at >= range.end || at + letters.length <= range.start));
    if (start === undefined) {
      expected[places.length > 0 ? 'shared' : 'missing'].push(`${name}: ${field}`);
      continue;
    }
    used.push({ start, end: start + letters.length });
    for (const match of field.matchAll(WORDS)) {
      const word = plain(match[0]);
      if (word === '') continue;
      if (UNKNOWN_LETTER.test(word)) {
        expected.unknown.push(word);
        continue;
      }
      const from = start + solid(field.slice(0, match.index)).length;
      const its = drawn.slice(from, from + solid(match[0]).length).map(({ run }) => run);
      const isMarked = marked !== undefined && match.index >= marked.start && match.index < marked.end;
      expected.words.push({ text: word, marked: isMarked, places: [...new Set(its)].map(placeOf) });
    }
  }
  return expected;
}

/** Dashes and slashes separate words: tesseract reads them in many ways. */
const WORDS = /[^\s/\u2010-\u2015-]+/gu;

/** A word without case and without the signs around it. */
const plain = (word: string) =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/^[^\p{L}\p{N}$€£]+|[^\p{L}\p{N}%‰$€£]+$/gu, '');

/** A text without spaces and case, and with one kind of quotation marks, because pictures nest them. */
const solid = (text: string) =>
  text
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/[“”„«»‘’'"]/gu, '"');

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** The line of a run. */
const placeOf = ({ left, right, box: { top, bottom } }: Run): Rect => ({ left, right, top, bottom });

/** A word as tesseract read it. `x`, `y`: its middle, in px of the picture. */
export type ReadWord = { text: string; x: number; y: number };

/** tesseract's table of words, for a picture enlarged by `scale`. */
export function parseTable(table: string, scale: number): ReadWord[] {
  return table.split('\n').flatMap((row) => {
    const [level, , , , , , left, top, width, height, , text = ''] = row.split('\t');
    if (level !== '5') return [];
    const middle = { x: (Number(left) + Number(width) / 2) / scale, y: (Number(top) + Number(height) / 2) / scale };
    return [...text.matchAll(WORDS)].map(([word]) => ({ text: plain(word), ...middle }));
  });
}

/** The expected words that a reading does not have at their places. Each read word counts once. */
export function findLost(words: readonly Word[], reading: readonly ReadWord[]): Set<Word> {
  const left = [...reading];
  return new Set(
    words.filter(({ text, places }) => {
      const at = left.findIndex((read) => read.text === text && places.some((place) => isIn(read, place)));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    }),
  );
}

const isIn = ({ x, y }: ReadWord, { left, right, top, bottom }: Rect) =>
  x >= left && x <= right && y >= top && y <= bottom;
