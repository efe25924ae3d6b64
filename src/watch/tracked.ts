/** How looks at a quote become a state that is believed. Pure. */
import type { WatchState } from '../card/watch.ts';
import { daysBetween } from './timeline.ts';

/** What one look showed. `score`: of `changed`, how similar the words are, 0 to 1. `day`: YYYY-MM-DD. */
export type Observation = { day: string; state: WatchState; score: number | null };

/** A state, and the first of the days in a row that it was seen on. */
export type Standing = { state: WatchState; since: string; score: number | null };

/** What stands, null before anything does; and the last observations, the oldest first. */
export type Tracked = { stands: Standing | null; recent: Observation[] };

export const UNTRACKED: Tracked = { stands: null, recent: [] };

/** One failure is no finding: servers stumble, and pages are rebuilt. A state changes when so many days in a row agree. */
export const DAYS_TO_BELIEVE = 3;

/** Looks further apart are not "in a row": nobody knows what was between them, or a clock was wrong. */
const ROW_GAP_DAYS = 7;

/**
 * The next state. A second look on a day, or one at an earlier day, counts for nothing. The first look that finds the
 * words needs no others to agree: finding them is proof, and not finding them is none.
 */
export function advance({ stands, recent }: Tracked, seen: Observation): Tracked {
  const last = recent.at(-1);
  if (last && seen.day <= last.day) return { stands, recent };
  const isInRow = last !== undefined && daysBetween(last.day, seen.day) <= ROW_GAP_DAYS;
  const row = [...(isInRow ? recent : []), seen].slice(-DAYS_TO_BELIEVE);
  return { stands: nextStanding(stands, row, seen), recent: row };
}

function nextStanding(stands: Standing | null, row: readonly Observation[], seen: Observation): Standing | null {
  const { state, score } = seen;
  if (stands?.state === state) return { ...stands, score };
  if (stands === null && state === 'present') return { state, since: seen.day, score };
  const isBelieved = row.length === DAYS_TO_BELIEVE && row.every((each) => each.state === state);
  return isBelieved ? { state, since: row[0]?.day ?? seen.day, score } : stands;
}
