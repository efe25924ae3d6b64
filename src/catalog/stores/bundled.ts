/** A store over the packed files of a build. Lists are in memory; cards are parsed on demand. Pure. */
import { LRUCache } from 'lru-cache';
import { type CardRecord, isComparison, isQuoted } from '../../card/record.ts';
import { once } from '../../once.ts';
import { type CompiledCatalog, linkRecord, linkRecords } from '../compile.ts';
import { createReleases } from '../releases.ts';
import { DamagedCard, type Store } from '../store.ts';
import { meetConditions } from './conditions.ts';
import { choicesOf, countFacets, filterCards, findCards } from './facets.ts';
import { createOrders } from './orders.ts';
import {
  compareTexts,
  fromCursor,
  keepPacked,
  openReleases,
  type PackedIndex,
  packCatalog,
  packReleases,
  toCursor,
  type Unpacked,
  unpackCatalog,
} from './pack.ts';
import { createSearch, type Found, indexCards } from './search.ts';

/** Parts that are loaded on first use: the outputs of `indexCards` and `packReleases`. */
export type LazyParts = { searchIndex(): Promise<string>; releases(): Promise<Uint8Array> };

/** Creates a store from compiled data. @throws Error if a card refers to a missing source or card. */
export function createBundledStore(compiled: CompiledCatalog, releases = createReleases([])): Store {
  const packed = packCatalog(compiled, releases);
  return openBundledStore(packed, {
    searchIndex: async () => packSearch(compiled, packed),
    releases: async () => packReleases(releases.lines),
  });
}

/** Creates the search index of a packed catalogue, which refers to cards by position. */
export function packSearch(compiled: CompiledCatalog, packed: Uint8Array): string {
  const records = new Map(linkRecords(compiled).map((record) => [record.card.id, record]));
  const { id, speakers } = unpackCatalog(packed).index;
  return indexCards(
    id.map((cardId) => records.get(cardId) as CardRecord),
    speakers,
  );
}

/** Opens a packed catalogue. @throws Error if the bytes are invalid. */
export function openBundledStore(packed: Uint8Array, lazy: LazyParts): Store {
  const unpacked = unpackCatalog(packed);
  const { index } = unpacked;
  const { sources, speakers, topics } = index;
  const positions = new Map(index.id.map((id, position) => [id, position]));
  const sourcePositions = new Map(sources.map(({ id }, position) => [id, position]));
  const speakerPositions = new Map(speakers.map(({ id }, position) => [id, position]));
  const topicsBySlug = new Map(topics.map((topic) => [topic.slug, topic]));
  const corrections = listHistories(index);
  const comparisons = index.rows.flatMap((rows, position) => rows.map((row) => ({ row, position })));
  const comparisonsByRow = Map.groupBy(comparisons, ({ row }) => row);
  const listed = sources.map((source, at) => ({
    source,
    cards: (index.written[at] ?? []).map((position) => index.id[position] as string),
    updated: index.sourceUpdated[at] ?? null,
  }));
  const listedSpeakers = speakers.map((speaker, at) => {
    const spoken = index.spoken[at] ?? [];
    const cards = spoken.map((position) => index.id[position] as string);
    return { speaker, cards, updated: index.updated[spoken[0] ?? -1] ?? null };
  });
  const all = index.id.map((_, position) => position);
  const orderOf = createOrders(index, all);
  const readAt = openCards(unpacked, positions, sourcePositions);
  const loadSearch = once(async () => createSearch(await lazy.searchIndex()));
  const loadRevisions = once(async () => openReleases(await lazy.releases()));

  const countAll = once(async () => countFacets(index, all, []));

  const read = (wanted: readonly number[]): CardRecord[] =>
    wanted.flatMap((position) => {
      try {
        return [readAt(position)];
      } catch {
        return [];
      }
    });

  /** The search results; undefined without search words. */
  async function searched(q: string | undefined): Promise<Found | undefined> {
    if (q === undefined || q.trim() === '') return undefined;
    const search = await loadSearch();
    return search.find(q);
  }

  /** The index in search results of the first card after a cursor; undefined if its card is no longer one of them. */
  function startAfterResult(found: readonly number[], cursor: string): number | undefined {
    const at = found.indexOf(positions.get(fromCursor(cursor, 6)?.[5] ?? '') ?? -1);
    return at < 0 ? undefined : at + 1;
  }

  return {
    revision: index.revision,
    counts: { cards: all.length, sources: sources.length },

    async getCard(id) {
      const position = positions.get(id);
      return position === undefined ? undefined : readAt(position);
    },
    getCards: async (ids) => read(ids.flatMap((id) => positions.get(id) ?? [])),
    async listCards({ limit, cursor, sort, ...query }) {
      const search = await searched(query.q);
      const matches = search?.positions;
      const order = orderOf(sort ?? '-updated');
      // Without another order, the best match comes first.
      const ranked = sort === undefined ? matches : undefined;
      const choices = choicesOf(index, query);
      const candidates = ranked ?? (matches === undefined ? order.all : sortLike(order.all, matches));
      const chosen = candidates === all && choices.length > 0 ? findCards(choices) : filterCards(candidates, choices);
      const fitting = meetConditions(chosen, index, { positions, query });
      const found = ranked ? keepGroups(fitting, index.lead) : fitting;
      const startAfter = ranked ? startAfterResult : order.startAfter;
      const start = cursor === undefined ? 0 : startAfter(found, cursor);
      if (start === undefined) return undefined;
      const shown = found.slice(start, start + limit);
      const last = shown.at(-1);
      const hasNext = last !== undefined && start + limit < found.length;
      return {
        cards: read(shown),
        total: found.length,
        totalExact: true,
        match: search?.match ?? null,
        unknownWords: search?.unknownWords ?? [],
        start,
        previous: start === 0 ? null : pageBefore(found, start - limit, order.cursorAfter),
        next: hasNext ? order.cursorAfter(last) : null,
      };
    },
    async countFacets(query) {
      const [matches, choices] = [await searched(query.q), choicesOf(index, query)];
      const found = meetConditions(matches?.positions ?? all, index, { positions, query });
      return found === all && choices.length === 0 ? countAll() : countFacets(index, found, choices);
    },
    listEntries: async (start, limit) =>
      all
        .slice(start, start + limit)
        .map((at) => ({ id: index.id[at] as string, updated: index.updated[at] as string })),
    comparisonsOf: async (id) =>
      read((comparisonsByRow.get(id) ?? []).map(({ position }) => position)).filter(isComparison),

    listSources: async () => listed,
    getSource: async (id) => sources[sourcePositions.get(id) ?? -1],
    cardsOf: async (id) => read(index.written[sourcePositions.get(id) ?? -1] ?? []).filter(isQuoted),

    listSpeakers: async () => listedSpeakers,
    getSpeaker: async (id) => speakers[speakerPositions.get(id) ?? -1],
    cardsOfSpeaker: async (id) => read(index.spoken[speakerPositions.get(id) ?? -1] ?? []).filter(isQuoted),

    listTopics: async () => topics,
    getTopic: async (slug) => topicsBySlug.get(slug),

    revisionsOf: async (id) =>
      (index.published[positions.get(id) ?? -1] ?? []).map(([revision, released]) => ({ revision, released })),
    async getRevision(id, revision) {
      const find = await loadRevisions();
      return find(id, revision);
    },
    async listCorrections({ limit, cursor }) {
      const start = cursor === undefined ? 0 : startAfterCorrection(corrections, cursor);
      if (start === undefined) return undefined;
      const shown = corrections.slice(start, start + limit);
      const cursorAfter = (place: HistoryPlace | undefined) =>
        place && toCursor([place.entry.date, place.id, String(place.number)]);
      const before = cursorAfter(corrections[start - limit - 1]);
      return {
        corrections: shown.flatMap(({ position, number, entry }) =>
          read([position]).map((record) => ({ record, number, entry })),
        ),
        total: corrections.length,
        start,
        previous: start === 0 ? null : before === undefined ? {} : { cursor: before },
        next: (start + limit < corrections.length && cursorAfter(shown.at(-1))) || null,
      };
    },
  };
}

/** The page that starts at `start`, which may be below zero. */
function pageBefore(found: readonly number[], start: number, cursorAfter: (position: number) => string) {
  const last = found[start - 1];
  return last === undefined ? {} : { cursor: cursorAfter(last) };
}

/** The number of cached cards, about 10 KB each with their documents: more than any page shows. */
const RECORDS_KEPT = 1_000;

/** Reads the card at a position. @throws DamagedCard */
function openCards(
  { index, line }: Unpacked,
  positions: ReadonlyMap<string, number>,
  sourcePositions: ReadonlyMap<string, number>,
): (position: number) => CardRecord {
  const records = new LRUCache<number, CardRecord>({ max: RECORDS_KEPT });
  const find = {
    source: (id: string) => index.sources[sourcePositions.get(id) ?? -1],
    card(id: string) {
      const position = positions.get(id);
      return position === undefined ? undefined : readAt(position);
    },
  };
  function readAt(position: number): CardRecord {
    const known = records.get(position);
    if (known) return known;
    try {
      const packed = line(position);
      const record = linkRecord(packed.entry, find);
      keepPacked(record, packed);
      records.set(position, record);
      return record;
    } catch (cause) {
      throw new DamagedCard(index.id[position] as string, { cause });
    }
  }
  return readAt;
}

/** The matches in the order in which they are in `all`. */
function sortLike(all: readonly number[], matches: readonly number[]): readonly number[] {
  const isMatch = new Set(matches);
  return all.filter((position) => isMatch.has(position));
}

/** Groups cards with the same remark at the position of the first. */
function keepGroups(found: readonly number[], lead: readonly number[]): readonly number[] {
  if (found.every((position) => lead[position] === position)) return found;
  return [...Map.groupBy(found, (position) => lead[position]).values()].flat();
}

/** A history entry with the id and position of its card. */
type HistoryPlace = ReturnType<typeof listHistories>[number];

function listHistories({ id, history }: PackedIndex) {
  const entries = history.flatMap((ofCard, position) =>
    (ofCard ?? []).map((entry, number) => ({ id: id[position] as string, position, number, entry })),
  );
  return entries.sort((a, b) => lastFirst([a.entry.date, a.id, a.number], [b.entry.date, b.id, b.number]));
}

type EntryPlace = [date: string, id: string, number: number];

/** Sorts by day, newest first; then by id; then by number, last first. */
function lastFirst([date, id, number]: EntryPlace, [otherDate, otherId, otherNumber]: EntryPlace): number {
  return compareTexts(otherDate, date) || compareTexts(id, otherId) || otherNumber - number;
}

function startAfterCorrection(all: readonly HistoryPlace[], cursor: string): number | undefined {
  const [date = '', id = '', digits = ''] = fromCursor(cursor, 3) ?? [];
  const number = Number(digits);
  if (digits === '' || !Number.isInteger(number)) return undefined;
  const next = all.findIndex((other) => lastFirst([date, id, number], [other.entry.date, other.id, other.number]) < 0);
  return next < 0 ? all.length : next;
}
