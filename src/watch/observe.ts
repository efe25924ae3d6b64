/** Searches a page for its quotes, in the same way as `npm run verify`. Pure. */

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

/** The result for a quote. `surroundings`: the words around its known place. */
export type Seen = { state: WatchState; score: number | null; surroundings: Surroundings | null };

/** The text of a page, and what earlier visits recorded. */
export type ObservedPage = {
  text: string;
  /** Whether the page says that it is not free. */
  paywalled: boolean;
  /** The smallest amount of prose with which a quote was ever found, in characters; null before that. */
  knownProse: number | null;
  /** YYYY-MM-DD */
  day: string;
};

/**
 * From this score on, the words count as an edited version of the quote. In the example catalogue, different sentences about
 * the same people reach 0.64; sentences that say the same in other words reach 0.7 to 0.85.
 */
const EDITED_SCORE = 0.7;

/** A page with less than half of its earlier prose shows only the beginning, before a paywall. */
const PART_OF_PAGE = 0.5;

/** A block with this many characters is a paragraph. Menus, teasers and dates, which change every day, are shorter. */
const PARAGRAPH_CHARACTERS = 100;

/** The length of all paragraphs of a text that has one block a line. */
export function proseLength(text: string): number {
  return text.split('\n').reduce((sum, { length }) => sum + (length >= PARAGRAPH_CHARACTERS ? length : 0), 0);
}

/** Searches a page for all its quotes. `known`: the words around the known place of a quote, by the card's id. */
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

/** Drops surroundings that are older than the last `npm run verify`, which may have found the quote in another place. */
function current(known: Surroundings | null, { evidence }: QuotedRecord): Surroundings | null {
  return known && evidence && evidence.checkedAt > known.day ? null : known;
}

/** Words that occur more than once (headline, teaser) are present as long as one occurrence is in the known place. */
function seenAt(places: Range[], { text, day }: ObservedPage, known: Surroundings | null): Seen {
  const now = places.map((place) => surroundingsOf(text, place, day));
  const [only] = now;
  if (known === null) return { state: 'present', score: null, surroundings: now.length === 1 ? (only ?? null) : null };
  const isThere = now.some((place) => isSamePlace(known, place));
  return { state: isThere ? 'present' : 'moved', score: null, surroundings: known };
}

/** A page without the words has a paywall if it says so, or if it still has the article's title but much less prose. */
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

/** The state of every quote on a page that could not be read; undefined if the page was not requested. */
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

/** The words before and after a quote in its own block, and the day on which they were read. */
export type Surroundings = { before: string; after: string; day: string };

/** Long enough to identify a place: Hypothesis stores as many for a prefix and a suffix. */
const CONTEXT_CHARACTERS = 32;

/** Half of the letters, so that small edits in the sentence do not count as another place. */
const SAME_PLACE_SIMILARITY = 0.5;

/**
 * The words around a range of a text that has one block per line. Other blocks are ignored: pages put different content
 * between blocks every day.
 */
export function surroundingsOf(text: string, { start, end }: Range, day: string): Surroundings {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = normalise(text.slice(Math.max(lineStart, start - 2 * CONTEXT_CHARACTERS), start)).text;
  const after = normalise(text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + 2 * CONTEXT_CHARACTERS)));
  return { before: before.slice(-CONTEXT_CHARACTERS), after: after.text.slice(0, CONTEXT_CHARACTERS), day };
}

/** Whether two places are the same: the words before, or the words after, are similar. */
export function isSamePlace(known: Surroundings, now: Surroundings): boolean {
  const sides = [
    [known.before, now.before],
    [known.after, now.after],
  ].filter(([side]) => side !== '') as [string, string][];
  return sides.length === 0 || sides.some(([was, is]) => similarity(is, was) >= SAME_PLACE_SIMILARITY);
}
