/** The documents of cards, of their sources, and of what the watch found. What is absent in the catalogue is null here. */
import { z } from '@hono/zod-openapi';
import { STEP_KINDS, StepKindSchema } from '../../../card/attribution.ts';
import { CslItem } from '../../../card/csl.ts';
import { CHECKS, Outcome } from '../../../card/evidence/checks/findings.ts';
import { LockEntry } from '../../../card/evidence/lock.ts';
import { BlockType } from '../../../card/evidence/place.ts';
import { Earlier, HISTORY_TYPES, STATES } from '../../../card/history.ts';
import { KINDS, type Kind } from '../../../card/kind.ts';
import { cardFields, Quote, quotedFields } from '../../../card/kinds/fields.ts';
import { RELATION_MEANINGS, RELATIONS } from '../../../card/related.ts';
import { MAX_SENTENCE_CHARACTERS } from '../../../card/sentence.ts';
import { DatedFact, Day, Id, Language, Source } from '../../../card/source.ts';
import { SPEAKER_TYPES, Speaker } from '../../../card/speaker.ts';
import { WATCH_STATES } from '../../../card/watch.ts';
import { SIZE_NAMES, THEME_NAMES } from '../../../render/variant.ts';
import { OUTCOMES } from '../../../watch/findings.ts';
import { HISTORY_DAYS, LETTERS_MEAN } from '../../../watch/timeline.ts';
import type { Markup } from '../../embed/snippets.ts';
import { asOfSchema, capitalise, namedSchema, ofQuoted, orNull, partShape } from './by-kind.ts';

const { reason, ...dated } = DatedFact.shape;
export const DateDocument = z.strictObject({ ...dated, reason: reason.unwrap().nullable() }).openapi('Date');

const { published: _published, translated: translatedSource, archived, corrections, note, ...record } = Source.shape;

/** A copy in an archive; the day is null where it is not known. */
const ArchivedDocument = z.strictObject({
  url: archived.unwrap().unwrap().shape.url,
  date: Day.nullable(),
});

const sourceShape = {
  ...record,
  published: DateDocument.openapi({ description: 'When the text was published.' }),
  archived: ArchivedDocument.nullable().openapi({ description: archived.description }),
  translated: translatedSource.unwrap().nullable().openapi({ description: translatedSource.description }),
  corrections: z
    .array(z.strictObject({ date: Day, text: z.string(), url: z.url().nullable() }).openapi('SourceCorrection'))
    .openapi({ description: corrections.description }),
  note: note.unwrap().nullable().openapi({ description: note.description }),
};

export const SourceDocument = z
  .strictObject(sourceShape)
  .openapi('Source', { description: 'The published text that cards quote.' });
export type SourceDocument = z.infer<typeof SourceDocument>;

export const SourceWithCards = z
  .strictObject({ ...sourceShape, cards: z.array(Id).openapi({ description: 'The ids of the cards taken from it.' }) })
  .openapi('SourceWithCards', { description: 'A source, and every card taken from it.' });

export const SourceList = z
  .strictObject({ sources: z.array(SourceDocument), total: z.int().min(0) })
  .openapi('SourceList');

/** How a card's quote fares on the page of its source. */
export const CardWatch = z
  .strictObject({
    state: z.enum(WATCH_STATES).openapi({
      description:
        'present: the words stand where they stood. moved: they stand elsewhere, or the page has another address for good. changed: only similar words stand there. gone: the page is not there, or the words are not. unreachable: the page cannot be read. paywalled: it is not open to programs, or shows a part without the words.',
    }),
    since: Day.meta({ description: 'The first of the days in a row that it was seen so.' }),
    lastLooked: Day,
    score: z.number().min(0).max(1).nullable().openapi({ description: 'Of changed, how similar the words are.' }),
  })
  .openapi('Watch', {
    description: 'What a daily look at the page of the source finds. It changes after three equal looks.',
  });

const SourceWatch = z
  .strictObject({
    id: Id,
    url: z.url(),
    lastLooked: Day.nullable(),
    outcome: z.enum(OUTCOMES).nullable().openapi({ description: 'How the last look went; null before the first.' }),
    movedTo: z.url().nullable().openapi({ description: 'Where the page is now, where it redirects there for good.' }),
    skippedUntil: Day.nullable().openapi({
      description: 'The day before which it is not read, because reading it stopped the program; null else.',
    }),
    history: z
      .strictObject({ from: Day, marks: z.string().max(HISTORY_DAYS) })
      .nullable()
      .openapi({ description: `A letter a day, from a day on: ${LETTERS_MEAN.join(', ')}.` }),
    cards: z.array(z.strictObject({ id: Id, watch: z.union([CardWatch, z.null()]) })),
  })
  .openapi('SourceWatch');

export const WatchDocument = z
  .strictObject({
    watch: z
      .strictObject({ lastLooked: Day, sources: z.array(SourceWatch), total: z.int().min(0) })
      .nullable()
      .openapi({ description: 'null where nobody watches the sources, or nobody has looked yet.' }),
  })
  .openapi('WatchList');

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
  .openapi('Quote', { description: "The source's own words: a TextQuoteSelector of the Web Annotation Data Model." });

const CheckDocument = z.strictObject(Outcome.shape).openapi('Check', {
  description: `What a program found of one thing that the card says. confirmed: the source says so. not checkable: the program cannot decide. accepted: the program has a doubt, and an editor answers it. ${Object.entries(
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
      description: 'What the quote begins in; null where that is not known, as in a captured plain text.',
    }),
    beginsSentence: z.boolean().nullable().openapi({
      description: 'Whether the quote begins where a sentence of the source begins; null where that is not known.',
    }),
    endsSentence: z.boolean().nullable().openapi({ description: 'Likewise, whether it ends where one ends.' }),
    checks: z.union([z.array(CheckDocument), z.null()]).openapi({
      description: 'What the checks of the meaning found; null where they have not judged the card as it is.',
    }),
    watch: z.union([CardWatch, z.null()]).openapi({ description: 'null where nobody watches the source, or not yet.' }),
  })
  .openapi('Evidence', {
    description:
      'How, when and in which text (identified by its SHA-256) a program found the quote. normalised: the same words with other spaces, quotation marks, dashes or invisible characters.',
  });

const TranslationDocument = z
  .strictObject({
    from: Language.nullable(),
    by: z.string().nullable(),
    machine: z.boolean().openapi({ description: 'Whether a program is known to have translated them.' }),
    text: z.string().nullable().openapi({
      description: "The words in the card's language; null where the quote itself is in it.",
    }),
  })
  .openapi('Translation', {
    description: 'How the words that the card shows were translated; null where they are not known to be.',
  });

const SupportDocument = z
  .strictObject({
    source: Id,
    citation: z.string(),
    quote: QuoteDocument,
    evidence: orNull(EvidenceDocument),
    link: z.url().openapi({ description: 'The passage in its source.' }),
  })
  .openapi('Support', { description: 'A further quote that the claim rests on.' });

const RelationDocument = z
  .strictObject({
    type: z.enum(RELATIONS).openapi({ description: RELATION_MEANINGS }),
    card: Id,
    sentence: z.string().nullable().openapi({ description: 'What the other card says; null in a published revision.' }),
    page: z.url(),
  })
  .openapi('Relation');

/** A recorded value in a document: never left out, and a date in the form that all dates have. */
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

/** The fields of what was recorded, each null where it was not. */
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

/** An entry of a card's history: one shape for all types, so that a program need not ask which it is. */
export const HistoryDocument = z
  .strictObject({
    type: z.enum(HISTORY_TYPES),
    date: Day,
    reason: z.string(),
    earlier: orNull(EarlierDocument),
    by: z.string().nullable().openapi({ description: 'The id of the card that stands in its place.' }),
  })
  .openapi('HistoryEntry', { description: 'What changed in a card, when, and why.' });
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

/** A snippet of each markup. */
const EMBED = {
  markdown: z.string(),
  html: z.string(),
  text: z.string(),
  bbcode: z.string(),
  dokuwiki: z.string(),
  mediawiki: z.string(),
  wikipedia: z.string(),
} satisfies Record<Markup, z.ZodString>;

/** The document at /cards/{id}.csl.json: one item, and of a comparison one for each row. */
export const CslItems = z.array(namedSchema('CslItem', CslItem)).min(1);
const StepDocument = z
  .strictObject({
    name: z.string(),
    as: z
      .enum(STEP_KINDS)
      .nullable()
      .openapi({ description: `How the words came to it. ${StepKindSchema.description}` }),
    speaker: z
      .string()
      .nullable()
      .openapi({ description: 'The id at /api/speakers; null where the name is not listed.' }),
    type: z
      .enum(SPEAKER_TYPES)
      .nullable()
      .openapi({ description: `null where it is not known. ${Speaker.shape.type.description}` }),
    role: z.string().nullable().openapi({ description: 'Who it is: "Belarusian opposition leader".' }),
  })
  .openapi('AttributionStep');

const RevisionDocument = z
  .strictObject({ revision: z.string(), released: Day, json: z.url(), image: z.url() })
  .openapi('Revision');

/** The document of a card of a kind. */
function documentOf<const K extends Kind>(kind: K) {
  return z
    .strictObject({
      schemaVersion: z.literal(SCHEMA_VERSION),
      id: cardFields.id,
      kind: z.literal(kind),
      language: Language,
      topics: cardFields.topics,
      status: ofQuoted(kind, quotedFields.status),
      disputed: z.boolean().openapi({ description: 'Whether another card of the catalogue contradicts it.' }),
      sentence: z.string().max(MAX_SENTENCE_CHARACTERS).openapi({
        description: 'The card in one line: the fact, who says it, where and when.',
      }),
      claim: cardFields.claim,
      ...partShape(kind),
      attribution: ofQuoted(
        kind,
        z.array(z.string()).openapi({
          description: 'The names of steps: the speaker first, then each outlet that the words came through.',
        }),
      ),
      steps: ofQuoted(
        kind,
        z.array(StepDocument).openapi({ description: 'The attribution, each name with what is known of it.' }),
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
        orNull(EvidenceDocument).openapi({ description: 'null in a preview, where the quote is not proven yet.' }),
      ),
      citation: ofQuoted(kind, z.strictObject({ short: z.string(), long: z.string() })),
      alt: z.string().openapi({ description: 'The alternative text of the picture.' }),
      links: z.strictObject({
        self: z.url(),
        current: z.url().openapi({ description: 'The card as it is now.' }),
        page: z.url(),
        image: z.url(),
        source: ofQuoted(kind, z.url().openapi({ description: 'The passage in the source, by a text fragment.' })),
      }),
      images: z.array(ImageDocument),
      embed: z.strictObject(EMBED).openapi({ description: 'What to paste into a post.' }),
      state: z.enum(STATES).openapi({ description: 'What has become of the card since it was published.' }),
      history: z.array(HistoryDocument).openapi({ description: 'The oldest entry first.' }),
      correction: orNull(HistoryDocument).openapi({ description: 'The last correction; null where there was none.' }),
      supersededBy: z
        .string()
        .nullable()
        .openapi({ description: 'The id of the card that stands in its place; null where none does.' }),
      revision: z
        .string()
        .regex(/^[0-9a-f]{8}$/)
        .openapi({ description: "Changes whenever the card's content does." }),
      updated: Day,
      published: Day.nullable().openapi({
        description:
          'Of a revision asked for by its name: the day on which it was published; null of the card as it is.',
      }),
      currentRevision: z.string().nullable().openapi({
        description:
          'The revision that the card has now; null in a published revision, which never changes: ask links.current.',
      }),
      revisions: z
        .array(RevisionDocument)
        .openapi({ description: 'Every published revision, the oldest first; empty in one of these.' }),
    })
    .openapi(`${capitalise(kind)}Card`, { description: `A card whose kind is ${kind}.` });
}
type DocumentOf = { [K in Kind]: ReturnType<typeof documentOf<K>> }[Kind];

/** The document at /cards/{id}.json and /api/cards/{id}. */
export const CardDocument = z
  .discriminatedUnion('kind', KINDS.map((kind) => documentOf(kind)) as unknown as [DocumentOf, ...DocumentOf[]])
  .openapi('Card', {
    description: 'A fact, who said it, when, and the very words of the source. A field that its kind has not is null.',
  });
export type CardDocument = z.infer<typeof CardDocument>;

export const CardList = z
  .strictObject({
    cards: z.array(CardDocument),
    total: z.int().min(0).openapi({ description: 'How many cards there are on all pages.' }),
    next: z.string().nullable().openapi({ description: 'The cursor of the next page; null on the last.' }),
  })
  .openapi('CardList');

export const CorrectionList = z
  .strictObject({
    corrections: z.array(
      z
        .strictObject({
          ...HistoryDocument.shape,
          card: cardFields.id,
          sentence: z.string().openapi({ description: 'What the card says now, in one line.' }),
          links: z.strictObject({ page: z.url(), card: z.url(), entry: z.url() }),
        })
        .openapi('Correction'),
    ),
    total: z.int().min(0).openapi({ description: 'How many entries there are on all pages.' }),
    next: z.string().nullable().openapi({ description: 'The cursor of the next page; null on the last.' }),
  })
  .openapi('CorrectionList');
