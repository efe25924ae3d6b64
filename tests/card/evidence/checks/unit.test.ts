import { expect, test } from 'vitest';
import { QuotedCard } from '../../../../src/card/card.ts';
import { Source } from '../../../../src/card/source.ts';
import { readHtml } from '../../../../src/page/html-text.ts';
import { judgingOf, warningsOf } from '../../../helpers/judging.ts';

test.each([
  ['dollars', []],
  ['euros', [expect.stringMatching(/^unit-not-in-text: /)]],
])('a currency sign matches its word: $150,000 are “%s”', (unit, warnings) => {
  const source = Source.parse({
    id: 'dresses',
    publisher: 'Daily Post',
    title: null,
    authors: [],
    published: { date: '2024-05-05', basis: 'external' },
    url: null,
    language: 'en',
    snapshot: { sha256: 'a'.repeat(64), accessed: '2024-05-06' },
  });
  const card = QuotedCard.parse({
    id: 'a-card',
    kind: 'figure',
    figure: { text: '150,000', unit },
    topics: ['Dresses'],
    claim: 'Value of the stolen dress',
    status: 'reported',
    attribution: ['Daily Post'],
    asOf: null,
    quote: { exact: 'It is valued at $150,000' },
  });
  const findings = judgingOf(readHtml('<p>It is valued at $150,000.</p>'), source)(card);
  const { unit: ofUnit } = findings;
  expect(warningsOf(ofUnit ? { unit: ofUnit } : {})).toEqual(warnings);
});
