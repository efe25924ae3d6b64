/** What the watch found, as one document: for the API, and for `npm run status`. Pure. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Watch } from '../domain/watch.ts';
import type { Outcome } from './findings.ts';
import type { History } from './history.ts';
import type { WatchReport } from './report.ts';

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
export function watchDocument(catalog: Catalog, report: WatchReport | null): WatchList {
  if (report === null) return { watch: null };
  const sources = catalog.sources.flatMap(({ id, url }): WatchedEntry[] => {
    if (url === null) return [];
    const found = report.sources.get(id);
    const cards = catalog.cardsOf(id).map(({ card }) => ({ id: card.id, watch: report.card(card.id) }));
    const { lastLooked = null, outcome = null, movedTo = null, history = null } = found ?? {};
    return [{ id, url, lastLooked, outcome, movedTo, history, cards }];
  });
  return { watch: { lastLooked: report.day, sources, total: sources.length } };
}
