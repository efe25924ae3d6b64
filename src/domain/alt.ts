/** Alternative text: a card as a person would read it out. Pure. */
import type { Status } from './card.ts';
import { datedCitation } from './citation.ts';
import { formatDate } from './date.ts';
import { type CardRecord, isComparison, type QuotedRecord } from './record.ts';

/** Screen readers stop listening, and some sites stop storing, at about this length. */
export const MAX_ALT_CHARACTERS = 420;

/** What a person would say who reads the card out, at most 420 characters. */
export function altText(record: CardRecord): string {
  if (isComparison(record)) {
    const rows = record.rows.map(
      ({ label, record: row }) => `${label}: ${headline(row)} (${datedCitation(row.source)})`,
    );
    return shorten([`${record.card.claim}.`, `${rows.join('; ')}.`, record.card.note]);
  }
  const { card, source } = record;
  const asOf = card.asOf
    ? `, as of ${formatDate(card.asOf.date, 'day')}${card.asOf.basis === 'inferred' ? ' (inferred)' : ''}`
    : '';
  const figure = card.kind === 'figure' ? `${card.figure.text} ${card.figure.unit}. ` : '';
  return shorten([
    `${figure}${card.claim}.`,
    `${statusWord(card.status)}${asOf}.`,
    `Source: ${datedCitation(source)}; ${card.attribution.join(' → ')}.`,
    `Quote: “${card.quote.exact}”`,
  ]);
}

/** The word for a status, as a card shows it. */
export function statusWord(status: Status): string {
  return status.charAt(0).toUpperCase() + status.slice(1);
}

/** The few words that a card is about: its figure with its unit, or its claim. */
export function headline({ card }: QuotedRecord): string {
  return card.kind === 'figure' ? `${card.figure.text} ${card.figure.unit}` : card.claim;
}

function shorten(sentences: string[]): string {
  const whole = sentences.join(' ');
  return whole.length <= MAX_ALT_CHARACTERS ? whole : `${whole.slice(0, MAX_ALT_CHARACTERS - 1).trimEnd()}…`;
}
