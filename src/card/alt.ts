/** Alternative text: a card as a person would read it out. Pure. */
import { attributionLine } from './attribution.ts';
import type { Status } from './card.ts';
import { datedCitation, publisherName } from './citation.ts';
import { formatDate } from './date.ts';
import { comparedValue } from './headline.ts';
import { noticeOf, type Retraction, retractionOf } from './history.ts';
import { noticeLine } from './notice.ts';
import {
  type CardRecord,
  type ComparisonRecord,
  type ComparisonRow,
  isComparison,
  type QuotedRecord,
} from './record.ts';
import type { DatedFact } from './source.ts';

/** Screen readers stop listening, and some sites stop storing, at about this length. */
export const MAX_ALT_CHARACTERS = 420;

/** What a person would say who reads the card out, at most 420 characters. */
export function altText(record: CardRecord): string {
  const retraction = retractionOf(record.card);
  if (retraction) return retractedText(record, retraction);
  const words = isComparison(record) ? comparisonText(record) : quotedText(record);
  const notice = noticeText(record);
  return notice === undefined ? words : cut(`${notice} ${words}`, MAX_ALT_CHARACTERS);
}

/** What a reader has to know first. */
function noticeText(record: CardRecord): string | undefined {
  const line = noticeLine(record);
  if (line === undefined) return undefined;
  const notice = noticeOf(record.card);
  return notice?.type === 'superseded' ? `${line} by another card, ${notice.by}.` : `${line}.`;
}

function retractedText(record: CardRecord, { date, reason }: Retraction): string {
  const { card } = record;
  const figure = card.kind === 'figure' ? `${card.figure.text} ${card.figure.unit}. ` : '';
  const words = `Retracted ${formatDate(date, 'day')}: ${sentence(reason)} The card had said: ${figure}${sentence(card.claim)}`;
  return cut(words, MAX_ALT_CHARACTERS);
}

/** The word for a status, as a card shows it. */
export function statusWord(status: Status): string {
  return status.charAt(0).toUpperCase() + status.slice(1);
}

function quotedText(record: QuotedRecord): string {
  const { card, source } = record;
  const figure = card.kind === 'figure' ? [`${card.figure.text} ${card.figure.unit}.`] : [];
  const words = [
    ...figure,
    sentence(card.claim),
    `${statusWord(card.status)}, ${asOfText(card.asOf)}.`,
    `Source: ${datedCitation(source)}; ${attributionLine(record)}.`,
    `Quote: “${card.quote.exact}”`,
  ].join(' ');
  return cut(words, MAX_ALT_CHARACTERS);
}

/** How much is told of each row: everything that goes in. The note, which says why rows are not alike, always does. */
const ROW_TEXTS: ((row: ComparisonRow) => string)[] = [
  (row) =>
    `${rowStart(row)} (${rowDate(row)}${statusWord(row.record.card.status)}; ${publisherName(row.record.source)}).`,
  (row) => `${rowStart(row)} (${rowDate(row)}${publisherName(row.record.source)}).`,
  (row) => `${rowStart(row)}${row.record.card.asOf ? ` (${formatDate(row.record.card.asOf.date, 'month')})` : ''}.`,
  (row) => `${rowStart(row)}.`,
  (row) => `${comparedValue(row.record)}.`,
];

function comparisonText({ card, rows }: ComparisonRecord): string {
  const around = (between: string) => [sentence(card.claim), between, sentence(card.note)].join(' ');
  const tellings = ROW_TEXTS.map((tell) => around(rows.map(tell).join(' ')));
  const fitting = tellings.find((text) => text.length <= MAX_ALT_CHARACTERS);
  if (fitting !== undefined) return fitting;
  const shortest = rows.map((row) => `${comparedValue(row.record)}.`).join(' ');
  return around(cut(shortest, MAX_ALT_CHARACTERS - around('').length));
}

function rowStart({ label, record }: ComparisonRow): string {
  return `${label}: ${comparedValue(record)}`;
}

function rowDate({ record: { card } }: ComparisonRow): string {
  if (!card.asOf) return '';
  return `${formatDate(card.asOf.date, 'month')}${card.asOf.basis === 'inferred' ? ' (inferred)' : ''}, `;
}

function asOfText(asOf: DatedFact | null): string {
  if (asOf === null) return 'date not known';
  return `as of ${formatDate(asOf.date, 'day')}${asOf.basis === 'inferred' ? ' (inferred)' : ''}`;
}

/** Ends a text as a sentence ends. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Cuts what is too long at a word, and never inside a surrogate pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, Math.max(0, length - 1));
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), 1)).replace(/[\s,;:]+$/, '')}…`;
}
