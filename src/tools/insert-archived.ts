/** Puts the archived copy of a source into its file, and leaves everything else to the letter. Pure. */
import { isMap, isPair, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml';

/** The text of a source's file with `archived` behind `url`. @throws Error when the file holds no source with an address. */
export function insertArchived(text: string, { url, date }: { url: string; date: string }): string {
  const document = parseDocument(text);
  const source = document.get('source', true);
  if (!isMap(source)) throw new Error('the file holds no source');
  const value = `{ url: ${JSON.stringify(url)}, date: ${date} }`;
  const known = pairOf(source, 'archived');
  if (known) {
    const [start, end] = rangeOf(known.value);
    return `${text.slice(0, start)}${value}${text.slice(end)}`;
  }
  const address = pairOf(source, 'url');
  if (!address) throw new Error('the source has no url');
  const [, end] = rangeOf(address.value);
  if (source.flow) return `${text.slice(0, end)}, archived: ${value}${text.slice(end)}`;
  const [keyStart] = rangeOf(address.key);
  const indent = ' '.repeat(keyStart - (text.lastIndexOf('\n', keyStart) + 1));
  const lineEnd = text.indexOf('\n', end);
  const at = lineEnd < 0 ? text.length : lineEnd;
  const newLine = text[at - 1] === '\r' ? '\r\n' : '\n';
  const before = newLine === '\r\n' ? at - 1 : at;
  return `${text.slice(0, before)}${newLine}${indent}archived: ${value}${text.slice(before)}`;
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === name);
}

function rangeOf(node: unknown): [start: number, end: number] {
  const range = isScalar(node) || isMap(node) ? node.range : undefined;
  if (!range) throw new Error('the file cannot be mended by a program');
  return [range[0], range[1]];
}
