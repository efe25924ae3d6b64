/** What the watch on the sources says of a card. Types and names only. */

/**
 * How a card's quote fares on its source's page:
 * - present: its words stand there, amid the words that stood around them
 * - moved: they stand elsewhere on the page, or the page has another address for good
 * - changed: only similar words stand there
 * - gone: the page is there no more, or it is and the words are not
 * - unreachable: the page cannot be read
 * - paywalled: it is not open to programs, or shows a part without the words
 */
export const WATCH_STATES = ['present', 'moved', 'changed', 'gone', 'unreachable', 'paywalled'] as const;
export type WatchState = (typeof WATCH_STATES)[number];

export type Watch = {
  state: WatchState;
  /** YYYY-MM-DD: the first of the days that it was seen so in a row. */
  since: string;
  /** YYYY-MM-DD: the last day that a look at the page was tried. */
  lastLooked: string;
  /** Of `changed`, how similar the words are: 0 to 1. */
  score: number | null;
};

export const STATE_WORDS: Record<WatchState, string> = {
  present: 'the words stand in the source',
  moved: 'the words stand in the source, but not where they stood',
  changed: 'the source has changed since: only similar words stand there',
  gone: 'the words are gone from the source',
  unreachable: 'the source cannot be reached',
  paywalled: 'the source is not open to programs',
};

/** "the source has changed since: only similar words stand there (87 % alike)" */
export function watchWords({ state, score }: Watch): string {
  return `${STATE_WORDS[state]}${score === null ? '' : ` (${Math.floor(score * 100)} % alike)`}`;
}
