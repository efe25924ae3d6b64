/** A card's document, made of what the catalogue asks of a card; what is absent there is null here. */
import { z } from '@hono/zod-openapi';
import { ComparisonCard, Figure, KINDS, Quote, QuotedCard } from '../../domain/card.ts';
import { LockEntry } from '../../domain/evidence.ts';
import { Earlier, HISTORY_TYPES, STATES } from '../../domain/history.ts';
import { Day, Language } from '../../domain/source.ts';
import { SIZE_NAMES } from '../../render/size.ts';
import { THEME_NAMES } from '../../render/theme.ts';
import type { Markup } from '../snippets.ts';
import { DateDocument, SourceDocument } from './source.ts';
import { CardWatch } from './watch.ts';

export const SCHEMA_VERSION = 1;

/** What a card of every kind but the comparison has. */
const quoted = QuotedCard.options[0].shape;
const compared = ComparisonCard.shape;
const evidence = LockEntry.shape;

/** `nullable()` would make null of every mention of a named schema in the API's document. */
const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()]);

const FigureDocument = z
  .strictObject({
    text: Figure.shape.text,
    value: z.number().nullable(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    unit: Figure.shape.unit,
  })
  .openapi('Figure', { description: 'A number as the source gives it: one value, a lowest, a highest, or a range.' });

const { exact, prefix, suffix, highlight, translated } = Quote.shape;
const QuoteDocument = z
  .strictObject({
    type: z.literal('TextQuoteSelector'),
    exact,
    prefix: prefix.unwrap().nullable().openapi({ description: prefix.description }),
    suffix: suffix.unwrap().nullable().openapi({ description: suffix.description }),
    highlight: highlight.unwrap().nullable().openapi({ description: highlight.description }),
    translated: translated.unwrap().nullable().openapi({ description: translated.description }),
  })
  .openapi('Quote', { description: "The source's own words: a TextQuoteSelector of the Web Annotation Data Model." });

const EvidenceDocument = z
  .strictObject({
    match: evidence.match,
    checkedAt: Day,
    snapshot: evidence.snapshot,
    watch: z.union([CardWatch, z.null()]).openapi({ description: 'null where nobody watches the source, or not yet.' }),
  })
  .openapi('Evidence', {
    description: 'How, when and in which text (its SHA-256) a program found the quote. normalised: in other dress.',
  });

const { claim, figure, quote } = Earlier.shape;
const EarlierDocument = z
  .strictObject({
    claim: claim.unwrap().nullable(),
    figure: figure.unwrap().nullable().openapi({ description: figure.description }),
    quote: quote.unwrap().nullable(),
  })
  .openapi('Earlier', { description: Earlier.description });

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
} satisfies Record<Markup, z.ZodString>;

const ofQuotedCards = 'null for a comparison.';

/** The document at /cards/{id}.json and /api/cards/{id}. */
export const CardDocument = z
  .strictObject({
    schemaVersion: z.literal(SCHEMA_VERSION),
    id: compared.id,
    kind: z.enum(KINDS),
    language: Language,
    topics: compared.topics,
    status: quoted.status.nullable().openapi({ description: `${quoted.status.description} ${ofQuotedCards}` }),
    claim: compared.claim,
    figure: orNull(FigureDocument),
    attribution: quoted.attribution.nullable().openapi({ description: quoted.attribution.description }),
    asOf: orNull(DateDocument),
    place: z.string().nullable(),
    quote: orNull(QuoteDocument),
    rows: compared.rows.nullable().openapi({ description: compared.rows.description }),
    note: compared.note.nullable().openapi({ description: compared.note.description }),
    source: orNull(SourceDocument),
    evidence: orNull(EvidenceDocument),
    citation: z.strictObject({ short: z.string(), long: z.string() }).nullable(),
    alt: z.string().openapi({ description: 'The alternative text of the picture.' }),
    links: z.strictObject({
      self: z.url(),
      current: z.url().openapi({ description: 'The card as it is now.' }),
      page: z.url(),
      image: z.url(),
      source: z
        .url()
        .nullable()
        .openapi({ description: `The passage in the source, by a text fragment; ${ofQuotedCards}` }),
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
      description: 'Of a revision asked for by its name: the day on which it was published; null of the card as it is.',
    }),
    currentRevision: z.string().nullable().openapi({
      description:
        'The revision that the card has now; null in a published revision, which never changes: ask links.current.',
    }),
    revisions: z
      .array(z.strictObject({ revision: z.string(), released: Day, json: z.url(), image: z.url() }).openapi('Revision'))
      .openapi({ description: 'Every published revision, the oldest first; empty in one of these.' }),
  })
  .openapi('Card', { description: 'A fact, who said it, when, and the very words of the source.' });
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
          card: compared.id,
          statement: z.string().openapi({ description: 'What the card says now.' }),
          links: z.strictObject({ page: z.url(), card: z.url(), entry: z.url() }),
        })
        .openapi('Correction'),
    ),
    total: z.int().min(0).openapi({ description: 'How many entries there are on all pages.' }),
    next: z.string().nullable().openapi({ description: 'The cursor of the next page; null on the last.' }),
  })
  .openapi('CorrectionList');
