/**
 * The catalogue as the Worker reads it: a line that lists every card with what lists and filters ask, then a line for each
 * card. A start reads the first line alone, and a card is parsed when it is asked for. Pure.
 */

import type { History } from '../card/history.ts';
import type { Kind } from '../card/kind.ts';
import type { Status } from '../card/kinds/fields.ts';
import { type CardRecord, isComparison } from '../card/record.ts';
import { revisionOf } from '../card/revision.ts';
import type { Source } from '../card/source.ts';
import { topicSlug } from '../card/topic.ts';
import { type CompiledCard, type CompiledCatalog, linkRecords } from './compile.ts';
import { joinLines, LINE_FEED } from './lines.ts';
import { newestFirst, placeOf } from './order.ts';
import { createReleases } from './releases.ts';

/** The first line. Columns instead of objects: it is read at every start. Topics and sources are positions in their lists. */
export type PackedIndex = {
  /** Changes whenever a card, its evidence or a source does. */
  revision: string;
  sources: Source[];
  topics: { slug: string; name: string }[];
  /** The newest first. */
  id: string[];
  cardRevision: string[];
  updated: string[];
  about: string[];
  kind: Kind[];
  status: (Status | null)[];
  cardTopics: number[][];
  cardSources: number[][];
  /** The ids that a comparison sets side by side; empty for other kinds. */
  rows: string[][];
  /** The history of each card; null where nothing has changed. */
  history: (History | null)[];
  /** The published revisions of each card, with their days, in the order they were published. */
  published: [revision: string, released: string][][];
  /** The cards of each source, as positions, in the order they were written. */
  written: number[][];
  /** The length of each card's line in bytes, without its end. */
  bytes: number[];
};

/** Packs a compiled catalogue. @throws Error when a card names a source or card that is not in it. */
export function packCatalog(compiled: CompiledCatalog, releases = createReleases([])): Uint8Array<ArrayBuffer> {
  const records = linkRecords(compiled);
  const cards = new Map(compiled.cards.map((entry) => [entry.card.id, entry]));
  const ordered = records
    .map((record) => ({ record, place: placeOf(record) }))
    .sort((a, b) => newestFirst(a.place, b.place));
  const lines = ordered.map(({ record }) => encode(cards.get(record.card.id) as CompiledCard));

  const positions = new Map(ordered.map(({ record }, position) => [record.card.id, position]));
  const topics = collectTopics(ordered.map(({ record }) => record));
  const topicAt = new Map(topics.map(({ slug }, index) => [slug, index]));
  const written = Map.groupBy(compiled.cards, (entry) => ('sourceId' in entry ? entry.sourceId : undefined));
  const sourceAt = new Map(compiled.sources.map(({ id }, index) => [id, index]));
  const index = {
    sources: compiled.sources,
    topics,
    id: ordered.map(({ record }) => record.card.id),
    cardRevision: ordered.map(({ record }) => record.revision),
    updated: ordered.map(({ place }) => place.updated),
    about: ordered.map(({ place }) => place.about),
    kind: ordered.map(({ record }) => record.card.kind),
    status: ordered.map(({ record }) => (isComparison(record) ? null : record.card.status)),
    cardTopics: ordered.map(({ record }) => record.card.topics.map((topic) => topicAt.get(topicSlug(topic)) as number)),
    cardSources: ordered.map(({ record }) => sourceIdsOf(record).map((id) => sourceAt.get(id) as number)),
    rows: ordered.map(({ record }) => (isComparison(record) ? record.card.rows.map(({ card }) => card) : [])),
    history: ordered.map(({ record }) => record.card.history ?? null),
    published: ordered.map(({ record }) =>
      releases.of(record.card.id).map(({ revision, released }) => [revision, released]),
    ),
    written: compiled.sources.map(({ id }) =>
      (written.get(id) ?? []).map(({ card }) => positions.get(card.id) as number),
    ),
    bytes: lines.map((line) => line.length),
  } satisfies Omit<PackedIndex, 'revision'>;
  const revision = revisionOf([index, compiled.cards]);
  return joinLines([encode({ revision, ...index } satisfies PackedIndex), ...lines]);
}

function sourceIdsOf(record: CardRecord): string[] {
  return isComparison(record) ? [...new Set(record.rows.map((row) => row.record.source.id))] : [record.source.id];
}

/** Every topic, the most frequent first. */
function collectTopics(records: readonly CardRecord[]): { slug: string; name: string }[] {
  const topics = new Map<string, { slug: string; name: string; count: number }>();
  for (const name of records.flatMap(({ card }) => card.topics)) {
    const slug = topicSlug(name);
    const topic = topics.get(slug) ?? { slug, name, count: 0 };
    topics.set(slug, { ...topic, count: topic.count + 1 });
  }
  return [...topics.values()]
    .sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1))
    .map(({ slug, name }) => ({ slug, name }));
}

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** A packed catalogue, its first line read. `line` gives a card as it was compiled. */
export type Unpacked = { index: PackedIndex; line(position: number): CompiledCard };

/** Reads the first line. @throws Error when the bytes are no packed catalogue, or end too soon. */
export function unpackCatalog(bytes: Uint8Array): Unpacked {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const end = bytes.indexOf(LINE_FEED);
  const index = JSON.parse(decoder.decode(bytes.subarray(0, Math.max(end, 0)))) as PackedIndex;
  const starts: number[] = [];
  let at = end + 1;
  for (const length of index.bytes) {
    starts.push(at);
    at += length + 1;
  }
  if (at !== bytes.length) throw new Error(`the packed catalogue has ${bytes.length} bytes instead of ${at}`);
  return {
    index,
    line(position) {
      const start = starts[position] as number;
      return JSON.parse(
        decoder.decode(bytes.subarray(start, start + (index.bytes[position] as number))),
      ) as CompiledCard;
    },
  };
}
