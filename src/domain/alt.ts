/** Alternative text: a card as a person would read it out. Pure. */
import type { Status } from './card.ts';
import { datedCitation } from './citation.ts';
import { formatDate } from './date.ts';
import { type CardRecord, type ComparisonRow, isComparison, type QuotedRecord } from './record.ts';
import type { DatedFact } from './source.ts';

/** Screen readers stop listening, and some sites stop storing, at about this length. */
export const MAX_ALT_CHARACTERS = 420;

/** What a person would say who reads the card out, at most 420 characters. */
export function altText(record: CardRecord): string {
  if (isComparison(record)) {
    const rows = record.rows.map(rowText);
    return join([sentence(record.card.claim), ...rows, sentence(record.card.note)]);
  }
  const { card, source } = record;
  const figure = card.kind === 'figure' ? [`${card.figure.text} ${card.figure.unit}.`] : [];
  return join([
    ...figure,
    sentence(card.claim),
    `${statusWord(card.status)}, ${asOfText(card.asOf)}.`,
    `Source: ${datedCitation(source)}; ${card.attribution.join(' → ')}.`,
    `Quote: “${card.quote.exact}”`,
  ]);
}

function rowText({ label, record: { card, source } }: ComparisonRow): string {
  const value =
    card.kind === 'figure' ? `${card.figure.text} ${card.figure.unit}` : `“${card.quote.highlight ?? card.claim}”`;
  const date = card.asOf ? `, ${formatDate(card.asOf.date, 'month')}` : '';
  return `${label}: ${value} (${source.translated?.publisher ?? source.publisher}${date}).`;
}

function asOfText(asOf: DatedFact | null): string {
  if (asOf === null) return 'date not known';
  return `as of ${formatDate(asOf.date, 'day')}${asOf.basis === 'inferred' ? ' (inferred)' : ''}`;
}

/** The word for a status, as a card shows it. */
export function statusWord(status: Status): string {
  return status.charAt(0).toUpperCase() + status.slice(1);
}

/** The few words that a card is about: its figure with its unit, or its claim. */
export function headline({ card }: QuotedRecord): string {
  return card.kind === 'figure' ? `${card.figure.text} ${card.figure.unit}` : card.claim;
}

/** Ends a text as a sentence ends. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function join(sentences: string[]): string {
  const whole = sentences.join(' ');
  if (whole.length <= MAX_ALT_CHARACTERS) return whole;
  // Cut at a word, and never inside a surrogate pair.
  const cut = whole.slice(0, MAX_ALT_CHARACTERS - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:]+$/, '')}…`;
}
