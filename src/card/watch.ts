/** The state of a card's quote on its source page, as the watch records it. Types and words only. */

/**
 * The state of a quote on its source page:
 * - present: the words occur in the same context
 * - moved: the words occur elsewhere on the page, or the page has a new permanent address
 * - changed: only similar words occur
 * - gone: the page no longer exists, or no longer contains the words
 * - unreachable: the page cannot be read
 * - paywalled: the page blocks programs, or shows only a part without the words
 */
export const WATCH_STATES = ['present', 'moved', 'changed', 'gone', 'unreachable', 'paywalled'] as const;
export type WatchState = (typeof WATCH_STATES)[number];

export type Watch = {
  state: WatchState;
  /** YYYY-MM-DD: the first day of the current state. */
  since: string;
  /** YYYY-MM-DD: the day of the last attempted check. */
  lastLooked: string;
  /** For `changed`: the similarity of the words, 0 to 1. */
  score: number | null;
};

export const STATE_WORDS: Record<WatchState, string> = {
  present: 'the source contains the words',
  moved: 'the source contains the words, but in another place',
  changed: 'the source has changed and contains only similar words',
  gone: 'the source no longer contains the words',
  unreachable: 'the source cannot be reached',
  paywalled: 'the source does not allow automated access',
};

/** "the source has changed and contains only similar words (87 % alike)" */
export function watchWords({ state, score }: Watch): string {
  return `${STATE_WORDS[state]}${score === null ? '' : ` (${Math.floor(score * 100)} % alike)`}`;
}
