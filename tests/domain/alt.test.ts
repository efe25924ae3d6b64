import { expect, test } from 'vitest';
import { altText, MAX_ALT_CHARACTERS } from '../../src/domain/alt.ts';
import { quoteCard, recordOf } from '../helpers/fixtures.ts';

test('reads a card out, the hedge of its date included', () => {
  expect(altText(recordOf(quoteCard))).toBe(
    'Somebody on something. Stated, as of Nov 2023 (inferred). ' +
      'Source: Daily Example, 2 Nov 2023; Somebody → Daily Example. Quote: “these are the words”',
  );
});

test('stays within its length', () => {
  const long = { ...quoteCard, claim: 'word '.repeat(28).trim(), quote: { exact: 'words '.repeat(25).trim() } };
  const wordy = { ...long, attribution: Array.from({ length: 5 }, () => 'a name '.repeat(8).trim()) };
  expect(altText(recordOf(wordy)).length).toBeLessThanOrEqual(MAX_ALT_CHARACTERS);
});
