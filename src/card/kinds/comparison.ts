/** A comparison: other cards side by side. Pure. */
import { z } from 'zod';
import { publisherName } from '../citation.ts';
import { formatDate } from '../date.ts';
import { type FrozenFields, frozenField } from '../frozen.ts';
import { cut, MAX_ALT_CHARACTERS, sentence } from '../sentence.ts';
import { Id, line } from '../source.ts';
import { statusWord } from './fields.ts';
import type { KindSpec, QuotedContent } from './spec.ts';

const Row = z.strictObject({ card: Id, label: line(40) });
const Rows = z
  .array(Row)
  .min(2, 'has fewer than two rows; a comparison sets at least two cards side by side')
  .max(4)
  .refine((rows) => new Set(rows.map(({ card }) => card)).size === rows.length, {
    error: 'sets a card beside itself; name each card once',
  })
  .meta({ description: 'The cards set side by side, each with a short label of what it counts or says.' });
const Note = line(200).meta({ description: 'Why the rows are not like for like.' });

const fields = { rows: Rows, note: Note };

type ComparisonFields = z.infer<z.ZodObject<typeof fields>> & { claim: string };
/** `value`: what the card of the row says beside others. */
type ComparedRow = { label: string; value: string; record: QuotedContent };
type Content = { card: ComparisonFields; rows: readonly ComparedRow[] };

export const comparison = {
  fields,
  lead: (): string | null => null,
  describe,
  searchable: ({ rows }: ComparisonFields) => ({ claim: rows.map(({ label }) => label) }),
  drawn: ({ note, rows }: ComparisonFields) => [
    { path: ['note'], text: note },
    ...rows.map(({ label }, index) => ({ path: ['rows', index, 'label'], text: label })),
  ],
  frozen: {
    rows: frozenField(z.array(Row), {
      path: ['rows'],
      label: 'Rows',
      words: (rows) => rows.map(({ card, label }) => `${label} (${card})`).join('; '),
    }),
    note: frozenField(line(200), { path: ['note'], label: 'Note' }),
  } satisfies FrozenFields,
  document: {
    rows: { schema: Rows, of: ({ rows }: ComparisonFields) => rows },
    note: { schema: Note, of: ({ note }: ComparisonFields) => note },
  },
} satisfies KindSpec<Content>;

/** How much of each row the text includes: as much as fits. The note, which says why the rows differ, is always included. */
const ROW_TEXTS: ((row: ComparedRow) => string)[] = [
  (row) =>
    `${rowStart(row)} (${rowDate(row)}${statusWord(row.record.card.status)}; ${publisherName(row.record.source)}).`,
  (row) => `${rowStart(row)} (${rowDate(row)}${publisherName(row.record.source)}).`,
  (row) => `${rowStart(row)}${row.record.card.asOf ? ` (${formatDate(row.record.card.asOf.date, 'month')})` : ''}.`,
  (row) => `${rowStart(row)}.`,
  (row) => `${row.value}.`,
];

function describe({ card, rows }: Content): string {
  const around = (between: string) => [sentence(card.claim), between, sentence(card.note)].join(' ');
  const tellings = ROW_TEXTS.map((tell) => around(rows.map(tell).join(' ')));
  const fitting = tellings.find((text) => text.length <= MAX_ALT_CHARACTERS);
  if (fitting !== undefined) return fitting;
  const shortest = rows.map(({ value }) => `${value}.`).join(' ');
  return around(cut(shortest, MAX_ALT_CHARACTERS - around('').length));
}

function rowStart({ label, value }: ComparedRow): string {
  return `${label}: ${value}`;
}

function rowDate({ record: { card } }: ComparedRow): string {
  if (!card.asOf) return '';
  return `${formatDate(card.asOf.date, 'month')}${card.asOf.basis === 'inferred' ? ' (inferred)' : ''}, `;
}
