/** The order of lists: an order that never wavers, in which a card keeps its place while others are added. Pure. */
import { firstDay } from '../card/date.ts';
import { type CardRecord, isComparison } from '../card/record.ts';

/** Where a card stands: the day of its last change, the day it is about ("" where not known), its id. */
export type Place = { updated: string; about: string; id: string };

export function placeOf(record: CardRecord): Place {
  return { updated: record.updated, about: aboutDay(record), id: record.card.id };
}

/** By the day of the last change, then by the day the card is about, the newest first; then by id. */
export function newestFirst(a: Place, b: Place): number {
  return compare(b.updated, a.updated) || compare(b.about, a.about) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function aboutDay(record: CardRecord): string {
  if (!isComparison(record)) return record.card.asOf ? firstDay(record.card.asOf.date) : '';
  const days = record.rows.map((row) => aboutDay(row.record)).sort();
  return days.at(-1) ?? '';
}
