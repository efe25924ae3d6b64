/** The catalogue in memory: cards and sources by id, and lists of them. Pure: it is given its data. */
import { firstDay } from '../domain/date.ts';
import { type CardRecord, isComparison, type QuotedRecord } from '../domain/record.ts';
import type { Source } from '../domain/source.ts';
import type { CompiledCatalog } from './compile.ts';

export type Catalog = {
  /** Every card, the newest first. */
  cards: readonly CardRecord[];
  sources: readonly Source[];
  getCard(id: string): CardRecord | undefined;
  getSource(id: string): Source | undefined;
  /** The cards taken from a source, in the order they were written. */
  cardsOf(sourceId: string): readonly QuotedRecord[];
};

/** Cards to look at in the preview, and which of their pictures: "figure/square-dark". */
export type Specimens = { catalog: Catalog; pictures: readonly string[] };

/** Links the compiled data up. @throws Error when a card names a source or card that is not in it. */
export function createCatalog({ sources, cards }: CompiledCatalog): Catalog {
  const sourcesById = new Map(sources.map((source) => [source.id, source]));
  const records = new Map<string, CardRecord>();
  const bySource = new Map<string, QuotedRecord[]>(sources.map((source) => [source.id, []]));

  const quotedRecord = (id: string): QuotedRecord => {
    const record = records.get(id);
    if (!record || isComparison(record)) throw new Error(`the compiled catalogue has no card "${id}" to compare`);
    return record;
  };

  for (const { revision, updated, ...entry } of cards) {
    if (!('sourceId' in entry)) {
      const rows = entry.card.rows.map(({ card, label }) => ({ label, record: quotedRecord(card) }));
      records.set(entry.card.id, { card: entry.card, rows, revision, updated });
      continue;
    }
    const source = sourcesById.get(entry.sourceId);
    if (!source) throw new Error(`the compiled catalogue has no source "${entry.sourceId}"`);
    const record = { card: entry.card, source, evidence: entry.evidence, revision, updated };
    records.set(entry.card.id, record);
    bySource.get(source.id)?.push(record);
  }

  return {
    cards: [...records.values()].sort(newestFirst),
    sources,
    getCard: (id) => records.get(id),
    getSource: (id) => sourcesById.get(id),
    cardsOf: (sourceId) => bySource.get(sourceId) ?? [],
  };
}

/** By the day of the last change, then by the date the card is about, then by id: an order that never wavers. */
function newestFirst(a: CardRecord, b: CardRecord): number {
  const key = (record: CardRecord) => `${record.updated} ${aboutDay(record)}`;
  return key(b).localeCompare(key(a), 'en') || a.card.id.localeCompare(b.card.id, 'en');
}

function aboutDay(record: CardRecord): string {
  if (isComparison(record))
    return (
      record.rows
        .map((row) => aboutDay(row.record))
        .sort()
        .at(-1) ?? ''
    );
  return record.card.asOf ? firstDay(record.card.asOf.date) : '';
}
