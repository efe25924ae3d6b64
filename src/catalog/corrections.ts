/** The histories of all cards as one list, the newest entry first, and its pages. Pure. */
import type { HistoryEntry } from '../card/history.ts';
import { fromCursor, type PageOptions, toCursor } from './cursor.ts';
import type { PackedIndex } from './pack.ts';

/** An entry in the history of a card, which number it has there from 0, and the card's position. */
export type Correction = { id: string; number: number; position: number; entry: HistoryEntry };

export type CorrectionPage = { corrections: Correction[]; total: number; next: string | null };

export function listCorrections({ id, history }: PackedIndex): Correction[] {
  const corrections = history.flatMap((entries, position) =>
    (entries ?? []).map((entry, number) => ({ id: id[position] as string, number, position, entry })),
  );
  return corrections.sort(newestFirst);
}

/** By day, then by id, and in a card's own history backwards: an order that never wavers. */
function newestFirst(a: Pick<Correction, 'id' | 'number'> & { entry: { date: string } }, b: typeof a): number {
  return compare(b.entry.date, a.entry.date) || compare(a.id, b.id) || b.number - a.number;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A page of the list. `undefined` when the cursor is none of its own. */
export function correctionsPage(
  list: readonly Correction[],
  { limit, cursor }: PageOptions,
): CorrectionPage | undefined {
  const start = cursor === undefined ? 0 : startAfter(list, cursor);
  if (start === undefined) return undefined;
  const corrections = list.slice(start, start + limit);
  const last = corrections.at(-1);
  const isLast = start + limit >= list.length;
  const next = last && !isLast ? toCursor([last.entry.date, last.id, String(last.number)]) : null;
  return { corrections, total: list.length, next };
}

function startAfter(list: readonly Correction[], cursor: string): number | undefined {
  const [date = '', id = '', digits = ''] = fromCursor(cursor) ?? [];
  const number = Number(digits);
  if (digits === '' || !Number.isInteger(number)) return undefined;
  const next = list.findIndex((correction) => newestFirst({ entry: { date }, id, number }, correction) < 0);
  return next < 0 ? list.length : next;
}
