/**
 * Changes fields of a map in a YAML file as text, so that all other fields keep their layout and comments. The result is
 * parsed again and compared before it is returned. Pure.
 */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { quoted, scalar } from '../new/card-text.ts';

export type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];
type Splice = { start: number; end: number; text: string };

/** The order in which new fields are written. Unknown fields come last. */
const ORDER =
  `id kind topics figure nature claim status attribution asOf saidOn place language quote support related accept
  rows note updated history publisher title authors published url translated snapshot archived corrections`.split(
    /\s+/,
  );
const rank = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** A mark for the author, as `npm run new` writes it. */
const MARK = /[ \t]+# (?:FILL|CHECK):[^\n\r]*/;

export class UnsafeLayout extends Error {}

/**
 * The text with other values of some fields: undefined removes one. `marks`: what "# CHECK:" says of a field; every other mark in
 * the map is removed. Without it, only the marks of changed fields are removed. @throws UnsafeLayout if the rest of the file would change.
 */
export function setFields(text: string, path: Path, values: Fields, marks?: Readonly<Record<string, string>>): string {
  const document = parseDocument(text);
  const map = document.getIn(path, true);
  if (!isMap(map) || document.errors.length > 0) throw new UnsafeLayout('the file has no such entry');
  const before = map.toJS(document) as Record<string, unknown>;
  const after = Object.fromEntries(Object.entries({ ...before, ...values }).filter(([, value]) => value !== undefined));
  const splices = map.flow ? [wholeMap(map, after)] : changesIn(text, map as YAMLMap, before, values, marks);
  const result = splices
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, text: words }) => all.slice(0, start) + words + all.slice(end), text);
  const wanted = document.toJS();
  path.slice(0, -1).reduce((part, key) => part[key], wanted)[path.at(-1) as string] = after;
  const read = parseDocument(result);
  if (read.errors.length > 0 || !isDeepStrictEqual(read.toJS(), wanted))
    throw new UnsafeLayout('the layout of the entry cannot be changed by a program');
  return result;
}

function wholeMap(map: { range?: readonly number[] | null }, after: Fields): Splice {
  return { start: map.range?.[0] ?? 0, end: map.range?.[1] ?? 0, text: flow(after) };
}

function changesIn(
  text: string,
  map: YAMLMap,
  before: Fields,
  values: Fields,
  marks?: Readonly<Record<string, string>>,
): Splice[] {
  const splices: Splice[] = [];
  const pairs = map.items.filter((item): item is Pair => isScalar(item.key));
  const nameOf = ({ key }: Pair) => String(isScalar(key) ? key.value : '');
  const indent = columnOf(text, startOf(pairs[0]));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  for (const pair of pairs) {
    const name = nameOf(pair);
    const [start, end] = [startOf(pair), endOf(text, pair)];
    const lineEnd = endOfLine(text, end);
    const tail = text.slice(end, lineEnd).replace(MARK, '');
    const mark = marks?.[name] === undefined ? '' : `  # CHECK: ${marks[name]}`;
    const isSame = !(name in values) || isDeepStrictEqual(before[name], values[name]);
    if (isSame) {
      if (!marks) continue;
      if (MARK.test(text.slice(end, lineEnd)) || mark)
        splices.push({ start: end, end: lineEnd, text: `${tail}${mark}` });
      continue;
    }
    const value = values[name];
    const old = isMap(pair.value) && !pair.value.flow ? pair.value : undefined;
    if (value === undefined) splices.push({ start: lineStart(text, start), end: nextLine(text, end), text: '' });
    else if (old && isRecord(value))
      splices.push(...changesIn(text, old, before[name] as Fields, withRemoved(old, value)));
    else splices.push({ start, end: lineEnd, text: fieldLines(name, value, indent).join(eol) + tail + mark });
  }
  const known = new Set(pairs.map(nameOf));
  const added = Object.entries(values).filter(([name, value]) => !known.has(name) && value !== undefined);
  for (const [name, value] of added) {
    const previous = pairs.filter((pair) => values[nameOf(pair)] !== undefined || !(nameOf(pair) in values));
    const after = previous.findLast((pair) => rank(nameOf(pair)) <= rank(name)) ?? previous[0];
    const at = after ? nextLine(text, endOf(text, after)) : (map.range?.[0] ?? 0);
    const needsBreak = at > 0 && text[at - 1] !== '\n' ? eol : '';
    const mark = marks?.[name] === undefined ? '' : `  # CHECK: ${marks[name]}`;
    const lines = fieldLines(name, value, indent).join(eol);
    splices.push({ start: at, end: at, text: `${needsBreak}${' '.repeat(indent)}${lines}${mark}${eol}` });
  }
  return mergeInserts(splices);
}

/** Keeps the order of several fields that are added at the same place. */
function mergeInserts(splices: Splice[]): Splice[] {
  const inserts = Map.groupBy(
    splices.filter(({ start, end }) => start === end),
    ({ start }) => start,
  );
  return [
    ...splices.filter(({ start, end }) => start !== end),
    ...[...inserts].map(([start, all]) => ({ start, end: start, text: all.map(({ text }) => text).join('') })),
  ];
}

/** All fields of the old value that the new one lacks are removed. */
function withRemoved(old: YAMLMap, value: Record<string, unknown>): Fields {
  const names = old.items.map(({ key }) => String(isScalar(key) ? key.value : ''));
  return { ...Object.fromEntries(names.map((name) => [name, undefined])), ...value };
}

/** The lines of a field, the second and later ones indented. Lists of maps have a line for each entry. */
export function fieldLines(name: string, value: unknown, indent: number): string[] {
  const space = ' '.repeat(indent);
  const isLong = Array.isArray(value) && value.some(isRecord) && name !== 'attribution';
  if (isLong) return [`${name}:`, ...value.map((entry) => `${space}  - ${flow(entry)}`)];
  return [`${name}: ${flow(value)}`];
}

/** The lines of a new entry of a list, beginning with "- ". */
export function entryLines(entry: Fields, marks: Readonly<Record<string, string>> = {}): string[] {
  const names = Object.keys(entry)
    .filter((name) => entry[name] !== undefined)
    .sort((a, b) => rank(a) - rank(b));
  return names.flatMap((name, index) => {
    const [first, ...rest] = fieldLines(name, entry[name], 2);
    const mark = marks[name] === undefined ? '' : `  # CHECK: ${marks[name]}`;
    const lines = [...rest];
    return [`${index === 0 ? '- ' : '  '}${first}${rest.length === 0 ? mark : ''}`, ...lines];
  });
}

/** A value on one line. */
function flow(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (isRecord(value)) {
    const pairs = Object.entries(value).filter(([, part]) => part !== undefined);
    return pairs.length === 0 ? '{}' : `{ ${pairs.map(([name, part]) => `${name}: ${flow(part)}`).join(', ')} }`;
  }
  if (typeof value !== 'string') return String(value);
  if (/^\d{4}-\d\d(?:-\d\d)?$/.test(value) || /^[a-z][a-z0-9-]*$/.test(value)) return plain(value);
  return /^https:[\w:/.~%+-]+$/.test(value) ? value : scalar(value);
}

/** Ids, kinds and days need no quotation marks, unless YAML reads them as something else. */
const plain = (value: string) => (/^(?:true|false|null|yes|no|on|off|y|n)$/.test(value) ? quoted(value) : value);

/** The marks of the fields of a map: what "# CHECK:" and "# FILL:" say. */
export function marksIn(text: string, path: Path): Record<string, string> {
  const map = parseDocument(text).getIn(path, true);
  if (!isMap(map) || map.flow) return {};
  const pairs = (map as YAMLMap).items.filter((item): item is Pair => isScalar(item.key));
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const words = text.slice(startOf(pair), endOfLine(text, endOf(text, pair)));
      const [, mark] = /# (?:FILL|CHECK): ?([^\n\r]*)/.exec(words) ?? [];
      return mark === undefined || !isScalar(pair.key) ? [] : [[String(pair.key.value), mark.trim()]];
    }),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const startOf = (pair: Pair | undefined): number => (isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0);

/** The end of the value, without the white space and comments behind it. */
function endOf(text: string, { key, value }: Pair): number {
  const keyEnd = text.indexOf(':', isScalar(key) ? (key.range?.[1] ?? 0) : 0) + 1;
  if (isMap(value) && !value.flow) {
    const last = (value as YAMLMap).items.at(-1);
    return last ? endOf(text, last) : keyEnd;
  }
  if (isSeq(value) && !value.flow) {
    const last: unknown = value.items.at(-1);
    if (isMap(last) && !last.flow) return endOf(text, (last as YAMLMap).items.at(-1) as Pair);
    const range = (last as { range?: readonly number[] } | undefined)?.range;
    return range?.[1] ?? keyEnd;
  }
  const end = isScalar(value) || isMap(value) || isSeq(value) ? (value.range?.[1] ?? keyEnd) : keyEnd;
  return Math.max(keyEnd, text.slice(0, end).trimEnd().length);
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;
const columnOf = (text: string, at: number) => at - lineStart(text, at);

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  const line = end < 0 ? text.length : end;
  return text[line - 1] === '\r' ? line - 1 : line;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
