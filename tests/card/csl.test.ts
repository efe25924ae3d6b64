import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { longCitation } from '../../src/card/citation.ts';
import { cslItem } from '../../src/card/csl.ts';
import { languageName } from '../../src/card/language.ts';
import { isQuoted } from '../../src/card/record.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { catalog } from '../cards/shipped.ts';
import { cardsIn } from '../helpers/catalogs.ts';
import { CSL_DATA } from '../helpers/csl-data.ts';
import { quoteCard, source } from '../helpers/fixtures.ts';
import { holdsForAll } from '../helpers/hostile.ts';

const validate = new Ajv({ allowUnionTypes: true }).compile(CSL_DATA);
const errorsOf = (items: unknown) => (validate(items) ? [] : validate.errors);

const TRANSLATION = {
  ...source,
  title: null,
  authors: [],
  translated: { from: 'de', publisher: 'Zeitung', url: 'https://zeitung.example/a' },
};

test('contains the known facts about the source', () => {
  expect(cslItem(source, quoteCard)).toEqual({
    id: 'a-card',
    type: 'webpage',
    title: 'A title',
    author: [{ family: 'Author', given: 'Ann' }],
    'container-title': 'Daily Example',
    issued: { 'date-parts': [[2023, 11, 2]] },
    accessed: { 'date-parts': [[2026, 11, 21]] },
    URL: 'https://example.org/article',
    language: 'en',
  });
});

test('leaves out a title, authors and an address that are not known', () => {
  const item = cslItem({ ...source, title: null, authors: [], url: null });
  expect(Object.keys(item)).toEqual(['id', 'type', 'container-title', 'issued', 'accessed', 'language']);
});

test('names the original of a translation', () => {
  expect(cslItem(TRANSLATION)).toMatchObject({
    'original-publisher': 'Zeitung',
    note: 'translation from German, originally published by Zeitung, https://zeitung.example/a',
  });
});

test('names the outlets that passed the words on, in addition to those of the source', () => {
  const noteOf = (attribution: string[], from = source) => cslItem(from, { ...quoteCard, attribution }).note;
  expect(noteOf(['Pavel Latushka', 'RFE/RL', 'Daily Example'])).toBe('Pavel Latushka via RFE/RL');
  expect(noteOf(['Somebody', 'Daily Example'])).toBeUndefined();
  expect(noteOf(['Daily Example'])).toBeUndefined();
  const translated = noteOf(['Somebody', 'A video', 'Zeitung', 'Daily Example (translation)'], TRANSLATION);
  expect(translated).toMatch(/; Somebody via A video$/);
});

test.each([
  ['es', 'Spanish'],
  ['de-AT', 'German'],
  ['en-12', 'English'],
  ['qqq', 'qqq'],
])('names the language %s', (tag, name) => {
  expect(languageName(tag)).toBe(name);
});

test('names the translator of the quote and the archived copy', () => {
  const quote = { ...quoteCard.quote, translated: { from: 'ru', by: 'Pravda' } };
  const url = 'https://web.archive.org/web/20231103120000/https://example.org/article';
  expect(cslItem({ ...source, archived: [{ url }] }, { ...quoteCard, quote })).toMatchObject({
    archive: 'Internet Archive',
    archive_location: url,
    note: `quote translated from Russian by Pravda; archived 3 November 2023: ${url}`,
  });
});

test.each([
  ['2023', [[2023]]],
  ['2023-11', [[2023, 11]]],
  [
    '2023-06-27/2023-07-01',
    [
      [2023, 6, 27],
      [2023, 7, 1],
    ],
  ],
  ['0987-01-02', [[987, 1, 2]]],
  ['2023-11-XX', [[2023, 11]]],
  ['0000', [[-1]]],
  ['-0043-03', [[-44, 3]]],
  ['Y12023', [[12023]]],
])('is as precise as the date %s', (date, parts) => {
  expect(cslItem({ ...source, published: { date, basis: 'stated' } }).issued).toEqual({ 'date-parts': parts });
});

test('marks a date that was inferred', () => {
  const published = { date: '2023', basis: 'inferred', reason: 'because' } as const;
  expect(cslItem({ ...source, published }).issued).toEqual({ 'date-parts': [[2023]], circa: true });
});

test('a season has its field', () => {
  expect(cslItem({ ...source, published: { date: '2023-21', basis: 'stated' } }).issued).toEqual({
    'date-parts': [[2023]],
    season: 1,
  });
});

test.each([
  ['2023-11~', { 'date-parts': [[2023, 11]], circa: true, literal: 'about November 2023' }],
  ['2022/..', { 'date-parts': [[2022]], literal: '2022 and later' }],
  ['/2023', { 'date-parts': [[2023]], literal: 'an unknown date to 2023' }],
  ['202X', { 'date-parts': [[2020], [2029]], literal: 'the 2020s' }],
  ['2023-21?', { 'date-parts': [[2023]], season: 1, circa: true, literal: 'possibly spring 2023' }],
  ['2022-24/2023-21', { 'date-parts': [[2022], [2023]], literal: 'winter 2022 – spring 2023' }],
])('the date %s has words, and itself for programs', (date, issued) => {
  const item = cslItem({ ...source, published: { date, basis: 'stated' } });
  expect(item).toMatchObject({ issued, custom: { issued: date } });
  expect(Object.keys(item.issued).toSorted()).toEqual(Object.keys(issued).toSorted());
  expect(errorsOf([item])).toEqual([]);
  expect(longCitation({ ...source, published: { date, basis: 'stated' } })).toContain(`, ${issued.literal}, https`);
});

test.each([
  ['Martin Fornusek', 'Fornusek', 'Martin'],
  ['John F. Kennedy', 'Kennedy', 'John F.'],
  ['J. K. Rowling', 'Rowling', 'J. K.'],
  ['Анна Петренко', 'Петренко', 'Анна'],
  ['Jean-Luc O’Neill', 'O’Neill', 'Jean-Luc'],
])('divides the name %s', (name, family, given) => {
  expect(cslItem({ ...source, authors: [name] }).author).toEqual([{ family, given }]);
});

test.each([
  'Ursula von der Leyen',
  'Gabriel García Márquez',
  'Associated Press',
  'BBC News',
  'Newsroom Staff',
  'Deutsche Presse-Agentur',
  'Українська Правда',
  'The Economist',
  'Daily Example',
  'Plato',
  'Kim Jong Un',
  '习近平',
  'Smith & Co., Ltd.',
  'dpa',
])('keeps the name %s whole', (literal) => {
  expect(cslItem({ ...source, authors: [literal] }).author).toEqual([{ literal }]);
});

test('keeps names whole in languages that write the family name first', () => {
  expect(cslItem({ ...source, language: 'hu', authors: ['Nagy Imre'] }).author).toEqual([{ literal: 'Nagy Imre' }]);
});

test('fits the published schema, of every card here and of any text', async () => {
  expect(errorsOf([{ ...cslItem(source), published: 2023 }])).toHaveLength(1);
  const records = (await cardsIn(createBundledStore(catalog))).filter(isQuoted);
  expect(errorsOf(records.map(({ card, source: from }) => cslItem(from, card)))).toEqual([]);
  await holdsForAll(async (store) => {
    const items = (await cardsIn(store)).filter(isQuoted).map(({ card, source: from }) => cslItem(from, card));
    expect(errorsOf(items)).toEqual([]);
    expect(JSON.stringify(items)).not.toMatch(/untitled/i);
  });
});
