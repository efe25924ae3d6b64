/** Normalises numbers in indexed texts and queries: "1,000", "1 000" and "1k" become the word "1000". Pure. */
import { readNumbers } from '../../card/evidence/numbers/read-numbers.ts';
import type { Quantity } from '../../card/evidence/numbers/reading.ts';

/** The language of queries is unknown. Most notations are shared by all languages; the rest is read as English. */
const QUERY_LANGUAGE = 'en';

/** Normalises a text for the index. Each number becomes digits followed by its words, as in "1.5 million". */
export function spellNumbers(text: string, language: string): string {
  return replaceNumbers(text, language, (quantity, written) =>
    [digitsOf(quantity), written.replace(/\p{N}(?:[^\p{L}]*\p{N})?/gu, ' ')].join(' '),
  );
}

/** The possible readings of a query: "1.234" may exceed a thousand, and "two thousand" may be words or a number. */
export function spellQuery(query: string): string[] {
  const withoutPoints = query.replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, '');
  // A decimal number does not end with 0, so "1.500" is 1500.
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

/** "Thousands" is not a number that people search for in digits. */
const isVague = ({ min, max, hedge }: Quantity) => (min === null || max === null) && hedge === null;

/** One word for each end of a range. A decimal point would split the word. */
function digitsOf({ min, max }: Quantity): string {
  const values = [min?.value, max?.value].filter((value) => value !== undefined);
  return [...new Set(values)].map((value) => String(value).replace('.', 'p')).join(' ');
}
