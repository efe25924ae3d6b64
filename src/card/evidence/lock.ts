/** The evidence lock: where, how and when each quote was found. Schema and types. Pure. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Day } from '../date.ts';
import type { Quote } from '../kinds/fields.ts';
import { Findings } from './checks/findings.ts';
import { Place } from './place.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const LockEntry = z.strictObject({
  /** The SHA-256 of the quote in the card. */
  quote: Sha256,
  /** The SHA-256 of the text in which the quote was found. */
  snapshot: Sha256,
  /** Whether that text was a capture or the live page. */
  from: z.enum(['snapshot', 'page']),
  match: z.enum(['exact', 'normalised']),
  /** The position in the text, as UTF-16 offsets. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** The words as on the page, up to the end of the last word, if they are not identical to the quote. */
  pageText: z.string().nullable(),
  checkedAt: Day,
  place: Place.optional(),
  /** The number of words in the text without page furniture. The quotes of a source may be only a small part of it. */
  textWords: z.int().positive().optional(),
  /** The SHA-256 of the input of the checks. */
  judged: Sha256.optional(),
  checks: Findings.optional(),
});
export type LockEntry = z.infer<typeof LockEntry>;

/** The file cards/evidence.lock.json: entries by card id; further quotes have the keys of `supportKey`. */
export const EvidenceLock = z.strictObject({ version: z.literal(1), cards: z.record(z.string(), LockEntry) });
export type EvidenceLock = z.infer<typeof EvidenceLock>;

export const EMPTY_LOCK: EvidenceLock = { version: 1, cards: {} };

/** The lock key of a further quote, by its position in `support`. */
export function supportKey(id: string, index: number): string {
  return `${id}#${index + 1}`;
}

/** The SHA-256 of a quote: its words, context and highlight. */
export function hashQuote(quote: Quote): string {
  const { exact, prefix = '', suffix = '', highlight = '', acrossBlocks, context } = quote;
  const around = context && { before: context.before ?? null, after: context.after ?? null };
  const words = [exact, prefix, suffix, highlight, ...(acrossBlocks ? [true] : []), ...(around ? [around] : [])];
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}

/** The text of the lock file: one entry per line, sorted by id, so that git can merge it. */
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
