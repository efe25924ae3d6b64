/**
 * Writes the YAML of a new card. Fields for the author are marked "# FILL:" and have invalid values, so that `npm run check`
 * reports them until they are filled in. Pure.
 */
import { type QuotedKind, quotedSpecOf } from '../../card/kind.ts';
import type { ProposedField, ReadFigure } from '../../card/kinds/spec.ts';
import { type Nature, Status } from '../../card/status.ts';
import { alternatives } from './args.ts';
import type { ProposedAttribution } from './attribution.ts';
import { NATURE_DOUBT } from './nature.ts';
import type { NewSelector } from './quote.ts';

export type NewCard = {
  id: string;
  kind: QuotedKind;
  quote: NewSelector;
  figure: ReadFigure | undefined;
  attribution: ProposedAttribution;
  /** What rules found in the sentence of the quote. */
  date?: string | undefined;
  nature?: Nature | undefined;
};

/** The lines of the entry, beginning with "- ". */
export function cardLines({ id, kind, quote, figure, attribution, date, nature }: NewCard): string[] {
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
    ...(nature === undefined ? [] : [`  nature: ${nature}  # CHECK: ${NATURE_DOUBT}`]),
    attributionLine(attribution),
    date
      ? `  asOf: { date: ${dateScalar(date)}, basis: stated }  # CHECK: a date in the sentence of the quote; is it ${proposal.asOf}?${orNull}`
      : `  asOf: { date: "", basis: "" }  # FILL: ${proposal.asOf}; basis stated, external or inferred (add reason: "…")${orNull}`,
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

function attributionLine({ steps, doubt }: ProposedAttribution): string {
  const [first = '', publisher = first] = steps;
  const line = `  attribution: [${steps.map(scalar).join(', ')}]`;
  if (first === '')
    return `${line}  # FILL: ${publisher ? '' : 'publisher last, '}the speaker first; remove "" if the outlet speaks for itself`;
  return `${line}  # ${publisher ? 'CHECK' : 'FILL: publisher last; CHECK'}: ${doubt}`;
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
export function scalar(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} .()’-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain && text.trim() === text ? text : quoted(text);
}

/** YAML reads a year alone as a number. */
export const dateScalar = (date: string): string => (/^\d+$/.test(date) ? quoted(date) : date);
