import { expect, test } from 'vitest';
import { datedCitation, longCitation, shortCitation } from '../../src/card/citation.ts';
import { source } from '../helpers/fixtures.ts';

test('names publisher and month', () => {
  expect(shortCitation(source)).toBe('Daily Example, Nov 2023');
});

test('says when a date was worked out', () => {
  const published = { date: '2023-01-29/2023-01-31', basis: 'inferred', reason: 'because' } as const;
  expect(datedCitation({ ...source, published })).toBe('Daily Example, 29–31 Jan 2023 (inferred)');
});

test('gives a bibliography all it needs', () => {
  expect(longCitation(source)).toBe(
    'Ann Author, “A title”, Daily Example, 2 November 2023, https://example.org/article',
  );
});

test('says what is not known, and names both sides of a translation', () => {
  const translation = {
    ...source,
    title: null,
    authors: [],
    url: null,
    translated: { from: 'de', publisher: 'Zeitung', url: null },
  };
  expect(shortCitation(translation)).toBe('Zeitung via Daily Example, Nov 2023');
  expect(longCitation(translation)).toBe(
    'untitled, Zeitung, in translation (de to en) at Daily Example, 2 November 2023, address not known',
  );
});
