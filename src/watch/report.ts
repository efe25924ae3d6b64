/** What the watch found: as it is shown beside cards and sources, and as the document at /api/watch. Pure. */
import { revisionOf } from '../card/revision.ts';
import type { Watch } from '../card/watch.ts';
import type { Store } from '../catalog/store.ts';
import type { Change, Findings, Outcome } from './findings.ts';
import { type DayMark, type History, marksUntil } from './timeline.ts';

export type WatchReport = {
  /** Changes whenever anything that is shown does, the days of looking included. */
  revision: string;
  /** Changes whenever a state does. */
  statesRevision: string;
  /** The day of the last look at any source: YYYY-MM-DD. */
  day: string;
  sources: ReadonlyMap<string, SourceReport>;
  /** State changes, the newest first. */
  changes: readonly Change[];
  /** What stands of a card; null where nothing does yet. */
  card(id: string): Watch | null;
};

export type SourceReport = {
  /** YYYY-MM-DD; null where robots.txt has never let us look. */
  lastLooked: string | null;
  outcome: Outcome;
  movedTo: string | null;
  history: History;
  /** The last 90 days, the last of them the report's day. */
  days: DayMark[];
  cards: ReadonlyMap<string, Watch | null>;
};

/** The report of what was found; null where nobody has looked yet. */
export function reportOf({ day, sources, changes }: Findings): WatchReport | null {
  if (day === '') return null;
  const byCard = new Map<string, Watch | null>();
  const bySource = new Map<string, SourceReport>();
  for (const [id, { lastLooked, outcome, movedTo, history, cards }] of Object.entries(sources)) {
    const watches = new Map<string, Watch | null>();
    for (const [card, { stands, recent }] of Object.entries(cards)) {
      const looked = recent.at(-1)?.day;
      watches.set(card, stands && looked ? { ...stands, lastLooked: looked } : null);
    }
    for (const [card, watch] of watches) byCard.set(card, watch);
    const days = marksUntil(history, day);
    bySource.set(id, { lastLooked: lastLooked || null, outcome, movedTo, history, days, cards: watches });
  }
  const shown = [...bySource].map(([id, { cards, ...source }]) => [id, source, [...cards]]);
  const states = [...byCard].map(([id, watch]) => [id, watch?.state ?? null, watch?.since ?? null]);
  return {
    revision: revisionOf([day, shown, changes]),
    statesRevision: revisionOf(states),
    day,
    sources: bySource,
    changes,
    card: (id) => byCard.get(id) ?? null,
  };
}

/** `watch` is null where nobody watches the sources, or nobody has looked yet. Days are YYYY-MM-DD. */
export type WatchList = { watch: { lastLooked: string; sources: WatchedEntry[]; total: number } | null };

export type WatchedEntry = {
  id: string;
  url: string;
  lastLooked: string | null;
  outcome: Outcome | null;
  movedTo: string | null;
  history: History | null;
  cards: { id: string; watch: Watch | null }[];
};

/** The document at /api/watch: every source that has an address, looked at or not. */
export async function watchDocument(store: Store, report: WatchReport | null): Promise<WatchList> {
  if (report === null) return { watch: null };
  const listed = await store.listSources();
  const sources = listed.flatMap(({ source: { id, url }, cards: ids }): WatchedEntry[] => {
    if (url === null) return [];
    const found = report.sources.get(id);
    const cards = ids.map((card) => ({ id: card, watch: report.card(card) }));
    const { lastLooked = null, outcome = null, movedTo = null, history = null } = found ?? {};
    return [{ id, url, lastLooked, outcome, movedTo, history, cards }];
  });
  return { watch: { lastLooked: report.day, sources, total: sources.length } };
}
