/** What every renderer draws: one figure card, with a number in it that makes each render a picture of its own. Pure. */

import { datedCitation } from '../../../src/card/citation.ts';
import { formatDate } from '../../../src/card/date.ts';
import { statusWord } from '../../../src/card/kinds/fields.ts';
import type { CardRecord, QuotedRecord } from '../../../src/card/record.ts';

const HOST = 'cards.example.org';

/** The same number of digits always, so that lines break and QR codes grow at the same places. */
const digits = (n: number) => String(n).padStart(4, '0');

/** Where the QR code of render `n` leads. */
export function pageUrlOf(id: string, n: number): string {
  return `https://${HOST}/cards/${id}-${digits(n)}`;
}

/** The claim of render `n`. */
export function claimOf(claim: string, n: number): string {
  return `${claim}, no. ${digits(n)}`;
}

/** The record of render `n`: another id and another claim, so that no result of an earlier one answers for it. */
export function numbered<T extends CardRecord>(record: T, n: number): T {
  const { card } = record;
  return { ...record, card: { ...card, id: `${card.id}-${digits(n)}`, claim: claimOf(card.claim, n) } };
}

/** The texts of a figure card, for the renderers that are given them one by one. */
export type CardTexts = {
  id: string;
  topics: string;
  status: string;
  asOf: string;
  figure: string;
  claim: string;
  quote: { before: string; marked: string; after: string };
  source: string;
  attribution: string;
  invitation: string;
  host: string;
};

/** @throws Error when the record is not of the one shape that the competitors' tree is written for. */
export function textsOf({ card, source }: QuotedRecord): CardTexts {
  const { exact, highlight = '' } = card.quote;
  const at = exact.indexOf(highlight);
  const ownWords = card.attribution.length === 1 && card.attribution[0] === source.publisher;
  if (card.kind !== 'figure' || !card.asOf || at < 0 || !ownWords) throw new Error(`cannot compare with ${card.id}`);
  return {
    id: card.id,
    topics: card.topics.join(' · ').toUpperCase(),
    status: statusWord(card.status),
    asOf: `as of ${formatDate(card.asOf.date, 'day')}${card.asOf.basis === 'inferred' ? ' (inferred)' : ''}`,
    figure: card.figure.text,
    claim: card.claim,
    quote: {
      before: `“… ${exact.slice(0, at)}`,
      marked: exact.slice(at, at + highlight.length),
      after: `${exact.slice(at + highlight.length)} …”`,
    },
    source: datedCitation(source),
    attribution: 'In the outlet’s own words',
    invitation: 'read it in the source',
    host: HOST,
  };
}
