import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeAttribution } from '../../src/card/spreadsheet/attribution.ts';
import {
  accepted,
  type Codec,
  list,
  number,
  protect,
  text,
  Unreadable,
  unprotect,
} from '../../src/card/spreadsheet/cells.ts';
import { type CardRow, cellsOf, fieldsOf, lostFields, tableText } from '../../src/card/spreadsheet/rows.ts';
import { loadCatalog } from '../../src/catalog/load.ts';
import { GOOD_FILE } from '../helpers/catalog-file.ts';
import { files } from '../helpers/fixture-catalog.ts';

const { quoted, comparisons } = loadCatalog(files);
const rows: CardRow[] = quoted.map(({ value: card, source }) => ({ card, source }));
const good = (change: (file: string) => string): CardRow => {
  const { quoted: cards, problems } = loadCatalog([{ name: 'daily-example.yaml', text: change(GOOD_FILE) }]);
  expect(problems).toEqual([]);
  return { card: cards[1]?.value, source: cards[1]?.source } as CardRow;
};

describe('a cell', () => {
  test('is read as it was written, whatever its text is', () => {
    const special = fc.constantFrom('none', 'None', '\\none', ';', '|', '\\', 'a;b', '\\;', "'", '=', '-1', '@x');
    const word = fc
      .oneof(special, fc.string({ minLength: 1 }))
      .map((value) => value.trim())
      .filter((value) => value !== '');
    const same = (codec: Codec) => (value: unknown) => {
      expect(codec.read(codec.write(value))).toEqual(value);
    };
    fc.assert(fc.property(word, same(text)));
    fc.assert(fc.property(fc.array(word, { minLength: 1 }), same(list)));
    fc.assert(fc.property(word, same({ write: (value) => protect(String(value)), read: unprotect })));
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', "'=1+1", '＝1'])('%j is no formula', (value) => {
    expect(protect(value)).toBe(`'${value}`);
  });

  test('that begins with an apostrophe and is no formula stays as it is', () => {
    expect([protect("'tis so"), unprotect("'tis so"), protect('a=b')]).toEqual(["'tis so", "'tis so", 'a=b']);
  });

  test('of a number has a point, or a comma that can be no thousands separator', () => {
    expect(['1200', '1.5', '-3', '1,5', '1E+06', '', 'none'].map(number.read)).toEqual([
      1200,
      1.5,
      -3,
      1.5,
      1e6,
      undefined,
      null,
    ]);
    expect(() => number.read('1,200')).toThrow(Unreadable);
  });

  test('of a warning without a reason names the form', () => {
    expect(() => accepted.read('unit-not-in-text')).toThrow(/Write the name of the warning, a colon and the reason/);
    expect(() => accepted.read('no-warning: a reason')).toThrow(/is not a warning/);
  });
});

test('the columns hold every field of a card, except those that the documentation names', () => {
  expect(rows.length).toBeGreaterThan(40);
  const allowed = ['history', 'related', 'support', 'source.archived', 'source.corrections'];
  expect([...new Set(rows.flatMap(lostFields))].filter((field) => !allowed.includes(field))).toEqual([]);
  expect(lostFields({ card: (comparisons[0] as (typeof comparisons)[0]).value })).toEqual(['rows', 'note']);
});

test('a field that is null, empty or absent is another cell where an import would propose a value', () => {
  const row = good((file) => file.replace(', highlight: "the words"', '').replace('title: A title', 'title: null'));
  expect(cellsOf(row)).toMatchObject({ highlight: 'none', 'as of': 'none', title: 'none', authors: 'none', place: '' });
  expect(fieldsOf(cellsOf(row)).card).toMatchObject({ asOf: null, quote: { exact: 'these are the words' } });
  expect(lostFields(row)).toEqual([]);
});

test.each([['Somebody (agency)'], ['eva-muster'], ['none'], ['A; B'], ['\\x']])(
  'a speaker who is called %s keeps this name',
  (name) => {
    const row = good((file) => file.replace('[Somebody,', `[${JSON.stringify(name)}, ${JSON.stringify(name)},`));
    expect(lostFields(row)).toEqual([]);
  },
);

test('a step of the attribution says its kind in brackets', () => {
  expect(writeAttribution(['Eva Muster', { name: 'DPA', as: 'agency' }, 'Daily Example'])).toEqual({
    speaker: 'Eva Muster',
    via: 'DPA (agency); Daily Example',
  });
});

test('a table is CSV with line ends of CRLF, and reads back as its cells', () => {
  const cells = { address: 'https://example.org/', quote: 'says "yes",\nand', claim: '=1+1' };
  const table = tableText([cells], ['address', 'quote', 'claim']);
  expect(table).toBe(`address,quote,claim\r\nhttps://example.org/,"says ""yes"",\nand",'=1+1\r\n`);
  expect(parse(table, { columns: true })).toEqual([{ ...cells, claim: "'=1+1" }]);
});
