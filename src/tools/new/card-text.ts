/** Writes the YAML of a new card, as an author would. Pure. */
import type { Fields } from '../../card/spreadsheet/rows.ts';

type Notes = Readonly<Record<string, string>>;

const ORDER = `id kind topics figure claim status nature attribution asOf saidOn place quote support accept language
  updated`.split(/\s+/);

/**
 * The lines of the entry, beginning with "- ". `checks` and `fills`: what the author has to check and to fill in, by the name of
 * the field.
 */
export function cardText(card: Fields, { checks = {}, fills = {} }: { checks?: Notes; fills?: Notes }): string[] {
  const markOf = (name: string) => {
    const [word, note] = fills[name] === undefined ? ['CHECK', checks[name]] : ['FILL', fills[name]];
    return note === undefined ? '' : `  # ${word}: ${note}`;
  };
  const fields = Object.entries(card)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => rankIn(ORDER, a) - rankIn(ORDER, b));
  const lines = fields.flatMap(([name, value]) => {
    if (name !== 'quote') return [`${name}: ${flow(value)}${markOf(name)}`];
    return [
      `${name}:${markOf(name)}`,
      ...entries(value as Fields).map(
        ([part, words]) =>
          `  ${part}: ${part === 'exact' ? quoted(String(words)) : flow(words)}${markOf(`${name}.${part}`)}`,
      ),
    ];
  });
  return lines.map((line, at) => `${at === 0 ? '- ' : '  '}${line}`);
}

const PARTS = `text value min max unit name as date basis exact highlight prefix suffix context`.split(/\s+/);

/** Other fields follow. */
const rankIn = (names: readonly string[], name: string) => (names.includes(name) ? names.indexOf(name) : names.length);

const entries = (fields: Fields) =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => rankIn(PARTS, a) - rankIn(PARTS, b));

/** Dates that YAML reads as texts. */
const PLAIN_DATE = /^(?:\.\.\/)?\d{4}-\d\d(?:-\d\d)?(?:\/(?:\.\.|\d{4}-\d\d(?:-\d\d)?))?$/;

/** A value on one line. */
export function flow(value: unknown): string {
  if (typeof value === 'string') return PLAIN_DATE.test(value) ? value : scalar(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${entries(value as Fields)
    .map(([name, part]) => `${name}: ${name === 'exact' && typeof part === 'string' ? quoted(part) : flow(part)}`)
    .join(', ')} }`;
}

/** Unusual white space and invisible characters, which are escaped so that the author sees them. */
const INVISIBLE = /[\u0085\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]/g;

/** A text between quotation marks: JSON strings are YAML. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(INVISIBLE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text without quotation marks, if YAML reads it as a text. */
export function scalar(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} .()’-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text);
  const isId = /^[a-z0-9]+(?:-[a-z0-9]+)*-[a-z][a-z0-9-]*$/.test(text);
  return isId || (isPlain && text.trim() === text) ? text : quoted(text);
}

/** YAML reads a year alone as a number. */
export const dateScalar = (date: string): string => (/^\d+$/.test(date) ? quoted(date) : date);
