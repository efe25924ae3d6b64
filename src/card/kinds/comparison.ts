/** A comparison of other cards. Pure. */
import { z } from 'zod';
import { stepNames } from '../attribution.ts';
import { publisherName } from '../citation.ts';
import { formatDate } from '../date.ts';
import { type FrozenFields, frozenField } from '../frozen.ts';
import { cut, endSentence } from '../prose.ts';
import { Id, line } from '../source.ts';
import { translationOf, translationWord, withoutLanguage } from '../translation.ts';
import type { KindSpec, QuotedContent } from './spec.ts';

const Row = z.strictObject({
  card: Id,
  label: line(40),
  measure: line(40).optional().meta({
    description:
      'What the number of this row counts: "Wagner fighters, or places for them". Rows with the same measure have bars on one axis.',
  }),
  exact: line(300).optional().meta({
    description:
      'The words that this row shows: a part of the quote of its card, or of its translation. Default: the highlight of the card. Rows with a number show the number.',
  }),
  mark: line(60).optional().meta({
    description: 'The telling words of this row, which its picture marks: a part of the words that the row shows.',
  }),
});
const Rows = z
  .array(Row)
  .min(2, 'has fewer than two rows. A comparison needs at least two cards')
  .max(4)
  .refine((rows) => new Set(rows.map(({ card }) => card)).size === rows.length, {
    error: 'repeats a card. Name each card once',
  })
  .meta({ description: 'The compared cards, each with a short label of what it counts or says.' });
const Note = line(200).meta({ description: 'Why the rows are not directly comparable.' });

/** The rows in JSON: each has all fields. */
const DocumentRow = z.strictObject({
  ...Row.shape,
  measure: Row.shape.measure.unwrap().nullable(),
  exact: Row.shape.exact.unwrap().nullable(),
  mark: Row.shape.mark.unwrap().nullable(),
});
const DocumentRows = z.array(DocumentRow).meta({
  description:
    'The compared cards. measure: what the bar of the row counts; null if it has no bar. exact: the words shown; null for the highlight or the number of the card. mark: the telling words, or null.',
});

const fields = { rows: Rows, note: Note };

type ComparisonFields = z.infer<z.ZodObject<typeof fields>> & { claim: string };
/** `value`: the value of the row's card in a comparison. */
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
      words: (rows) =>
        rows.map(({ card, label, exact }) => `${exact ? `${label}: ${exact}` : label} (${card})`).join('; '),
    }),
    note: frozenField(line(200), { path: ['note'], label: 'Note' }),
  } satisfies FrozenFields,
  document: {
    rows: {
      schema: DocumentRows,
      of: ({ rows }: ComparisonFields) =>
        rows.map((row) => ({ ...row, measure: row.measure ?? null, exact: row.exact ?? null, mark: row.mark ?? null })),
    },
    note: { schema: Note, of: ({ note }: ComparisonFields) => note },
  },
} satisfies KindSpec<Content>;

/** Texts of a row, the longest first. The longest that fits is used; all have the label, the value and the outlet. */
const ROW_TEXTS: ((row: ComparedRow) => string)[] = [
  (row) => rowText(row, [speakerIn(row), ...outletIn(row), dateIn(row)]),
  (row) => rowText(row, [...outletIn(row), dateIn(row)]),
  (row) => rowText(row, outletIn(row)),
  (row) => rowText(row, shortOutletIn(row, 'with language')),
  (row) => rowText(row, shortOutletIn(row)),
];

function describe({ card, rows }: Content, room: number): string[] {
  const texts = ROW_TEXTS.map((text) => [endSentence(card.claim), ...rows.map(text)].join(' '));
  // The note explains why the rows differ, so it is more important than speakers and dates.
  const noted = texts.map((text) => `${text} ${endSentence(card.note)}`);
  const measure = card.rows.find((row) => row.measure !== undefined)?.measure;
  const whole = measure === undefined ? noted : [`${noted[0]} Bars: ${endSentence(measure)}`, ...noted];
  return [[...whole, ...texts].find((text) => text.length <= room) ?? shortened(card.claim, rows, room)];
}

/** Shortens the values, and the title if it alone takes more than half of the room, so that all rows fit. */
function shortened(claim: string, rows: readonly ComparedRow[], room: number): string {
  const title = cut(endSentence(claim), Math.floor(room / 2));
  const share = Math.floor((room - title.length) / rows.length) - 1;
  const texts = rows.map((row) => {
    const around = rowText({ ...row, value: '' }, shortOutletIn(row)).length;
    return rowText({ ...row, value: cut(row.value, Math.max(1, share - around)) }, shortOutletIn(row));
  });
  return cut([title, ...texts].join(' '), room);
}

function rowText({ label, value }: ComparedRow, details: readonly (string | undefined)[]): string {
  const said = details.filter((detail) => detail !== undefined).join(', ');
  return said === '' ? `${label}: ${value}.` : `${label}: ${value} (${said}).`;
}

function speakerIn({ record: { card, source } }: ComparedRow): string | undefined {
  const [speaker] = stepNames(card.attribution);
  return speaker === source.publisher ? undefined : speaker;
}

function outletIn({ record: { card, source } }: ComparedRow): (string | undefined)[] {
  return [publisherName(source), translationWord(translationOf({ card, source }))];
}

/** Without the outlet if the label begins with it, and without the republisher: "Merkur, on Putin: … (machine-translated)". */
function shortOutletIn({ label, record: { card, source } }: ComparedRow, language?: 'with language') {
  const outlet = source.translated?.publisher ?? source.publisher;
  const isNamed = [':', ','].some((mark) => `${label}:`.startsWith(`${outlet}${mark}`));
  const translation = translationOf({ card, source });
  return [isNamed ? undefined : outlet, translationWord(language ? translation : withoutLanguage(translation))];
}

function dateIn({ record: { card } }: ComparedRow): string | undefined {
  if (!card.asOf) return undefined;
  return `${formatDate(card.asOf.date, 'month')}${card.asOf.basis === 'inferred' ? ' (inferred)' : ''}`;
}
