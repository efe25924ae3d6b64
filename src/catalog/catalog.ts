/** The catalogue: cards and sources by id, and lists of them. Pure: it is given its data. */
import { createCache } from '../cache.ts';
import { type CardRecord, type ComparisonRecord, isComparison, isQuoted, type QuotedRecord } from '../card/record.ts';
import type { Source } from '../card/source.ts';
import { once } from '../once.ts';
import { positionsOf } from './bitset.ts';
import type { CompiledCatalog } from './compile.ts';
import { linkRecord, linkRecords } from './compile.ts';
import { type Correction, listCorrections } from './corrections.ts';
import { type FacetIndex, indexFacets } from './facets.ts';
import type { Place } from './order.ts';
import { packCatalog, unpackCatalog } from './pack.ts';
import { createReleases, type FindRevision, openReleases, packReleases } from './releases.ts';
import { createSearch, indexCards, type Search } from './search.ts';

export type Catalog = {
  /** Changes whenever a card, its evidence or a source does. */
  revision: string;
  /** What lists say of every card, the newest first. A card's position is its place in this list. */
  entries: readonly CardEntry[];
  /** Every entry of every card's history, the newest first. */
  corrections: readonly Correction[];
  sources: readonly Source[];
  /** Every topic that a card has, the most frequent first. */
  topics: readonly Topic[];
  facets: FacetIndex;
  /** A card by its id. @throws DamagedCard when its data cannot be read. */
  getCard(id: string): CardRecord | undefined;
  /** The cards at positions. One whose data cannot be read is left out: the others are as good as ever. */
  read(positions: readonly number[]): CardRecord[];
  /** The newest cards, the newest first; all of them where no number is given. */
  newest(count?: number): CardRecord[];
  getSource(id: string): Source | undefined;
  /** The cards taken from a source, in the order they were written. */
  cardsOf(sourceId: string): QuotedRecord[];
  /** The comparisons that a card stands in. */
  comparisonsOf(cardId: string): ComparisonRecord[];
  /** The published revisions of a card, the oldest first. */
  revisionsOf(cardId: string): PublishedRevision[];
  /** The published revisions of all cards, read when they are first asked for. */
  loadRevisions(): Promise<FindRevision>;
  /** A topic by its slug. */
  getTopic(slug: string): Topic | undefined;
  /** The search over all cards, read when it is first asked for. */
  loadSearch(): Promise<Search>;
};

export type CardEntry = Place & { revision: string };

/** `released`: the day on which it was published. */
export type PublishedRevision = { revision: string; released: string };

/** What is read when it is first asked for: what `indexCards` and `packReleases` wrote. */
export type LaterParts = { searchIndex(): Promise<string>; releases(): Promise<Uint8Array> };

/** A topic: its name, its name in addresses, and how many cards it has. */
export type Topic = { slug: string; name: string; count: number };

/** Cards to look at in the preview, and which of their pictures: "figure/square-dark". */
export type Specimens = { catalog: Catalog; pictures: readonly string[] };

/** A card that is in the catalogue, and whose data cannot be read. */
export class DamagedCard extends Error {
  constructor(id: string, options: ErrorOptions) {
    super(`the data of the card "${id}" is damaged: ${options.cause}`, options);
  }
}

/** A catalogue of compiled data. @throws Error when a card names a source or card that is not in it. */
export function createCatalog(compiled: CompiledCatalog, releases = createReleases([])): Catalog {
  const catalog = openCatalog(packCatalog(compiled, releases), {
    async searchIndex() {
      const records = new Map(linkRecords(compiled).map((record) => [record.card.id, record]));
      return indexCards(catalog.entries.map(({ id }) => records.get(id) as CardRecord));
    },
    releases: async () => packReleases(releases.lines),
  });
  return catalog;
}

/** Cards that stay parsed, of about 3 KB each: more than any page shows, and what is asked for most. */
const RECORDS_KEPT = 400;

/** Opens a packed catalogue. @throws Error when it is none. */
export function openCatalog(packed: Uint8Array, later: LaterParts): Catalog {
  const { index, line } = unpackCatalog(packed);
  const { sources } = index;
  const positions = new Map(index.id.map((id, position) => [id, position]));
  const sourcesById = new Map(sources.map((source, position) => [source.id, { source, position }]));
  const facets = indexFacets(index);
  const topics = index.topics.map((topic) => ({
    ...topic,
    count: positionsOf(facets.topic.get(topic.slug) ?? new Uint32Array()).length,
  }));
  const topicsBySlug = new Map(topics.map((topic) => [topic.slug, topic]));
  const comparisons = index.rows.flatMap((rows, position) => rows.map((row) => ({ row, position })));
  const comparisonsByRow = Map.groupBy(comparisons, ({ row }) => row);

  const records = createCache<CardRecord>(RECORDS_KEPT);
  const readAt = (position: number): CardRecord => {
    const known = records.get(String(position));
    if (known) return known;
    try {
      const record = linkRecord(line(position), { source: (id) => sourcesById.get(id)?.source, card: getCard });
      records.set(String(position), record);
      return record;
    } catch (cause) {
      throw new DamagedCard(index.id[position] as string, { cause });
    }
  };
  const getCard = (id: string): CardRecord | undefined => {
    const position = positions.get(id);
    return position === undefined ? undefined : readAt(position);
  };
  const read = (wanted: readonly number[]): CardRecord[] =>
    wanted.flatMap((position) => {
      try {
        return [readAt(position)];
      } catch {
        return [];
      }
    });

  return {
    revision: index.revision,
    entries: index.id.map((id, position) => ({
      id,
      revision: index.cardRevision[position] as string,
      updated: index.updated[position] as string,
      about: index.about[position] as string,
    })),
    corrections: listCorrections(index),
    sources,
    topics,
    facets,
    getCard,
    read,
    newest: (count) => read([...positions.values()].slice(0, count)),
    getSource: (id) => sourcesById.get(id)?.source,
    cardsOf: (id) => read(index.written[sourcesById.get(id)?.position ?? -1] ?? []).filter(isQuoted),
    comparisonsOf: (id) => read(comparisonsByRow.get(id)?.map(({ position }) => position) ?? []).filter(isComparison),
    getTopic: (slug) => topicsBySlug.get(slug),
    loadSearch: once(async () => createSearch(await later.searchIndex())),
    loadRevisions: once(async () => openReleases(await later.releases())),
    revisionsOf: (id) =>
      (index.published[positions.get(id) ?? -1] ?? []).map(([revision, released]) => ({ revision, released })),
  };
}
