/** The catalogue in memory: cards and sources by id, and lists of them. Pure: it is given its data. */
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../domain/record.ts';
import type { Source } from '../domain/source.ts';
import { topicSlug } from '../domain/topic.ts';
import type { CompiledCatalog } from './compile.ts';
import { newestFirst, placeOf } from './order.ts';
import { createSearch, type Search } from './search.ts';

export type Catalog = {
  /** Every card, the newest first. */
  cards: readonly CardRecord[];
  sources: readonly Source[];
  /** Every topic that a card has, the most frequent first. */
  topics: readonly Topic[];
  getCard(id: string): CardRecord | undefined;
  getSource(id: string): Source | undefined;
  /** The cards taken from a source, in the order they were written. */
  cardsOf(sourceId: string): readonly QuotedRecord[];
  /** The comparisons that a card stands in. */
  comparisonsOf(cardId: string): readonly ComparisonRecord[];
  /** A topic by its slug. */
  getTopic(slug: string): Topic | undefined;
  /** The ids of the cards that a text finds, the best match first. */
  search: Search;
};

/** A topic: its name, its name in addresses, and how many cards it has. */
export type Topic = { slug: string; name: string; count: number };

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

  const ordered = [...records.values()]
    .map((record) => ({ record, place: placeOf(record) }))
    .sort((a, b) => newestFirst(a.place, b.place))
    .map(({ record }) => record);
  const comparisons = Map.groupBy(
    ordered.filter(isComparison).flatMap((comparison) => comparison.rows.map(({ record }) => ({ record, comparison }))),
    ({ record }) => record.card.id,
  );
  const topics = collectTopics(ordered);
  const topicsBySlug = new Map(topics.map((topic) => [topic.slug, topic]));

  return {
    cards: ordered,
    sources,
    topics,
    getCard: (id) => records.get(id),
    getSource: (id) => sourcesById.get(id),
    cardsOf: (sourceId) => bySource.get(sourceId) ?? [],
    comparisonsOf: (cardId) => comparisons.get(cardId)?.map(({ comparison }) => comparison) ?? [],
    getTopic: (slug) => topicsBySlug.get(slug),
    search: createSearch(ordered),
  };
}

function collectTopics(cards: readonly CardRecord[]): Topic[] {
  const topics = new Map<string, Topic>();
  for (const name of cards.flatMap(({ card }) => card.topics)) {
    const slug = topicSlug(name);
    const topic = topics.get(slug) ?? { slug, name, count: 0 };
    topics.set(slug, { ...topic, count: topic.count + 1 });
  }
  return [...topics.values()].sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1));
}
