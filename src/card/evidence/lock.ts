/** The evidence lock: what was found of each quote, where, how and when. Schema and types. Pure. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Day } from '../date.ts';
import type { Quote } from '../kinds/fields.ts';
import { Findings } from './checks/findings.ts';
import { Place } from './place.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const LockEntry = z.strictObject({
  /** The SHA-256 of the quote as the card gives it. */
  quote: Sha256,
  /** The SHA-256 of the text in which it was found. */
  snapshot: Sha256,
  /** Whether that text was the captured one or the live page. */
  from: z.enum(['snapshot', 'page']),
  match: z.enum(['exact', 'normalised']),
  /** Where it stands in the text: UTF-16 offsets. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** The words as the page has them, up to the end of the last word, where they are not to the letter those of the quote. */
  standing: z.string().nullable(),
  checkedAt: Day,
  place: Place.optional(),
  /** The number of words of the text without page furniture: quotes may be no more than a part of it. */
  textWords: z.int().positive().optional(),
  /** The SHA-256 of the card's fields that the checks judged. */
  judged: Sha256.optional(),
  checks: Findings.optional(),
});
export type LockEntry = z.infer<typeof LockEntry>;

/** The file cards/evidence.lock.json: entries by card id, and those of further quotes by `supportKey`. */
export const EvidenceLock = z.strictObject({ version: z.literal(1), cards: z.record(z.string(), LockEntry) });
export type EvidenceLock = z.infer<typeof EvidenceLock>;

export const EMPTY_LOCK: EvidenceLock = { version: 1, cards: {} };

/** The key of a card's further quotes in the lock, by their place in `support`. */
export function supportKey(id: string, index: number): string {
  return `${id}#${index + 1}`;
}

/** The SHA-256 of all that a quote says: its words, its context, and what it marks. */
export function hashQuote(quote: Quote): string {
  const { exact, prefix = '', suffix = '', highlight = '', acrossBlocks, context } = quote;
  const around = context && { before: context.before ?? null, after: context.after ?? null };
  const words = [exact, prefix, suffix, highlight, ...(acrossBlocks ? [true] : []), ...(around ? [around] : [])];
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}

/** The text of the lock file: one entry a line, in the order of the ids, so that git merges different cards. */
export function lockText({ cards }: EvidenceLock): string {
  const sorted = Object.entries(cards).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = sorted.map(([id, entry]) => `    ${JSON.stringify(id)}: ${JSON.stringify(entry)}`);
  return [
    '{',
    '  "version": 1,',
    '  "cards": {',
    ...(lines.length > 0 ? [lines.join(',\n')] : []),
    '  }',
    '}',
    '',
  ].join('\n');
}
