/** Reads the file of a spreadsheet as Excel, Google Sheets and LibreOffice write it: its encoding, separator and rows. Pure. */
import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { unprotect } from '../../card/spreadsheet/cells.ts';
import { type Refusal, refuse } from '../new/args.ts';
import { type Header, readHeader } from './header.ts';

/** A row of a spreadsheet: its number as the spreadsheet shows it, its raw cells, and the texts of known columns. */
export type SheetRow = { number: number; raw: string[]; cells: Record<string, string> };

export type Sheet = {
  ok: true;
  separator: string;
  /** The raw header. */
  header: string[];
  rows: SheetRow[];
  /** What the author should know about the columns. */
  notes: string[];
};

const AS_UTF8 =
  'Save it as UTF-8: in Excel, File > Save As > "CSV UTF-8 (Comma delimited)". Google Sheets and LibreOffice write UTF-8.';

/** The text of a file, or why it cannot be read. `encoding`: as the author names it. */
function decode(name: string, bytes: Uint8Array, encoding: string | undefined): { ok: true; text: string } | Refusal {
  const starts = (...mark: number[]) => mark.every((byte, at) => bytes[at] === byte);
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0))
    return refuse(`${name} is a workbook, not a text file. Save the sheet as CSV or TSV, and import that file.`);
  const marked = starts(0xff, 0xfe) ? 'utf-16le' : starts(0xfe, 0xff) ? 'utf-16be' : encoding;
  if (marked !== undefined) {
    try {
      return { ok: true, text: new TextDecoder(marked, { fatal: true, ignoreBOM: false }).decode(bytes) };
    } catch (error) {
      if (error instanceof RangeError)
        return refuse(`--encoding ${marked} is not known. Use a name such as windows-1252.`);
      return refuse(`${name} is not in the encoding ${marked}. ${AS_UTF8}`);
    }
  }
  if (bytes.includes(0))
    return refuse(`${name} contains null bytes, like UTF-16 without a byte order mark. ${AS_UTF8}`);
  if (isUtf8(bytes)) return { ok: true, text: new TextDecoder().decode(bytes) };
  return refuse(
    `${name} is not UTF-8 (line ${firstBrokenLine(bytes)}). Letters such as é or “ would be wrong. ${AS_UTF8}`,
    'If you know its encoding, name it: --encoding windows-1252',
  );
}

function firstBrokenLine(bytes: Uint8Array): number {
  let line = 1;
  for (let at = 0; ; line++) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0 || !isUtf8(bytes.subarray(at, end))) return line;
    at = end + 1;
  }
}

const SEPARATORS = [',', ';', '\t'];
/** Excel uses this line as a setting, and does not count it as a row. */
const SEPARATOR_LINE = /^sep=([,;\t])\r?\n/i;

/** `name`: of the file, for messages. */
export function readSheet(name: string, bytes: Uint8Array, encoding?: string): Sheet | Refusal {
  const decoded = decode(name, bytes, encoding);
  if (!decoded.ok) return decoded;
  const [line = '', given] = SEPARATOR_LINE.exec(decoded.text) ?? [];
  const text = decoded.text.slice(line.length);
  if (text.trim() === '') return refuse(`${name} is empty. Its first row must name the columns.`);
  const attempts = (given === undefined ? SEPARATORS : [given]).flatMap((separator) => tables(text, separator));
  const [best] = attempts.sort((a, b) => b.known - a.known || a.faults - b.faults);
  if (!best) return refuse(`${name} cannot be read.`);
  if (!best.ok) return refuse(`${name}: ${best.message}`);
  const [first = [], ...records] = best.records;
  const header = readHeader(first);
  if (!header.ok) return refuse(...header.message.split('\n').map((message) => `${name}: ${message}`));
  const rows = records.flatMap((raw, index) =>
    raw.every((cell) => cell.trim() === '') ? [] : [{ number: index + 2, raw, cells: cellsIn(raw, header) }],
  );
  return { ok: true, separator: best.separator, header: first, rows, notes: header.notes };
}

type Table = { separator: string; known: number; faults: number } & (
  | { ok: true; records: string[][] }
  | { ok: false; message: string }
);

/** Reads a text with a separator. With tabs, also tries without quotation marks, because Google Sheets writes none. */
function tables(text: string, separator: string): Table[] {
  return (separator === '\t' ? ['"', null] : ['"']).map((quote): Table => {
    try {
      const records: string[][] = parse(text, { bom: true, delimiter: separator, quote, relax_column_count: true });
      const [header = []] = records;
      const wide = records.filter(({ length }) => length > header.length).length;
      return { ok: true, separator, known: knownIn(header), faults: wide, records };
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const [line = ''] = text.split(/\r?\n/, 1);
      const known = knownIn(line.split(separator).map((cell) => cell.replace(/^\uFEFF?"|"$/g, '')));
      return { ok: false, separator, known, faults: Number.POSITIVE_INFINITY, message: explain(error) };
    }
  });
}

const knownIn = (header: string[]) => {
  const read = readHeader(header);
  return read.ok ? read.columns.filter((column) => column !== undefined).length : read.known;
};

function explain({ code, message }: CsvError): string {
  const line = /line (\d+)/.exec(message)?.[1] ?? '1';
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return `A cell that begins with a quotation mark on line ${line} has no closing quotation mark. Save the file again in the spreadsheet.`;
  return `Line ${line} cannot be read: a quotation mark inside a cell must be written twice. Save the file again in the spreadsheet.`;
}

/** The texts of known columns, as one line each, without white space at the ends. */
function cellsIn(raw: readonly string[], { columns }: Extract<Header, { ok: true }>): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column, at) =>
      column === undefined ? [] : [[column, unprotect((raw[at] ?? '').replace(/\s*[\r\n\t]+\s*/g, ' ').trim())]],
    ),
  );
}
