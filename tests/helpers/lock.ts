/** The lock of catalogue files whose every quote is proven, and whose every card agrees with its source. */

import { hashJudged } from '../../src/card/evidence/checks/judge.ts';
import { EMPTY_LOCK, type EvidenceLock, hashQuote, type LockEntry, supportKey } from '../../src/card/evidence/lock.ts';
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
    pageText: null,
    checkedAt: '2026-11-21',
    judged: hashJudged(value, { source, speakers }),
    checks: {},
  };
}

export function lockOf(files: { name: string; text: string }[], changes: Partial<LockEntry> = {}): EvidenceLock {
  const { quoted, speakers, sources } = loadCatalog(files);
  const snapshots = new Map(sources.map(({ value }) => [value.id, value.snapshot.sha256]));
  const known = speakers.map(({ value }) => value);
  const entries = quoted.flatMap((card) => {
    const { id, support = [] } = card.value;
    const own = entryOf(card, known);
    const further = support.map(({ source = card.source.id, quote }, index) => [
      supportKey(id, index),
      { ...own, quote: hashQuote(quote), end: quote.exact.length, snapshot: snapshots.get(source) ?? own.snapshot },
    ]);
    return [[id, { ...own, ...changes }], ...further];
  });
  return { ...EMPTY_LOCK, cards: Object.fromEntries(entries) };
}
