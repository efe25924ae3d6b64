/** Adds a copy to `archived` in the file of a source, and keeps the rest of the file unchanged. */
import { join } from 'node:path';
import { isMap, isPair, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { formatProblem, parseFile, SourceFile } from '../catalog/parse.ts';
import type { Copy } from './wayback.ts';
import { changeFile } from './whole-file.ts';

/** Adds a copy to a source. @throws if the file would no longer be valid */
export async function writeCopy(id: string, copy: Copy, isFilled = true): Promise<string> {
  const path = join('cards', `${id}.yaml`);
  await changeFile(path, (before = '') => {
    const text = insertArchived(before, copy);
    const { problems } = parseFile(path, text, SourceFile);
    if (isFilled && problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
    return text;
  });
  return `wrote the copy of ${copy.date} to ${path}, ${copy.url}`;
}

/**
 * The text of a source's file with a copy: first in the list of `archived`, or in a new list after `url`. @throws Error if
 * the file has no source with an address
 */
export function insertArchived(text: string, { url, date }: Copy): string {
  const document = parseDocument(text);
  const source = document.get('source', true);
  if (!isMap(source)) throw new Error('the file contains no source');
  const copy = `{ url: ${JSON.stringify(url)}, date: ${date} }`;
  const known = pairOf(source, 'archived');
  if (known) {
    const [start, end] = rangeOf(known.value);
    if (!isSeq(known.value) || known.value.items.length === 0) return splice(text, start, end, `[${copy}]`);
    if (known.value.flow) return splice(text, start + 1, start + 1, `${copy}, `);
    return splice(text, start, start, `- ${copy}${newLineAt(text, start)}${' '.repeat(columnOf(text, start))}`);
  }
  const address = pairOf(source, 'url');
  if (!address) throw new Error('the source has no url');
  const [, end] = rangeOf(address.value);
  if (source.flow) return splice(text, end, end, `, archived: [${copy}]`);
  const [keyStart] = rangeOf(address.key);
  const lineEnd = text.indexOf('\n', end);
  const newLine = newLineAt(text, end);
  const at = lineEnd < 0 ? text.length : lineEnd + 1 - newLine.length;
  return splice(text, at, at, `${newLine}${' '.repeat(columnOf(text, keyStart))}archived: [${copy}]`);
}

function splice(text: string, start: number, end: number, added: string): string {
  return text.slice(0, start) + added + text.slice(end);
}

const columnOf = (text: string, at: number) => at - (text.lastIndexOf('\n', at - 1) + 1);

/** The line ending at an offset. */
function newLineAt(text: string, at: number): string {
  return text[text.indexOf('\n', at) - 1] === '\r' ? '\r\n' : '\n';
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === name);
}

function rangeOf(node: unknown): [start: number, end: number] {
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  if (!range) throw new Error('a program cannot edit this file. Add the copy by hand');
  return [range[0], range[1]];
}
