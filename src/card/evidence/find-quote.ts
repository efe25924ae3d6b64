/**
 * Finds a quote in a text: exactly, then normalised, then similar. The stored form is the TextQuoteSelector of the W3C
 * Web Annotation Data Model: exact, prefix, suffix. Pure. Linear in the length of the text.
 */
import search from 'approx-string-match';
import { foldCase } from './fold-case.ts';
import { normalise } from './normalise.ts';
import { endOfRaised } from './raised.ts';
import { isWordBoundary } from './word-boundary.ts';

export type TextQuoteSelector = { exact: string; prefix?: string | undefined; suffix?: string | undefined };

/** A range of the original text, as UTF-16 offsets: [start, end). */
export type Range = { start: number; end: number };

export type QuoteMatch =
  /** The text contains the exact characters of the quote. */
  | ({ match: 'exact' } & Range)
  /** The text contains its words, with different spaces, quotation marks, dashes or invisible characters. */
  | ({ match: 'normalised' } & Range)
  /** The quote occurs more than once. A prefix or suffix must identify it. */
  | { match: 'ambiguous'; places: Range[] }
  /** The text contains only similar words. `score`: 0 to 1. */
  | ({
      match: 'drift';
      score: number;
      /** All places with the same words in another case, for example where a page prints them in capitals. */
      recased?: Range[];
    } & Range)
  | { match: 'missing' };

/** A text that is prepared for finding many quotes. */
export type SearchableText = ReturnType<typeof prepareText>;

export function prepareText(original: string) {
  const normalised = normalise(original);
  return { original, normalised, folded: foldCase(normalised.text) };
}

/**
 * Finds a quote. It must begin and end at whole words: "often" does not contain "ten". Places with another letter case count
 * only if at least one place has the case of the quote. `near`: the offset of the last match; of several similar places, the
 * nearest is preferred.
 */
export function findQuote(text: SearchableText, quote: TextQuoteSelector, near?: number): QuoteMatch {
  const exact = normalise(quote.exact).text;
  if (exact === '') return { match: 'missing' };
  const places = findPlaces(text, exact, hasContextOf(text, quote));
  const ranges = places.map((place) => toRange(text, place));
  const index = places.findIndex(({ start, end }) => text.normalised.text.slice(start, end) === exact);
  const [first] = ranges;
  const [place] = places;
  if (!first || !place) return findSimilar(text, exact, quote, near);
  if (index < 0) return { match: 'drift', score: caseScore(text, place, exact), recased: ranges, ...first };
  if (places.length > 1) return { match: 'ambiguous', places: ranges };
  const match = text.original.slice(first.start, first.end) === quote.exact ? 'exact' : 'normalised';
  return { match, ...first };
}

/** The search stops after so many places, because nobody chooses among more. */
const MAX_PLACES = 1_000;

/** Ranges of the normalised text where `exact` occurs between word boundaries and in its context, in any case. */
function findPlaces(text: SearchableText, exact: string, hasContext: (place: Range) => boolean): Range[] {
  const { folded } = text;
  const wanted = foldCase(exact).text;
  const places: Range[] = [];
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + 1)) {
    const last = at + wanted.length - 1;
    const place = { start: folded.at?.[at] ?? at, end: (folded.at?.[last] ?? last) + 1 };
    if (hasContext(place) && isBoundary(text, place.start) && isWordEnd(text, place)) places.push(place);
    if (places.length === MAX_PLACES) break;
  }
  return places;
}

/** Whether an offset of the normalised text is a word boundary. Numbers do not continue across lines or table cells. */
function isBoundary({ original, normalised: { text, starts, ends } }: SearchableText, at: number): boolean {
  if (isWordBoundary(text, at)) return true;
  const space = text[at] === ' ' ? at : at - 1;
  return text[space] === ' ' && /[\t\n\r]/.test(original.slice(starts[space], ends[space]));
}

/** A raised number is not part of the word before it: it is a note mark or a power. */
function isWordEnd(text: SearchableText, place: Range): boolean {
  const { end } = toRange(text, place);
  return isBoundary(text, place.end) || endOfRaised(text.original, end) > end;
}

/** The share of letters with the same case as in the quote. */
function caseScore({ normalised }: SearchableText, { start, end }: Range, exact: string): number {
  const found = [...normalised.text.slice(start, end)];
  const same = [...exact].filter((letter, at) => letter === found[at]).length;
  return same / Math.max(1, found.length, exact.length);
}

/** Returns a check that the words before and after a place match the selector, in any case. */
function hasContextOf({ normalised: { text } }: SearchableText, { prefix = '', suffix = '' }: TextQuoteSelector) {
  const [before, after] = [prefix, suffix].map((words) => foldCase(normalise(words).text).text) as [string, string];
  return ({ start, end }: Range) => {
    // A letter may fold to two letters.
    const head = foldCase(text.slice(Math.max(0, start - before.length - 1), start)).text;
    const tail = foldCase(text.slice(end, end + after.length + 1)).text;
    return head.trimEnd().endsWith(before) && tail.trimStart().startsWith(after);
  };
}

function toRange({ normalised: { starts, ends } }: SearchableText, { start, end }: Range): Range {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}

/** The weights of the parts that identify a similar place. As in Hypothesis, the quote counts most, then its context. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/** With more errors than half of the letters, the text is a different sentence. More than 256 errors is too slow to search. */
const maxErrors = (length: number) => Math.min(256, Math.floor(length / 2));

/** The maximum number of similar places that are scored, so that the time stays linear. */
const MAX_CANDIDATES = 50;

function findSimilar(text: SearchableText, exact: string, quote: TextQuoteSelector, near?: number): QuoteMatch {
  const { text: haystack } = text.normalised;
  const candidates = search(haystack, exact, maxErrors(exact.length)).slice(0, MAX_CANDIDATES);
  let best: { score: number; start: number; end: number } | undefined;
  for (const { start, end, errors } of candidates) {
    if (end <= start) continue;
    const parts: [weight: number, score: number][] = [[WEIGHTS.quote, 1 - errors / exact.length]];
    const prefix = normalise(quote.prefix ?? '').text;
    const suffix = normalise(quote.suffix ?? '').text;
    if (prefix)
      parts.push([WEIGHTS.prefix, similarity(haystack.slice(Math.max(0, start - prefix.length - 1), start), prefix)]);
    if (suffix) parts.push([WEIGHTS.suffix, similarity(haystack.slice(end, end + suffix.length + 1), suffix)]);
    if (near !== undefined) {
      const distance = Math.abs((text.normalised.starts[start] ?? 0) - near) / Math.max(1, text.original.length);
      parts.push([WEIGHTS.position, 1 - distance]);
    }
    const total = parts.reduce((sum, [weight]) => sum + weight, 0);
    const score = parts.reduce((sum, [weight, part]) => sum + weight * part, 0) / total;
    if (!best || score > best.score) best = { score, start, end };
  }
  if (!best) return { match: 'missing' };
  return { match: 'drift', score: best.score, ...toRange(text, best) };
}

/** How well `text` contains `pattern`: 0 to 1. */
export function similarity(text: string, pattern: string): number {
  const [match] = search(text, pattern, pattern.length);
  return match ? 1 - match.errors / pattern.length : 0;
}
