import { expect, test } from 'vitest';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { altText, MAX_ALT_CHARACTERS } from '../../src/domain/alt.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';
import { SPECIMENS } from '../../src/tools/specimens.ts';
import { quoteCard, recordOf } from '../helpers/fixtures.ts';

const specimens = createCatalog(SPECIMENS);

/** The alternative text of a specimen. */
function altOf(id: string): string {
  const record = specimens.getCard(id);
  if (!record) throw new Error(`there is no specimen "${id}"`);
  return altText(record);
}

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

test('a figure is told with its unit, once', () => {
  expect(altOf('figure-second')).toBe(
    '430 ships. Ships that the harbour took in 2022. Stated, as of 2022. ' +
      'Source: Daily Example, 2 Nov 2023; The harbour office → Daily Example. Quote: “it took 430 ships in 2022”',
  );
});

test('a date that is not known is said not to be', () => {
  expect(altOf('shortest')).toContain('Reported, date not known.');
});

test('a comparison is told row by row, with why the rows are not alike', () => {
  expect(altOf('comparison')).toBe(
    'How many ships does the harbour take? Counted in 2022: 430 ships (Daily Example, 2022). ' +
      'What it could take: up to 1,200 ships (Daily Example, Nov 2023). ' +
      'A count of one year and a capacity that depends on a basin which is not built yet.',
  );
});

test('every card of the catalogue has one that ends with its words', async () => {
  const { cards } = createCatalog(compileCatalog(await readCatalogFiles('cards')).catalog);
  for (const record of cards) {
    const alt = altText(record);
    expect(alt.length, record.card.id).toBeLessThanOrEqual(MAX_ALT_CHARACTERS);
    expect(alt, record.card.id).toMatch(/[.”…]$/);
    expect(alt, record.card.id).not.toMatch(/[?!]\.|[^.]\.\.(?!\.)/);
  }
});
