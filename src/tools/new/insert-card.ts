/**
 * Appends an entry to the cards of a catalogue file as text, so that the rest of the file, including comments and layout,
 * stays byte-identical. The result is parsed again and compared before it is returned. Pure.
 */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import type { CatalogFile } from '../../catalog/load.ts';
import { readYaml } from '../../catalog/yaml.ts';
import { type Refusal, refuse } from './args.ts';

export type Insertion = { ok: true; text: string; line: number };

/** The insertion point: the text before and after it, the indentation, and whether an empty line precedes the entry. */
type Gap = { head: string; tail: string; indent: number; spaced: boolean };

/** `file`: the name for messages. The text must be valid YAML. */
export function insertCard(file: string, text: string, entry: string[]): Insertion | Refusal {
  const before = parseDocument(text);
  const cards = isMap(before.contents) ? before.contents.get('cards', true) : undefined;
  if (before.errors.length > 0 || cards === undefined) {
    return refuse(`${file} has no list of cards. Add this line at its end: cards: []`);
  }
  const gap = isSeq(cards) && cards.items.length > 0 ? gapAfterLast(text, cards) : gapInEmpty(text, cards);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const unsafe = refuse(
    `${file} has a layout to which a card cannot be added without changing the rest.`,
    'Write its cards as a list with "- " before each, or add this entry by hand:',
    ...entry,
  );
  if (!gap) return unsafe;

  const start = gap.head === '' || gap.head.endsWith('\n') ? gap.head : gap.head + eol;
  const space = gap.spaced && !/\n[ \t]*\r?\n$/.test(start) ? eol : '';
  const lines = entry.map((line) => `${' '.repeat(gap.indent)}${line}${eol}`).join('');
  const result = `${start}${space}${lines}${gap.tail}`;
  if (!onlyAdds(before.toJS(), result)) return unsafe;
  return { ok: true, text: result, line: `${start}${space}`.split('\n').length };
}

function gapAfterLast(text: string, cards: YAMLSeq): Gap | undefined {
  const [last, previous] = [cards.items.at(-1), cards.items.at(-2)];
  if (cards.flow || !isNode(last) || !last.range || !cards.range) return undefined;
  const dash = cards.range[0];
  const indent = dash - (text.lastIndexOf('\n', dash - 1) + 1);
  const between = isNode(previous) && previous.range ? text.slice(previous.range[1] - 1, last.range[0]) : undefined;
  const at = endOfBlock(text, last.range[1], indent);
  const spaced = between === undefined || /\n[ \t]*\r?\n/.test(between);
  return { head: text.slice(0, at), tail: text.slice(at), indent, spaced };
}

/** The end of the last card, including comments with the same indentation, which belong to the cards. */
function endOfBlock(text: string, contentEnd: number, indent: number): number {
  let end = text[contentEnd - 1] === '\n' ? contentEnd : nextLine(text, contentEnd);
  for (let at = end; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, nextLine(text, at));
    if (line.trim() === '') continue;
    const comment = /^ *(?=#)/.exec(line);
    if (!comment || comment[0].length < Math.max(1, indent)) break;
    end = nextLine(text, at);
  }
  return end;
}

/** `cards: []`, `cards: null` or an empty `cards:`. */
function gapInEmpty(text: string, cards: unknown): Gap | undefined {
  if (!isNode(cards) || !cards.range || (isScalar(cards) && cards.value !== null)) return undefined;
  const [start, end] = cards.range;
  if (!/^(?:\[\s*\]|null|~|)$/i.test(text.slice(start, end))) return undefined;
  const at = nextLine(text, end);
  const rest = text.slice(end, at);
  const line = text.slice(0, start);
  return { head: rest.trim() ? line + rest : line.trimEnd(), tail: text.slice(at), indent: 2, spaced: false };
}

/** The offset of the next line. */
function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** Whether the new text has the same content as before, plus one card at the end. */
function onlyAdds(before: { cards: unknown[] | null }, text: string): boolean {
  const document = parseDocument(text);
  if (document.errors.length > 0) return false;
  const after: { cards: unknown[] } = document.toJS();
  const added = after.cards.length === (before.cards?.length ?? 0) + 1;
  return (
    added && isDeepStrictEqual({ ...after, cards: after.cards.slice(0, -1) }, { ...before, cards: before.cards ?? [] })
  );
}

export type Outline = {
  name: string;
  text: string;
  /** The first error if the file cannot be read, with its line. */
  error: { line: number; message: string } | undefined;
  /** Fields of the source: "" if missing or not a text. */
  publisher: string;
  language: string;
  url: string;
  sha256: string;
  accessed: string;
  published: string;
  cardIds: string[];
  /** Of all cards, with repetitions. */
  topics: string[];
};

const isText = (value: unknown) => typeof value === 'string';

export function outlineFile({ name, text, fault }: CatalogFile): Outline {
  const { document, faults } = readYaml(text);
  const field = (...path: string[]) => {
    const value = document.getIn(['source', ...path]);
    return typeof value === 'string' ? value : '';
  };
  const cards = isMap(document.contents) ? document.contents.get('cards') : undefined;
  const maps = isSeq(cards) ? cards.items.filter(isMap) : [];
  return {
    name,
    text,
    error: fault ?? faults[0],
    publisher: field('publisher'),
    language: field('language'),
    url: field('url'),
    sha256: field('snapshot', 'sha256'),
    accessed: field('snapshot', 'accessed'),
    published: field('published', 'date'),
    cardIds: maps.map((card) => card.get('id')).filter(isText),
    topics: maps.flatMap((card) => {
      const topics = card.get('topics');
      return isSeq(topics) ? topics.toJSON().filter(isText) : [];
    }),
  };
}
