/** Compiled cards → records, each with its source or the records of its rows. Pure. */
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../domain/record.ts';
import type { Source } from '../domain/source.ts';
import type { CompiledCard, CompiledCatalog } from './compile.ts';

type Find = { source(id: string): Source | undefined; card(id: string): CardRecord | undefined };

/** Links one card up. @throws Error when its source, or the card of a row, is not found. */
export function linkRecord(entry: CompiledCard, find: Find): CardRecord {
  if ('sourceId' in entry) {
    const { sourceId, ...rest } = entry;
    const source = find.source(sourceId);
    if (!source) throw new Error(`the compiled catalogue has no source "${sourceId}"`);
    return { ...rest, source } satisfies QuotedRecord;
  }
  const rows = entry.card.rows.map(({ card, label }) => {
    const record = find.card(card);
    if (!record || isComparison(record)) throw new Error(`the compiled catalogue has no card "${card}" to compare`);
    return { label, record };
  });
  return { ...entry, rows } satisfies ComparisonRecord;
}

/** Links every card up, in the order they come: what is compared stands before its comparison. */
export function linkRecords({ sources, cards }: CompiledCatalog): CardRecord[] {
  const sourcesById = new Map(sources.map((source) => [source.id, source]));
  const records = new Map<string, CardRecord>();
  const find: Find = { source: (id) => sourcesById.get(id), card: (id) => records.get(id) };
  for (const entry of cards) records.set(entry.card.id, linkRecord(entry, find));
  return [...records.values()];
}
