/** A store whose records contain the findings of the watch. Pure. */
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../card/record.ts';
import type { Store } from '../catalog/store.ts';
import type { WatchReport } from './report.ts';

const made = new WeakMap<WatchReport, { store: Store; watched: Store }>();

/** Adds `watch` to the records of a store. Memoised by report, so that readers can cache by record. */
export function watchedStore(store: Store, report: WatchReport): Store {
  const known = made.get(report);
  if (known?.store === store) return known.watched;
  const watched = watchStore(store, report);
  made.set(report, { store, watched });
  return watched;
}

function watchStore(store: Store, report: WatchReport): Store {
  const records = new WeakMap<CardRecord, CardRecord>();
  /** Returns the same object for the same record of the store. */
  function watched<T extends CardRecord>(record: T): T {
    const known = records.get(record) ?? (isComparison(record) ? compared(record) : quoted(record));
    records.set(record, known);
    return known as T;
  }
  const quoted = (record: QuotedRecord): QuotedRecord => ({
    ...record,
    watch: report.card(record.source.id, record.card.id),
  });
  const compared = (record: ComparisonRecord): ComparisonRecord => ({
    ...record,
    rows: record.rows.map((row) => ({ ...row, record: watched(row.record) })),
  });
  return {
    ...store,
    async getCard(id) {
      const record = await store.getCard(id);
      return record && watched(record);
    },
    getCards: async (ids) => (await store.getCards(ids)).map(watched),
    async listCards(query) {
      const page = await store.listCards(query);
      return page && { ...page, cards: page.cards.map(watched) };
    },
    cardsOf: async (id) => (await store.cardsOf(id)).map(watched),
    cardsOfSpeaker: async (id) => (await store.cardsOfSpeaker(id)).map(watched),
    comparisonsOf: async (id) => (await store.comparisonsOf(id)).map(watched),
    async listCorrections(options) {
      const page = await store.listCorrections(options);
      return (
        page && { ...page, corrections: page.corrections.map((each) => ({ ...each, record: watched(each.record) })) }
      );
    },
  };
}
