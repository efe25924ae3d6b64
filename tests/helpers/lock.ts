/** The lock of catalogue files whose every quote is proven. */
import { parse } from 'yaml';
import { type EvidenceLock, hashQuote, type LockEntry } from '../../src/card/evidence/lock.ts';

type File = {
  source?: { snapshot: { sha256: string } };
  cards: { id: string; quote: { exact: string; highlight: string } }[];
};

export function lockOf(texts: string[]): EvidenceLock {
  const entries: Record<string, LockEntry> = {};
  for (const { source, cards } of texts.map((text) => parse(text) as File)) {
    if (!source) continue;
    for (const { id, quote } of cards)
      entries[id] = {
        quote: hashQuote(quote),
        snapshot: source.snapshot.sha256,
        from: 'snapshot',
        match: 'exact',
        start: 0,
        end: quote.exact.length,
        standing: null,
        checkedAt: '2026-11-21',
      };
  }
  return { version: 1, cards: entries };
}
