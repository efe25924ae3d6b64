/** The catalogue, with what the watch found beside each card. Pure. */
import type { Catalog } from '../catalog/catalog.ts';
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../domain/record.ts';
import type { WatchReport } from './report.ts';

/** The same catalogue; its records carry `watch`. */
export function watchedCatalog(catalog: Catalog, report: WatchReport): Catalog {
  const quoted = (record: QuotedRecord): QuotedRecord => ({ ...record, watch: report.card(record.card.id) });
  const compared = (record: ComparisonRecord): ComparisonRecord => ({
    ...record,
    rows: record.rows.map((row) => ({ ...row, record: quoted(row.record) })),
  });
  const watched = (record: CardRecord) => (isComparison(record) ? compared(record) : quoted(record));
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
