/** The entries of the evidence lock after a verification. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { hashQuote, type LockEntry } from '../card/evidence/lock.ts';
import type { LoadedCatalog } from '../catalog/load.ts';
import type { LockFile } from '../catalog/lock-file.ts';
import { collectQuotes, type Verdict } from './verify-cards.ts';

/** `sha256`: of the searched text. `captured`: the day of the capture. */
export type Checked = Verdict & { sha256: string; captured: string };

/**
 * The new entries. If a quote was not found, an earlier entry for the same words in another text remains valid. Entries of
 * removed cards are dropped only if every source was read.
 */
export function nextEntries(
  { sources, quoted }: LoadedCatalog,
  verdicts: Checked[],
  { before, isWhole }: { before: LockFile; isWhole: boolean },
): LockFile['lock']['cards'] {
  const byKey = new Map(verdicts.map((verdict) => [verdict.key, verdict]));
  const entries = isWhole ? {} : { ...before.lock.cards };
  for (const { key, quote } of sources.flatMap(({ value }) => collectQuotes(value.id, quoted))) {
    const verdict = byKey.get(key);
    const all = before.entriesOf(key);
    // A merge may leave several entries.
    const known = all.findLast((entry) => entry.quote === hashQuote(quote)) ?? all.at(-1);
    const entry = verdict ? entryOf(verdict, known) : known;
    if (entry) entries[key] = entry;
    else delete entries[key];
  }
  return entries;
}

/** Keeps the day of an unchanged entry if possible, so that a run without news changes nothing. */
function entryOf({ quote, entry, sha256, captured }: Checked, known: LockEntry | undefined): LockEntry | undefined {
  if (!known) return entry;
  if (entry) {
    const isKnown = isDeepStrictEqual({ ...entry, checkedAt: known.checkedAt }, known);
    return isKnown && captured <= known.checkedAt && known.checkedAt <= entry.checkedAt ? known : entry;
  }
  const stillTrue = known.quote === hashQuote(quote) && known.snapshot !== sha256;
  return stillTrue ? known : undefined;
}
