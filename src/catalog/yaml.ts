/** Parses YAML, and reports everything that would silently lose or change text. Pure. */
import { type Document, isAlias, isNode, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml';

export type YamlFault = { line: number; message: string };

export type ReadYaml = {
  document: Document;
  /** The value; undefined if there are faults. */
  data: unknown;
  /** The line of an offset, counted from 1. */
  lineAt(offset: number): number;
  faults: YamlFault[];
};

export function readYaml(text: string): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line || 1;
  const found = [...findFaults(text, document)];
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

const TOO_DEEP = 'is nested too deeply. Check the brackets.';
const TOO_MANY = 'has too many or nested aliases (*). Write the values out.';
const QUOTE = 'Put the whole text in quotes.';
const LAYOUT = 'Check indentation, quotes and colons on this line and the one above.';
/** A byte order mark, and the characters that YAML forbids (section 5.1). */
const INVISIBLE = /\ufeff|(?![\t\n\r\u0085])\p{Cc}/gu;

function* findFaults(text: string, document: Document): Generator<Fault> {
  for (const { 0: character, index } of text.matchAll(INVISIBLE)) {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const what = character === '\ufeff' ? 'a byte order mark' : 'a control character';
    const fix = index === 0 ? 'Save the file as UTF-8 without it' : 'Remove it';
    yield { at: index, message: `has ${what} (U+${code}), which is invisible. ${fix}.` };
  }
  const { errors, warnings } = document;
  const deep = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (deep) return yield { at: deep.pos[0], message: TOO_DEEP };
  yield* findTextInComments(text);
  for (const { pos, message } of errors) {
    // Further errors can follow from the first one.
    const isNested = message === errors[0]?.message && message.startsWith('Nested mappings are not allowed');
    // A colon in a later line is that of a field that is indented too far.
    const isColon = isNested && !text.slice(pos[0], text.indexOf(': ', pos[0])).includes('\n');
    const unreadable = `is not valid YAML: ${message.replace(/; please use.*/, '')}. ${LAYOUT}`;
    yield { at: pos[0], message: isColon ? `has a text with ": ", which YAML reads as a field. ${QUOTE}` : unreadable };
  }
  for (const { code, pos, message } of warnings)
    if (code === 'BAD_DIRECTIVE') yield { at: pos[0], message: `has a directive: ${message}. Remove it.` };
  if (document.directives?.yaml.version === '1.1')
    yield {
      at: 0,
      message: 'declares YAML 1.1, in which words like "no" are not text. Remove the %YAML line.',
    };
  if (errors.length === 0) yield* findIgnoredNodes(document);
}

/** Finds tags, anchors and aliases: YAML reads "claim: !important words" as "words". */
function findIgnoredNodes(document: Document): Fault[] {
  const faults: Fault[] = [];
  const set = new Set<string>();
  const unused = new Map<string, number>();
  visit(document, {
    Pair(_key, { key }) {
      if (isScalar(key) && key.value === '<<' && key.range)
        faults.push({
          at: key.range[0],
          message: 'has a merge key (<<), which is not supported. Write the fields out.',
        });
    },
    Node(_key, node) {
      const at = node.range?.[0] ?? 0;
      if (isAlias(node)) {
        unused.delete(node.source);
        if (set.has(node.source)) return;
        const message = `has an alias (*${node.source}) without an anchor (&${node.source}) before it. ${QUOTE}`;
        faults.push({ at, message });
      } else if (isNode(node)) {
        if (node.tag) faults.push({ at, message: `has a tag (${node.tag}), which is not supported. ${QUOTE}` });
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

/** The lexer emits this before unquoted text, and other control characters when its state changes. */
const PLAIN = '\x1f';
const MARKS = new Set(['\x02', '\x18', PLAIN]);
/** A comment after several unquoted words needs two spaces, as in yamllint, or a keyword of `npm run new`. */
const AFTER_WORDS = /^(?: {2,}#\s| +# (?:FILL|CHECK):)/;
/** A comment after a single word, or where a text could begin. */
const AFTER_WORD = /^\s*#(?:\s|$)/;
const CAN_BEGIN = /^[:,[{?-]$/;

/** Finds text after " #", which YAML reads as a comment: "claim: Unit #5 of the brigade" becomes "Unit". */
function* findTextInComments(text: string): Generator<Fault> {
  let offset = 0;
  let mark = '';
  let spaces = '';
  /** The token before the spaces: unquoted text or punctuation; '' if no text can continue there. */
  let before = '';
  for (const token of new Lexer().lex(text)) {
    if (MARKS.has(token)) {
      mark = token;
      continue;
    }
    if (token.startsWith('#') && before !== '') {
      const rule = /\s/.test(before) ? AFTER_WORDS : AFTER_WORD;
      const message = `contains “${token.slice(0, 40)}”, which YAML reads as a comment. ${QUOTE} Put two spaces before a real comment, and a space after "#".`;
      if (!rule.test(spaces + token)) yield { at: offset, message };
    }
    const isSpace = /^[ \t]+$/.test(token);
    if (!isSpace) before = (mark === PLAIN && !token.endsWith('\n')) || CAN_BEGIN.test(token) ? token : '';
    spaces = isSpace ? token : '';
    offset += token.length;
    mark = '';
  }
}
