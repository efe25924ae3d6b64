/** The history of a source: one letter per day, oldest first. Pure. */
import { WATCH_STATES, type WatchState } from '../card/watch.ts';

/** `from`: the day of the first letter, YYYY-MM-DD. */
export type History = { from: string; marks: string };

/** The mark of a day: a state, `none` without a visit, or `disallowed` if robots.txt forbade it. */
export type DayMark = WatchState | 'none' | 'disallowed';

/** The length of the chart on /sources. */
export const HISTORY_DAYS = 90;

const LETTERS: Record<DayMark, string> = {
  present: 'p',
  moved: 'm',
  changed: 'c',
  gone: 'g',
  unreachable: 'u',
  paywalled: 'w',
  none: '-',
  disallowed: 'x',
};
const MARKS = new Map(Object.entries(LETTERS).map(([mark, letter]) => [letter, mark as DayMark]));

/** The states, the least serious first. */
const BY_SEVERITY: readonly WatchState[] = ['present', 'moved', 'unreachable', 'paywalled', 'changed', 'gone'];

/** The most serious of several states. */
export function worstOf(states: readonly WatchState[]): WatchState | undefined {
  return BY_SEVERITY.filter((state) => states.includes(state)).at(-1);
}

/** Adds a day, and fills days without a visit. Ignores days that are not after the last one. */
export function addDay(history: History | null, day: string, mark: DayMark): History {
  const at = history ? daysBetween(history.from, day) : Infinity;
  if (!history || at >= history.marks.length + HISTORY_DAYS) return { from: day, marks: LETTERS[mark] };
  if (at < history.marks.length) return history;
  const marks = history.marks.padEnd(at, LETTERS.none) + LETTERS[mark];
  const cut = Math.max(0, marks.length - HISTORY_DAYS);
  return { from: addDays(history.from, cut), marks: marks.slice(cut) };
}

/** Cuts a history after `day`, and the days without a visit at its new end; null if nothing is left. */
export function untilDay({ from, marks }: History, day: string): History | null {
  const days = Math.max(0, daysBetween(from, day) + 1);
  if (days >= marks.length) return { from, marks };
  const kept = marks.slice(0, days).replace(/-+$/, '');
  return kept === '' ? null : { from, marks: kept };
}

/** The marks of the `HISTORY_DAYS` days that end with `until`. */
export function marksUntil(history: History, until: string): DayMark[] {
  const start = daysBetween(history.from, until) - HISTORY_DAYS + 1;
  return Array.from({ length: HISTORY_DAYS }, (_, day) => MARKS.get(history.marks[start + day] ?? '') ?? 'none');
}

/** Whether a value is a day: YYYY-MM-DD. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The letters with their marks: "p present". */
export const LETTER_MEANINGS = [...WATCH_STATES, 'none', 'disallowed'].map(
  (mark) => `${LETTERS[mark as DayMark]} ${mark}`,
);
