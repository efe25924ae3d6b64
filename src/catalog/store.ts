/** The interface to a catalogue. Every reader uses it, wherever the cards are kept; `stores/` implements it. */

import type { HistoryEntry } from '../card/history.ts';
import type { Kind } from '../card/kind.ts';
import type { CardRecord, ComparisonRecord, QuotedRecord } from '../card/record.ts';
import type { RelationName } from '../card/related.ts';
import type { Source } from '../card/source.ts';
import type { Speaker } from '../card/speaker.ts';
import type { Nature, Status } from '../card/status.ts';

/**
 * A catalogue as it was when the store was opened. A list leaves out a card whose data cannot be read, but its `total`
 * counts it.
 */
export type Store = {
  /** Changes whenever a card, its evidence or a source does. */
  revision: string;
  counts: { cards: number; sources: number };

  /** A card by its id. @throws DamagedCard when its data cannot be read. */
  getCard(id: string): Promise<CardRecord | undefined>;
  /** Cards by their ids, in this order. Unknown ids are left out. */
  getCards(ids: readonly string[]): Promise<CardRecord[]>;
  /** A page of the cards that a query asks for. `undefined` when the cursor is not one of this list. */
  listCards(query: CardQuery & PageOptions): Promise<CardPage | undefined>;
  /** The number of cards that each choice of a facet gives together with the other facets of the query. */
  countFacets(query: CardQuery): Promise<FacetCounts>;
  /** What a sitemap says of cards: `limit` of them from `start` on, the newest first. */
  listEntries(start: number, limit: number): Promise<CardEntry[]>;
  /** The comparisons that a card is in, the newest first. */
  comparisonsOf(cardId: string): Promise<ComparisonRecord[]>;

  listSources(): Promise<readonly ListedSource[]>;
  getSource(id: string): Promise<Source | undefined>;
  /** The cards taken from a source, in the order of its file. */
  cardsOf(sourceId: string): Promise<QuotedRecord[]>;

  /** Every listed speaker, the most frequent first. */
  listSpeakers(): Promise<readonly ListedSpeaker[]>;
  getSpeaker(id: string): Promise<Speaker | undefined>;
  /** The cards whose attribution names a speaker, the newest first. */
  cardsOfSpeaker(id: string): Promise<QuotedRecord[]>;

  /** Every topic that a card has, the most frequent first. */
  listTopics(): Promise<readonly Topic[]>;
  /** A topic by its slug. */
  getTopic(slug: string): Promise<Topic | undefined>;

  /** The published revisions of a card, the oldest first. */
  revisionsOf(cardId: string): Promise<PublishedRevision[]>;
  /** A card as it was published in a revision. */
  getRevision(cardId: string, revision: string): Promise<CardRecord | undefined>;
  /** A page of the entries of all histories. `undefined` when the cursor is not one of this list. */
  listCorrections(page: PageOptions): Promise<CorrectionPage | undefined>;
};

/** A card has to meet every condition. `q`: words to search for. `topic`: a slug. `source`: a source's id. `related`: to any card. */
export type CardQuery = {
  q?: string;
  topic?: string;
  source?: string;
  kind?: Kind;
  status?: Status;
  nature?: Nature;
  related?: RelationName;
};

/** `limit`: the most cards on a page. `cursor`: the `next` of an earlier page; the first page without it. */
export type PageOptions = { limit: number; cursor?: string | undefined };

/**
 * Cards in the order of `newestFirst`; with words to search for, the best match first. A page neither repeats nor hides
 * a card because others were added after the page before.
 */
export type CardPage = {
  cards: CardRecord[];
  /** All cards of the list; where `totalExact` is false, at least so many, and 10,000 or more. */
  total: number;
  totalExact: boolean;
  /** The cursor of the next page; null on the last. */
  next: string | null;
};

/** The facets that lists are filtered by. */
export const FACETS = ['topic', 'source', 'kind', 'status', 'nature', 'related'] as const;
export type Facet = (typeof FACETS)[number];

/** The values of each facet with at least one card, the most frequent first. */
export type FacetCounts = Record<Facet, FacetCount[]>;
export type FacetCount = { value: string; count: number };

/** `updated`: YYYY-MM-DD. */
export type CardEntry = { id: string; updated: string };

/** `cards`: the ids of its cards, in the order of its file. `updated`: the last change of any card with its quotes. */
export type ListedSource = { source: Source; cards: readonly string[]; updated: string | null };

/** `cards`: the ids of the cards whose attribution names the speaker, the newest first. `updated`: their last change. */
export type ListedSpeaker = { speaker: Speaker; cards: readonly string[]; updated: string | null };

/** A topic: its name in addresses, its name, the number of its cards, and the day of their last change. */
export type Topic = { slug: string; name: string; count: number; updated: string };

/** `released`: the day on which it was published. */
export type PublishedRevision = { revision: string; released: string };

/** An entry in the history of a card, and its number there, from 0. */
export type Correction = { record: CardRecord; number: number; entry: HistoryEntry };

/** The newest entry first, then by the card's id; of one card, the last entry first. */
export type CorrectionPage = { corrections: Correction[]; total: number; next: string | null };

/** A card that is in the catalogue, and whose data cannot be read. */
export class DamagedCard extends Error {
  constructor(id: string, options: ErrorOptions) {
    super(`the data of the card "${id}" is damaged: ${options.cause}`, options);
  }
}
