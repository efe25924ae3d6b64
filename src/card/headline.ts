/** Short lines about a card: headline, credit and notices. Pure. */
import { stepLabels } from './attribution.ts';
import { publisherName } from './citation.ts';
import { formatDate } from './date.ts';
import { noticeOf } from './history.ts';
import { type Kind, quotedSpecOf, specOf } from './kind.ts';
import { saysWords } from './prose.ts';
import { type CardRecord, type ComparisonRow, isComparison, type QuotedRecord } from './record.ts';
import { disputeLine } from './related.ts';
import type { DatedFact, Source } from './source.ts';
import { statusLine } from './status.ts';
import { translationLine, translationOf } from './translation.ts';
import { type When, whenLine } from './when.ts';

type Headed = { card: { kind: Kind; claim: string } };

/** The headline: the figure with its unit, the speaker of a quote, or the claim. */
export function headline({ card }: Headed): string {
  return specOf(card).lead(card) ?? card.claim;
}

/** The figure or the speaker, unless the claim names it, and the claim. */
export function statementOf({ card }: Headed): string {
  const lead = specOf(card).lead(card);
  return lead === null || saysWords(card.claim, lead) ? card.claim : `${lead}: ${card.claim}`;
}

/** The value of a row in a comparison: the figure with its unit, the words of the row, or the highlighted words. */
export function comparedValue({ record: { card }, exact }: Pick<ComparisonRow, 'record' | 'exact'>): string {
  return quotedSpecOf(card).compared(card, exact);
}

/** The details of a row in a comparison: "as of 30 Jun 2023 · Stated · translated from German". */
export function comparedContext(record: QuotedRecord): string {
  const translation = translationLine(translationOf(record));
  return [whenLine(record.card), statusLine(record.card), translation].filter(Boolean).join(' · ');
}

/** "Pavel Latushka → Kyiv Independent". For a comparison: all names in its rows. */
export function creditOf(record: CardRecord): string {
  if (!isComparison(record)) return stepLabels(record.card.attribution).join(' → ');
  return [...new Set(record.rows.flatMap(({ record: row }) => stepLabels(row.card.attribution)))].join('; ');
}

const WORDS = { corrected: 'Corrected', superseded: 'Superseded', retracted: 'Retracted' } as const;

/**
 * The notices that a reader needs first: "Corrected 3 Dec 2026", "Disputed: another card contradicts it", "Source changed
 * since 9 Jan 2027". An earlier revision has "Version of 21 Nov 2026".
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

/** The date of a fact in a picture: "c. Nov 2023" if it is inferred. */
export function pictureDate(
  { date, basis }: Pick<DatedFact, 'date' | 'basis'>,
  style: 'day' | 'month' | 'long' = 'day',
): string {
  const words = formatDate(date, style);
  return basis === 'inferred' ? `c. ${words.replace(/^about /, '')}` : words;
}

/** "as of c. 24 Jun 2023, said c. 27 Jun 2023"; an interval is "Feb – Nov 2023" */
export function pictureWhen({ asOf, saidOn }: When): string {
  const about = asOf === null ? 'date not known' : `${asOf.date.includes('/') ? '' : 'as of '}${pictureDate(asOf)}`;
  return saidOn ? `${about}, said ${pictureDate(saidOn)}` : about;
}

/** The date above quoted words: "c. 30 Jun 2023"; "as of c. 24 Jun 2023, said c. 27 Jun 2023" if they are about another day. */
export function pictureSaid({ asOf, saidOn }: When): string {
  return asOf !== null && !saidOn ? pictureDate(asOf) : pictureWhen({ asOf, saidOn });
}

/** "Business Insider, c. 27 Jun – 1 Jul 2023". Only a card that the composer draws while it is made can be without a date. */
export function pictureCitation(source: Source): string {
  const { published } = source;
  return `${publisherName(source)}, ${published.date === '' ? 'date not yet set' : pictureDate(published)}`;
}
