/** A page of a long list, and the cursor to the next. Pure. */
import type { CardRecord } from '../domain/record.ts';
import { newestFirst, type Place, placeOf } from './order.ts';

/** A page of cards; `next` is the cursor of the page after it, null on the last. */
export type CardPage = { cards: CardRecord[]; total: number; next: string | null };

export type PageOptions = {
  /** How many cards a page holds at most. */
  limit: number;
  /** As an earlier page gave it; the first page where not given. */
  cursor?: string | undefined;
  /** Whether the list is in the order of a search, and not the newest first. */
  ranked: boolean;
};

/**
 * Cuts a page out of a list. A cursor names the last card of the page before, and where it stood, so that cards that
 * are added or changed between two pages neither repeat nor hide another.
 * `undefined` when the cursor is none of ours, or its card is no longer among the results of the search.
 */
export function pageOf(list: readonly CardRecord[], { limit, cursor, ranked }: PageOptions): CardPage | undefined {
  const start = cursor === undefined ? 0 : startAfter(list, cursor, ranked);
  if (start === undefined) return undefined;
  const cards = list.slice(start, start + limit);
  const last = cards.at(-1);
  const more = start + limit < list.length;
  return { cards, total: list.length, next: more && last ? toCursor(placeOf(last)) : null };
}

function startAfter(list: readonly CardRecord[], cursor: string, ranked: boolean): number | undefined {
  const place = fromCursor(cursor);
  if (!place) return undefined;
  if (ranked) {
    const at = list.findIndex((record) => record.card.id === place.id);
    return at < 0 ? undefined : at + 1;
  }
  const next = list.findIndex((record) => newestFirst(place, placeOf(record)) < 0);
  return next < 0 ? list.length : next;
}

function toCursor({ updated, about, id }: Place): string {
  return Buffer.from(JSON.stringify([updated, about, id])).toString('base64url');
}

function fromCursor(cursor: string): Place | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === 'string'))
      return undefined;
    const [updated, about, id] = parts as [string, string, string];
    return { updated, about, id };
  } catch {
    return undefined;
  }
}
