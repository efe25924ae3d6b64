/** The catalogue, with what the watch found beside each card. Pure. */

import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../card/record.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { WatchReport } from './report.ts';

const made = new WeakMap<WatchReport, { catalog: Catalog; watched: Catalog }>();

/** The same catalogue; its records carry `watch`. Made once of a report, so that what is kept of a record stays with it. */
export function watchedCatalog(catalog: Catalog, report: WatchReport): Catalog {
  const known = made.get(report);
  if (known?.catalog === catalog) return known.watched;
  const watched = watchCatalog(catalog, report);
  made.set(report, { catalog, watched });
  return watched;
}

function watchCatalog(catalog: Catalog, report: WatchReport): Catalog {
  const quoted = (record: QuotedRecord): QuotedRecord => ({ ...record, watch: report.card(record.card.id) });
  const compared = (record: ComparisonRecord): ComparisonRecord => ({
    ...record,
    rows: record.rows.map((row) => ({ ...row, record: quoted(row.record) })),
  });
  const records = new WeakMap<CardRecord, CardRecord>();
  const watched = (record: CardRecord): CardRecord => {
    const known = records.get(record) ?? (isComparison(record) ? compared(record) : quoted(record));
    records.set(record, known);
    return known;
  };
  return {
    ...catalog,
    getCard: (id) => {
      const record = catalog.getCard(id);
      return record && watched(record);
    },
    read: (positions) => catalog.read(positions).map(watched),
    newest: (count) => catalog.newest(count).map(watched),
    cardsOf: (id) => catalog.cardsOf(id).map(quoted),
    comparisonsOf: (id) => catalog.comparisonsOf(id).map(compared),
  };
}
