/** What the watch found: as it is shown beside cards and sources, and as the document at /api/watch. Pure. */
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

/** What stands of the cards. */
export type WatchReport = {
  /** Changes whenever anything does that is shown of a card, the days of looking included. */
  revision: string;
  /** Changes whenever a state does. */
  statesRevision: string;
  /** The day of the last look at any source: YYYY-MM-DD. */
  day: string;
  /** What stands of a card of a source; null where nothing does yet. */
  card(source: string, id: string): Watch | null;
};

/** How each source fared. */
export type SourcesReport = { revision: string; day: string; source(id: string): SourceEntry | undefined };

/** State changes, the newest first. */
export type ChangesReport = { revision: string; changes: readonly Change[] };

/** The reports of stored values; null where there is none, or it cannot be used. Entries are checked when they are asked for. */
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

/** `watch` is null where nobody watches the sources, or nobody has looked yet. Days are YYYY-MM-DD. */
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

/** The document at /api/watch: every source that has an address, looked at or not. */
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
