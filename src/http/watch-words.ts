/** What the states of the watch are called, and what they mean to a reader. Pure. */
import type { Watch, WatchState } from '../domain/watch.ts';

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
