/** Reads all numbers in a text: quantities, dates, times, ordinals and names. Pure. Linear in the length of the text. */

import { readCompound } from './compound.ts';
import { readDate } from './date.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { readOther } from './other.ts';
import { matchAt } from './phrases.ts';
import { readQuantity } from './quantity.ts';
import type { NumberReading } from './reading.ts';
import { type Token, tokenise } from './tokens.ts';

/**
 * Returns the readings in order, without overlaps. If the language is null or unknown, only notations that all languages share
 * are read; the rest is `unclear`.
 */
export function readNumbers(text: string, language: string | null): NumberReading[] {
  const lexicon = lexiconOf(language);
  const tokens = tokenise(text, lexicon.elides);
  const readings: NumberReading[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; ) {
    const found = readAt(tokens, at, from, lexicon);
    readings.push(...found.readings);
    if (found.readings.length > 0) from = found.end;
    at = found.end;
  }
  return readings;
}

function readAt(
  tokens: Token[],
  at: number,
  from: number,
  lexicon: Lexicon,
): { readings: NumberReading[]; end: number } {
  const none = { readings: [], end: at + 1 };
  const token = tokens[at] as Token;
  if (token.type === 'word' && !canStart(token, tokens[at + 1], lexicon)) return none;
  const span = (start: number, end: number) => ({ start: tokens[start]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 });
  const idiom = token.type === 'word' ? matchAt(tokens, at, lexicon.idioms) : undefined;
  if (idiom) return { readings: [], end: idiom.end };
  const date = readDate(tokens, at, lexicon);
  if (date) return { readings: [date.reading], end: date.end };
  const other = readOther(tokens, at, lexicon);
  if (other) return { readings: [{ type: other.type, ...span(other.start, other.end) }], end: other.end };
  const found = readQuantity(tokens, at, from, lexicon);
  if (!found) return none;
  if (found.type === 'quantity') return { readings: [found.reading], end: found.end };
  if (found.type === 'unclear')
    return { readings: [{ type: 'unclear', ...span(at, found.end), because: found.because }], end: found.end };
  if (found.type === 'list') return { readings: readList(token), end: found.end };
  return { readings: [{ type: found.type, ...span(at, found.end) }], end: found.end };
}

/** Whether a reading can begin with a word. Excludes most words of a text early. */
function canStart({ key, text }: Token, next: Token | undefined, { starters, compounds }: Lexicon): boolean {
  if (starters.has(key) || next?.glued || next?.type === 'digits' || next?.text === '$') return true;
  return /^\p{Lu}{2}/u.test(text) || (compounds !== null && readCompound(key, compounds) !== undefined);
}

/** "22,24,26": several numbers. */
function readList({ text, start }: Token): NumberReading[] {
  return [...text.matchAll(/\d+(?:\.\d+)?/g)].map(({ 0: digits, index }) => {
    const bound = { value: Number(digits), open: false };
    const range = { start: start + index, end: start + index + digits.length };
    return {
      type: 'quantity',
      ...range,
      min: bound,
      max: bound,
      hedge: null,
      approximate: false,
      scale: 1,
      unit: null,
      number: range,
    };
  });
}
