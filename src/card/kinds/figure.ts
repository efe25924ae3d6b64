/** A figure: a number as the source gives it. Pure. */
import { z } from 'zod';
import { deriveNumbers, type FigureNumbers } from '../evidence/numbers/figure.ts';
import { type FrozenFields, frozenField } from '../frozen.ts';
import { line } from '../source.ts';
import { type QuotedFields, quotedFields } from './fields.ts';
import { quotedKind } from './quoted.ts';
import type { Compared, Fault, ProposedField, QuotedSpec, ReadFigure } from './spec.ts';

const Written = z
  .number()
  .optional()
  .meta({ description: 'Read from the text. Needed only where its words cannot be read.' });

export const Figure = z
  .strictObject({
    text: line(24).meta({ description: 'The figure as drawn, with its hedge: "up to 1,000".' }),
    value: Written,
    min: Written,
    max: Written,
    unit: line(40).meta({ description: 'What is counted, in the plural: "Wagner fighters".' }),
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
  searchable(card: FigureCard) {
    const { value, min, max } = numbersOf(card);
    const numbers = [value, min, max].filter((number) => number !== undefined).map(String);
    return { ...quotedKind.searchable(card), figure: [card.figure.text, card.figure.unit, ...numbers] };
  },
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
      of: (card: FigureCard): z.infer<typeof FigureDocument> => {
        const { value = null, min = null, max = null } = numbersOf(card);
        return { text: card.figure.text, value, min, max, unit: card.figure.unit };
      },
    },
  },
  compared: (card: FigureCard): Compared => ({
    text: withUnit(card.figure),
    measure: measureOf(card),
  }),
  check: checkNumbers,
  proposal: {
    ...quotedKind.proposal,
    claim: 'what is counted, by whom and where, in your own words',
    fields: (read: ReadFigure | undefined) => [proposeFigure(read)],
    highlight: (read: ReadFigure | undefined) => read?.text,
  },
} satisfies QuotedSpec<FigureCard>;

/** The numbers that the text of a figure gives; those that are written, where it cannot be read. */
function numbersOf({ figure, language = 'en' }: FigureCard): FigureNumbers {
  return deriveNumbers(figure.text, language) ?? figure;
}

/** The number that stands for a figure, and what it measures: a count and an upper bound are not the same. */
function measureOf(card: FigureCard): Compared['measure'] {
  const { value, max, min } = numbersOf(card);
  const bound =
    value !== undefined
      ? 'value'
      : max !== undefined && min !== undefined
        ? 'range'
        : max !== undefined
          ? 'max'
          : 'min';
  return { name: [bound, card.status, card.figure.unit].join(' '), size: value ?? max ?? min ?? 0 };
}

/** Numbers that are written are those that the text gives. */
function checkNumbers({ figure, language = 'en' }: FigureCard): Fault[] {
  const { text } = figure;
  const derived = deriveNumbers(text, language);
  const written = (['value', 'min', 'max'] as const).filter((field) => figure[field] !== undefined);
  if (!derived) {
    if (written.length > 0) return [];
    const message = `“${text}” has no single number that can be read in “${language}”. Write it in digits, or give value, min or max, too.`;
    return [{ path: ['figure', 'text'], message }];
  }
  const given = Object.entries(derived)
    .map(([field, number]) => `${field} ${number}`)
    .join(', ');
  return written
    .filter((field) => figure[field] !== derived[field])
    .map((field) => ({
      path: ['figure', field],
      message: `is ${figure[field]}, but figure.text “${text}” gives ${given}. Remove ${field}, which is read from the text, or correct the text.`,
    }));
}

function proposeFigure(read: ReadFigure | undefined): ProposedField {
  const unit = 'unit, what is counted, in the plural: "Wagner fighters"';
  const hint = read ? unit : `text, the number as it stands in the quote, with its hedge; ${unit}`;
  return { name: 'figure', value: { text: read?.text ?? '', unit: '' }, hint };
}
