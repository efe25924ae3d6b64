/** Spells numbers alike in what a search reads and in what it is asked: "1,000", "1 000" and "1k" are the word "1000". Pure. */
import { readNumbers } from '../../card/evidence/numbers/read-numbers.ts';
import type { Quantity } from '../../card/evidence/numbers/reading.ts';

/** A search is in any language; most of what the reader knows is the same in all, and the rest is English. */
const QUERY_LANGUAGE = 'en';

/** A text for the index: each number as digits, and beside it the words that it has, as in "1.5 million". */
export function spellNumbers(text: string, language: string): string {
  return replaceNumbers(text, language, (quantity, written) =>
    [digitsOf(quantity), written.replace(/\p{N}(?:[^\p{L}]*\p{N})?/gu, ' ')].join(' '),
  );
}

/** The ways to read what is searched for: "1.234" can be over a thousand, and "two thousand" can be the words or the number. */
export function spellQuery(query: string): string[] {
  const withoutPoints = query.replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, '');
  // A decimal does not end in 0: "1.500" is 1500.
  const readable = /\d\.\d{2}0(?!\d)/.test(query) ? [withoutPoints] : [query, withoutPoints];
  const ways = readable.flatMap((text) => [
    replaceNumbers(text, QUERY_LANGUAGE, (quantity, written) =>
      /\p{N}/u.test(written) ? digitsOf(quantity) : written,
    ),
    replaceNumbers(text, QUERY_LANGUAGE, digitsOf),
  ]);
  return [...new Set(ways)];
}

function replaceNumbers(
  text: string,
  language: string,
  spell: (quantity: Quantity, written: string) => string,
): string {
  let spelled = '';
  let from = 0;
  for (const reading of readNumbers(text, language)) {
    if (reading.type !== 'quantity' || isVague(reading)) continue;
    const { start, end } = reading.number;
    spelled += `${text.slice(from, start)} ${spell(reading, text.slice(start, end))} `;
    from = end;
  }
  return spelled + text.slice(from);
}

/** "Thousands" is no number that somebody would search for in digits. */
const isVague = ({ min, max, hedge }: Quantity) => (min === null || max === null) && hedge === null;

/** One word for each end of a range. A point would part a word in two. */
function digitsOf({ min, max }: Quantity): string {
  const values = [min?.value, max?.value].filter((value) => value !== undefined);
  return [...new Set(values)].map((value) => String(value).replace('.', 'p')).join(' ');
}
