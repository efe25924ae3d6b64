/**
 * Finds a quote in a text: exactly, then normalised, then similar. The stored form is the TextQuoteSelector of the W3C
 * Web Annotation Data Model: exact, prefix, suffix. Pure. Linear in the length of the text.
 */
import search from 'approx-string-match';
import { normalise } from './normalise.ts';

export type TextQuoteSelector = { exact: string; prefix?: string | undefined; suffix?: string | undefined };

/** A stretch of the original text, as UTF-16 offsets: [start, end). */
export type Range = { start: number; end: number };

export type QuoteMatch =
  /** The very characters of the quote stand there. */
  | ({ match: 'exact' } & Range)
  /** Its words stand there, with other spaces, quotation marks, dashes or invisible characters. */
  | ({ match: 'normalised' } & Range)
  /** It stands more than once; prefix or suffix has to say which is meant. */
  | { match: 'ambiguous'; places: Range[] }
  /** Only something similar stands there. `score`: 0 to 1. */
  | ({ match: 'drift'; score: number } & Range)
  | { match: 'missing' };

/** A text made ready to find many quotes in. */
export type SearchableText = ReturnType<typeof prepareText>;

export function prepareText(original: string) {
  const normalised = normalise(original);
  return { original, normalised, folded: fold(normalised.text) };
}

/** Without its case, letter by letter where that keeps the length: browsers ignore case when they look for a fragment. */
function fold(text: string): string {
  return text.replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}

/**
 * Finds a quote. It has to begin and end at whole words: "ten" does not stand in "often".
 * `near` is the offset where it was last seen; of similar places the nearer one is preferred.
 */
export function findQuote(text: SearchableText, quote: TextQuoteSelector, near?: number): QuoteMatch {
  const exact = normalise(quote.exact).text;
  if (exact === '') return { match: 'missing' };
  const places = findPlaces(text, exact).filter((at) => hasContext(text.normalised.text, at, exact.length, quote));
  const first = places.find((at) => text.normalised.text.startsWith(exact, at));
  if (first === undefined) return findSimilar(text, exact, quote, near);
  if (places.length > 1) return { match: 'ambiguous', places: places.map((at) => toRange(text, at, exact.length)) };
  const range = toRange(text, first, exact.length);
  const match = text.original.slice(range.start, range.end) === quote.exact ? 'exact' : 'normalised';
  return { match, ...range };
}

const WORD_END = /[\p{L}\p{N}\p{M}]$/u;
const WORD_START = /^[\p{L}\p{N}\p{M}]/u;

/** Offsets in the normalised text where `exact` stands between word boundaries, in whatever case. */
function findPlaces({ folded }: SearchableText, exact: string): number[] {
  const wanted = fold(exact);
  const places: number[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    if (isBoundary(folded, at) && isBoundary(folded, at + wanted.length)) places.push(at);
  }
  return places;
}

/** Whether no word and no number goes on across an offset: "1,000" does not stand in "1,000,000". */
function isBoundary(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at, at + 2);
  const wordGoesOn = WORD_END.test(before) && WORD_START.test(after);
  const numberGoesOn = (/\d$/.test(before) && /^[.,]\d/.test(after)) || (/\d[.,]$/.test(before) && /^\d/.test(after));
  return !wordGoesOn && !numberGoesOn;
}

function hasContext(text: string, at: number, length: number, { prefix, suffix }: TextQuoteSelector): boolean {
  const before = normalise(prefix ?? '').text;
  const after = normalise(suffix ?? '').text;
  const end = at + length;
  const fitsBefore = text.endsWith(before, at) || (text[at - 1] === ' ' && text.endsWith(before, at - 1));
  const fitsAfter = text.startsWith(after, end) || (text[end] === ' ' && text.startsWith(after, end + 1));
  return fitsBefore && fitsAfter;
}

function toRange({ normalised: { starts, ends } }: SearchableText, at: number, length: number): Range {
  return { start: starts[at] ?? 0, end: ends[at + length - 1] ?? 0 };
}

/** What each part says about a similar place being the right one: as in Hypothesis, the words first, then their context. */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/** More errors than half of the letters is another sentence; more than 256 costs time and finds nothing. */
const maxErrors = (length: number) => Math.min(256, Math.floor(length / 2));

/** Of many equally similar places only so many are weighed, to stay linear. */
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
  return { match: 'drift', score: best.score, ...toRange(text, best.start, best.end - best.start) };
}

/** How much of `pattern` stands in `text`: 0 to 1. */
export function similarity(text: string, pattern: string): number {
  const [match] = search(text, pattern, pattern.length);
  return match ? 1 - match.errors / pattern.length : 0;
}
