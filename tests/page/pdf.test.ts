import { describe, expect, test } from 'vitest';
import { pageAt } from '../../src/card/evidence/place.ts';
import { readPdf } from '../../src/page/pdf/read-pdf.ts';
import { lines, makePdf, type PdfOptions, type Words } from '../helpers/pdf.ts';

const read = (pages: readonly (readonly Words[])[], options?: PdfOptions) => readPdf(makePdf(pages, options));
/** "heading: …": the blocks of a PDF; furniture in brackets. */
async function blocksOf(...pages: (readonly Words[])[]): Promise<string[]> {
  const { text, blocks } = await read(pages);
  return (blocks ?? []).map(({ start, end, type, part }) => {
    const words = `${type}: ${text.slice(start, end)}`;
    return part === 'furniture' ? `[${words}]` : words;
  });
}

describe('the text of a PDF', () => {
  test('has a paragraph a line, by space, indent and short last lines', async () => {
    const first = lines(['The harbour has grown for ten years, and the quays', 'are new. The lamps burn.'], {
      top: 700,
    });
    const second = lines(['The town paid for the quays.'], { top: 660 });
    expect(await blocksOf([...first, ...second])).toEqual([
      'paragraph: The harbour has grown for ten years, and the quays are new. The lamps burn.',
      'paragraph: The town paid for the quays.',
    ]);
    const indented: Words[] = [...first, ['The town paid for the quays.', 90, 672]];
    expect(await blocksOf(indented)).toHaveLength(2);
  });

  test.each([
    ['is one word', ['The inter-', 'national quays'], 'The international quays'],
    [
      'keeps a hyphen that the word has elsewhere',
      ['A well-known quay, and a well-', 'known lamp'],
      'A well-known quay, and a well-known lamp',
    ],
    ['keeps the hyphen before a capital letter', ['The Anti-', 'Lamp party'], 'The Anti-Lamp party'],
    ['stays apart where a word is left out', ['Vor-', 'und Nachteile'], 'Vor- und Nachteile'],
    [
      'keeps a range of numbers together',
      ['The years 2018\u20132019 and 737\u2013', '900 boats'],
      'The years 2018–2019 and 737–900 boats',
    ],
  ])('of a word parted at the end of a line %s', async (_what, texts, text) => {
    const latin = texts.map((line) => line.replaceAll('\u2013', '\x96'));
    expect((await read([lines(latin)])).text).toBe(text);
  });

  test('has headings by their size, list items, and the cells of a row', async () => {
    const page: Words[] = [
      ['A harbour grows', 72, 760, 20],
      ...lines(['The harbour has grown for ten years, and the quays are new.'], { top: 700 }),
      ['\x95 lamps', 72, 670],
      ['Boats', 72, 640],
      ['1,200', 300, 640],
    ];
    expect(await blocksOf(page)).toEqual([
      'heading: A harbour grows',
      'paragraph: The harbour has grown for ten years, and the quays are new.',
      'list-item: • lamps',
      'table-cell: Boats',
      'table-cell: 1,200',
    ]);
    expect((await read([page])).text).toContain('Boats\t1,200');
  });

  test('goes down one column and then the other, also where a program drew them line by line', async () => {
    const left = [
      'The harbour of the town grows,',
      'and its quays have been new',
      'since the year in which lamps',
      'were lit there for the very',
      'first time in this century.',
    ];
    const right = [
      'Its boats are many more than',
      'those of the neighbours, who',
      'count them every single year',
      'in May, when all of the fleet',
      'lies in the two basins there.',
    ];
    const rows = left.flatMap((text, at): Words[] => [
      [text, 72, 700 - 14 * at],
      [right[at] ?? '', 320, 700 - 14 * at],
    ]);
    expect(await blocksOf(rows)).toEqual([`paragraph: ${left.join(' ')}`, `paragraph: ${right.join(' ')}`]);
  });

  test('has its headers and footers once, as furniture, and no page numbers', async () => {
    const page = (number: number, text: string): Words[] => [
      ['Harbour report 2023', 72, 800],
      ...lines([text]),
      [`Page ${number} of 3`, 280, 30],
    ];
    expect(await blocksOf(page(1, 'Quays grow.'), page(2, 'Lamps burn.'), page(3, 'Boats moor.'))).toEqual([
      '[paragraph: Harbour report 2023]',
      'paragraph: Quays grow.',
      'paragraph: Lamps burn.',
      'paragraph: Boats moor.',
    ]);
  });

  test('has a form feed between pages, also inside a sentence, and knows the page of every word', async () => {
    const body = await read([
      lines(['Quays grow in the north and']),
      lines(['in the south.']),
      [],
      lines(['Lamps burn.']),
    ]);
    expect(body.text).toBe('Quays grow in the north and\fin the south.\n\fLamps burn.');
    const pageOf = (word: string) => pageAt(body, body.text.indexOf(word));
    expect(['Quays', 'south', 'Lamps'].map(pageOf)).toEqual([1, 2, 4]);
  });
});

describe('what a PDF says about itself', () => {
  const REPORT = [
    [
      ['A harbour grows', 72, 760, 20] as Words,
      ...lines(['Ann Ray', '', '4 May 2023', 'The quays of the harbour are new, and the lamps of the town are lit.']),
    ],
  ];

  test('is read from its properties and its first page', async () => {
    const { metadata } = await read(REPORT, {
      lang: 'en-GB',
      info: {
        Title: 'A harbour grows',
        Author: 'Ann Ray',
        CreationDate: "D:20230502231500-05'00'",
        ModDate: 'D:20230510',
      },
    });
    expect(metadata).toMatchObject({
      title: { value: 'A harbour grows', from: 'PDF Title', basis: 'stated' },
      authors: { value: ['Ann Ray'], from: 'PDF Author', others: [] },
      published: { value: '2023-05-04', from: 'the first page', basis: 'stated', others: [] },
      modified: { value: '2023-05-10', from: 'PDF ModDate' },
      language: { value: 'en-GB', from: 'the PDF' },
      publisher: undefined,
    });
  });

  test('is the day in its own time zone on which the file was made, as worked out, where no page has a date', async () => {
    const { metadata } = await read([lines(['Quays grow.'])], { info: { CreationDate: "D:20230502231500-05'00'" } });
    expect(metadata.published).toMatchObject({ value: '2023-05-02', from: 'PDF CreationDate', basis: 'inferred' });
  });

  test('is not what programs write there', async () => {
    const info = { Title: 'Microsoft Word - final_v3.docx', Author: 'admin' };
    const { metadata } = await read(REPORT, { info });
    expect(metadata).toMatchObject({
      title: { value: 'A harbour grows', from: 'the first page', basis: 'inferred' },
      authors: undefined,
    });
  });

  test('is doubted where no page names the author', async () => {
    const { metadata } = await read(REPORT, { info: { Author: 'Tom Dow' } });
    expect(metadata.authors).toMatchObject({ value: ['Tom Dow'], others: [{ value: [], from: 'the text' }] });
  });
});

test.each([
  ['locked', makePdf([lines(['Quays'])], { locked: true }), /^is locked with a password\. Open it, save a copy/],
  ['cut off', makePdf([lines(['Quays'])]).subarray(0, 300), /^is damaged, or is not a PDF .*Download it again\.$/],
  ['a scan', makePdf([[], []]), /^has no text: its pages are pictures.*\.txt file/],
  ['too large', Buffer.alloc(50_000_001, '%PDF-1.4 '), /^is larger than 50 MB\. Give a part of it\.$/],
])('a PDF that is %s says so, and what to do', async (_what, bytes, message) => {
  await expect(readPdf(bytes)).rejects.toThrow(message);
});
