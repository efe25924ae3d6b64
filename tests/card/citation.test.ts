import { expect, test } from 'vitest';
import { datedCitation, longCitation, shortCitation } from '../../src/card/citation.ts';
import { quoteCard, source } from '../helpers/fixtures.ts';

test('names publisher and month', () => {
  expect(shortCitation(source)).toBe('Daily Example, Nov 2023');
});

test('says when a date was inferred', () => {
  const published = { date: '2023-01-29/2023-01-31', basis: 'inferred', reason: 'because' } as const;
  expect(datedCitation({ ...source, published })).toBe('Daily Example, 29–31 Jan 2023 (inferred)');
});

test('gives a bibliography all it needs', () => {
  expect(longCitation(source)).toBe(
    'Ann Author, “A title”, Daily Example, 2 November 2023, https://example.org/article, accessed 21 November 2026',
  );
});

test('omits an unknown title, and names both publishers of a translation', () => {
  const translation = {
    ...source,
    title: null,
    authors: [],
    url: null,
    translated: { from: 'de', publisher: 'Zeitung', url: null },
  };
  expect(shortCitation(translation)).toBe('Zeitung via Daily Example, Nov 2023');
  expect(longCitation(translation)).toBe(
    'Daily Example, 2 November 2023, address not known, accessed 21 November 2026; translation from German, originally published by Zeitung',
  );
  const byMachine = { ...translation, translated: { from: 'de', publisher: 'Zeitung', url: null, machine: true } };
  expect(longCitation(byMachine)).toContain('; machine translation from German, originally published by Zeitung');
});

test('adds the attribution, the translator and the archived copy of a card', () => {
  const card = {
    ...quoteCard,
    attribution: ['Somebody', 'An agency', 'Daily Example'],
    quote: { ...quoteCard.quote, translated: { from: null, by: 'Pravda' } },
  };
  const published = { date: '2023-01-29/2023-01-31', basis: 'inferred', reason: 'because' } as const;
  const archived = [{ url: 'https://archive.example/abc', date: '2026-11-22' }];
  expect(longCitation({ ...source, title: 'A “bold” title', published, archived }, card)).toBe(
    'Ann Author, “A ‘bold’ title”, Daily Example, 29–31 January 2023 (inferred), https://example.org/article, ' +
      'accessed 21 November 2026; Somebody via An agency; quote translated by Pravda; ' +
      'archived 22 November 2026: https://archive.example/abc',
  );
});
