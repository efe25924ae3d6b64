/**
 * Writes the YAML of a new card. What the author has to fill is marked with "# FILL:" and holds a value that the schema
 * refuses, so that `npm run check` names it until it is filled. Pure.
 */
import type { TextQuoteSelector } from '../../card/evidence/find-quote.ts';
import type { NewKind } from './args.ts';
import type { ProposedFigure } from './figure.ts';

export type NewCard = {
  id: string;
  kind: NewKind;
  quote: TextQuoteSelector;
  figure: ProposedFigure | undefined;
  /** The last of the attribution; "" where it is not known yet. */
  publisher: string;
  /** The language of the quote; "" where it is not known yet. */
  language: string;
};

/** The lines of the entry, the first of them with its "- ". */
export function cardLines({ id, kind, quote, figure, publisher, language }: NewCard): string[] {
  const { exact, prefix, suffix } = quote;
  return [
    `- id: ${id}`,
    `  kind: ${kind}`,
    '  topics: []  # FILL: one to four, the main one first: [Belarus, Wagner Group]',
    ...(kind === 'figure' ? [figureLine(figure, language)] : []),
    `  claim: ""  # FILL: ${CLAIMS[kind]}, at most 140 characters`,
    '  status: ""  # FILL: stated, reported, claimed, estimated, planned or disputed',
    `  attribution: ["", ${scalar(publisher)}]  # FILL: ${publisher ? '' : 'publisher last, '}the speaker first; remove "" where the outlet itself says it`,
    `  asOf: { date: "", basis: "" }  # FILL: ${kind === 'event' ? 'when it happened' : 'the date it is about'}; basis stated, external or inferred (add reason: "…")${kind === 'event' ? '' : '; asOf: null where it is not known'}`,
    '  quote:',
    `    exact: ${quoted(exact)}`,
    ...(prefix === undefined ? [] : [`    prefix: ${quoted(prefix)}`]),
    ...(suffix === undefined ? [] : [`    suffix: ${quoted(suffix)}`]),
    kind === 'figure' && figure
      ? `    highlight: ${quoted(figure.text)}`
      : '    highlight: ""  # FILL: the decisive words of exact; remove this line to mark none',
  ];
}

const CLAIMS: Record<NewKind, string> = {
  figure: 'what is counted, by whom and where, in your own words',
  quote: 'who speaks, and on what, in your own words',
  claim: 'the fact in your own words',
  event: 'what happened, in your own words',
};

function figureLine(figure: ProposedFigure | undefined, language: string): string {
  const what = 'unit, what is counted, in the plural: "Wagner fighters"';
  if (!figure) {
    return `  figure: { text: "", value: "", unit: "" }  # FILL: text, the number as it stands in the quote; value, or min and max; ${what}`;
  }
  const { text, ...numbers } = figure;
  const fields = Object.entries(numbers).map(([name, number]) => `${name}: ${number}`);
  const hedge = /^en\b/.test(language) ? '' : '; see that text has the hedge of the quote, if there is one';
  return `  figure: { text: ${quoted(text)}, ${fields.join(', ')}, unit: "" }  # FILL: ${what}${hedge}`;
}

/** White space but the common space, and what nobody sees: written as an escape, so that the author sees it. */
const UNSEEN = /[\u0085\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]/g;

/** A text between quotation marks: JSON strings are YAML. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text without quotation marks where YAML reads it as a text all the same. */
function scalar(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} .()’-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain && text.trim() === text ? text : quoted(text);
}

export type NewSource = { id: string; url: string; sha256: string; accessed: string };

/** The lines of a new file. The cards follow. */
export function sourceLines({ id, url, sha256, accessed }: NewSource): string[] {
  return [
    '# yaml-language-server: $schema=../assets/schema/source.json',
    'source:',
    `  id: ${id}`,
    '  publisher: ""  # FILL: who published the text that is quoted',
    '  title: ""  # FILL: the headline as published; null where it is not known',
    '  authors: [""]  # FILL: as named at the text; [] where nobody is',
    '  published: { date: "", basis: "" }  # FILL: YYYY-MM-DD; basis stated, external or inferred (add reason: "…")',
    `  url: ${/^[\w:/.~%+-]+$/.test(url) ? url : quoted(url)}`,
    '  language: ""  # FILL: the language of the text, for example en',
    `  snapshot: { sha256: ${sha256}, accessed: ${accessed} }`,
    'cards:',
  ];
}
