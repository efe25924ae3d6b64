import { describe, expect, test } from 'vitest';
import { readDate } from '../../../src/tools/import/dates.ts';
import { rejectedText } from '../../../src/tools/import/rejected.ts';
import { readSheet, type Sheet } from '../../../src/tools/import/sheet.ts';

const read = (content: string | Uint8Array, encoding?: string) =>
  readSheet('facts.csv', typeof content === 'string' ? Buffer.from(content) : content, encoding);
const cells = (content: string | Uint8Array, encoding?: string) => {
  const sheet = read(content, encoding);
  if (!sheet.ok) throw new Error(sheet.message);
  return sheet.rows.map(({ number, cells: { address, quote, claim } }) => [number, address, quote, claim]);
};
const says = (content: string | Uint8Array) => {
  const sheet = read(content);
  return sheet.ok ? 'fine' : sheet.message;
};

const TABLE = 'address,quote,claim\nhttps://a.example,"says “é”, twice",A claim\n';
const ROW = [2, 'https://a.example', 'says “é”, twice', 'A claim'];

describe('a spreadsheet is read as it was saved', () => {
  const tabs = TABLE.replaceAll('"', '').replace('”, twice', '”~ twice').replaceAll(',', '\t').replace('~', ',');
  test.each<[string, string | Uint8Array]>([
    ['with commas', TABLE],
    ['with a byte order mark and CRLF', `\uFEFF${TABLE.replaceAll('\n', '\r\n')}`],
    ['with semicolons', TABLE.replace('says “é”,', 'says “é”~').replaceAll(',', ';').replace('~', ',')],
    ['with tabs', tabs],
    ['as Unicode text of Excel (UTF-16LE)', Buffer.from(`\uFEFF${tabs}`, 'utf16le')],
    ['in UTF-16BE', Buffer.from(`\uFEFF${tabs}`, 'utf16le').swap16()],
    ['with a line that names the separator', `sep=,\r\n${TABLE}`],
    ['with empty columns and cells that are missing at the end', TABLE.replace('claim\n', 'claim,,\n')],
  ])('%s', (_, content) => expect(cells(content)).toEqual([ROW]));

  test('in another encoding only if it is named', () => {
    const windows = Buffer.from('address,quote,claim\nhttps://a.example,caf\xe9,A claim\n', 'latin1');
    expect(says(windows)).toMatch(
      /^facts\.csv is not UTF-8 \(line 2\).*Save As > "CSV UTF-8.*--encoding windows-1252$/s,
    );
    expect(cells(windows, 'windows-1252')).toEqual([[2, 'https://a.example', 'café', 'A claim']]);
    const unknown = read(windows, 'klingon');
    expect(unknown.ok ? '' : unknown.message).toBe('--encoding klingon is not known. Use a name such as windows-1252.');
  });

  test('with rows numbered as the spreadsheet shows them, and without empty ones', () => {
    expect(cells('claim,address,quote\n\n"a\nclaim",b,c\n,,\nd,e,f\n')).toEqual([
      [3, 'b', 'c', 'a claim'],
      [5, 'e', 'f', 'd'],
    ]);
  });

  test('with quotation marks that Google Sheets does not double in TSV', () => {
    expect(cells('address\tquote\tclaim\na\t"Yes" and "no"\tc\nd\t"open\tf\n')).toEqual([
      [2, 'a', '"Yes" and "no"', 'c'],
      [3, 'd', '"open', 'f'],
    ]);
  });

  test('without the apostrophe that protects a cell', () => {
    expect(cells("address,quote,claim\na,'=b,'-5 °C\n")).toEqual([[2, 'a', '=b', '-5 °C']]);
  });
});

describe('what is no spreadsheet of facts is refused', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '\uFEFF\n', /is empty\. Its first row must name the columns/],
    ['a workbook', Buffer.from('PK\x03\x04abc'), /is a workbook.*Save the sheet as CSV or TSV/],
    ['UTF-16 without a mark', Buffer.from(TABLE, 'utf16le'), /contains null bytes/],
    [
      'a cell without an end',
      'address,quote,claim\na,"b,c\n',
      /quotation mark on line 2 has no closing quotation mark/,
    ],
    ['a quotation mark inside a cell', 'address,quote,claim\na,"b" c,d\n', /Line 2 cannot be read: a quotation mark/],
    ['missing columns', 'address,text\na,b\n', /The columns “quote” and “claim” are missing/],
    ['a column twice', 'address,quote,claim,URL\n', /“address” \(A\) and “URL” \(D\) are the same column\. Delete one/],
    ['a misspelled column', 'address,quote,claim,topcis\n', /Column D “topcis” is not known\. Did you mean “topics”\?/],
  ])('%s', (_, content, message) => expect(says(content)).toMatch(message));
});

test('a column has its name in any case, with any space, or that of the field', () => {
  const sheet = read(
    'Address,QUOTE, claim ,asOf,as_of_basis,figure.unit,said on,Source_Language,mine\n1,2,3,4,5,6,7,8,9\n',
  );
  expect(sheet.ok && sheet.rows[0]?.cells).toEqual({
    address: '1',
    quote: '2',
    claim: '3',
    'as of': '4',
    'as of basis': '5',
    unit: '6',
    'said on': '7',
    'source language': '8',
  });
  expect(sheet.ok && sheet.notes).toEqual(['Column I “mine” is not known and is ignored.']);
});

test.each([
  ['2023-11', '2023-11'],
  ['2.11.2023', '2023-11-02'],
  ['2023/11/2', '2023-11-02'],
  ['13/11/2023', '2023-11-13'],
  ['11/13/2023', '2023-11-13'],
  ['2 November 2023', '2023-11-02'],
  ['Nov 2023', '2023-11'],
])('the date %s is %s', (cell, date) => expect(readDate(cell)).toBe(date));

test.each(['02/03/2023', '31.02.2023', '1.2.23', 'soon', 'Nov 2', '45231'])('%s is no date', (cell) => {
  expect(() => readDate(cell)).toThrow(/Write it as 2023-11-02/);
});

test('rejected rows are read again as they were, with their problem first', () => {
  const sheet = read('address;quote;Problem;claim\n=a;\'=b;old;"c;d"\n') as Extract<Sheet, { ok: true }>;
  const [row] = sheet.rows;
  const result = { number: 2, raw: row?.raw ?? [], state: 'rejected' as const, problem: '-1 is wrong' };
  const text = rejectedText(sheet.header, sheet.separator, [result]);
  expect(text).toBe("\uFEFFproblem;address;quote;claim\r\n'-1 is wrong;'=a;'=b;\"c;d\"\r\n");
  expect(cells(text)).toEqual([[2, '=a', '=b', 'c;d']]);
});
