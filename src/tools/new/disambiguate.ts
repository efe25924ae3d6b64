/** Chooses the prefix or suffix that identifies one occurrence of a quote, for this program and for browsers. Pure. */
import { findQuote, type Range, type SearchableText, type TextQuoteSelector } from '../../card/evidence/find-quote.ts';
import { findFragmentFault } from '../../card/evidence/fragment.ts';
import { withoutIgnorable } from '../../card/evidence/normalise.ts';
import { asInPage, endOfWord } from '../../card/evidence/raised.ts';

/** The limit of quote.prefix and quote.suffix in the card schema. */
const MAX_CONTEXT_LENGTH = 120;

/** Separates the parts of a text that browsers search separately. */
export const BREAK = /[\n\r\t\u2028\u2029]+/u;

/**
 * Returns the shortest prefix that makes a quote unique, or else the shortest suffix, or else the shortest pair. Prefers words
 * of the same line. Uses the next block only if the line has no such words.
 */
export function disambiguate(text: SearchableText, exact: string, range: Range): TextQuoteSelector | undefined {
  const { original } = text;
  const before = original.slice(0, range.start);
  const after = original.slice(range.end);
  const prefixes = prefixesIn(before.trimEnd().split(BREAK).at(-1) ?? '').map((prefix) => ({ prefix }));
  const suffixes = suffixesIn(after.trimStart().split(BREAK, 1)[0] ?? '').map((suffix) => ({ suffix }));
  const pairs = prefixes
    .flatMap(({ prefix }) => suffixes.map(({ suffix }) => ({ prefix, suffix })))
    .sort((a, b) => a.prefix.length + a.suffix.length - b.prefix.length - b.suffix.length);
  const beginsLine = /(?:^|[\n\r\t\u2028\u2029])\s*$/u.test(before.slice(-100));
  const ordered = beginsLine ? [...suffixes, ...prefixes, ...pairs] : [...prefixes, ...suffixes, ...pairs];
  return ordered.map((context) => ({ exact, ...context })).find((selector) => identifies(text, selector, range));
}

/** The words at the end of a text, from one word to the maximum length. */
function prefixesIn(text: string): string[] {
  const end = text.slice(-MAX_CONTEXT_LENGTH);
  const starts = [...end.matchAll(/(?<!\S)\S/gu)].filter(({ index }) => index > 0 || end === text);
  return starts
    .map(({ index }) => withoutIgnorable(end.slice(index)))
    .filter(isContext)
    .reverse();
}

function suffixesIn(text: string): string[] {
  const start = text.slice(0, MAX_CONTEXT_LENGTH);
  const ends = [...start.matchAll(/\S(?!\S)/gu)].filter(({ index }) => index < start.length - 1 || start === text);
  return ends.map(({ index }) => withoutIgnorable(start.slice(0, index + 1))).filter(isContext);
}

/** Excludes raised numbers, which browsers treat as part of the preceding word. */
const isContext = (words: string) => /[\p{L}\p{N}]/u.test(words) && !/[⁰¹²³⁴-⁹₀-₉]/u.test(words);

/** Whether this program and browsers both find the quote only at its range. */
export function identifies(text: SearchableText, selector: TextQuoteSelector, { start, end }: Range): boolean {
  const found = findQuote(text, selector);
  const isThere = (found.match === 'exact' || found.match === 'normalised') && found.start === start;
  const pageText = asInPage(text.original.slice(start, endOfWord(text.original, end)));
  return isThere && findFragmentFault(text, { start, end }, selector, pageText) === undefined;
}
