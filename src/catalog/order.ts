/** The order of lists, in which a card keeps its place while others are added, and the cursor that names a place. Pure. */
import { firstDay } from '../card/date.ts';
import { type CardRecord, isComparison } from '../card/record.ts';

/** A place in the order of cards: the day of the last change, the day it is about ("" where not known), its id. */
export type Place = { updated: string; about: string; id: string };

export function placeOf(record: CardRecord): Place {
  return { updated: record.updated, about: aboutDay(record), id: record.card.id };
}

/** By the day of the last change, then by the day the card is about, the newest first; then by id. */
export function newestFirst(a: Place, b: Place): number {
  return compareTexts(b.updated, a.updated) || compareTexts(b.about, a.about) || compareTexts(a.id, b.id);
}

/** By UTF-16 units, whatever the locale is. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function aboutDay(record: CardRecord): string {
  if (!isComparison(record)) return record.card.asOf ? firstDay(record.card.asOf.date) : '';
  const days = record.rows.map((row) => aboutDay(row.record)).sort();
  return days.at(-1) ?? '';
}

type Parts = [string, string, string];

/** The opaque text of a place in a list. */
export function toCursor(parts: Parts): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** `undefined` when `toCursor` did not write it. */
export function fromCursor(cursor: string): Parts | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isOurs = Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === 'string');
    return isOurs ? (parts as Parts) : undefined;
  } catch {
    return undefined;
  }
}
