/** The composer says what `npm run check` says, with the labels of its fields. */
import { expect, test } from 'vitest';
import { CHECK_NAMES } from '../../../src/card/evidence/checks/findings.ts';
// @ts-expect-error The page of the composer is JavaScript without declarations.
import { CHECKS, inLabels, labelOf } from '../../../src/tools/compose/page/labels.js';

test.each([
  ['topics needs at least one entry. Add one.', '“Topics” needs at least one entry. Add one.'],
  ['claim is empty. Give a value, for example: claim: A fact.', '“Claim” is empty. Give a value, for example: A fact.'],
  ['attribution[1].name is empty.', '“Who says so”, entry 2 is empty.'],
  ['figure.value is 5, but figure.text “6” gives value 6.', '“value” is 5, but “Number” “6” gives value 6.'],
  ['source.published.date 2 May 2023 is later.', '“Published” 2 May 2023 is later.'],
  ['quote.exact was found at the text:3, but is cut.', '“Quote” was found at the text:3, but is cut.'],
  [
    'asOf.date 4 May 2022 has the basis “stated”, but the source text does not contain this date. If you inferred it, set basis to inferred and add the reason. If another page says it, set basis to external. If the card is true anyway, accept the warning and give the reason: accept: [{ check: date-not-in-text, because: "…" }].',
    '“Date the fact is about” 4 May 2022 has the basis “the text says so”, but the source text does not contain this date. If you inferred it, choose “inferred” and add the reason. If another page says it, choose “another page says so”. If the card is true anyway, give the reason beside the check, and choose “Accept”.',
  ],
  ['The words are a heading.', 'The words are a heading.'],
  ['Keep these hedges in figure.text or claim: “may”.', 'Keep these hedges in “Number” or claim: “may”.'],
  [
    'cards/a.yaml has changed. See https://asOf.example.org/',
    'cards/a.yaml has changed. See https://asOf.example.org/',
  ],
])('%s', (message, words) => {
  expect(inLabels(message)).toBe(words);
});

test('each check has a name, and each field that a warning is about has a label', () => {
  expect(Object.keys(CHECKS).sort()).toEqual([...CHECK_NAMES].sort());
  for (const field of ['claim', 'place', 'quote.exact', 'figure.unit', 'source.published'])
    expect(labelOf(field)).not.toBe(field);
});
