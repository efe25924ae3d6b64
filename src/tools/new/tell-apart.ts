/** Chooses the words around a quote that tell it apart from its other places, for us and for a browser. Pure. */
import { findQuote, type Range, type SearchableText, type TextQuoteSelector } from '../../card/evidence/find-quote.ts';
import { findFragmentFault } from '../../card/evidence/fragment.ts';
import { withoutIgnorable } from '../../card/evidence/normalise.ts';
import { asInPage, endOfWord } from '../../card/evidence/raised.ts';

/** The limit of quote.prefix and quote.suffix in the schema of a card. */
const MAX_CONTEXT_LENGTH = 120;

/** Parts of a text that a browser looks at one by one. */
export const BREAK = /[\n\r\t\u2028\u2029]+/u;

/**
 * The shortest prefix that makes a quote unique; where none does, the shortest suffix; else the shortest pair. Words of its own
 * line come first. Those of the block before or after are taken where its own has none.
 */
export function tellApart(text: SearchableText, exact: string, range: Range): TextQuoteSelector | undefined {
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
  return ordered.map((context) => ({ exact, ...context })).find((selector) => leadsTo(text, selector, range));
}

/** The words at the end of a text, from one to as many as a card may have. */
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

/** A browser sees a raised number as one word with the word before it. */
const isContext = (words: string) => /[\p{L}\p{N}]/u.test(words) && !/[⁰¹²³⁴-⁹₀-₉]/u.test(words);

/** Whether a quote is found at one place only, by us and by a browser. */
export function leadsTo(text: SearchableText, selector: TextQuoteSelector, { start, end }: Range): boolean {
  const found = findQuote(text, selector);
  const isThere = (found.match === 'exact' || found.match === 'normalised') && found.start === start;
  const standing = asInPage(text.original.slice(start, endOfWord(text.original, end)));
  return isThere && findFragmentFault(text, { start, end }, selector, standing) === undefined;
}
