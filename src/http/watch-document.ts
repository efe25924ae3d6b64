/** What the watch found, as the JSON document of the API. Pure. */
import type { Catalog } from '../catalog/catalog.ts';
import type { WatchReport } from '../watch/report.ts';
import type { WatchDocument } from './schemas/watch.ts';

/** The document at /api/watch: every source that has an address, looked at or not. */
export function watchDocument(catalog: Catalog, report: WatchReport | null): WatchDocument {
  if (report === null) return { watch: null };
  const sources = catalog.sources.flatMap(({ id, url }) => {
    if (url === null) return [];
    const found = report.sources.get(id);
    const cards = catalog.cardsOf(id).map(({ card, watch = null }) => ({ id: card.id, watch }));
    const { lastLooked = null, outcome = null, movedTo = null, history = null } = found ?? {};
    return [{ id, url, lastLooked, outcome, movedTo, history, cards }];
  });
  return { watch: { lastLooked: report.day, sources, total: sources.length } };
}
