/** A small source and cards to build tests from. */
import type { QuotedCard } from '../../src/card/card.ts';
import type { QuotedRecord } from '../../src/card/record.ts';
import type { Source } from '../../src/card/source.ts';

export const source: Source = {
  id: 'daily-example',
  publisher: 'Daily Example',
  title: 'A title',
  authors: ['Ann Author'],
  published: { date: '2023-11-02', basis: 'stated' },
  url: 'https://example.org/article',
  language: 'en',
  snapshot: { sha256: 'a'.repeat(64), accessed: '2026-11-21' },
};

export const quoteCard: QuotedCard = {
  id: 'a-card',
  kind: 'quote',
  topics: ['Examples'],
  claim: 'Somebody on something',
  status: 'stated',
  attribution: ['Somebody', 'Daily Example'],
  asOf: { date: '2023-11', basis: 'inferred', reason: 'The article speaks in the present tense' },
  quote: { exact: 'these are the words', highlight: 'the words' },
};

export function recordOf(card: QuotedCard, from: Source = source): QuotedRecord {
  return { card, source: from, evidence: null, revision: '0000000a', updated: '2026-11-21' };
}
