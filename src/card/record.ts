/** A card with all that is known about it, as the catalogue returns it. Types, and functions that classify them. Pure. */
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
import type { Watch } from './watch.ts';

/** Where and when a program found the quote in the source text. */
export type Evidence = Ends & {
  match: 'exact' | 'normalised';
  /** YYYY-MM-DD */
  checkedAt: string;
  /** The SHA-256 of the text it was found in. */
  snapshot: string;
  /** The words as they stand there, where they are not to the letter those of the quote: its text fragment needs them. */
  standing: string | null;
  /** The block of the page that the quote begins in; null or absent where that is not known. */
  block?: BlockType | null | undefined;
  /** What the checks of the card's meaning found; absent where they have not judged the card as it is. */
  checks?: Outcome[] | undefined;
};

type Published = {
  /** Eight hexadecimal digits that change whenever the card's content does. */
  revision: string;
  /** YYYY-MM-DD */
  updated: string;
  /** Of a card that was asked for by its revision: the day on which that was published. Its pictures carry it. */
  asPublished?: string;
  /** Where pictures are to say so: the day since which the source has other words. */
  sourceChanged?: string;
};

/** A further quote that a card rests on, with its source. */
export type SupportRecord = { source: Source; quote: Quote; evidence: Evidence | null };

/** A card that quotes its source; of one kind where `K` names it. */
export type QuotedRecord<K extends QuotedKind = QuotedKind> = Published & {
  card: Extract<QuotedCard, { kind: K }>;
  source: Source;
  evidence: Evidence | null;
  /** The speakers of the attribution that are listed in speakers.yaml. */
  speakers?: readonly Speaker[] | undefined;
  /** What `card.support` names, in its order. */
  support?: readonly SupportRecord[] | undefined;
  /** The cards that this one is related to; absent in a published revision, where they may say something else today. */
  relations?: readonly Relation[] | undefined;
  /** How the quote fares on the source's page; absent or null where nobody has looked. */
  watch?: Watch | null;
};
export type ComparisonRecord = Published & { card: ComparisonCard; rows: ComparisonRow[] };
export type ComparisonRow = { label: string; record: QuotedRecord };
export type CardRecord = QuotedRecord | ComparisonRecord;

/** Whether a record sets other cards side by side: it has rows, and no quote of its own. */
export function isComparison(record: CardRecord): record is ComparisonRecord {
  return 'rows' in record;
}

/** Whether a record quotes its source. */
export function isQuoted(record: CardRecord): record is QuotedRecord {
  return !isComparison(record);
}

/** The records that a card shows quotes of: itself, or for a comparison those of its rows. */
export function quotedOf(record: CardRecord): QuotedRecord[] {
  return isComparison(record) ? record.rows.map((row) => row.record) : [record];
}

/** Where a reader finds the source's own words: the page, or where it is gone, its archived copy; null where not known. */
export function readableUrl({ source, watch }: QuotedRecord): string | null {
  return (watch?.state === 'gone' && bestCopy(source)?.url) || source.url;
}

/** A record without what the watch says: pictures are drawn when a card is published, and stay as they are until the next. */
export function unwatched(record: CardRecord): CardRecord {
  if (!isComparison(record)) return { ...record, watch: null };
  return { ...record, rows: record.rows.map((row) => ({ ...row, record: { ...row.record, watch: null } })) };
}
