/** Confirms the state of a quote: a change counts after several equal observations. Pure. */
import type { WatchState } from '../card/watch.ts';
import { daysBetween } from './timeline.ts';

/** The result of one visit. `score`: for `changed`, how similar the words are, 0 to 1. `day`: YYYY-MM-DD. */
export type Observation = { day: string; state: WatchState; score: number | null };

/** A state, and the first of the consecutive days on which it was seen. */
export type ConfirmedState = { state: WatchState; since: string; score: number | null };

/** The confirmed state, null before the first one; and the last observations, oldest first. */
export type Tracked = { confirmed: ConfirmedState | null; recent: Observation[] };

export const UNTRACKED: Tracked = { confirmed: null, recent: [] };

/** A single failure is not enough: servers fail and pages are rebuilt. A state changes after this many equal days in a row. */
export const DAYS_TO_CONFIRM = 3;

/** Observations further apart are not consecutive: the state between them is unknown, or a clock was wrong. */
const ROW_GAP_DAYS = 7;

/**
 * Adds an observation. Ignores a second one on the same day, and one from an earlier day. The first `present` needs no
 * confirmation: a search that finds the words cannot be wrong about them, and one that fails can.
 */
export function advance({ confirmed, recent }: Tracked, seen: Observation): Tracked {
  const last = recent.at(-1);
  if (last && seen.day <= last.day) return { confirmed, recent };
  const isInRow = last !== undefined && daysBetween(last.day, seen.day) <= ROW_GAP_DAYS;
  const row = [...(isInRow ? recent : []), seen].slice(-DAYS_TO_CONFIRM);
  return { confirmed: nextConfirmed(confirmed, row, seen), recent: row };
}

function nextConfirmed(
  confirmed: ConfirmedState | null,
  row: readonly Observation[],
  seen: Observation,
): ConfirmedState | null {
  const { state, score } = seen;
  if (confirmed?.state === state) return { ...confirmed, score };
  if (confirmed === null && state === 'present') return { state, since: seen.day, score };
  const isConfirmed = row.length === DAYS_TO_CONFIRM && row.every((each) => each.state === state);
  return isConfirmed ? { state, since: row[0]?.day ?? seen.day, score } : confirmed;
}
