/**
 * Writes the YAML of a new card. Fields for the author are marked "# FILL:" and have invalid values, so that `npm run check`
 * reports them until they are filled in. Pure.
 */
import { type QuotedKind, quotedSpecOf } from '../../card/kind.ts';
import type { ProposedField, ReadFigure } from '../../card/kinds/spec.ts';
import { Status } from '../../card/status.ts';
import { alternatives } from './args.ts';
import type { NewSelector } from './quote.ts';

export type NewCard = {
  id: string;
  kind: QuotedKind;
  quote: NewSelector;
  figure: ReadFigure | undefined;
  /** The last step of the attribution; "" if unknown. */
  publisher: string;
};

/** The lines of the entry, beginning with "- ". */
export function cardLines({ id, kind, quote, figure, publisher }: NewCard): string[] {
  const { exact, prefix, suffix, acrossBlocks } = quote;
  const { fields, proposal } = quotedSpecOf({ kind });
  const highlight = proposal.highlight(figure);
  const orNull = fields.asOf.safeParse(null).success ? '; asOf: null if unknown' : '';
  return [
    `- id: ${id}`,
    `  kind: ${kind}`,
    '  topics: []  # FILL: one to four, the main one first: [Belarus, Wagner Group]',
    ...proposal.fields(figure).map(fieldLine),
    `  claim: ""  # FILL: ${proposal.claim}, at most 140 characters`,
    `  status: ""  # FILL: ${alternatives(Status.options)}`,
    `  attribution: ["", ${scalar(publisher)}]  # FILL: ${publisher ? '' : 'publisher last, '}the speaker first; remove "" if the outlet speaks for itself`,
    `  asOf: { date: "", basis: "" }  # FILL: ${proposal.asOf}; basis stated, external or inferred (add reason: "…")${orNull}`,
    '  quote:',
    `    exact: ${quoted(exact)}`,
    ...(prefix === undefined ? [] : [`    prefix: ${quoted(prefix)}`]),
    ...(suffix === undefined ? [] : [`    suffix: ${quoted(suffix)}`]),
    ...(acrossBlocks ? ['    acrossBlocks: true'] : []),
    highlight === undefined
      ? '    highlight: ""  # FILL: the decisive words of exact; remove this line for no highlight'
      : `    highlight: ${quoted(highlight)}`,
  ];
}

function fieldLine({ name, value, hint }: ProposedField): string {
  const parts = Object.entries(value).map(([key, part]) => `${key}: ${quoted(part)}`);
  return `  ${name}: { ${parts.join(', ')} }  # FILL: ${hint}`;
}

/** Unusual white space and invisible characters, which are escaped so that the author sees them. */
const INVISIBLE = /[\u0085\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]/g;

/** A text between quotation marks: JSON strings are YAML. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(INVISIBLE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text without quotation marks, if YAML reads it as a text. */
function scalar(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} .()’-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain && text.trim() === text ? text : quoted(text);
}

export type NewSource = { id: string; url: string; sha256: string; accessed: string };

/** The lines of a new file, without its cards. */
export function sourceLines({ id, url, sha256, accessed }: NewSource): string[] {
  return [
    '# yaml-language-server: $schema=../assets/schema/source.json',
    'source:',
    `  id: ${id}`,
    '  publisher: ""  # FILL: the publisher of the quoted text',
    '  title: ""  # FILL: the headline as published; null if unknown',
    '  authors: [""]  # FILL: as named in the text; [] if none',
    '  published: { date: "", basis: "" }  # FILL: YYYY-MM-DD; basis stated, external or inferred (add reason: "…")',
    `  url: ${/^[\w:/.~%+-]+$/.test(url) ? url : quoted(url)}`,
    '  language: ""  # FILL: the language of the text, for example en',
    `  snapshot: { sha256: ${sha256}, accessed: ${accessed} }`,
    'cards:',
  ];
}
