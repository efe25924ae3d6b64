/** A card as its author writes it: schema and types, one for each kind. Pure. */
import { z } from 'zod';
import { History } from './history.ts';
import { DatedFact, Day, Id, Language, line } from './source.ts';

/** The cap keeps a card a quotation and not a copy of the article. */
export const MAX_QUOTE_WORDS = 25;

/** The number of words in a text, white space between. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

export const KINDS = ['figure', 'quote', 'claim', 'event', 'comparison'] as const;
export type Kind = (typeof KINDS)[number];

export const Status = z.enum(['stated', 'reported', 'claimed', 'estimated', 'planned', 'disputed']).meta({
  description:
    'stated: said openly by the one who would know. reported: an outlet reports it. claimed: asserted by an interested side. estimated: a count or share judged, not counted. planned: not there yet. disputed: others contradict it.',
});
export type Status = z.infer<typeof Status>;

export const Quote = z
  .strictObject({
    exact: line(300)
      .refine((exact) => countWords(exact) <= MAX_QUOTE_WORDS, {
        error: `has more than ${MAX_QUOTE_WORDS} words; quote the fewest words that carry the fact`,
      })
      .meta({
        description: `Verbatim from the source, the fewest words that carry the fact: at most ${MAX_QUOTE_WORDS}.`,
      }),
    highlight: line(200).optional().meta({ description: 'The part of exact that the card marks.' }),
    prefix: line(120).optional().meta({ description: 'The words before, only where exact stands more than once.' }),
    suffix: line(120).optional().meta({ description: 'The words after, only where exact stands more than once.' }),
    translated: z
      .strictObject({ from: Language.nullable(), by: line(60).nullable() })
      .optional()
      .meta({
        description:
          "Where these words are a translation of the speaker's: from which language and by whom, null where not said.",
      }),
  })
  .meta({ id: 'Quote' });
export type Quote = z.infer<typeof Quote>;

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

const claim = line(140).meta({
  description: 'The fact in our own words, true to a reader who sees nothing else. At most 140 characters.',
});

const base = {
  id: Id,
  topics: z.array(line(40)).min(1).max(4).meta({ description: 'The first is the main one.' }),
  claim,
  language: Language.optional().meta({ description: 'The language of the card itself; "en" where not given.' }),
  updated: Day.optional().meta({
    description: "The day of the card's last change; the day its source was captured where not given.",
  }),
  history: History.optional(),
};

const quoted = {
  ...base,
  status: Status,
  attribution: z
    .array(line(60))
    .min(1)
    .max(5)
    .meta({ description: 'The speaker first, then each outlet that the words came through.' }),
  asOf: DatedFact.nullable().meta({ description: 'The date that the statement is about; null where it is not known.' }),
  place: line(60).nullable().optional(),
  quote: Quote,
};

const FigureCard = z.strictObject({ kind: z.literal('figure'), ...quoted, figure: Figure });
const QuoteCard = z.strictObject({ kind: z.literal('quote'), ...quoted });
const ClaimCard = z.strictObject({ kind: z.literal('claim'), ...quoted });
const EventCard = z.strictObject({ kind: z.literal('event'), ...quoted, asOf: DatedFact });

/** A card that quotes its source: every kind but the comparison. */
export const QuotedCard = z
  .discriminatedUnion('kind', [FigureCard, QuoteCard, ClaimCard, EventCard])
  .meta({ id: 'Card' });
export type QuotedCard = z.infer<typeof QuotedCard>;

/** A card that sets other cards side by side. */
export const ComparisonCard = z
  .strictObject({
    kind: z.literal('comparison'),
    ...base,
    rows: z
      .array(z.strictObject({ card: Id, label: line(40) }))
      .min(2, 'has fewer than two rows; a comparison sets at least two cards side by side')
      .max(4)
      .refine((rows) => new Set(rows.map(({ card }) => card)).size === rows.length, {
        error: 'sets a card beside itself; name each card once',
      })
      .meta({ description: 'The cards set side by side, each with a short label of what it counts or says.' }),
    note: line(200).meta({ description: 'Why the rows are not like for like.' }),
  })
  .meta({ id: 'Comparison' });
export type ComparisonCard = z.infer<typeof ComparisonCard>;
