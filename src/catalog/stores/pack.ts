/**
 * The file formats of the bundled store: lines of JSON. In the file of the cards, the first line is an index for lists and
 * filters; each further line is a card. The file of the releases starts with an index, too. Pure.
 */

import { altText, keepAlt } from '../../card/alt.ts';
import { firstKnownDay, lastDay } from '../../card/date.ts';
import { cacheBounds, deriveBounds } from '../../card/evidence/numbers/figure.ts';
import type { Quantity } from '../../card/evidence/numbers/reading.ts';
import type { History } from '../../card/history.ts';
import { numberRange } from '../../card/kinds/figure.ts';
import { type CardRecord, isComparison, quotedOf } from '../../card/record.ts';
import type { ReleasedCard, ReleaseLine } from '../../card/release.ts';
import { revisionOf } from '../../card/revision.ts';
import { keepSentence, sentenceOf } from '../../card/sentence.ts';
import type { Source } from '../../card/source.ts';
import type { Speaker } from '../../card/speaker.ts';
import { topicSlug } from '../../card/topic.ts';
import { type CompiledCard, type CompiledCatalog, linkRecords } from '../compile.ts';
import { createReleases, findRelease } from '../releases.ts';
import type { Facet, Topic } from '../store.ts';

/** The first line, which is read at every start. It has columns instead of objects; a card's position is its index in them. */
export type PackedIndex = {
  /** Changes with every change of a card, its evidence or a source. */
  revision: string;
  sources: Source[];
  /** For each source, the day of the last change of a card that quotes it; null if there is none. */
  sourceUpdated: (string | null)[];
  /** Most frequent first. */
  speakers: Speaker[];
  /** For each speaker, the positions of the cards that name it, newest first. */
  spoken: number[][];
  topics: Topic[];
  /** Newest first. */
  id: string[];
  updated: string[];
  /** The first and the last day that the card is about; "" if unknown. */
  about: string[];
  aboutUntil: string[];
  /** The position of the first card with the same remark; the card's own position if there is no other. */
  lead: number[];
  facets: Record<Facet, PackedFacet>;
  /** The language of each card in lower case, and for "de-at" also "de". */
  language: PackedFacet;
  /** The lowest and the highest number of each figure; null for other cards. */
  numbers: ([low: number, high: number] | null)[];
  /** The ids of the compared cards; empty for other kinds. */
  rows: string[][];
  /** The history of each card; null if there is none. */
  history: (History | null)[];
  /** The released revisions of each card with their days, oldest first. */
  published: [revision: string, released: string][][];
  /** For each source, the positions of its cards in file order. */
  written: number[][];
  /** The length of each card's line in bytes, without the line feed. */
  bytes: number[];
};

/** The line of a card, with what takes longer to compute than to read. `quantity`: of a figure. */
export type PackedCard = { entry: CompiledCard; sentence: string; alt: string; quantity?: Quantity | null };

/** The values of a facet, and for each card the positions of its values. */
export type PackedFacet = { values: string[]; ofCard: number[][] };

const LINE_FEED = 0x0a;
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** Packs a compiled catalogue. @throws Error if a card refers to a missing source or card. */
export function packCatalog(compiled: CompiledCatalog, releases = createReleases([])): Uint8Array<ArrayBuffer> {
  const cards = new Map(compiled.cards.map((entry) => [entry.card.id, entry]));
  const ordered = linkRecords(compiled)
    .map((record) => ({ record, place: placeOf(record) }))
    .sort((a, b) => newestFirst(a.place, b.place));
  const leads = leadersOf(ordered.map(({ record }) => record));
  const placeOfLead = ({ record, place }: (typeof ordered)[number]) => leads.get(record.card.id)?.place ?? place;
  ordered.sort((a, b) => newestFirst(placeOfLead(a), placeOfLead(b)) || newestFirst(a.place, b.place));
  const records = ordered.map(({ record }) => record);
  const lines = records.map((record) => encode(packCard(record, cards.get(record.card.id) as CompiledCard)));
  const positions = new Map(records.map(({ card }, position) => [card.id, position]));
  const written = Map.groupBy(compiled.cards, (entry) => ('sourceId' in entry ? entry.sourceId : undefined));
  const sourceUpdated = sourceChanges(records);
  const speakers = collectSpeakers(records, compiled.speakers ?? []);
  const index = {
    sources: compiled.sources,
    sourceUpdated: compiled.sources.map(({ id }) => sourceUpdated.get(id) ?? null),
    speakers: speakers.map(({ speaker }) => speaker),
    spoken: speakers.map(({ spoken }) => spoken),
    topics: collectTopics(records),
    id: records.map(({ card }) => card.id),
    updated: ordered.map(({ place }) => place.updated),
    about: ordered.map(({ place }) => place.about),
    aboutUntil: records.map(lastAboutDay),
    lead: records.map(({ card }, at) => positions.get(leads.get(card.id)?.place.id ?? '') ?? at),
    facets: {
      topic: packFacet(records, topicsOf),
      source: packFacet(records, sourcesOf),
      speaker: packFacet(records, (record) =>
        isComparison(record) ? [] : (record.speakers ?? []).map(({ id }) => id),
      ),
      kind: packFacet(records, ({ card }) => [card.kind]),
      status: packFacet(records, (record) => (isComparison(record) ? [] : [record.card.status])),
      nature: packFacet(records, ({ card }) => ('nature' in card && card.nature ? [card.nature] : [])),
      related: packFacet(records, relationsOf),
    },
    language: packFacet(records, languagesOf),
    numbers: records.map(({ card }) => (card.kind === 'figure' ? numberRange(card) : null)),
    rows: records.map((record) => (isComparison(record) ? record.card.rows.map(({ card }) => card) : [])),
    history: records.map(({ card }) => card.history ?? null),
    published: records.map(({ card }) => releases.of(card.id).map(({ revision, released }) => [revision, released])),
    written: compiled.sources.map(({ id }) =>
      (written.get(id) ?? []).map(({ card }) => positions.get(card.id) as number),
    ),
    bytes: lines.map((line) => line.length),
  } satisfies Omit<PackedIndex, 'revision'>;
  const revision = revisionOf([index, compiled.cards]);
  return joinLines([encode({ revision, ...index } satisfies PackedIndex), ...lines]);
}

function packCard(record: CardRecord, entry: CompiledCard): PackedCard {
  const figure = figureWords(record);
  const quantity = figure ? { quantity: deriveBounds(figure.text, figure.language) ?? null } : {};
  return { entry, sentence: sentenceOf(record), alt: altText(record), ...quantity };
}

/** Keeps the texts and the quantity of a line for the record that was made of it. */
export function keepPacked(record: CardRecord, { sentence, alt, quantity }: PackedCard): void {
  keepSentence(record, sentence);
  keepAlt(record, alt);
  const figure = figureWords(record);
  if (figure) cacheBounds(figure, quantity ?? undefined);
}

const figureWords = ({ card }: CardRecord) =>
  card.kind === 'figure' ? { text: card.figure.text, language: card.language ?? 'en' } : undefined;

/** The first card of each group with the same remark, because lists keep groups together. `records` must be sorted. */
function leadersOf(records: readonly CardRecord[]): Map<string, { place: Place }> {
  const byId = new Map(records.map((record) => [record.card.id, record]));
  const leads = new Map<string, { place: Place }>();
  const lead = (record: CardRecord, place: Place): void => {
    if (isComparison(record) || leads.has(record.card.id)) return;
    leads.set(record.card.id, { place });
    for (const { type, card } of record.card.related ?? []) {
      const other = byId.get(card);
      if (type === 'same-remark' && other) lead(other, place);
    }
  };
  for (const record of records) lead(record, placeOf(record));
  return leads;
}

const topicsOf = ({ card }: CardRecord) => [...new Set(card.topics.map(topicSlug))];
const sourcesOf = (record: CardRecord) => [...new Set(quotedOf(record).map(({ source }) => source.id))];

/** "de-AT" → ["de", "de-at"] */
function languagesOf({ card: { language = 'en' } }: CardRecord): string[] {
  const parts = language.toLowerCase().split('-');
  return parts.map((_, at) => parts.slice(0, at + 1).join('-'));
}

const relationsOf = (record: CardRecord) =>
  isComparison(record) ? [] : [...new Set(record.relations?.map(({ type }) => type))];

function packFacet(records: readonly CardRecord[], valuesOf: (record: CardRecord) => string[]): PackedFacet {
  const positions = new Map<string, number>();
  const positionOf = (value: string) => {
    const position = positions.get(value) ?? positions.size;
    positions.set(value, position);
    return position;
  };
  const ofCard = records.map((record) => valuesOf(record).map(positionOf));
  return { values: [...positions.keys()], ofCard };
}

/** All listed speakers with the positions of the cards that name them, most frequent first. */
function collectSpeakers(records: readonly CardRecord[], speakers: readonly Speaker[]) {
  const spoken = new Map<string, number[]>(speakers.map(({ id }) => [id, []]));
  for (const [position, record] of records.entries()) {
    if (isComparison(record)) continue;
    for (const { id } of record.speakers ?? []) spoken.get(id)?.push(position);
  }
  return speakers
    .map((speaker) => ({ speaker, spoken: spoken.get(speaker.id) ?? [] }))
    .sort((a, b) => b.spoken.length - a.spoken.length || compareTexts(a.speaker.id, b.speaker.id));
}

/** All topics, most frequent first. `records` must be sorted newest first. */
function collectTopics(records: readonly CardRecord[]): Topic[] {
  const topics = new Map<string, Topic>();
  for (const record of records) {
    for (const slug of topicsOf(record)) {
      const name = record.card.topics.find((topic) => topicSlug(topic) === slug) as string;
      const topic = topics.get(slug) ?? { slug, name, count: 0, updated: record.updated };
      topics.set(slug, { ...topic, count: topic.count + 1 });
    }
  }
  return [...topics.values()].sort((a, b) => b.count - a.count || (a.slug < b.slug ? -1 : 1));
}

/** The last change of each source. `records` must be sorted newest first. */
function sourceChanges(records: readonly CardRecord[]): Map<string, string> {
  const changes = new Map<string, string>();
  for (const record of records) {
    for (const id of sourcesOf(record)) if (!changes.has(id)) changes.set(id, record.updated);
  }
  return changes;
}

/** A packed catalogue with its index parsed. `line` parses a card. */
export type Unpacked = { index: PackedIndex; line(position: number): PackedCard };

/** Parses the index. @throws Error if the bytes are not a packed catalogue, or are truncated. */
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
      return JSON.parse(decoder.decode(bytes.subarray(start, start + (index.bytes[position] as number))));
    },
  };
}

/** The start of a line after the index, and its length without the line feed, in bytes. */
type Range = [start: number, length: number];

/** Cards have keys "id@revision", sources have their revision. */
type ReleaseIndex = { cards: Record<string, Range>; sources: Record<string, Range> };

export function packReleases(lines: readonly ReleaseLine[]): Uint8Array<ArrayBuffer> {
  const index: ReleaseIndex = { cards: {}, sources: {} };
  const encoded = lines.map(encode);
  let start = 0;
  for (const [at, line] of lines.entries()) {
    const range: Range = [start, encoded[at]?.length ?? 0];
    if (line.type === 'source') index.sources[line.revision] = range;
    else index.cards[`${line.card.id}@${line.revision}`] = range;
    start += range[1] + 1;
  }
  return joinLines([encode(index), ...encoded]);
}

/** Finds a released revision of a card; undefined if there is none. */
export type FindRevision = (id: string, revision: string) => CardRecord | undefined;

/** Opens packed releases. Lines are parsed on demand. */
export function openReleases(bytes: Uint8Array): FindRevision {
  const decoder = new TextDecoder();
  const end = bytes.indexOf(LINE_FEED);
  const index = JSON.parse(decoder.decode(bytes.subarray(0, end))) as ReleaseIndex;
  const read = (ranges: Record<string, Range>, key: string): ReleaseLine | undefined => {
    const range = Object.hasOwn(ranges, key) ? ranges[key] : undefined;
    if (!range) return undefined;
    const start = end + 1 + range[0];
    return JSON.parse(decoder.decode(bytes.subarray(start, start + range[1])));
  };
  const lines = {
    card: (id: string, revision: string) => read(index.cards, `${id}@${revision}`) as ReleasedCard | undefined,
    source: (revision: string) => {
      const line = read(index.sources, revision);
      return line?.type === 'source' ? line.source : undefined;
    },
  };
  return (id, revision) => findRelease(lines, id, revision);
}

function joinLines(lines: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let at = 0;
  for (const line of lines) {
    joined.set(line, at);
    joined[at + line.length] = LINE_FEED;
    at += line.length + 1;
  }
  return joined;
}

/** The sort key of a card: the day of its last change, the day it is about ("" if unknown), its id. */
export type Place = { updated: string; about: string; id: string };

export function placeOf(record: CardRecord): Place {
  return { updated: record.updated, about: aboutDay(record), id: record.card.id };
}

/** Sorts by last change, then by the day the card is about, newest first; then by id. */
export function newestFirst(a: Place, b: Place): number {
  return compareTexts(b.updated, a.updated) || compareTexts(b.about, a.about) || compareTexts(a.id, b.id);
}

/** Compares by UTF-16 units, independent of the locale. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function aboutDay(record: CardRecord): string {
  if (!isComparison(record)) return record.card.asOf ? firstKnownDay(record.card.asOf.date) : '';
  const days = record.rows.map((row) => aboutDay(row.record)).sort();
  return days.at(-1) ?? '';
}

/** The last day that a card is about: "~" if it is open, "" if unknown. */
function lastAboutDay(record: CardRecord): string {
  if (!isComparison(record)) return record.card.asOf ? lastDay(record.card.asOf.date) : '';
  const days = record.rows.map((row) => lastAboutDay(row.record)).sort();
  return days.at(-1) ?? '';
}

/** Encodes a position in a list as an opaque cursor. The parts are ids and dates, which are ASCII. */
export function toCursor(parts: readonly string[]): string {
  return btoa(JSON.stringify(parts)).replace(/[+/=]/g, (sign) => (sign === '+' ? '-' : sign === '/' ? '_' : ''));
}

/** Decodes a cursor; `undefined` if it is not a cursor with `length` parts. */
export function fromCursor(cursor: string, length: number): string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isOurs = Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === 'string');
    return isOurs ? parts : undefined;
  } catch {
    return undefined;
  }
}
