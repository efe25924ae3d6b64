/** The findings of the watch, for pages of cards and sources, and for /api/watch. Pure. */
import type { Watch } from '../card/watch.ts';
import type { Store } from '../catalog/store.ts';
import type { Change, Outcome } from './findings.ts';
import {
  isChange,
  isSourceEntry,
  readChanges,
  readIndex,
  readSources,
  type SourceEntry,
  watchesOf,
} from './published.ts';
import type { History } from './timeline.ts';

/** The states of the cards. */
export type WatchReport = {
  /** Changes with anything that a card shows, including the day of the last visit. */
  revision: string;
  /** Changes only with a state. */
  statesRevision: string;
  /** The day of the last visit of any source: YYYY-MM-DD. */
  day: string;
  /** The state of a card of a source; null before the first one is confirmed. */
  card(source: string, id: string): Watch | null;
};

/** The result of the last visit of each source. */
export type SourcesReport = { revision: string; day: string; source(id: string): SourceEntry | undefined };

/** State changes, newest first. */
export type ChangesReport = { revision: string; changes: readonly Change[] };

/** Opens a stored value; null if it is absent or invalid. Each entry is validated when it is read. */
export function reportOf(value: unknown): WatchReport | null {
  const index = readIndex(value);
  if (!index) return null;
  const { revision, statesRevision, day, sources } = index;
  const opened = new Map<string, ReadonlyMap<string, Watch>>();
  const open = (source: string) => {
    const known = opened.get(source) ?? watchesOf(Object.hasOwn(sources, source) ? sources[source] : []);
    opened.set(source, known);
    return known;
  };
  return { revision, statesRevision, day, card: (source, id) => open(source).get(id) ?? null };
}

export function sourcesReportOf(value: unknown): SourcesReport | null {
  const found = readSources(value);
  if (!found) return null;
  const { revision, day, sources } = found;
  const entryOf = (id: string) => (Object.hasOwn(sources, id) ? sources[id] : undefined);
  return {
    revision,
    day,
    source(id) {
      const entry = entryOf(id);
      return isSourceEntry(entry) ? entry : undefined;
    },
  };
}

export function changesReportOf(value: unknown): ChangesReport | null {
  const found = readChanges(value);
  return found ? { revision: found.revision, changes: found.changes.filter(isChange) } : null;
}

/** `watch` is null without a watch, and before its first visit. Days are YYYY-MM-DD. */
export type WatchList = { watch: { lastLooked: string; sources: WatchedEntry[]; total: number } | null };

export type WatchedEntry = {
  id: string;
  url: string;
  lastLooked: string | null;
  outcome: Outcome | null;
  movedTo: string | null;
  skippedUntil: string | null;
  history: History | null;
  cards: { id: string; watch: Watch | null }[];
};

/** The document at /api/watch: every source with an address, visited or not. */
export async function watchDocument(
  store: Store,
  { cards: report, sources: found }: { cards: WatchReport | null; sources: SourcesReport | null },
): Promise<WatchList> {
  if (report === null) return { watch: null };
  const listed = await store.listSources();
  const sources = listed.flatMap(({ source: { id, url }, cards: ids }): WatchedEntry[] => {
    if (url === null) return [];
    const cards = ids.map((card) => ({ id: card, watch: report.card(id, card) }));
    const {
      lastLooked = null,
      outcome = null,
      movedTo = null,
      skippedUntil = null,
      history = null,
    } = found?.source(id) ?? {};
    return [{ id, url, lastLooked, outcome, movedTo, skippedUntil, history, cards }];
  });
  return { watch: { lastLooked: report.day, sources, total: sources.length } };
}
