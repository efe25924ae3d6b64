/** Cards as rows of a spreadsheet: their cells, and the fields without a column. Pure. */
import { stringify } from 'csv-stringify/sync';
import type { ComparisonCard, QuotedCard } from '../card.ts';
import { stateOf } from '../history.ts';
import { canonicalJson } from '../revision.ts';
import type { Source } from '../source.ts';
import { readOutlets, readSpeaker, writeAttribution } from './attribution.ts';
import { NONE, protect } from './cells.ts';
import { COLUMNS, type Column, EXPORTED, SPEAKER, STATE, VIA } from './columns.ts';

/** A card with its source; a comparison has none. */
export type CardRow = { card: QuotedCard; source: Source } | { card: ComparisonCard; source?: undefined };

/** The texts of cells, by the names of their columns. */
export type Cells = Readonly<Record<string, string>>;

/** Fields by their path: `{ quote: { exact: … } }`. */
export type Fields = { [field: string]: unknown };

/** The cells of a card. */
export function cellsOf({ card, source }: CardRow): Cells {
  const cells = COLUMNS.map((column) => [column.name, cellOf(column, { card, source })]);
  const attribution = 'attribution' in card ? writeAttribution(card.attribution) : { speaker: '', via: '' };
  const { speaker, via } = attribution;
  return { ...Object.fromEntries(cells), [SPEAKER]: speaker, [VIA]: via, [STATE]: stateOf(card) };
}

function cellOf(
  { of, path, codec, proposed }: Column,
  { card, source }: { card: object; source?: object | undefined },
) {
  const record = of === 'card' ? card : source;
  let value: unknown = record;
  for (const part of path) {
    // If the whole date is null, the cell of its day is "none".
    if (value === null) return part === path.at(-1) && proposed ? NONE : '';
    if (value === undefined) return '';
    value = (value as Fields)[part];
  }
  if (value === null || (value === undefined && proposed && record !== undefined && isQuoted(card))) return NONE;
  return value === undefined ? '' : codec.write(value);
}

const isQuoted = (card: object) => 'quote' in card;

/** The fields that cells give, without those of empty cells. `fail` is called for cells that cannot be read. */
export function fieldsOf(
  cells: Cells,
  fail: (column: string, error: Error) => void = () => {},
): { card: Fields; source: Fields } {
  const fields: { card: Fields; source: Fields } = { card: {}, source: {} };
  for (const { name, of, path, codec, none } of COLUMNS) {
    const read = attempt(
      () => codec.read(cells[name] ?? ''),
      (error) => fail(name, error),
    );
    const value = read === null ? none : read;
    if (value !== undefined) setField(fields[of], path, value);
  }
  const { asOf } = fields.card;
  if (asOf && (asOf as Fields).date === null) fields.card.asOf = null;
  return fields;
}

export function attempt<Value>(read: () => Value, fail: (error: Error) => void): Value | undefined {
  try {
    return read();
  } catch (error) {
    fail(error as Error);
    return undefined;
  }
}

function setField(record: Fields, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) record[first] = value;
  else {
    record[first] ??= {};
    setField(record[first] as Fields, rest, value);
  }
}

/** The fields of a card without a column. Those of its source begin with "source.". */
export function lostFields(row: CardRow): string[] {
  if (!row.source) return ['rows', 'note'];
  const cells = cellsOf(row);
  const rebuilt = fieldsOf(cells);
  const attribution = [readSpeaker(cells[SPEAKER] ?? '', []), ...(readOutlets(cells[VIA] ?? '', []) ?? [])];
  const lost = (record: object, other: Fields) =>
    Object.entries(record).flatMap(([name, value]) =>
      value === undefined || canonicalJson(value) === canonicalJson(other[name]) ? [] : [name],
    );
  return [
    ...lost(row.card, { ...rebuilt.card, attribution }),
    ...lost(row.source, rebuilt.source).map((name) => `source.${name}`),
  ];
}

export type TableOptions = { separator?: string; bom?: boolean };

/** The text of a spreadsheet (RFC 4180), with cells protected against formulas. */
export function tableText(
  rows: Iterable<Cells>,
  columns: readonly string[] = EXPORTED,
  { separator = ',', bom = false }: TableOptions = {},
): string {
  const lines = [...rows].map((cells) => columns.map((name) => protect(cells[name] ?? '')));
  return stringify([[...columns], ...lines], { delimiter: separator, bom, record_delimiter: 'windows' });
}
