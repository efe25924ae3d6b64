/** Writes the YAML of a card whose fields are known, as an author would. Pure. */
import type { Fields } from '../../card/spreadsheet/rows.ts';
import { quoted, scalar } from '../new/card.ts';

const ORDER = `id kind topics figure claim status nature attribution asOf saidOn place quote support accept language
  updated`.split(/\s+/);

/** The lines of the entry, beginning with "- ". `checks`: what the author has to check, by the name of the field. */
export function cardText(card: Fields, checks: Readonly<Record<string, string>>): string[] {
  const fields = ORDER.flatMap((name) => (card[name] === undefined ? [] : [[name, card[name]] as const]));
  const lines = fields.flatMap(([name, value]) => {
    const mark = checks[name] === undefined ? '' : `  # CHECK: ${checks[name]}`;
    if (name !== 'quote') return [`${name}: ${flow(value)}${mark}`];
    return [
      `${name}:${mark}`,
      ...entries(value as Fields).map(
        ([part, words]) => `  ${part}: ${part === 'exact' ? quoted(String(words)) : flow(words)}`,
      ),
    ];
  });
  return lines.map((line, at) => `${at === 0 ? '- ' : '  '}${line}`);
}

const PARTS = `text value min max unit name as date basis exact highlight prefix suffix context`.split(/\s+/);
const rank = (name: string) => (PARTS.includes(name) ? PARTS.indexOf(name) : PARTS.length);

const entries = (fields: Fields) =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => rank(a) - rank(b));

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
