/** A figure: a number from the source. Pure. */
import { z } from 'zod';
import { signOf } from '../chart.ts';
import { findHedges } from '../evidence/checks/hedge-words.ts';
import { primaryLanguage } from '../evidence/checks/words.ts';
import { namesWords } from '../evidence/highlight.ts';
import { deriveNumbers, type FigureNumbers } from '../evidence/numbers/figure.ts';
import { type FrozenFields, frozenField } from '../frozen.ts';
import { saysWords } from '../prose.ts';
import { line, type Source } from '../source.ts';
import type { QuotedFields } from './fields.ts';
import { describeQuoted, factKind } from './quoted.ts';
import type { Fault, ProposedField, QuotedSpec, ReadFigure } from './spec.ts';

const Written = z.number().optional().meta({ description: 'Read from text. Needed only if text cannot be read.' });

export const Figure = z
  .strictObject({
    text: line(24).meta({ description: 'The figure as drawn, with its hedge: "up to 1,000".' }),
    value: Written,
    min: Written,
    max: Written,
    unit: line(40).meta({
      description:
        'The thing counted, in the plural, as it follows the number: "Wagner fighters". Of a share, it begins with "of": "of respondents".',
    }),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    error: 'has a min greater than its max',
  })
  .meta({ id: 'Figure' });
export type Figure = z.infer<typeof Figure>;

type FigureCard = QuotedFields & { figure: Figure };

const FigureDocument = z
  .strictObject({
    text: Figure.shape.text,
    value: z.number().nullable(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    unitSign: z.string().nullable().meta({
      description:
        'The sign of the number: "%", a currency code (ISO 4217), or an ambiguous currency sign such as "$". Null if there is none.',
    }),
    unit: Figure.shape.unit,
  })
  .meta({ description: 'A number from the source: a value, a minimum, a maximum, or a range.' });

/** "up to 1,000 Wagner fighters" */
const withUnit = ({ text, unit }: Pick<Figure, 'text' | 'unit'>) => `${text} ${unit}`;

export const figure = {
  ...factKind,
  fields: { ...factKind.fields, figure: Figure },
  lead: (card: FigureCard) => withUnit(card.figure),
  searchable(card: FigureCard) {
    const { value, min, max } = numbersOf(card);
    const numbers = [value, min, max].filter((number) => number !== undefined).map(String);
    return { ...factKind.searchable(card), figure: [card.figure.text, card.figure.unit, ...numbers] };
  },
  drawn: (card: FigureCard) => [
    ...factKind.drawn(card),
    { path: ['figure', 'text'], text: card.figure.text },
    { path: ['figure', 'unit'], text: card.figure.unit },
  ],
  frozen: {
    figure: frozenField(line(65).meta({ description: 'The earlier figure with its unit: "up to 2,000 fighters".' }), {
      path: ['figure'],
      label: 'Figure',
      record: (value) => withUnit(value as Figure),
    }),
    ...factKind.frozen,
  } satisfies FrozenFields,
  document: {
    ...factKind.document,
    figure: {
      schema: FigureDocument,
      of: (card: FigureCard): z.infer<typeof FigureDocument> => {
        const { value = null, min = null, max = null } = numbersOf(card);
        return { text: card.figure.text, value, min, max, unitSign: signOf(card), unit: card.figure.unit };
      },
    },
  },
  describe: describeQuoted({ claim: true, quote: true }),
  says,
  compared: (card: FigureCard): string => withUnit(card.figure),
  check: checkNumbers,
  proposal: {
    ...factKind.proposal,
    claim: 'what is counted, by whom and where, in your own words',
    fields: (read: ReadFigure | undefined) => [proposeFigure(read)],
    highlight: (read: ReadFigure | undefined) => read?.text,
  },
} satisfies QuotedSpec<FigureCard>;

/** Units that need the claim to be understood: shares, times and distances. */
const NEEDS_CLAIM =
  /^(?:of|der|des|von|de|з|из|minutes?|hours?|days?|weeks?|months?|years?|miles?|kilomet(?:er|re)s?|met(?:er|re)s?|feet|yards?)(?!\p{L})/iu;

/** "reportedly up to 1,000 Wagner fighters in Belarus". A claim that has the number already is the whole sentence. */
function says({ card, source }: { card: FigureCard; source: Source }): [string, string?] {
  const { figure, claim, language = 'en' } = card;
  const hedge = hedgeOf(card, source);
  const words = `${hedge ? `${hedge} ` : ''}${withUnit(figure)}`;
  if (saysWords(claim, words)) return [claim, words];
  if (NEEDS_CLAIM.test(figure.unit))
    return [`${words}: ${claim.replace(/^(?:The|A|An)\s/u, (article) => article.toLowerCase())}`, words];
  return [`${words}${placeText(card.place ?? null, { unit: figure.unit, language })}`, words];
}

/**
 * The unit and the claim as they follow the number. A claim that begins with the number and the unit, or with the unit, reads on
 * from them; `unit` is null if the claim has it.
 */
export function afterNumber({ figure, claim }: Pick<FigureCard, 'figure' | 'claim'>): {
  unit: string | null;
  claim: string;
} {
  const { unit } = figure;
  const begins = (words: string) => namesWords(claim.slice(0, words.length + 1), words) && claim.length > words.length;
  if (begins(withUnit(figure))) return { unit, claim: claim.slice(withUnit(figure).length).trim() };
  if (begins(unit)) return { unit: null, claim: `${unit}${claim.slice(unit.length)}` };
  return { unit: namesWords(claim, unit) ? null : unit, claim };
}

/** Words that express uncertainty, as adverbs before a number. */
const ADVERBS =
  /^(?:\p{L}+ly|perhaps|maybe|angeblich|mutmaßlich|offenbar|möglicherweise|vielleicht|voraussichtlich|vermutlich|\p{L}+mente|quizás?|tal vez|\p{L}+ment|peut-être|нібито|начебто|можливо|ймовірно|якобы|предположительно|возможно|вероятно)$/iu;

/** The hedge of the quote that `figure.text` lacks; "" if there is none or it is in another language. */
function hedgeOf({ figure, quote, language = 'en' }: FigureCard, source: Source): string {
  const own = primaryLanguage(source.language);
  if (own !== primaryLanguage(language)) return '';
  const hedges = findHedges(quote.exact, own) ?? [];
  const uncertain = hedges.filter(
    ({ hedge, words }) => hedge !== 'negated' && hedge !== 'conditional' && !figure.text.includes(words),
  );
  const adverb = uncertain.find(({ words }) => ADVERBS.test(words));
  return adverb?.words.toLowerCase() ?? (own === 'en' && uncertain.length > 0 ? 'possibly' : '');
}

/** " in Belarus", unless the unit already names the place. */
function placeText(place: string | null, { unit, language }: { unit: string; language: string }): string {
  if (place === null || primaryLanguage(language) !== 'en') return '';
  const isInUnit = place.split(/[\s,]+/u).some((word) => /^\p{Lu}/u.test(word) && unit.includes(word.slice(0, 5)));
  if (isInUnit) return '';
  return /^\p{Lu}/u.test(place) ? ` in ${place.replace(/^The\s/u, 'the ')}` : ` ${place}`;
}

/** The numbers in `figure.text`, or the explicit ones if the text cannot be read. */
function numbersOf({ figure, language = 'en' }: FigureCard): FigureNumbers {
  return deriveNumbers(figure.text, language) ?? figure;
}

/** The lowest and the highest number of a figure: "up to 1,000" has only 1,000. Null if it has none. */
export function numberRange(card: FigureCard): [low: number, high: number] | null {
  const { value, min, max } = numbersOf(card);
  const numbers = [value, min, max].filter((number) => number !== undefined);
  return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)];
}

/** Checks that explicit numbers equal the numbers in the text. */
function checkNumbers({ figure, language = 'en' }: FigureCard): Fault[] {
  const { text } = figure;
  const derived = deriveNumbers(text, language);
  const written = (['value', 'min', 'max'] as const).filter((field) => figure[field] !== undefined);
  if (!derived) {
    if (written.length > 0) return [];
    const message = `“${text}” does not contain exactly one readable number (language “${language}”). Write the number in digits, or add value, min or max.`;
    return [{ path: ['figure', 'text'], message }];
  }
  const given = Object.entries(derived)
    .map(([field, number]) => `${field} ${number}`)
    .join(', ');
  return written
    .filter((field) => figure[field] !== derived[field])
    .map((field) => ({
      path: ['figure', field],
      message: `is ${figure[field]}, but figure.text “${text}” gives ${given}. Remove ${field} or correct the text.`,
    }));
}

function proposeFigure(read: ReadFigure | undefined): ProposedField {
  const unit = 'unit, the thing counted, in the plural: "Wagner fighters"; of a share: "of respondents"';
  const hint = read ? unit : `text, the number as in the quote, with its hedge; ${unit}`;
  return { name: 'figure', value: { text: read?.text ?? '', unit: '' }, hint };
}
