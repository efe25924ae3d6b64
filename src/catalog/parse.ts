/**
 * Parses a catalogue file: returns checked data, or all problems with their lines and fixes.
 * Pure: the tools read the files. The Worker never loads this module.
 */
import { isMap, isScalar, type Node } from 'yaml';
import { z } from 'zod';
import { ComparisonCard, QuotedCard } from '../card/card.ts';
import { KINDS } from '../card/kind.ts';
import { Source } from '../card/source.ts';
import { Speaker } from '../card/speaker.ts';
import { readYaml } from './yaml.ts';

export const SourceFile = z.strictObject({ source: Source, cards: z.array(QuotedCard) });
export type SourceFile = z.infer<typeof SourceFile>;

export const ComparisonFile = z.strictObject({ cards: z.array(ComparisonCard) });
export type ComparisonFile = z.infer<typeof ComparisonFile>;

export const SpeakerFile = z.array(Speaker);

export type Path = readonly (string | number)[];

/** A problem in a file, with its line and how to fix it. */
export type FileProblem = { file: string; line: number; message: string };

/** Returns the line of a value, or of its nearest existing parent. */
export type LineOf = (path: Path) => number;

export type Parsed<T> = { data: T | undefined; problems: FileProblem[]; lineOf: LineOf };

/** Formats a problem as one line: "cards/a.yaml:12: cards[0].claim is missing. …" */
export function formatProblem({ file, line, message }: FileProblem): string {
  return `${file}:${line}: ${message}`;
}

/** Parses and checks a file. Returns all problems at once. */
export function parseFile<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  const { document, data, lineAt, faults } = readYaml(text);

  const lineOf: LineOf = (path) => {
    for (let length = path.length; length > 0; length--) {
      const parent = document.getIn(path.slice(0, length - 1), true);
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isScalar(key) && key.value === path[length - 1])
        : undefined;
      const node = (pair?.key ?? document.getIn(path.slice(0, length), true)) as Node | undefined;
      if (node?.range) return lineAt(node.range[0]);
    }
    return 1;
  };

  // Of several faults in a line, the first one causes the others.
  const first = faults.filter(({ line }, at) => faults.findIndex((fault) => fault.line === line) === at);
  if (first.length > 0) return { data: undefined, problems: first.map((fault) => ({ file, ...fault })), lineOf };

  if (document.contents === null) {
    const message =
      'is empty. Add source: and cards: (in comparisons.yaml cards:, in speakers.yaml a list), or delete the file.';
    return { data: undefined, problems: [{ file, line: 1, message }], lineOf };
  }

  const result = schema.safeParse(data);
  if (result.success) return { data: result.data, problems: [], lineOf };
  const problems = result.error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    return explain(issue, path, document.hasIn(path), document.getIn(path) === '').map(({ at, message }) => ({
      file,
      line: lineOf(at),
      message,
    }));
  });
  return { data: undefined, problems, lineOf };
}

/** An example of each required field, used in the fix. */
const EXAMPLES: Record<string, string> = {
  source: 'source: { id: …, publisher: …, … }',
  cards: 'cards: []',
  id: 'id: wagner-fighters-belarus',
  kind: 'kind: figure',
  topics: 'topics: [Belarus]',
  figure: 'figure: { text: "up to 1,000", unit: Wagner fighters }',
  text: 'text: "up to 1,000"',
  unit: 'unit: Wagner fighters',
  claim: 'claim: the fact in your own words, at most 140 characters',
  status: 'status: reported',
  attribution: 'attribution: [Kyiv Independent]',
  asOf: 'asOf: { date: 2023-11, basis: inferred, reason: "…" } (or asOf: null if unknown)',
  quote: 'quote: { exact: "…", highlight: "…" }',
  exact: 'exact: "the words of the source, verbatim"',
  publisher: 'publisher: Kyiv Independent',
  title: 'title: "The headline as published" (or title: null if unknown)',
  authors: 'authors: [Martin Fornusek] (or authors: [] if none is named)',
  published: 'published: { date: 2023-11-02, basis: stated }',
  date: 'date: 2023-11-02',
  basis: 'basis: stated',
  url: 'url: https://… (or url: null if unknown)',
  language: 'language: en',
  snapshot: 'snapshot: { sha256: …, accessed: 2026-11-21 }',
  sha256: 'sha256: the output of sha256sum for the captured text',
  accessed: 'accessed: 2026-11-21',
  rows: 'rows: [{ card: an-id, label: … }, { card: another-id, label: … }]',
  card: 'card: the-id-of-a-card',
  label: 'label: Kyiv Independent',
  note: 'note: why the rows are not directly comparable',
};

type Explained = { at: Path; message: string };

function explain(issue: z.core.$ZodIssue, path: Path, present: boolean, empty: boolean): Explained[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      // In { text: up to 1,000 }, the comma ends the text, and "000" is the next field.
      const fix = /^[a-z]\w*$/i.test(key)
        ? 'Remove it, or correct its spelling (see assets/schema/)'
        : 'If it belongs to the text before it, put the whole text in quotes';
      return { at: [...path, key], message: `${name([...path, key])} is not a known field. ${fix}.` };
    });
  }
  const field = path.at(-1);
  const example = typeof field === 'string' && EXAMPLES[field] ? `, for example: ${EXAMPLES[field]}` : '';
  if (!present && issue.code !== 'custom')
    return [{ at: path, message: `${name(path)} is missing. Add it${example}.` }];
  if (empty) return [{ at: path, message: `${name(path)} is empty. Give a value${example}.` }];
  if (issue.code === 'invalid_union' && field === 'kind') {
    return [
      {
        at: path,
        message: `${name(path)} is not a known kind. Use one of: ${KINDS.join(', ')} (comparison is only allowed in comparisons.yaml).`,
      },
    ];
  }
  return [{ at: path, message: `${name(path)} ${reword(issue)}.` }];
}

function reword(issue: z.core.$ZodIssue): string {
  const limits = { too_big: 'maximum', too_small: 'minimum' } as const;
  switch (issue.code) {
    case 'too_big':
      return `is too long: at most ${issue[limits.too_big]} ${issue.origin === 'array' ? 'entries' : 'characters'}. Shorten it`;
    case 'too_small':
      if (issue.message.startsWith('has ')) return issue.message;
      return issue.origin === 'array'
        ? `needs ${issue[limits.too_small] === 1 ? 'at least one entry' : `at least ${issue[limits.too_small]} entries`}. Add one`
        : `is too short: at least ${issue[limits.too_small]} characters. Make it longer`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of: '}${issue.values.join(', ')}`;
    case 'invalid_type':
      return issue.message.startsWith('must ') ? issue.message : `must be ${article(issue.expected)}`;
    default:
      return issue.message;
  }
}

function article(type: string): string {
  const names: Record<string, string> = {
    string: 'text (put it in quotes if it looks like a number or a date)',
    array: 'a list: [first, second]',
    object: 'a map of fields: { name: value }',
    number: 'a number, without quotes',
  };
  return names[type] ?? `of type ${type}`;
}

/** "cards[2].figure.unit" */
export function name(path: Path): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  return text.replace(/^\./, '') || 'the file';
}
