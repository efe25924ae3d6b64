import { expect, test } from 'vitest';
import { altText } from '../../src/card/alt.ts';
import { comparedValue } from '../../src/card/headline.ts';
import { MAX_ALT_CHARACTERS } from '../../src/card/prose.ts';
import { isComparison } from '../../src/card/record.ts';
import { asTitle, sentenceOf } from '../../src/card/sentence.ts';
import type { Speaker } from '../../src/card/speaker.ts';
import { linkRecords } from '../../src/catalog/compile.ts';
import { SPECIMENS } from '../../src/tools/specimens.ts';
import { catalog } from '../helpers/fixture-catalog.ts';
import { quoteCard, recordOf } from '../helpers/fixtures.ts';

const specimens = new Map(linkRecords(SPECIMENS).map((record) => [record.card.id, record]));

/** The alternative text of a specimen. */
function altOf(id: string): string {
  const record = specimens.get(id);
  if (!record) throw new Error(`there is no specimen "${id}"`);
  return altText(record);
}

test('reads a card out, the hedge of its date included', () => {
  expect(altText(recordOf(quoteCard))).toBe(
    '“these are the words” (Somebody, Daily Example, Nov 2023). Somebody on something. Stated, as of Nov 2023 (inferred). ' +
      'Source: Daily Example, 2 Nov 2023; Somebody → Daily Example.',
  );
});

test('stays within its length', () => {
  const long = { ...quoteCard, claim: 'word '.repeat(28).trim(), quote: { exact: 'words '.repeat(25).trim() } };
  const wordy = { ...long, attribution: Array.from({ length: 5 }, () => 'a name '.repeat(8).trim()) };
  expect(altText(recordOf(wordy)).length).toBeLessThanOrEqual(MAX_ALT_CHARACTERS);
});

test('a figure is stated with its unit, once', () => {
  expect(altOf('figure-second')).toBe(
    '430 ships (The harbour office, Daily Example, Nov 2023, as of 2022). Ships that the harbour took in 2022. ' +
      'Quote: “… it took 430 ships in 2022”. Stated, a count, as of 2022. ' +
      'Source: Daily Example, 2 Nov 2023; The harbour office → Daily Example.',
  );
});

test.each([
  [
    'its claim',
    'The share who expect delays',
    '70% of pilots: the share who expect delays (Somebody, Daily Example, Nov 2023). Quote: “these are the words”.',
  ],
  [
    'its number in the claim',
    '70% of pilots expect delays',
    '70% of pilots expect delays (Somebody, Daily Example, Nov 2023). Quote: “these are the words”.',
  ],
])('a share repeats neither its claim nor its number: %s', (_what, claim, alt) => {
  const figure = { text: '70%', unit: 'of pilots' };
  expect(altText(recordOf({ ...quoteCard, kind: 'figure', claim, figure })).startsWith(alt)).toBe(true);
});

test('states that a date is unknown', () => {
  expect(altOf('shortest')).toContain('Reported, a count, date not known.');
});

test('a comparison is stated row by row, with the reason why the rows differ', () => {
  expect(altOf('comparison')).toBe(
    'How many ships did the harbour take? ' +
      'The whole of 2022: 430 ships (The harbour office, Daily Example, 2022). ' +
      '2023 until October: 1,180 ships (The harbour office, Daily Example, Jan – Oct 2023). ' +
      'Both are counts of the harbour office, but one is of a whole year and the other of ten months. ' +
      'Bars: Ships in the harbour.',
  );
});

test('a row of a comparison names a speaker whose words came in a special way', () => {
  const record = specimens.get('comparison');
  if (!record || !isComparison(record)) throw new Error('the specimen is not a comparison');
  const rows = record.rows.map((row) => {
    const attribution = [{ name: 'Ann Ray', as: 'caption' as const }, 'Daily Example'];
    return { ...row, record: { ...row.record, card: { ...row.record.card, attribution } } };
  });
  const compared = { ...record, card: { ...record.card }, rows: rows as typeof record.rows };
  expect(altText(compared)).toContain('(Ann Ray, Daily Example, 2022)');
});

test('words that are a translation are said to be', () => {
  const quote = { ...quoteCard.quote, translated: { from: null, by: 'Another Outlet' } };
  expect(altText(recordOf({ ...quoteCard, quote }))).toContain('Daily Example (translated by Another Outlet).');
});

test('every card of the catalogue has one with its sentence, or with each row of a comparison', () => {
  for (const record of linkRecords(catalog)) {
    const alt = altText(record);
    expect(alt.length, record.card.id).toBeLessThanOrEqual(MAX_ALT_CHARACTERS);
    const wanted = isComparison(record)
      ? [record.card.claim, ...record.rows.map((row) => `${row.label}: ${comparedValue(row)}`)]
      : [asTitle(sentenceOf(record), record.card.language)];
    for (const words of wanted) expect(alt, record.card.id).toContain(words);
    expect(alt, record.card.id).not.toMatch(/[?!]\.|[^.]\.\.(?!\.)/);
  }
});

test('states the role of the speaker if the claim does not and there is room', () => {
  const speakers: Speaker[] = [{ id: 'somebody', name: 'Somebody', type: 'person', role: 'Harbour master' }];
  const said = (claim: string) => altText({ ...recordOf({ ...quoteCard, claim }), speakers });
  expect(said('Somebody on something')).toMatch(/ Somebody: Harbour master\.$/);
  expect(said('Harbour master Somebody on something')).not.toContain('Somebody: Harbour master');
});
