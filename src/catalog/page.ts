/** A page of a long list, and the cursor to the next. Pure. */
import type { CardRecord } from '../card/record.ts';
import type { Catalog } from './catalog.ts';
import { fromCursor, type PageOptions, toCursor } from './cursor.ts';
import { newestFirst, type Place } from './order.ts';
import type { Selection } from './query.ts';

/** A page of cards; `next` is the cursor of the page after it, null on the last. */
export type CardPage = { cards: CardRecord[]; total: number; next: string | null };

/**
 * Cuts a page out of a list. A cursor names the last card of the page before, and where it stood, so that cards that
 * are added or changed between two pages neither repeat nor hide another.
 * `undefined` when the cursor is none of ours, or its card is no longer among the results of the search.
 */
export function pageOf(catalog: Catalog, selection: Selection, { limit, cursor }: PageOptions): CardPage | undefined {
  const { positions } = selection;
  const start = cursor === undefined ? 0 : startAfter(catalog, selection, cursor);
  if (start === undefined) return undefined;
  const shown = positions.slice(start, start + limit);
  const last = catalog.entries[shown.at(-1) ?? -1];
  const isLast = start + limit >= positions.length;
  return { cards: catalog.read(shown), total: positions.length, next: last && !isLast ? cursorOf(last) : null };
}

const cursorOf = ({ updated, about, id }: Place) => toCursor([updated, about, id]);

function startAfter({ entries }: Catalog, { positions, ranked }: Selection, cursor: string): number | undefined {
  const parts = fromCursor(cursor);
  if (!parts) return undefined;
  const [updated, about, id] = parts;
  const place: Place = { updated, about, id };
  if (ranked) {
    const at = positions.findIndex((position) => entries[position]?.id === place.id);
    return at < 0 ? undefined : at + 1;
  }
  const next = positions.findIndex((position) => newestFirst(place, entries[position] as Place) < 0);
  return next < 0 ? positions.length : next;
}
