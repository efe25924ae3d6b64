/** The fields of every card, and the fields of every card that quotes a source. Pure. */
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

/** The fields of every card. card.ts adds `history`. */
export const cardFields = {
  id: Id,
  topics: Topics.meta({ description: 'The first is the main one.' }),
  claim: Claim.meta({
    description: 'The fact in our own words, clear and true on its own. At most 140 characters.',
  }),
  language: Language.optional().meta({ description: 'The language of the card itself; the default is "en".' }),
  updated: Day.optional().meta({
    description: "The day of the card's last change. The default is the day on which its source was captured.",
  }),
};

export const frozenOfAll = {
  claim: frozenField(Claim, { path: ['claim'], label: 'Claim' }),
  topics: frozenField(Topics, { path: ['topics'], label: 'Topics', words: (topics) => topics.join(', ') }),
  language: frozenField(Language, { path: ['language'], label: 'Language', absent: 'en' }),
} satisfies FrozenFields;

/** The limit keeps a card a quotation, not a copy of the article. */
export const MAX_QUOTE_WORDS = 25;

/** The number of words in a text, separated by white space. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

export const Highlight = line(200);
export const Translated = z.strictObject({ from: Language.nullable(), by: line(60).nullable() });

/** A translation may need more words than its original. */
const MAX_TRANSLATION_WORDS = 40;

export const Translation = z.strictObject({
  text: line(300)
    .refine((text) => countWords(text) <= MAX_TRANSLATION_WORDS, {
      error: `has more than ${MAX_TRANSLATION_WORDS} words. Translate only the words of exact`,
    })
    .meta({ description: "The quoted words in the card's language." }),
  by: line(60).nullable().meta({ description: 'The translator; null if not named.' }),
  machine: z.boolean().meta({ description: 'Whether this is a machine translation.' }),
});

const MAX_CONTEXT_WORDS = 12;
const ContextWords = line(160)
  .refine((words) => countWords(words) <= MAX_CONTEXT_WORDS, {
    error: `has more than ${MAX_CONTEXT_WORDS} words. Give only the words that a reader needs to understand the quote`,
  })
  .nullable()
  .optional();

export const QuoteContext = z
  .strictObject({ before: ContextWords, after: ContextWords })
  .refine(({ before, after }) => before != null || after != null, { error: 'is empty. Give before, after, or both' });

export const Quote = z
  .strictObject({
    exact: line(300)
      .refine((exact) => countWords(exact) <= MAX_QUOTE_WORDS, {
        error: `has more than ${MAX_QUOTE_WORDS} words. Quote the fewest words that state the fact`,
      })
      .meta({
        description: `Verbatim from the source, the fewest words that state the fact. At most ${MAX_QUOTE_WORDS}.`,
      }),
    highlight: Highlight.optional().meta({ description: 'The part of exact that the card highlights.' }),
    prefix: line(120)
      .optional()
      .meta({ description: 'The preceding words. Needed only if exact occurs more than once.' }),
    suffix: line(120)
      .optional()
      .meta({ description: 'The following words. Needed only if exact occurs more than once.' }),
    context: QuoteContext.optional().meta({
      description: `The words of the source directly before and after exact, if a reader needs them. At most ${MAX_CONTEXT_WORDS} each.`,
    }),
    acrossBlocks: z.literal(true).optional().meta({
      description: 'Set to true if exact intentionally spans more than one paragraph, table cell or list item.',
    }),
    translated: Translated.optional().meta({
      description:
        "Set if these words translate the speaker's words: the original language and the translator; null if not stated.",
    }),
    translation: Translation.optional().meta({
      description: "The quote in the card's language. Needed if the quote is in another language.",
    }),
  })
  .meta({ id: 'Quote' });
export type Quote = z.infer<typeof Quote>;

export const Place = line(60).nullable();

/** Further quotes that support the claim. */
export const Support = z
  .array(
    z.strictObject({
      source: Id.optional().meta({ description: "The id of the source. The default is the card's own source." }),
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
      'The speaker first, then each outlet that passed the words on. Each step is a name, or { name, as } to say how it obtained the words.',
  }),
  asOf: ReasonedDate.nullable().meta({
    description: 'The date that the statement is about; null if unknown.',
  }),
  saidOn: ReasonedDate.optional().meta({
    description: 'The date on which it was said, if it differs from asOf.',
  }),
  place: Place.optional(),
  quote: Quote,
  support: Support.optional().meta({
    description: 'Further quotes, from this or another source, if the claim states more than its quote.',
  }),
  related: Related.optional(),
  accept: Accept.optional().meta({
    description: 'The warnings of npm run verify that an editor accepts, each with a reason.',
  }),
};

/** The field of the kinds that state a number or an action, not words. */
export const natureField = { nature: Nature.optional() };

/** The YAML fields of a card that every quoted kind shares. */
export type QuotedFields = z.infer<z.ZodObject<typeof quotedFields>> & {
  claim: string;
  language?: string | undefined;
  nature?: Nature | undefined;
};
