/** A figure: a number as the source gives it. Pure. */
import { z } from 'zod';
import { findNumbers } from '../evidence/number.ts';
import { type FrozenFields, frozenField } from '../frozen.ts';
import { line } from '../source.ts';
import { type QuotedFields, quotedFields, type Status } from './fields.ts';
import { quotedKind } from './quoted.ts';
import type { Compared, Fault, ProposedField, QuotedSpec, ReadFigure } from './spec.ts';

export const Figure = z
  .strictObject({
    text: line(24).meta({ description: 'The figure as drawn, with its hedge: "up to 1,000".' }),
    value: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: line(40).meta({ description: 'What is counted, in the plural: "Wagner fighters".' }),
  })
  .refine(({ value, min, max }) => value !== undefined || min !== undefined || max !== undefined, {
    error: 'has no number: give value, or min, or max, or both of these',
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, { error: 'has a min above its max' })
  .meta({ id: 'Figure' });
export type Figure = z.infer<typeof Figure>;

type FigureCard = QuotedFields & { figure: Figure };

const FigureDocument = z
  .strictObject({
    text: Figure.shape.text,
    value: z.number().nullable(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    unit: Figure.shape.unit,
  })
  .meta({ description: 'A number as the source gives it: one value, a lowest, a highest, or a range.' });

/** "up to 1,000 Wagner fighters" */
const withUnit = ({ text, unit }: Pick<Figure, 'text' | 'unit'>) => `${text} ${unit}`;

export const figure = {
  ...quotedKind,
  fields: { ...quotedFields, figure: Figure },
  lead: (card: FigureCard) => withUnit(card.figure),
  searchable: (card: FigureCard) => ({
    ...quotedKind.searchable(card),
    figure: [card.figure.text, card.figure.unit],
  }),
  drawn: (card: FigureCard) => [
    ...quotedKind.drawn(card),
    { path: ['figure', 'text'], text: card.figure.text },
    { path: ['figure', 'unit'], text: card.figure.unit },
  ],
  frozen: {
    figure: frozenField(
      line(65).meta({ description: 'The figure with its unit, as it was: "up to 2,000 fighters".' }),
      { path: ['figure'], record: (value) => withUnit(value as Figure) },
    ),
    ...quotedKind.frozen,
  } satisfies FrozenFields,
  document: {
    figure: {
      schema: FigureDocument,
      of: ({ figure: { text, value, min, max, unit } }: FigureCard): z.infer<typeof FigureDocument> => ({
        text,
        value: value ?? null,
        min: min ?? null,
        max: max ?? null,
        unit,
      }),
    },
  },
  compared: (card: FigureCard): Compared => ({
    text: withUnit(card.figure),
    measure: measureOf(card.figure, card.status),
  }),
  check: checkNumbers,
  proposal: {
    ...quotedKind.proposal,
    claim: 'what is counted, by whom and where, in your own words',
    fields: (read: ReadFigure | undefined, language: string) => [proposeFigure(read, language)],
    highlight: (read: ReadFigure | undefined) => read?.text,
  },
} satisfies QuotedSpec<FigureCard>;

/** The number that stands for a figure, and what it measures: a count and an upper bound are not the same. */
function measureOf({ value, max, min, unit }: Figure, status: Status): Compared['measure'] {
  const bound =
    value !== undefined
      ? 'value'
      : max !== undefined && min !== undefined
        ? 'range'
        : max !== undefined
          ? 'max'
          : 'min';
  return { name: [bound, status, unit].join(' '), size: value ?? max ?? min ?? 0 };
}

/** Every number of a figure is in its quote. */
function checkNumbers({ figure: { text, ...numbers }, quote }: FigureCard): Fault[] {
  const inQuote = findNumbers(quote.exact);
  const fix = 'which is not in the quote. Quote the words that give it, or correct the number.';
  const fields = (['value', 'min', 'max'] as const).flatMap((field) => {
    const number = numbers[field];
    if (number === undefined || inQuote.has(number)) return [];
    return [{ path: ['figure', field], message: `is ${number}, ${fix}` }];
  });
  const drawn = [...findNumbers(text)].filter((number) => !inQuote.has(number));
  return [...fields, ...drawn.map((number) => ({ path: ['figure', 'text'], message: `says ${number}, ${fix}` }))];
}

function proposeFigure(read: ReadFigure | undefined, language: string): ProposedField {
  const unit = 'unit, what is counted, in the plural: "Wagner fighters"';
  if (!read) {
    const hint = `text, the number as it stands in the quote; value, or min and max; ${unit}`;
    return { name: 'figure', value: { text: '', value: '', unit: '' }, hint };
  }
  const hedge = /^en\b/.test(language) ? '' : '; see that text has the hedge of the quote, if there is one';
  return { name: 'figure', value: { ...read, unit: '' }, hint: `${unit}${hedge}` };
}
