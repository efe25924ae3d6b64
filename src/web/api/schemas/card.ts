/** The documents of cards. Values that are absent in the catalogue are null. */

import { z } from '@hono/zod-openapi';
import { STEP_KINDS, StepKindSchema } from '../../../card/attribution.ts';
import { CslItem } from '../../../card/csl.ts';
import { Day } from '../../../card/date.ts';
import { CHECKS, Outcome } from '../../../card/evidence/checks/findings.ts';
import { LockEntry } from '../../../card/evidence/lock.ts';
import { BlockType } from '../../../card/evidence/place.ts';
import { Earlier, HISTORY_TYPES, STATES } from '../../../card/history.ts';
import { KINDS, type Kind } from '../../../card/kind.ts';
import { cardFields, Quote, quotedFields } from '../../../card/kinds/fields.ts';
import { RELATION_MEANINGS, RELATIONS } from '../../../card/related.ts';
import { MAX_SENTENCE_CHARACTERS } from '../../../card/sentence.ts';
import { DatedFact, Id, Language } from '../../../card/source.ts';
import { SPEAKER_TYPES, Speaker } from '../../../card/speaker.ts';
import { WORD_MATCHES } from '../../../catalog/store.ts';
import { SIZE_NAMES, THEME_NAMES } from '../../../render/variant.ts';
import type { Markup } from '../../embed/snippets.ts';
import { asOfSchema, capitalise, namedSchema, ofQuoted, orNull, partShape } from './by-kind.ts';
import { DateDocument, SourceDocument } from './source.ts';
import { CardWatch } from './watch.ts';

export const SCHEMA_VERSION = 1;

const evidence = LockEntry.shape;

const { exact, prefix, suffix, highlight, context, translated, translation } = Quote.shape;
const QuoteDocument = z
  .strictObject({
    type: z.literal('TextQuoteSelector'),
    exact,
    prefix: prefix.unwrap().nullable().openapi({ description: prefix.description }),
    suffix: suffix.unwrap().nullable().openapi({ description: suffix.description }),
    highlight: highlight.unwrap().nullable().openapi({ description: highlight.description }),
    context: orNull(z.strictObject({ before: z.string().nullable(), after: z.string().nullable() })).openapi({
      description: context.description,
    }),
    translated: translated.unwrap().nullable().openapi({ description: translated.description }),
    translation: translation.unwrap().nullable().openapi({ description: translation.description }),
  })
  // Not "Quote": that is the quote of a card's file, which `earlier` has.
  .openapi('TextQuoteSelector', {
    description: 'The words of the source, as a TextQuoteSelector of the Web Annotation Data Model.',
  });

const CheckDocument = z.strictObject(Outcome.shape).openapi('Check', {
  description: `The result of one check of the card against its source. confirmed: they agree. not checkable: the program cannot decide. accepted: the check gave a warning, and an editor accepted it with a reason. ${Object.entries(
    CHECKS,
  )
    .map(([name, meaning]) => `${name}: ${meaning}`)
    .join(' ')}`,
});

const EvidenceDocument = z
  .strictObject({
    match: evidence.match,
    checkedAt: Day,
    snapshot: evidence.snapshot,
    block: BlockType.nullable().openapi({
      description: 'The block in which the quote begins; null if unknown, for example in plain text.',
    }),
    beginsSentence: z.boolean().nullable().openapi({
      description: 'Whether the quote begins at the start of a sentence; null if unknown.',
    }),
    endsSentence: z
      .boolean()
      .nullable()
      .openapi({ description: 'Whether the quote ends at the end of a sentence; null if unknown.' }),
    checks: z.union([z.array(CheckDocument), z.null()]).openapi({
      description: 'The results of the meaning checks; null if they have not run on the card in its current form.',
    }),
    watch: z
      .union([CardWatch, z.null()])
      .openapi({ description: 'null if the source is not watched, or has not been checked yet.' }),
  })
  .openapi('Evidence', {
    description:
      'How, when and in which text (identified by its SHA-256) a program found the quote. normalised: the same words with different spaces, quotation marks, dashes or invisible characters.',
  });

const TranslationDocument = z
  .strictObject({
    from: Language.nullable(),
    by: z.string().nullable(),
    machine: z.boolean().openapi({ description: 'Whether it is known to be a machine translation.' }),
    text: z.string().nullable().openapi({
      description: "The words in the card's language; null if the quote is in that language.",
    }),
  })
  .openapi('Translation', {
    description: 'The translation of the words on the card; null if they are not known to be translated.',
  });

const SupportDocument = z
  .strictObject({
    source: Id,
    citation: z.string(),
    quote: QuoteDocument,
    evidence: orNull(EvidenceDocument),
    link: z.url().openapi({ description: 'The passage in its source.' }),
  })
  .openapi('Support', { description: 'A further quote that supports the claim.' });

const RelationDocument = z
  .strictObject({
    type: z.enum(RELATIONS).openapi({ description: RELATION_MEANINGS }),
    card: Id,
    sentence: z
      .string()
      .nullable()
      .openapi({ description: 'The sentence of the other card; null in an earlier revision.' }),
    page: z.url(),
  })
  .openapi('Relation');

/** The schema of a recorded value in a document: required, with dates in the common format. */
type Recorded<Schema> = Schema extends z.ZodOptional<infer Inner> | z.ZodNullable<infer Inner>
  ? Recorded<Inner>
  : Schema extends typeof DatedFact
    ? typeof DateDocument
    : Schema;
type RecordedShape<Shape extends z.ZodRawShape> = { [Field in keyof Shape]: z.ZodNullable<Recorded<Shape[Field]>> };

function recordedSchema(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return recordedSchema(schema.unwrap() as z.ZodType);
  return schema === DatedFact ? DateDocument : schema;
}

/** The fields of a record, all nullable. */
function recordedShape<Shape extends z.ZodRawShape>(shape: Shape): RecordedShape<Shape> {
  const fields = Object.entries(shape).map(([name, field]) => {
    const schema = recordedSchema(field as z.ZodType);
    const nullable = schema === DateDocument ? orNull(schema) : schema.nullable();
    return [name, schema.description === undefined ? nullable : nullable.openapi({ description: schema.description })];
  });
  return Object.fromEntries(fields) as RecordedShape<Shape>;
}

const { source: earlierSource, ...earlierCard } = Earlier.shape;
const EarlierDocument = z
  .strictObject({
    ...recordedShape(earlierCard),
    source: orNull(z.strictObject(recordedShape(earlierSource.unwrap().shape)).openapi('EarlierSource')),
  })
  .openapi('Earlier', { description: Earlier.description });
export type EarlierDocument = z.infer<typeof EarlierDocument>;

/** A history entry. All types have the same shape, so that programs need not distinguish them. */
export const HistoryDocument = z
  .strictObject({
    type: z.enum(HISTORY_TYPES),
    date: Day,
    reason: z.string(),
    earlier: orNull(EarlierDocument),
    by: z.string().nullable().openapi({ description: 'The id of the card that replaces it.' }),
  })
  .openapi('HistoryEntry', { description: 'A change of a card, with date and reason.' });
export type HistoryDocument = z.infer<typeof HistoryDocument>;

const ImageDocument = z
  .strictObject({
    size: z.enum(SIZE_NAMES),
    theme: z.enum(THEME_NAMES),
    url: z.url(),
    width: z.int().min(1),
    height: z.int().min(1),
    type: z.literal('image/png'),
  })
  .openapi('Image');

/** A snippet for each markup. */
const Snippets = z
  .strictObject({
    markdown: z.string(),
    html: z.string(),
    text: z.string(),
    bbcode: z.string(),
    dokuwiki: z.string(),
    mediawiki: z.string(),
    wikipedia: z.string(),
  } satisfies Record<Markup, z.ZodString>)
  .openapi('Snippets');

/** The document at /cards/{id}.csl.json: one item, or one per row of a comparison. */
export const CslItems = z.array(namedSchema('CslItem', CslItem)).min(1);
const StepDocument = z
  .strictObject({
    name: z.string(),
    as: z
      .enum(STEP_KINDS)
      .nullable()
      .openapi({ description: `How the step obtained the words. ${StepKindSchema.description}` }),
    speaker: z.string().nullable().openapi({ description: 'The id in /api/speakers; null if the name is not listed.' }),
    type: z
      .enum(SPEAKER_TYPES)
      .nullable()
      .openapi({ description: `null if unknown. ${Speaker.shape.type.description}` }),
    role: z.string().nullable().openapi({ description: 'The role: "Belarusian opposition leader".' }),
  })
  .openapi('AttributionStep');

const RevisionDocument = z
  .strictObject({ revision: z.string(), released: Day, json: z.url(), image: z.url() })
  .openapi('Revision');

/** The document of a card of one kind. */
function documentOf<const K extends Kind>(kind: K) {
  return z
    .strictObject({
      schemaVersion: z.literal(SCHEMA_VERSION),
      id: cardFields.id,
      kind: z.literal(kind),
      language: Language,
      topics: cardFields.topics,
      status: ofQuoted(kind, quotedFields.status),
      disputed: z.boolean().openapi({ description: 'Whether another card contradicts it.' }),
      sentence: z.string().max(MAX_SENTENCE_CHARACTERS).openapi({
        description: 'The card in one line: the fact, its speaker, source and date.',
      }),
      claim: cardFields.claim,
      ...partShape(kind),
      attribution: ofQuoted(
        kind,
        z.array(z.string()).openapi({
          description: 'The names of the steps: the speaker first, then each outlet that passed the words on.',
        }),
      ),
      steps: ofQuoted(
        kind,
        z.array(StepDocument).openapi({ description: 'The attribution, with details of each name.' }),
      ),
      asOf: asOfSchema(kind, DateDocument),
      saidOn: ofQuoted(kind, orNull(DateDocument).openapi({ description: quotedFields.saidOn.description })),
      place: ofQuoted(kind, z.string().nullable()),
      quote: ofQuoted(kind, QuoteDocument),
      translation: ofQuoted(kind, orNull(TranslationDocument)),
      support: z.array(SupportDocument).openapi({ description: quotedFields.support.description }),
      related: z.array(RelationDocument).openapi({ description: quotedFields.related.unwrap().description }),
      source: ofQuoted(kind, SourceDocument),
      evidence: ofQuoted(
        kind,
        orNull(EvidenceDocument).openapi({ description: 'null in a preview, before the quote is verified.' }),
      ),
      citation: ofQuoted(kind, z.strictObject({ short: z.string(), long: z.string() })),
      alt: z.string().openapi({ description: 'The alternative text of the picture.' }),
      links: z.strictObject({
        self: z.url(),
        current: z.url().openapi({ description: 'The current card.' }),
        page: z.url(),
        image: z.url(),
        source: ofQuoted(
          kind,
          z.url().openapi({ description: 'The passage in the source, as a URL with a text fragment.' }),
        ),
      }),
      images: z.array(ImageDocument),
      state: z.enum(STATES).openapi({ description: 'The state of the card since its publication.' }),
      history: z.array(HistoryDocument).openapi({ description: 'Oldest entry first.' }),
      correction: orNull(HistoryDocument).openapi({ description: 'The last correction; null if there is none.' }),
      supersededBy: z
        .string()
        .nullable()
        .openapi({ description: 'The id of the card that replaces it; null if there is none.' }),
      revision: z
        .string()
        .regex(/^[0-9a-f]{8}$/)
        .openapi({ description: "Changes with every change of the card's content." }),
      updated: Day,
      published: Day.nullable().openapi({
        description: 'The day on which this revision was published; null for the current card.',
      }),
      currentRevision: z.string().nullable().openapi({
        description:
          'The current revision of the card; null in an earlier revision, which never changes. Use links.current instead.',
      }),
      revisions: z
        .array(RevisionDocument)
        .openapi({ description: 'All published revisions, oldest first; empty in an earlier revision.' }),
      report: z.url().nullable().openapi({
        description:
          'Where to report an error in the card: a mailto or https address with its id and revision filled in. null if the site has no report address.',
      }),
      embed: orNull(Snippets).openapi({
        description:
          'Snippets to paste into a post, with the picture of the size og in the light theme; null in lists, unless the request has fields=embed.',
      }),
    })
    .openapi(`${capitalise(kind)}Card`, { description: `A card of the kind ${kind}.` });
}
type DocumentOf = { [K in Kind]: ReturnType<typeof documentOf<K>> }[Kind];

/** The document at /cards/{id}.json and /api/cards/{id}. */
export const CardDocument = z
  .discriminatedUnion('kind', KINDS.map((kind) => documentOf(kind)) as unknown as [DocumentOf, ...DocumentOf[]])
  .openapi('Card', {
    description: 'A fact with its speaker, its date and the exact words of its source. Fields of other kinds are null.',
  });
export type CardDocument = z.infer<typeof CardDocument>;

/** The names of the fields, which all kinds have. */
export const CARD_FIELDS = Object.keys(CardDocument.options[0].shape);

export const CardList = z
  .strictObject({
    cards: z.array(CardDocument),
    total: z.int().min(0).openapi({ description: 'The number of cards on all pages.' }),
    match: z.enum(WORD_MATCHES).nullable().openapi({
      description:
        'What each card has of q. all: all words, except words such as "how" and "the". similar: all, with similar words in place of unknownWords. known: all words that any card has. most: more than half of these. some: fewer. null without q.',
    }),
    unknownWords: z.array(z.strictObject({ word: z.string(), similar: z.array(z.string()) })).openapi({
      description:
        'The words of q that no card has, each with the similar words that the search used instead. A word without similar ones was ignored.',
    }),
    next: z.string().nullable().openapi({ description: 'The cursor of the next page; null on the last page.' }),
  })
  .openapi('CardList');

export const CorrectionList = z
  .strictObject({
    corrections: z.array(
      z
        .strictObject({
          ...HistoryDocument.shape,
          card: cardFields.id,
          sentence: z.string().openapi({ description: 'The current sentence of the card.' }),
          links: z.strictObject({ page: z.url(), card: z.url(), entry: z.url() }),
        })
        .openapi('Correction'),
    ),
    total: z.int().min(0).openapi({ description: 'The number of entries on all pages.' }),
    next: z.string().nullable().openapi({ description: 'The cursor of the next page; null on the last page.' }),
  })
  .openapi('CorrectionList');
