/** A client of the API for any JavaScript runtime with `fetch`. It needs no other package. */
import type {
  Card,
  CardList,
  CorrectionList,
  Health,
  ListCardsQuery,
  Problem,
  SourceList,
  SourceWithCards,
  SpeakerList,
  SpeakerWithCards,
  TopicList,
  WatchList,
} from './types.ts';

export type * from './types.ts';

export type Kind = Card['kind'];

/** The document of a card of one kind. */
export type CardOf<K extends Kind> = Extract<Card, { kind: K }>;

/** The parameters of a list. Lists in them are arrays here: `ids: ['a', 'b']`. */
export type CardsQuery<K extends Kind = Kind> = Omit<ListCardsQuery, 'kind' | 'ids' | 'fields'> & {
  kind?: K;
  ids?: readonly string[];
};

/** A page of cards. `next`: the cursor of the next page; null on the last page. */
export type Page<T> = Omit<CardList, 'cards'> & { cards: T[] };

type PickOf<T, F extends PropertyKey> = T extends unknown ? Pick<T, F & keyof T> : never;

/** A response with a status other than 200. `problem` is null if the body is not a problem details document (RFC 9457). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null) {
    super(problem ? `${problem.code}: ${problem.detail}` : `the server answered with status ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

export type ClientOptions = {
  /** Replaces the global `fetch`, for example with one that caches. */
  fetch?: (url: string, init?: { headers: Record<string, string> }) => Promise<Response>;
};

/**
 * Makes a client of the API at `origin`. All methods throw `ApiError` if the response is not 200.
 *
 * @example
 * const api = createClient('https://cards.example.org');
 * for (const card of (await api.cards({ kind: 'figure' })).cards) console.log(card.figure.max);
 */
export function createClient(origin: string, options: ClientOptions = {}) {
  const base = origin.replace(/\/+$/, '');
  const send = options.fetch ?? ((url, init) => fetch(url, init));

  async function get<T>(path: string, query: object = {}): Promise<T> {
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
    const response = await send(`${base}${path}${search && `?${search}`}`, { headers: { Accept: 'application/json' } });
    if (response.status !== 200) throw new ApiError(response.status, await problemOf(response));
    return (await response.json()) as T;
  }

  const id = encodeURIComponent;
  const cards = <K extends Kind = Kind>(query: CardsQuery<K> = {}) => get<Page<CardOf<K>>>('/api/cards', query);
  return {
    /** A page of cards, without their snippets. */
    cards,
    /** The cards of all pages, one after the other. */
    async *allCards<K extends Kind = Kind>(query: CardsQuery<K> = {}): AsyncGenerator<CardOf<K>, void> {
      for (let next: string | null | undefined = query.cursor; next !== null; ) {
        const page: Page<CardOf<K>> = await cards({ limit: 100, ...query, cursor: next });
        yield* page.cards;
        next = page.next;
      }
    },
    /** A page of cards with only some of their fields. */
    pickCards: <const F extends keyof Card, K extends Kind = Kind>(fields: readonly F[], query: CardsQuery<K> = {}) =>
      get<Page<PickOf<CardOf<K>, F>>>('/api/cards', { ...query, fields }),
    /** A card, or a published revision of it: `{id}@{revision}`. */
    card: (name: string) => get<Card>(`/api/cards/${id(name)}`),
    /** All cards of a topic. */
    topicCards: (slug: string) => get<CardList>(`/topics/${id(slug)}.json`),
    sources: () => get<SourceList>('/api/sources'),
    source: (name: string) => get<SourceWithCards>(`/api/sources/${id(name)}`),
    speakers: () => get<SpeakerList>('/api/speakers'),
    speaker: (name: string) => get<SpeakerWithCards>(`/api/speakers/${id(name)}`),
    topics: () => get<TopicList>('/api/topics'),
    corrections: (page: { limit?: number; cursor?: string } = {}) => get<CorrectionList>('/api/corrections', page),
    watch: () => get<WatchList>('/api/watch'),
    health: () => get<Health>('/health'),
  };
}

export type Client = ReturnType<typeof createClient>;

async function problemOf(response: Response): Promise<Problem | null> {
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  return isProblem ? ((await response.json()) as Problem) : null;
}
