/** What a page says of the quotes that were taken from it, by the search that `npm run verify` has. Pure. */

import {
  findQuote,
  prepareText,
  type QuoteMatch,
  type Range,
  type SearchableText,
  similarity,
} from '../card/evidence/find-quote.ts';
import { normalise } from '../card/evidence/normalise.ts';
import type { Quote } from '../card/kinds/fields.ts';
import type { QuotedRecord } from '../card/record.ts';
import type { WatchState } from '../card/watch.ts';
import type { VisitFailure } from '../page/visit.ts';

/** What is seen of a quote. `surroundings`: where it is known to stand. */
export type Seen = { state: WatchState; score: number | null; surroundings: Surroundings | null };

/** What a page shows to a reader, and what is known of it from before. */
export type ObservedPage = {
  text: string;
  /** Whether the page says that it is not free. */
  paywalled: boolean;
  /** The least length of its prose that a quote was found in; null where none ever was. */
  knownProse: number | null;
  /** YYYY-MM-DD */
  day: string;
};

/**
 * From this score on, words are those of the quote, edited. Among the quotes and claims of this catalogue, sentences about
 * the same people reach 0.64, and those that say the same in other words 0.7 to 0.85.
 */
const EDITED_SCORE = 0.7;

/** A page with less than half of the prose that it had shows a part: the beginning, before the wall. */
const PART_OF_PAGE = 0.5;

/** Of so many characters a block is a paragraph. What stands around an article, and changes every day, is shorter. */
const PARAGRAPH_CHARACTERS = 100;

/** The length of all paragraphs of a text that has one block a line. */
export function proseLength(text: string): number {
  return text.split('\n').reduce((sum, { length }) => sum + (length >= PARAGRAPH_CHARACTERS ? length : 0), 0);
}

/** Looks for every quote of a page. `known`: where each is known to stand, by the card's id. */
export function observePage(
  records: readonly QuotedRecord[],
  page: ObservedPage,
  known: (id: string) => Surroundings | null,
): Map<string, Seen> {
  const text = prepareText(page.text);
  return new Map(records.map((record) => [record.card.id, observeQuote(record, text, page, known(record.card.id))]));
}

function observeQuote(
  record: QuotedRecord,
  text: SearchableText,
  page: ObservedPage,
  known: Surroundings | null,
): Seen {
  const { quote } = record.card;
  const found = findQuote(text, quote);
  const places = placesOf(found);
  if (places.length > 0) return seenAt(places, page, current(known, record));
  if (hasContext(quote)) {
    const elsewhere = placesOf(findQuote(text, { exact: quote.exact }));
    if (elsewhere.length > 0) return { state: 'moved', score: null, surroundings: known };
  }
  if (found.match === 'drift' && (found.recased || found.score >= EDITED_SCORE)) {
    return { state: 'changed', score: Math.round(found.score * 100) / 100, surroundings: known };
  }
  return { state: isWalled(record, text, page) ? 'paywalled' : 'gone', score: null, surroundings: known };
}

function placesOf(found: QuoteMatch): Range[] {
  if (found.match === 'ambiguous') return found.places;
  return found.match === 'exact' || found.match === 'normalised' ? [found] : [];
}

const hasContext = ({ prefix, suffix }: Quote) => prefix !== undefined || suffix !== undefined;

/** Observations from before the quote was last verified are out of date: it is where that run found it. */
function current(known: Surroundings | null, { evidence }: QuotedRecord): Surroundings | null {
  return known && evidence && evidence.checkedAt > known.day ? null : known;
}

/** Words that stand there more than once (a headline, a teaser) are where they were as long as one of them is. */
function seenAt(places: Range[], { text, day }: ObservedPage, known: Surroundings | null): Seen {
  const now = places.map((place) => surroundingsOf(text, place, day));
  const [only] = now;
  if (known === null) return { state: 'present', score: null, surroundings: now.length === 1 ? (only ?? null) : null };
  const isThere = now.some((place) => isSamePlace(known, place));
  return { state: isThere ? 'present' : 'moved', score: null, surroundings: known };
}

/** A page without the words is walled where it says so, or where it is still this article and much shorter than it was. */
function isWalled({ source }: QuotedRecord, text: SearchableText, { paywalled, knownProse }: ObservedPage): boolean {
  if (paywalled) return true;
  if (knownProse === null || source.title === null) return false;
  if (proseLength(text.original) >= knownProse * PART_OF_PAGE) return false;
  const title = findQuote(text, { exact: source.title });
  return (
    placesOf(title).length > 0 ||
    (title.match === 'drift' && (title.recased !== undefined || title.score >= EDITED_SCORE))
  );
}

/** What a page that cannot be read says of every quote; undefined where it was not asked for. */
export function observeFailure(reason: VisitFailure, status: number | undefined): WatchState | undefined {
  switch (reason) {
    case 'disallowed':
    // Another file may have the same words.
    case 'pdf':
      return undefined;
    case 'paywall':
      return 'paywalled';
    case 'http-status':
      return status === 404 || status === 410 ? 'gone' : 'unreachable';
    default:
      return 'unreachable';
  }
}

/** The words before and after a quote in its own block, and the day they were taken. */
export type Surroundings = { before: string; after: string; day: string };

/** Long enough to know a place by: what Hypothesis keeps of a prefix and a suffix. */
const CONTEXT_CHARACTERS = 32;

/** Half of the letters: a sentence that was edited is still that sentence. */
const SAME_PLACE_SIMILARITY = 0.5;

/**
 * The words around a range of a text that has one block a line. What stands in other blocks says nothing: between
 * blocks, pages set whatever they like, and another thing each day.
 */
export function surroundingsOf(text: string, { start, end }: Range, day: string): Surroundings {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = normalise(text.slice(Math.max(lineStart, start - 2 * CONTEXT_CHARACTERS), start)).text;
  const after = normalise(text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + 2 * CONTEXT_CHARACTERS)));
  return { before: before.slice(-CONTEXT_CHARACTERS), after: after.text.slice(0, CONTEXT_CHARACTERS), day };
}

/** Whether two places are one: the words before it, or those after it, are nearly the same. */
export function isSamePlace(known: Surroundings, now: Surroundings): boolean {
  const sides = [
    [known.before, now.before],
    [known.after, now.after],
  ].filter(([side]) => side !== '') as [string, string][];
  return sides.length === 0 || sides.some(([was, is]) => similarity(is, was) >= SAME_PLACE_SIMILARITY);
}
