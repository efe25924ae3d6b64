/**
 * The published values, which requests read: a small index with the states of all cards, used by every response about cards,
 * and two values for the pages of sources and the feed. They are validated on reading; an invalid value counts as absent.
 */
import { WATCH_STATES, type Watch } from '../card/watch.ts';
import { type Change, OUTCOMES, type Outcome } from './findings.ts';
import { type History, isDay } from './timeline.ts';

export const VERSION = 2;

/** `revision` changes with every change of the value. `day`: the last visit of any source, YYYY-MM-DD. */
export type Head = { version: typeof VERSION; revision: string; day: string };

/** Cards of a source with the same state: usually all of them. */
export type CardGroup = [watch: Watch | null, cards: string[]];

/** `statesRevision` changes only with a state. */
export type IndexValue = Head & { statesRevision: string; sources: Record<string, CardGroup[]> };

export type SourceEntry = {
  /** YYYY-MM-DD; null if robots.txt has never allowed a visit. */
  lastLooked: string | null;
  outcome: Outcome;
  movedTo: string | null;
  /** The day before which the page is not read, because reading it stopped the program. */
  skippedUntil: string | null;
  history: History | null;
};
export type SourcesValue = Head & { sources: Record<string, SourceEntry> };

/** Newest first. */
export type ChangesValue = Head & { changes: Change[] };

export type Published = { index: IndexValue; sources: SourcesValue; changes: ChangesValue };

export function readIndex(value: unknown): IndexValue | undefined {
  const index = withHead<IndexValue>(value);
  return index && isRecord(index.sources) && typeof index.statesRevision === 'string' ? index : undefined;
}

export function readSources(value: unknown): SourcesValue | undefined {
  const found = withHead<SourcesValue>(value);
  return found && isRecord(found.sources) ? found : undefined;
}

export function readChanges(value: unknown): ChangesValue | undefined {
  const found = withHead<ChangesValue>(value);
  return found && Array.isArray(found.changes) ? found : undefined;
}

/** The values; undefined unless every entry is valid and none is dated after `day`. */
export function validUntil(values: Partial<Record<keyof Published, unknown>>, day: string): Published | undefined {
  const index = readIndex(values.index);
  const sources = readSources(values.sources);
  const changes = readChanges(values.changes);
  if (!index || !sources || !changes) return undefined;
  const isValid =
    [index, sources, changes].every((value) => value.day <= day) &&
    Object.values(index.sources).every((groups) => Array.isArray(groups) && groups.every(isGroup)) &&
    Object.values(sources.sources).every(isSourceEntry) &&
    changes.changes.every(isChange);
  return isValid ? { index, sources, changes } : undefined;
}

/** The state of each card of a source. */
export function watchesOf(groups: unknown): ReadonlyMap<string, Watch> {
  const valid = Array.isArray(groups) ? groups.filter(isGroup) : [];
  return new Map(valid.flatMap(([watch, cards]) => (watch ? cards.map((id) => [id, watch] as const) : [])));
}

function withHead<T extends Head>(value: unknown): T | undefined {
  if (!isRecord(value) || value.version !== VERSION) return undefined;
  return typeof value.revision === 'string' && isDay(value.day) ? (value as T) : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string';
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isDayOrNull = (value: unknown) => value === null || isDay(value);
const isScore = (value: unknown) => value === null || (typeof value === 'number' && value >= 0 && value <= 1);
const isState = (value: unknown) => (WATCH_STATES as readonly unknown[]).includes(value);

function isGroup(value: unknown): value is CardGroup {
  if (!Array.isArray(value)) return false;
  const [watch, cards] = value;
  return (watch === null || isWatch(watch)) && Array.isArray(cards) && cards.every(isText);
}

function isWatch(value: unknown): value is Watch {
  return (
    isRecord(value) && isState(value.state) && isDay(value.since) && isDay(value.lastLooked) && isScore(value.score)
  );
}

export function isSourceEntry(value: unknown): value is SourceEntry {
  if (!isRecord(value)) return false;
  const { lastLooked, outcome, movedTo, skippedUntil, history } = value;
  const isHistory = history === null || (isRecord(history) && isDay(history.from) && isText(history.marks));
  const isOutcome = (OUTCOMES as readonly unknown[]).includes(outcome);
  return isHistory && isOutcome && isDayOrNull(lastLooked) && isDayOrNull(skippedUntil) && isTextOrNull(movedTo);
}

export function isChange(value: unknown): value is Change {
  return (
    isRecord(value) &&
    isText(value.card) &&
    isText(value.source) &&
    isDay(value.day) &&
    isDay(value.since) &&
    isState(value.to) &&
    (value.from === null || isState(value.from)) &&
    isScore(value.score)
  );
}
