/** The columns of a spreadsheet of cards: each name, its field, and its codec. Pure. */
import { accepted, type Codec, flag, list, number, support, text } from './cells.ts';

export type Column = {
  name: string;
  /** The field, of the card or of its source. */
  of: 'card' | 'source';
  path: readonly [string, ...string[]];
  codec: Codec;
  /** Whether `npm run import` proposes a value for an empty cell. A field without a value is then written as "none". */
  proposed: boolean;
  /** The value of the field if the cell is "none"; if undefined, the field is omitted. */
  none: null | undefined | readonly string[];
};

/** The other fields may be absent, but not null. */
const NULLABLE = [
  'source.url',
  'source.title',
  'source.translated.url',
  'card.asOf.date',
  'card.place',
  'card.quote.context.before',
  'card.quote.context.after',
  'card.quote.translated.from',
  'card.quote.translated.by',
  'card.quote.translation.by',
];

const column = (name: string, field: string, codec: Codec = text, proposed = false): Column => {
  const [of, first = '', ...rest] = field.split('.');
  const none = NULLABLE.includes(field) ? null : codec === list ? [] : undefined;
  return { name, of: of as Column['of'], path: [first, ...rest], codec, proposed, none };
};
const proposed = (name: string, field: string, codec: Codec = text) => column(name, field, codec, true);

/** In the order of `npm run export`. The speaker and the outlets are columns of their own, in attribution.ts. */
export const COLUMNS: readonly Column[] = [
  column('address', 'source.url'),
  column('quote', 'card.quote.exact'),
  column('claim', 'card.claim'),
  proposed('id', 'card.id'),
  proposed('kind', 'card.kind'),
  column('figure', 'card.figure.text'),
  column('unit', 'card.figure.unit'),
  column('value', 'card.figure.value', number),
  column('min', 'card.figure.min', number),
  column('max', 'card.figure.max', number),
  proposed('status', 'card.status'),
  column('nature', 'card.nature'),
  proposed('as of', 'card.asOf.date'),
  column('as of basis', 'card.asOf.basis'),
  column('as of reason', 'card.asOf.reason'),
  column('said on', 'card.saidOn.date'),
  column('said on basis', 'card.saidOn.basis'),
  column('said on reason', 'card.saidOn.reason'),
  column('place', 'card.place'),
  proposed('topics', 'card.topics', list),
  proposed('highlight', 'card.quote.highlight'),
  column('prefix', 'card.quote.prefix'),
  column('suffix', 'card.quote.suffix'),
  column('context before', 'card.quote.context.before'),
  column('context after', 'card.quote.context.after'),
  column('across blocks', 'card.quote.acrossBlocks', flag),
  column('translated from', 'card.quote.translated.from'),
  column('translated by', 'card.quote.translated.by'),
  column('translation', 'card.quote.translation.text'),
  column('translation by', 'card.quote.translation.by'),
  column('translation by machine', 'card.quote.translation.machine', flag),
  column('support', 'card.support', support),
  column('accept', 'card.accept', accepted),
  column('language', 'card.language'),
  column('updated', 'card.updated'),
  proposed('source', 'source.id'),
  proposed('publisher', 'source.publisher'),
  proposed('title', 'source.title'),
  proposed('authors', 'source.authors', list),
  proposed('published', 'source.published.date'),
  column('published basis', 'source.published.basis'),
  column('published reason', 'source.published.reason'),
  proposed('source language', 'source.language'),
  column('original language', 'source.translated.from'),
  column('original publisher', 'source.translated.publisher'),
  column('original address', 'source.translated.url'),
  column('source by machine', 'source.translated.machine', flag),
  column('source note', 'source.note'),
  column('snapshot', 'source.snapshot.sha256'),
  column('captured', 'source.snapshot.accessed'),
];

/** After `max`: the speaker, and the outlets that passed the words on. */
export const SPEAKER = 'speaker';
export const VIA = 'via';
/** After `kind`: current, corrected, superseded or retracted. It is not read. */
export const STATE = 'state';
/** Which occurrence of the quote is meant, from 1; a saved page; and what was wrong. They are only read. */
export const OCCURRENCE = 'occurrence';
export const FILE = 'file';
export const PROBLEM = 'problem';

/** The names in the order of `npm run export`. */
export const EXPORTED: readonly string[] = COLUMNS.flatMap(({ name }) => {
  if (name === 'kind') return [name, STATE];
  return name === 'max' ? [name, SPEAKER, VIA] : [name];
});

export const READ: readonly string[] = [...EXPORTED, OCCURRENCE, FILE, PROBLEM];

/** The required columns. */
export const REQUIRED = ['address', 'quote', 'claim'] as const;
