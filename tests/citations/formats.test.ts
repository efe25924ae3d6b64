/** RIS and BibLaTeX, as Citation.js reads them: the same CSL-JSON, in the fields that the formats have. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { type CslItem, type CslName, cslItem } from '../../src/card/csl.ts';
import { quotedOf } from '../../src/card/record.ts';
import type { Source } from '../../src/card/source.ts';
import type { Store } from '../../src/catalog/store.ts';
import { createBundledStore } from '../../src/catalog/stores/bundled.ts';
import { biblatex } from '../../src/web/citations/biblatex.ts';
import { ris } from '../../src/web/citations/ris.ts';
import { catalog } from '../cards/shipped.ts';
import { cardsIn } from '../helpers/catalogs.ts';
import { quoteCard, source } from '../helpers/fixtures.ts';
import { holdsForAll } from '../helpers/hostile.ts';

function read(text: string): unknown[] {
  return new Cite(text).data.map(({ _graph, ...item }) => item);
}

const itemsOf = async (store: Store) =>
  (await cardsIn(store)).flatMap((record) => quotedOf(record).map(({ card, source: from }) => cslItem(from, card)));

/** RIS has one day and no mark of doubt, and no comma in a name that is whole. */
function throughRis(item: CslItem) {
  const { archive, 'container-title': site, 'original-publisher': original, issued, author, ...rest } = item;
  const names = author?.map((name) => ('literal' in name ? withoutComma(name.literal) : name));
  const date = { 'date-parts': issued['date-parts'].slice(0, 1) };
  return given({ ...rest, author: names, issued: date, publisher: site, 'collection-title': site });
}

/** BibLaTeX knows a name in parts or as a family name, and Citation.js does not read "~" of a date. */
function throughBiblatex(item: CslItem) {
  const { archive, archive_location, 'container-title': site, issued, author, ...rest } = item;
  const names = author?.map((name: CslName) => ('literal' in name ? { family: name.literal } : name));
  const date = { 'date-parts': issued['date-parts'] };
  return given({ ...rest, author: names, issued: date, publisher: site, 'citation-key': item.id });
}

function withoutComma(literal: string) {
  const name = literal.replace(/ *,/g, '').trim();
  return name.includes(' ') ? { literal: name } : { family: name };
}
const given = (item: object) => Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));

const FORMATS = [
  ['RIS', ris, throughRis],
  ['BibLaTeX', biblatex, throughBiblatex],
] as const;

describe.each(FORMATS)('%s is read as the same item', (_name, write, through) => {
  test('of every card here', async () => {
    const items = await itemsOf(createBundledStore(catalog));
    expect(read(write(items))).toEqual(items.map(through));
  });

  test.each<[string, Partial<Source>]>([
    ['with all fields', {}],
    ['without title, authors and address', { title: null, authors: [], url: null }],
    [
      'of several authors',
      { authors: ['Ann Author', 'BBC News', 'Gabriel García Márquez', 'Plato', 'A and B', 'X, Y'] },
    ],
    ['of a month', { published: { date: '2023-11', basis: 'stated' } }],
    ['of a year', { published: { date: '2023', basis: 'inferred', reason: 'because' } }],
    ['of an interval', { published: { date: '2023-06-27/2023-07-01', basis: 'inferred', reason: 'because' } }],
    [
      'of a translation',
      { translated: { from: 'de', publisher: 'Zeitung and Co', url: 'https://z.example/a_b~c%20d#e' } },
    ],
    ['of an archived page', { archived: [{ url: 'https://web.archive.org/web/20231103/https://x.example/?a=1&b_c' }] }],
    ['of an address with signs', { url: 'https://x.example/a%20b_(c)/~d?e=1&f=$g#h' }],
    ['in another script', { title: 'Лукашенко: «Так» — “і” ні', authors: ['Анна Петренко'] }],
    ['with signs of TeX', { title: '{A} \\b} 100% & #1 $5 a_b c^d ~e "f" --- ``g\'\' ?`h @i, % }' }],
    ['with lines', { title: 'A\r\nER  - \nTI  - B' }],
  ])('%s', (_what, changes) => {
    const item = cslItem({ ...source, ...changes }, quoteCard);
    expect(read(write([item]))).toEqual([through(item)]);
  });

  test('whatever it says', () =>
    holdsForAll(async (store) => {
      const items = await itemsOf(store);
      expect(read(write(items))).toEqual(items.map(through));
    }));
});

test('RIS gives an interval in words behind its start', () => {
  const published = { date: '2023-06-27/2023-07-01', basis: 'inferred', reason: 'because' } as const;
  const lines = ris([cslItem({ ...source, published })]).split('\r\n');
  expect(lines.slice(0, 2)).toEqual(['TY  - ELEC', 'ID  - daily-example']);
  expect(lines).toContain('DA  - 2023/06/27/27 June – 1 July 2023 (inferred)');
  expect(lines.slice(-2)).toEqual(['ER  - ', '']);
});

test('BibLaTeX marks a date that was inferred', () => {
  const published = { date: '2023-06/2023-07', basis: 'inferred', reason: 'because' } as const;
  expect(biblatex([cslItem({ ...source, published })])).toContain('  date = {2023-06~/2023-07~},\n');
});

describe.each([
  ['2023-11?', '2023-11%', '2023/11//possibly November 2023 (inferred)'],
  ['2022/..', '2022~/..', '2022///2022 and later (inferred)'],
  ['2021/2023~', '2021~/2023~', '2021///2021 to about 2023 (inferred)'],
  ['2023-21', '2023-21~', '2023///spring 2023 (inferred)'],
  ['202X', '202X~', '2020///the 2020s (inferred)'],
])('the date %s, inferred,', (date, edtf, day) => {
  const item = cslItem({ ...source, published: { date, basis: 'inferred', reason: 'because' } });

  test('is in EDTF in BibLaTeX, and in words in RIS', () => {
    expect(biblatex([item])).toContain(`  date = {${edtf}},\n`);
    expect(ris([item])).toContain(`DA  - ${day}\r\n`);
  });

  test('is read by its year', () => {
    for (const text of [biblatex([item]), ris([item])]) {
      const [{ issued }] = read(text) as [CslItem];
      expect(issued['date-parts'][0]?.[0]).toBe(item.issued['date-parts'][0]?.[0]);
    }
  });
});

test('BibLaTeX has a date without a start in words, which Citation.js can read', () => {
  const item = cslItem({ ...source, published: { date: '../2023', basis: 'stated' } });
  expect(read(biblatex([item]))).toMatchObject([{ issued: { literal: '2023 and earlier' } }]);
});
