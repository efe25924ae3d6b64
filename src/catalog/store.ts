/** The interface of a catalogue. All readers use it; `stores/` contains its implementations. */

import type { HistoryEntry } from '../card/history.ts';
import type { Kind } from '../card/kind.ts';
import type { CardRecord, ComparisonRecord, QuotedRecord } from '../card/record.ts';
import type { RelationName } from '../card/related.ts';
import type { Source } from '../card/source.ts';
import type { Speaker } from '../card/speaker.ts';
import type { Nature, Status } from '../card/status.ts';

/**
 * A snapshot of a catalogue, taken when the store was opened. Lists omit cards with unreadable data, but `total` counts
 * them.
 */
export type Store = {
  /** Changes with every change of a card, its evidence or a source. */
  revision: string;
  counts: { cards: number; sources: number };

  /** A card by its id. @throws DamagedCard if its data cannot be read. */
  getCard(id: string): Promise<CardRecord | undefined>;
  /** Cards by their ids, in the given order. Unknown ids are omitted. */
  getCards(ids: readonly string[]): Promise<CardRecord[]>;
  /** A page of the cards that match a query. `undefined` if the cursor is not from this list. */
  listCards(query: CardQuery & PageOptions & { sort?: Sort | undefined }): Promise<CardPage | undefined>;
  /** For each facet, the number of cards per value that also match the other facets of the query. */
  countFacets(query: CardQuery): Promise<FacetCounts>;
  /** Entries for a sitemap: `limit` cards from `start`, newest first. */
  listEntries(start: number, limit: number): Promise<CardEntry[]>;
  /** The comparisons that contain a card, newest first. */
  comparisonsOf(cardId: string): Promise<ComparisonRecord[]>;

  listSources(): Promise<readonly ListedSource[]>;
  getSource(id: string): Promise<Source | undefined>;
  /** The cards taken from a source, in the order of its file. */
  cardsOf(sourceId: string): Promise<QuotedRecord[]>;

  /** All listed speakers, most frequent first. */
  listSpeakers(): Promise<readonly ListedSpeaker[]>;
  getSpeaker(id: string): Promise<Speaker | undefined>;
  /** The cards that name a speaker in their attribution, newest first. */
  cardsOfSpeaker(id: string): Promise<QuotedRecord[]>;

  /** All topics, most frequent first. */
  listTopics(): Promise<readonly Topic[]>;
  /** A topic by its slug. */
  getTopic(slug: string): Promise<Topic | undefined>;

  /** The released revisions of a card, oldest first. */
  revisionsOf(cardId: string): Promise<PublishedRevision[]>;
  /** A card in a released revision. */
  getRevision(cardId: string, revision: string): Promise<CardRecord | undefined>;
  /** A page of the entries of all histories. `undefined` if the cursor is not from this list. */
  listCorrections(page: PageOptions): Promise<CorrectionPage | undefined>;
};

/**
 * All conditions must hold. `q`: search words. `topic`: a slug. `source`, `speaker`: ids. `related`: any relation of this
 * type. `language`: a tag or the beginning of one. `min`, `max`: of a figure's numbers. `from`, `until`: days that the card is
 * about. `updated_since`: YYYY-MM-DD.
 */
export type CardQuery = {
  q?: string;
  topic?: string;
  source?: string;
  speaker?: string;
  language?: string;
  ids?: readonly string[];
  min?: number;
  max?: number;
  from?: string;
  until?: string;
  updated_since?: string;
  kind?: Kind;
  status?: Status;
  nature?: Nature;
  related?: RelationName;
};

/** `limit`: the maximum number of cards. `cursor`: `next` of the previous page, or undefined for the first. */
export type PageOptions = { limit: number; cursor?: string | undefined };

/** The orders of a list; "-" is descending. */
export const SORTS = ['-updated', 'updated', '-asOf', 'asOf', 'id', '-id'] as const;
export type Sort = (typeof SORTS)[number];

/**
 * Cards in the order of `sort`. By default the best match comes first if there are search words, and otherwise the newest
 * card; cards with the same remark stay together. Cards added in the meantime do not make a page
 * repeat or skip a card.
 */
export type CardPage = {
  cards: CardRecord[];
  /** The number of cards in the list. If `totalExact` is false, a lower bound of at least 10,000. */
  total: number;
  totalExact: boolean;
  /** How many of the search words the cards have; null without search words. */
  match: WordMatch | null;
  /** The search words that no card has. */
  unknownWords: readonly UnknownWord[];
  /** The number of cards on earlier pages. */
  start: number;
  /** The page before, by its cursor, which the first page has not; null on the first. */
  previous: { cursor?: string } | null;
  /** The cursor of the next page; null on the last. */
  next: string | null;
};

/**
 * What each card has of a search: all words except those of grammar; all, with similar words in place of unknown ones; all words
 * that any card has; more than half of these; or fewer. Each is used only if no card fits the one before.
 */
export const WORD_MATCHES = ['all', 'similar', 'known', 'most', 'some'] as const;
export type WordMatch = (typeof WORD_MATCHES)[number];

/** A search word that no card has, and the similar words that the search used instead. */
export type UnknownWord = { word: string; similar: readonly string[] };

/** The facets that can filter a list. */
export const FACETS = ['topic', 'source', 'speaker', 'kind', 'status', 'nature', 'related'] as const;
export type Facet = (typeof FACETS)[number];

/** The values of each facet with at least one card, most frequent first. */
export type FacetCounts = Record<Facet, FacetCount[]>;
export type FacetCount = { value: string; count: number };

/** `updated`: YYYY-MM-DD. */
export type CardEntry = { id: string; updated: string };

/** `cards`: the ids of its cards, in the order of its file. `updated`: the last change of any card with its quotes. */
export type ListedSource = { source: Source; cards: readonly string[]; updated: string | null };

/** `cards`: the ids of the cards that name the speaker, newest first. `updated`: their last change. */
export type ListedSpeaker = { speaker: Speaker; cards: readonly string[]; updated: string | null };

/** A topic with its slug, its name, the number of its cards, and the day of their last change. */
export type Topic = { slug: string; name: string; count: number; updated: string };

/** `released`: YYYY-MM-DD. */
export type PublishedRevision = { revision: string; released: string };

/** An entry in the history of a card. `number`: its position there, from 0. */
export type Correction = { record: CardRecord; number: number; entry: HistoryEntry };

/** Newest entry first, then by card id; for one card, last entry first. */
export type CorrectionPage = { corrections: Correction[]; total: number } & Pick<
  CardPage,
  'start' | 'previous' | 'next'
>;

/** Whether a record is a released revision. */
export async function isPublished(store: Pick<Store, 'revisionsOf'>, { card, revision }: CardRecord): Promise<boolean> {
  return (await store.revisionsOf(card.id)).some((released) => released.revision === revision);
}

/** Thrown for a card whose data cannot be read. */
export class DamagedCard extends Error {
  constructor(id: string, options: ErrorOptions) {
    super(`the data of the card "${id}" is damaged: ${options.cause}`, options);
  }
}
