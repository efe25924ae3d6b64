/** The fields that every card has, and those that every card has that quotes a source. Pure. */
import { z } from 'zod';
import { Attribution } from '../attribution.ts';
import { Day } from '../date.ts';
import { Accepted, WARNINGS } from '../evidence/checks/findings.ts';
import { type FrozenFields, frozenField } from '../frozen.ts';
import { Related } from '../related.ts';
import { Id, Language, line, ReasonedDate } from '../source.ts';
import { Nature, Status } from '../status.ts';

export const Claim = line(140);
const Topics = z.array(line(40)).min(1).max(4);

/** The fields of every card. Its history is added in card.ts. */
export const cardFields = {
  id: Id,
  topics: Topics.meta({ description: 'The first is the main one.' }),
  claim: Claim.meta({
    description: 'The fact in our own words, true to a reader who sees nothing else. At most 140 characters.',
  }),
  language: Language.optional().meta({ description: 'The language of the card itself; "en" where not given.' }),
  updated: Day.optional().meta({
    description: "The day of the card's last change; the day its source was captured where not given.",
  }),
};

export const frozenOfAll = {
  claim: frozenField(Claim, { path: ['claim'] }),
  topics: frozenField(Topics, { path: ['topics'], label: 'Topics', words: (topics) => topics.join(', ') }),
  language: frozenField(Language, { path: ['language'], label: 'Language', absent: 'en' }),
} satisfies FrozenFields;

/** The cap keeps a card a quotation and not a copy of the article. */
export const MAX_QUOTE_WORDS = 25;

/** The number of words in a text, white space between. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

export const Highlight = line(200);
export const Translated = z.strictObject({ from: Language.nullable(), by: line(60).nullable() });

/** A translation needs more words than its original now and then. */
const MAX_TRANSLATION_WORDS = 40;

export const Translation = z.strictObject({
  text: line(300)
    .refine((text) => countWords(text) <= MAX_TRANSLATION_WORDS, {
      error: `has more than ${MAX_TRANSLATION_WORDS} words; translate the words of exact and no more`,
    })
    .meta({ description: "The quoted words in the card's language." }),
  by: line(60).nullable().meta({ description: 'Who translated them; null where nobody is named.' }),
  machine: z.boolean().meta({ description: 'Whether a program translated them.' }),
});

const MAX_CONTEXT_WORDS = 12;
const ContextWords = line(160)
  .refine((words) => countWords(words) <= MAX_CONTEXT_WORDS, {
    error: `has more than ${MAX_CONTEXT_WORDS} words; give the few that a reader needs to understand the quote`,
  })
  .nullable()
  .optional();

export const QuoteContext = z
  .strictObject({ before: ContextWords, after: ContextWords })
  .refine(({ before, after }) => before != null || after != null, { error: 'is empty: give before, after, or both' });

export const Quote = z
  .strictObject({
    exact: line(300)
      .refine((exact) => countWords(exact) <= MAX_QUOTE_WORDS, {
        error: `has more than ${MAX_QUOTE_WORDS} words; quote the fewest words that carry the fact`,
      })
      .meta({
        description: `Verbatim from the source, the fewest words that carry the fact: at most ${MAX_QUOTE_WORDS}.`,
      }),
    highlight: Highlight.optional().meta({ description: 'The part of exact that the card marks.' }),
    prefix: line(120).optional().meta({ description: 'The words before, only where exact stands more than once.' }),
    suffix: line(120).optional().meta({ description: 'The words after, only where exact stands more than once.' }),
    context: QuoteContext.optional().meta({
      description: `The words of the source right before and after exact, where a reader needs them: at most ${MAX_CONTEXT_WORDS} each.`,
    }),
    acrossBlocks: z.literal(true).optional().meta({
      description:
        'Where exact begins in one paragraph, table cell or list item and ends in another, on purpose: true.',
    }),
    translated: Translated.optional().meta({
      description:
        "Where these words are a translation of the speaker's: from which language and by whom, null where not said.",
    }),
    translation: Translation.optional().meta({
      description: "Where the quote is not in the card's language: its words in that language.",
    }),
  })
  .meta({ id: 'Quote' });
export type Quote = z.infer<typeof Quote>;

export const Place = line(60).nullable();

/** What else a claim rests on. */
export const Support = z
  .array(
    z.strictObject({
      source: Id.optional().meta({ description: "The id of the source; the card's own where not given." }),
      quote: Quote,
    }),
  )
  .min(1)
  .max(4);
export type Support = z.infer<typeof Support>;

export const Accept = z.array(Accepted).max(Object.keys(WARNINGS).length);

/** The fields of every card that quotes a source. */
export const quotedFields = {
  status: Status,
  attribution: Attribution.meta({
    description:
      'The speaker first, then each outlet that the words came through: names, or { name, as } with how the words came to it.',
  }),
  asOf: ReasonedDate.nullable().meta({
    description: 'The date that the statement is about; null where it is not known.',
  }),
  saidOn: ReasonedDate.optional().meta({
    description: 'The date on which it was said, where that is not the date that it is about.',
  }),
  place: Place.optional(),
  quote: Quote,
  support: Support.optional().meta({
    description: 'Further quotes, from this or another source, where the claim says more than its quote.',
  }),
  related: Related.optional(),
  accept: Accept.optional().meta({
    description: 'The warnings of npm run verify that an editor accepts, each with the reason.',
  }),
};

/** The field of the kinds whose statement is of a number or a deed, and not of words. */
export const natureField = { nature: Nature.optional() };

/** A card's own fields, as far as every kind that quotes a source has them. */
export type QuotedFields = z.infer<z.ZodObject<typeof quotedFields>> & {
  claim: string;
  language?: string | undefined;
  nature?: Nature | undefined;
};
