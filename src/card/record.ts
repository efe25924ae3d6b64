/** A card with everything the catalogue knows about it. Types and accessors. Pure. */
import { bestCopy } from './archive.ts';
import type { ComparisonCard, QuotedCard } from './card.ts';
import type { Outcome } from './evidence/checks/findings.ts';
import type { BlockType } from './evidence/place.ts';
import type { QuotedKind } from './kind.ts';
import type { Quote } from './kinds/fields.ts';
import type { Ends } from './quoted-text.ts';
import type { Relation } from './related.ts';
import type { Source } from './source.ts';
import type { Speaker } from './speaker.ts';
import type { Timeline } from './timeline.ts';
import type { Watch } from './watch.ts';

/** Where and when the program found the quote in the source text. */
export type Evidence = Ends & {
  match: 'exact' | 'normalised';
  /** YYYY-MM-DD */
  checkedAt: string;
  /** The SHA-256 of the text in which the quote was found. */
  snapshot: string;
  /** The words as on the page, if they are not identical to the quote. The text fragment needs them. */
  pageText: string | null;
  /** The page of a PDF on which the quote begins. */
  page?: number | undefined;
  /** The block in which the quote begins; null or absent if unknown. */
  block?: BlockType | null | undefined;
  /** The outcomes of the meaning checks; absent if they have not run on the card in its current form. */
  checks?: Outcome[] | undefined;
};

type Published = {
  /** Eight hexadecimal digits that change whenever the card's content does. */
  revision: string;
  /** YYYY-MM-DD */
  updated: string;
  /** The day on which a requested earlier revision was published. Its pictures show it. */
  asPublished?: string;
  /** The day since which the source has different words. Pictures show it if set. */
  sourceChanged?: string;
};

/** A further quote that supports a card, with its source. */
export type SupportRecord = { source: Source; quote: Quote; evidence: Evidence | null };

/** A card that quotes its source. `K` restricts its kind. */
export type QuotedRecord<K extends QuotedKind = QuotedKind> = Published & {
  card: Extract<QuotedCard, { kind: K }>;
  source: Source;
  evidence: Evidence | null;
  /** The listed speakers (speakers.yaml) of the attribution. */
  speakers?: readonly Speaker[] | undefined;
  /** The records of `card.support`, in the same order. */
  support?: readonly SupportRecord[] | undefined;
  /** The related cards; absent for an earlier revision, because they may have changed since. */
  relations?: readonly Relation[] | undefined;
  /** For an event: the nearest other events of a topic. Its picture shows them. */
  timeline?: Timeline | undefined;
  /** The state of the quote on its page; absent or null if it has not been checked. */
  watch?: Watch | null;
};
export type ComparisonRecord = Published & { card: ComparisonCard; rows: ComparisonRow[] };
/** `measure`: what the bar of the row counts. Rows without it have no bar. `exact`: the words shown. `mark`: the words that the picture marks. */
export type ComparisonRow = {
  label: string;
  measure?: string | undefined;
  exact?: string | undefined;
  mark?: string | undefined;
  record: QuotedRecord;
};
export type CardRecord = QuotedRecord | ComparisonRecord;

/** Whether a record is a comparison. */
export function isComparison(record: CardRecord): record is ComparisonRecord {
  return 'rows' in record;
}

/** Whether a record quotes its source. */
export function isQuoted(record: CardRecord): record is QuotedRecord {
  return !isComparison(record);
}

/** The records whose quotes a card shows: itself, or the rows of a comparison. */
export function quotedOf(record: CardRecord): QuotedRecord[] {
  return isComparison(record) ? record.rows.map((row) => row.record) : [record];
}

/** The address where a reader finds the words: the page, or its archived copy if the page is gone; null if unknown. */
export function readableUrl({ source, watch }: QuotedRecord): string | null {
  return (watch?.state === 'gone' && bestCopy(source)?.url) || source.url;
}

/** A record without its watch state. Pictures do not show that state, so that they stay the same until the next release. */
export function unwatched(record: CardRecord): CardRecord {
  if (!isComparison(record)) return { ...record, watch: null };
  return { ...record, rows: record.rows.map((row) => ({ ...row, record: { ...row.record, watch: null } })) };
}
