/** Reads YAML, and refuses what would lose or change text without a word. Pure. */
import { type Document, isAlias, isNode, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml';

export type YamlFault = { line: number; message: string };

export type ReadYaml = {
  document: Document;
  /** The value, where there is no fault. */
  data: unknown;
  /** The line of an offset, counted from 1. */
  lineAt(offset: number): number;
  faults: YamlFault[];
};

export function readYaml(text: string): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line || 1;
  const found = [...faultsOf(text, document)];
  let data: unknown;
  try {
    if (found.length === 0) data = document.toJS();
  } catch (error) {
    const deep = error instanceof RangeError;
    found.push(deep ? { at: 0, message: TOO_DEEP } : { at: firstAlias(document), message: TOO_MANY });
  }
  return { document, data, lineAt, faults: found.map(({ at, message }) => ({ line: lineAt(at), message })) };
}

type Fault = { at: number; message: string };

const TOO_DEEP = 'is nested too deeply to be a file of the catalogue. Check its brackets.';
const TOO_MANY = 'has more aliases (*) than are read, or aliases of aliases. Write the values out.';
const QUOTE = 'Put the whole text in quotes.';
const LAYOUT = 'Check indentation, quotes and colons on this line and the one above.';
/** A byte order mark, and what YAML allows in no text (section 5.1). */
const UNSEEN = /\ufeff|(?![\t\n\r\u0085])\p{Cc}/gu;

function* faultsOf(text: string, document: Document): Generator<Fault> {
  for (const { 0: unseen, index } of text.matchAll(UNSEEN)) {
    const code = unseen.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const what = unseen === '\ufeff' ? 'a byte order mark' : 'a control character';
    const fix = index === 0 ? 'Save the file as UTF-8 without it' : 'Remove it';
    yield { at: index, message: `has ${what} (U+${code}), which nobody sees. ${fix}.` };
  }
  const { errors, warnings } = document;
  const deep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (deep) return yield { at: deep.pos[0], message: TOO_DEEP };
  yield* lostInComments(text);
  for (const { pos, message } of errors)
    yield { at: pos[0], message: `is not valid YAML: ${message.replace(/; please use.*/, '')}. ${LAYOUT}` };
  for (const { code, pos, message } of warnings)
    if (code === 'BAD_DIRECTIVE') yield { at: pos[0], message: `has a directive: ${message}. Remove it.` };
  if (document.directives?.yaml.version === '1.1')
    yield {
      at: 0,
      message: 'is written as YAML 1.1, which reads words like "no" as something else. Remove the %YAML line.',
    };
  if (errors.length === 0) yield* lostByNodes(document);
}

/** Tags, anchors and aliases: "claim: !important words" is read as "words". */
function lostByNodes(document: Document): Fault[] {
  const faults: Fault[] = [];
  const set = new Set<string>();
  const unused = new Map<string, number>();
  visit(document, {
    Pair(_key, { key }) {
      if (isScalar(key) && key.value === '<<' && key.range)
        faults.push({ at: key.range[0], message: 'has a merge key (<<), which is not read. Write the fields out.' });
    },
    Node(_key, node) {
      const at = node.range?.[0] ?? 0;
      if (isAlias(node)) {
        unused.delete(node.source);
        if (set.has(node.source)) return;
        const message = `has an alias (*${node.source}) without an anchor (&${node.source}) before it. ${QUOTE}`;
        faults.push({ at, message });
      } else if (isNode(node)) {
        if (node.tag) faults.push({ at, message: `has a tag (${node.tag}), which is not read. ${QUOTE}` });
        if (!('anchor' in node) || !node.anchor) return;
        set.add(node.anchor);
        unused.set(node.anchor, at);
      }
    },
  });
  for (const [name, at] of unused)
    faults.push({ at, message: `has an anchor (&${name}) that no alias uses. ${QUOTE}` });
  return faults;
}

function firstAlias(document: Document): number {
  let at = 0;
  visit(document, {
    Alias(_key, { range }) {
      at = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return at;
}

/** The lexer puts this before a text without quotes, and other control characters where its state changes. */
const PLAIN = '\x1f';
const MARKS = new Set(['\x02', '\x18', PLAIN]);
/** After words without quotes: two spaces, as yamllint asks, or what `npm run new` writes. */
const AFTER_WORDS = /^(?: {2,}#\s| +# (?:FILL|CHECK):)/;
/** After a single word, or where a text could begin. */
const AFTER_WORD = /^\s*#(?:\s|$)/;
const CAN_BEGIN = /^[:,[{?-]$/;

/** Text after " #" is a comment: "claim: Unit #5 of the brigade" is read as "Unit". */
function* lostInComments(text: string): Generator<Fault> {
  let offset = 0;
  let mark = '';
  let spaces = '';
  /** What is before the spaces: a text without quotes, or a sign; '' where the line begins or nothing can go on. */
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (MARKS.has(token)) {
      mark = token;
      continue;
    }
    if (token.startsWith('#') && before !== '') {
      const rule = /\s/.test(before) ? AFTER_WORDS : AFTER_WORD;
      const message = `takes “${token.slice(0, 40)}” for a comment. ${QUOTE} A comment after a text begins with two spaces, "#" and a space.`;
      if (!rule.test(spaces + token)) yield { at: offset, message };
    }
    const isSpace = /^[ \t]+$/.test(token);
    if (!isSpace) before = (mark === PLAIN && !token.endsWith('\n')) || CAN_BEGIN.test(token) ? token : '';
    spaces = isSpace ? token : '';
    offset += token.length;
    mark = '';
  }
}
