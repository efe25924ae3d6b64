/** The few words that stand for a card. Pure. */
import { stepLabels } from './attribution.ts';
import { formatDate } from './date.ts';
import { noticeOf } from './history.ts';
import { type Kind, quotedSpecOf, specOf } from './kind.ts';
import type { Compared } from './kinds/spec.ts';
import { type CardRecord, isComparison, type QuotedRecord } from './record.ts';
import { disputeLine } from './related.ts';

type Headed = { card: { kind: Kind; claim: string } };

/** What a card is about: its figure with its unit, or its claim. */
export function headline({ card }: Headed): string {
  return specOf(card).lead(card) ?? card.claim;
}

/** What a card says: its figure, where it has one, and its claim. */
export function statementOf({ card }: Headed): string {
  const lead = specOf(card).lead(card);
  return lead === null ? card.claim : `${lead}: ${card.claim}`;
}

/** What a card has to say beside others, and what it measures. */
export function comparedOf({ card }: QuotedRecord): Compared {
  return quotedSpecOf(card).compared(card);
}

/** What a card has to say beside others: its figure with its unit, or the source's words that it marks. */
export function comparedValue(record: QuotedRecord): string {
  return comparedOf(record).text;
}

/** "Pavel Latushka → Kyiv Independent"; of a comparison, every name in it. */
export function creditOf(record: CardRecord): string {
  if (!isComparison(record)) return stepLabels(record.card.attribution).join(' → ');
  return [...new Set(record.rows.flatMap(({ record: row }) => stepLabels(row.card.attribution)))].join('; ');
}

const WORDS = { corrected: 'Corrected', superseded: 'Superseded', retracted: 'Retracted' } as const;

/**
 * What a reader of the card has to know first, each in a few words: "Corrected 3 Dec 2026", "Disputed: another card
 * contradicts it", "Source changed since 9 Jan 2027"; of an earlier revision, "Version of 21 Nov 2026".
 */
export function noticesOf(record: CardRecord): string[] {
  const notice = noticeOf(record.card);
  return [
    notice && `${WORDS[notice.type]} ${formatDate(notice.date, 'day')}`,
    isComparison(record) ? undefined : disputeLine(record.card),
    record.sourceChanged && `Source changed since ${formatDate(record.sourceChanged, 'day')}`,
    record.asPublished && `Version of ${formatDate(record.asPublished, 'day')}`,
  ].filter((part) => part !== undefined);
}
