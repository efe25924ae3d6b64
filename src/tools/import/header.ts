/** Recognises the columns of a spreadsheet by their names. Pure. */
import { COLUMNS, READ, REQUIRED } from '../../card/spreadsheet/columns.ts';
import { alternatives, type Refusal, refuse } from '../new/args.ts';
import { nearest } from './nearest.ts';

/** `columns`: the name of each column; undefined if it is not known. */
export type Header = { ok: true; columns: (string | undefined)[]; notes: string[] } | (Refusal & { known: number });

/** Letters and digits only: "As of", "as_of" and "asOf" are the same. */
const keyOf = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Other names: those of the fields in YAML, and common ones. */
const NAMES = new Map<string, string>([
  ...COLUMNS.map(({ name, of, path }): [string, string] => [
    keyOf(`${of === 'source' ? of : ''}${path.join('')}`),
    name,
  ]),
  ...(Object.entries({ url: 'address', link: 'address', number: 'figure', topic: 'topics', author: 'authors' }) as [
    string,
    string,
  ][]),
  ...READ.map((name): [string, string] => [keyOf(name), name]),
]);

export function readHeader(header: readonly string[]): Header {
  const columns = header.map((cell) => NAMES.get(keyOf(cell)));
  const given = new Set(columns);
  const known = columns.filter((column) => column !== undefined).length;
  const twice = columns.find((column, at) => column !== undefined && columns.indexOf(column) !== at);
  if (twice !== undefined) {
    const named = header.flatMap((cell, at) => (columns[at] === twice ? [`“${cell.trim()}” (${letterOf(at)})`] : []));
    return { ...refuse(`${named.join(' and ')} are the same column. Delete one of them.`), known };
  }
  const unknown = header.flatMap((cell, at) =>
    columns[at] !== undefined || cell.trim() === ''
      ? []
      : [{ cell: cell.trim(), at, near: nearest(keyOf(cell), names(given)) }],
  );
  const misspelled = unknown.filter(({ near }) => near !== undefined);
  if (misspelled.length > 0) {
    const lines = misspelled.map(
      ({ cell, at, near }) =>
        `Column ${letterOf(at)} “${cell}” is not known. Did you mean “${NAMES.get(near ?? '')}”? Correct the name, or delete the column.`,
    );
    return { ...refuse(...lines), known };
  }
  const missing = REQUIRED.filter((name) => !given.has(name));
  if (missing.length > 0) {
    const they = missing.map((name) => `“${name}”`);
    const what =
      they.length === 1 ? `column ${they[0]} is` : `columns ${they.slice(0, -1).join(', ')} and ${they.at(-1)} are`;
    return {
      ...refuse(
        `The ${what} missing. The first row must name the columns ${alternatives(REQUIRED).replace(' or ', ' and ')}.`,
      ),
      known,
    };
  }
  const notes = unknown.map(({ cell, at }) => `Column ${letterOf(at)} “${cell}” is not known and is ignored.`);
  return { ok: true, columns, notes };
}

/** The keys of the names that are not given yet. */
const names = (given: ReadonlySet<string | undefined>) =>
  READ.filter((name) => !given.has(name)).map((name) => keyOf(name));

/** "A" of the first column, "AA" of the 27th. */
function letterOf(at: number): string {
  const before = at < 26 ? '' : letterOf(Math.floor(at / 26) - 1);
  return `${before}${String.fromCharCode(65 + (at % 26))}`;
}
