/** The lock of catalogue files whose every quote is proven, and whose every card agrees with its source. */

import { hashJudged } from '../../src/card/evidence/checks/judge.ts';
import { EMPTY_LOCK, type EvidenceLock, hashQuote, type LockEntry } from '../../src/card/evidence/lock.ts';
import type { Speaker } from '../../src/card/speaker.ts';
import { type LocatedCard, loadCatalog } from '../../src/catalog/load.ts';

/** The entry of a card that was proven against the capture of its source. */
export function entryOf({ value, source }: Pick<LocatedCard, 'value' | 'source'>, speakers: Speaker[] = []): LockEntry {
  return {
    quote: hashQuote(value.quote),
    snapshot: source.snapshot.sha256,
    from: 'snapshot',
    match: 'exact',
    start: 0,
    end: value.quote.exact.length,
    standing: null,
    checkedAt: '2026-11-21',
    judged: hashJudged(value, { source, speakers }),
    checks: {},
  };
}

export function lockOf(files: { name: string; text: string }[], changes: Partial<LockEntry> = {}): EvidenceLock {
  const { quoted, speakers } = loadCatalog(files);
  const known = speakers.map(({ value }) => value);
  const entries = quoted.map((card) => [card.value.id, { ...entryOf(card, known), ...changes }]);
  return { ...EMPTY_LOCK, cards: Object.fromEntries(entries) };
}
