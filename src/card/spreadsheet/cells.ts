/** Writes values into the cells of a spreadsheet, and reads them. Each codec can read what it writes. Pure. */
import { Accepted } from '../evidence/checks/findings.ts';
import { normalise } from '../evidence/normalise.ts';
import type { Support } from '../kinds/fields.ts';

/** `read` returns undefined for an empty cell, and null for "none". @throws Unreadable */
export type Codec = { write(value: unknown): string; read(cell: string): unknown };

/** A cell whose content is not valid in its column. The subject of the message is the cell. */
export class Unreadable extends Error {}

/** What a spreadsheet would run as a formula (OWASP, CSV Injection), after apostrophes. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

/** Puts an apostrophe before a cell that a spreadsheet would run. */
export const protect = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** Removes the apostrophe that `protect` adds. */
export const unprotect = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

/** Means that there is no value. An empty cell means that the author does not give one. */
export const NONE = 'none';
const isNone = (cell: string) => cell.toLowerCase() === NONE;

/** Reads a cell, unless it is empty or "none". */
const present = (read: (cell: string) => unknown) => (cell: string) =>
  cell === '' ? undefined : isNone(cell) ? null : read(cell);

/** A text that is "none" has a backslash before it. */
const writeText = (text: string) => (/^\\*none$/i.test(text) ? `\\${text}` : text);
const readText = (cell: string) => (/^\\+none$/i.test(cell) ? cell.slice(1) : cell);

export const text: Codec = { write: (value) => writeText(String(value)), read: present(readText) };

const DECIMAL_COMMA = /^-?\d+,(?:\d{1,2}|\d{4,})$/;

export const number: Codec = {
  write: String,
  read: present((cell) => {
    const value = Number(DECIMAL_COMMA.test(cell) ? cell.replace(',', '.') : cell);
    if (Number.isFinite(value)) return value;
    throw new Unreadable(`“${cell}” is not a number. Write it with digits and a point, for example 1200 or 1.5`);
  }),
};

const FLAGS: Record<string, boolean> = { yes: true, true: true, '1': true, no: false, false: false, '0': false };

export const flag: Codec = {
  write: (value) => (value === true ? 'yes' : 'no'),
  read: present((cell) => {
    const value = FLAGS[cell.toLowerCase()];
    if (value === undefined) throw new Unreadable(`“${cell}” must be yes or no`);
    return value;
  }),
};

const SEPARATOR = /[;|]/;
const escapeItem = (item: string) => writeText(item).replace(/[\\;|]/g, '\\$&');
const unescapeItem = (item: string) => readText(item.replace(/\\([\\;|])/g, '$1'));

/** Texts with ";" or "|" between them. */
export const list: Codec = {
  write: (value) => {
    const items = value as readonly string[];
    return items.length === 0 ? NONE : items.map(escapeItem).join('; ');
  },
  read: present((cell) => {
    const items = cell.match(/(?:\\.|[^\\;|]|\\$)+/gu) ?? [];
    return items.map((item) => unescapeItem(item.trim())).filter((item) => item !== '');
  }),
};

/** "check: reason" of each accepted warning. */
export const accepted: Codec = {
  write: (value) => list.write((value as Accepted[]).map(({ check, because }) => `${check}: ${because}`)),
  read: (cell) => {
    const items = list.read(cell) as string[] | null | undefined;
    return items?.map((item) => {
      const [, check, because] = /^([\w-]+)\s*:\s*(.+)$/su.exec(item) ?? [];
      if (Accepted.shape.check.safeParse(check).success) return { check, because };
      throw new Unreadable(
        `“${item}” is not a warning with a reason. Write the name of the warning, a colon and the reason${SEPARATOR.test(cell) ? '; inside a reason, write \\; for ;' : ''}`,
      );
    });
  },
};

/** The words of further quotes from the same source. */
export const support: Codec = {
  write: (value) => {
    const own = (value as Support).filter(({ source }) => source === undefined);
    return own.length === 0 ? '' : list.write(own.map(({ quote }) => quote.exact));
  },
  read: (cell) => (list.read(cell) as string[] | null | undefined)?.map((exact) => ({ quote: { exact } })),
};

/** Words as they are compared: without differences of typography and white space. */
export const sameWords = (words: string): string => normalise(words).text;
