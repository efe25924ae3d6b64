/** Cards and sources as JSON documents of the API. Absent values are null and never omitted. Pure. */

import { altText } from '../../card/alt.ts';
import { copyDay } from '../../card/archive.ts';
import { type AttributionStep, stepNames, stepsOf } from '../../card/attribution.ts';
import { longCitation, shortCitation } from '../../card/citation.ts';
import type { FrozenFields } from '../../card/frozen.ts';
import { correctionOf, type Earlier, earlierOf, type HistoryEntry, stateOf, successorOf } from '../../card/history.ts';
import { FROZEN, PARTS, specOf } from '../../card/kind.ts';
import type { Quote } from '../../card/kinds/fields.ts';
import { type CardRecord, isComparison, type QuotedRecord, type SupportRecord } from '../../card/record.ts';
import { isDisputed } from '../../card/related.ts';
import { plainReportAddress, reportAddress } from '../../card/report.ts';
import { sentenceOf } from '../../card/sentence.ts';
import type { Site } from '../../card/site.ts';
import { DatedFact, FROZEN_OF_SOURCE, type Source } from '../../card/source.ts';
import type { Speaker } from '../../card/speaker.ts';
import { translationOf } from '../../card/translation.ts';
import type { Correction, PublishedRevision, Topic } from '../../catalog/store.ts';
import { SIZE_NAMES, SIZES, THEME_NAMES } from '../../render/variant.ts';
import type { Links } from '../links.ts';
import { type CardDocument, type EarlierDocument, type HistoryDocument, SCHEMA_VERSION } from './schemas/card.ts';
import type { SourceDocument } from './schemas/source.ts';

/** All fields of a union. Tests check that each kind has exactly its own fields. */
type AnyOf<Union> = { [Field in keyof Union]: Union[Field] };
type AnyDocument = Omit<AnyOf<CardDocument>, 'links'> & { links: AnyOf<CardDocument['links']> };

/**
 * The document at /cards/{id}.json and /api/cards/{id}. The document of a revision, at /cards/{id}@{revision}.json, omits
 * everything that could change later. As in lists, `embed` is null. `report`: the report address of the site.
 */
export function cardDocument(
  record: CardRecord,
  links: Links,
  { published = [], report = null }: { published?: readonly PublishedRevision[]; report?: string | null } = {},
): CardDocument {
  const { card, revision, updated, asPublished } = record;
  const earlier = asPublished !== undefined;
  const quoted = isComparison(record) ? null : record;
  const document: AnyDocument = {
    schemaVersion: SCHEMA_VERSION,
    id: card.id,
    kind: card.kind,
    language: card.language ?? 'en',
    topics: card.topics,
    status: quoted?.card.status ?? null,
    disputed: quoted ? isDisputed(quoted.card) : false,
    sentence: sentenceOf(record),
    claim: card.claim,
    ...partsOf(card),
    attribution: quoted && stepNames(quoted.card.attribution),
    steps: quoted && stepsOf(quoted).map(stepDocument),
    asOf: quoted?.card.asOf ? datedDocument(quoted.card.asOf) : null,
    saidOn: quoted?.card.saidOn ? datedDocument(quoted.card.saidOn) : null,
    place: quoted?.card.place ?? null,
    quote: quoted && quoteDocument(quoted.card.quote),
    translation: quoted && translationOf(quoted),
    support: (quoted?.support ?? []).map((further) => supportDocument(further, links)),
    related: quoted ? relatedDocuments(quoted, links) : [],
    source: quoted && sourceDocument(quoted.source),
    evidence: quoted && evidenceDocument(quoted),
    citation: quoted && { short: shortCitation(quoted.source), long: longCitation(quoted.source, quoted.card) },
    alt: altText(record),
    links: {
      self: earlier ? links.revision(card.id, revision, 'json') : links.form(card.id, 'json'),
      current: links.form(card.id, 'json'),
      page: links.page(card.id),
      image: earlier ? links.revision(card.id, revision, 'png') : links.form(card.id, 'png'),
      source: quoted && links.passage(quoted),
    },
    images: earlier ? [publishedImage(record, links)] : imageDocuments(card.id, links),
    state: stateOf(card),
    history: (card.history ?? []).map(historyDocument),
    correction: historyDocumentOrNull(correctionOf(card)),
    supersededBy: successorOf(card) ?? null,
    revision,
    updated,
    published: asPublished ?? null,
    currentRevision: earlier ? null : revision,
    revisions: earlier
      ? []
      : published.map(({ revision: name, released }) => ({
          revision: name,
          released,
          json: links.revision(card.id, name, 'json'),
          image: links.revision(card.id, name, 'png'),
        })),
    report: report && reportAddress(report, { page: links.page(card.id), id: card.id, revision }),
    embed: null,
  };
  return document as CardDocument;
}

/** The single picture of an earlier revision. */
function publishedImage({ card, revision }: CardRecord, links: Links) {
  const { width, height } = SIZES.og;
  const url = links.revision(card.id, revision, 'png');
  return { size: 'og', theme: 'light', url, width, height, type: 'image/png' } as const;
}

/** An entry of a card's history. */
export function historyDocument(entry: HistoryEntry): HistoryDocument {
  const { type, date, reason } = entry;
  const earlier = earlierOf(entry);
  return {
    type,
    date,
    reason,
    earlier: earlier ? earlierDocument(earlier) : null,
    by: entry.type === 'superseded' ? entry.by : null,
  };
}

/** All fields that can be recorded, null if they were not. */
function earlierDocument({ source, ...card }: Earlier): EarlierDocument {
  const recorded = (fields: FrozenFields, earlier: Record<string, unknown>) =>
    Object.fromEntries(Object.keys(fields).map((name) => [name, recordedDocument(earlier[name] ?? null)]));
  return { ...recorded(FROZEN, card), source: source ? recorded(FROZEN_OF_SOURCE, source) : null } as EarlierDocument;
}

/** An earlier value. Dates include their reason. */
function recordedDocument(value: unknown): unknown {
  const date = DatedFact.safeParse(value);
  return date.success ? datedDocument(date.data) : value;
}

/** The kind-specific fields, null for other kinds. */
function partsOf(card: CardRecord['card']): Pick<AnyDocument, keyof typeof PARTS> {
  const own = specOf(card).document;
  const values = Object.keys(PARTS).map((name) => [name, own[name]?.of(card) ?? null]);
  return Object.fromEntries(values);
}

/** A history entry in the list of all corrections. */
export function correctionDocument({ record, number, entry }: Correction, links: Links) {
  const { id } = record.card;
  return {
    ...historyDocument(entry),
    card: id,
    sentence: sentenceOf(record),
    links: { page: links.page(id), card: links.form(id, 'json'), entry: links.correction(id, number) },
  };
}

const historyDocumentOrNull = (entry: HistoryEntry | undefined) => (entry ? historyDocument(entry) : null);

/** All pictures of a card: every size in every theme. */
function imageDocuments(id: string, links: Links) {
  return SIZE_NAMES.flatMap((size) =>
    THEME_NAMES.map((theme) => ({
      size,
      theme,
      url: links.image(id, size, theme),
      width: SIZES[size].width,
      height: SIZES[size].height,
      type: 'image/png' as const,
    })),
  );
}

/** The index of the API. */
export function indexDocument({ links, site, version }: { links: Links; site: Site; version: string }) {
  return {
    name: site.name,
    version,
    links: {
      cards: links.apiCards(),
      sources: links.apiSources(),
      speakers: links.apiSpeakers(),
      topics: links.apiTopics(),
      corrections: links.apiCorrections(),
      watch: links.apiWatch(),
      openapi: links.openapi(),
      docs: links.docs(),
      mcp: links.mcp(),
      health: links.health(),
    },
    report: site.report && plainReportAddress(site.report),
  };
}

/** A source's bibliographic record. */
export function sourceDocument(source: Source): SourceDocument {
  const { id, publisher, title, authors, url, language, snapshot } = source;
  return {
    id,
    publisher,
    title,
    authors,
    published: datedDocument(source.published),
    url,
    archived: (source.archived ?? []).map((copy) => ({ url: copy.url, date: copyDay(copy) ?? null })),
    language,
    translated: source.translated ? { machine: false, ...source.translated } : null,
    snapshot,
    corrections: (source.corrections ?? []).map(({ date, text, url }) => ({ date, text, url: url ?? null })),
    note: source.note ?? null,
  };
}

/** A source with the ids of its cards. */
export function sourceWithCards(source: Source, cards: string[], { links, site: { report } }: Place) {
  return {
    ...sourceDocument(source),
    cards,
    report: report && reportAddress(report, { page: links.source(source.id) }),
  };
}

/** A speaker with the ids of its cards. */
export function speakerWithCards(speaker: Speaker, cards: string[], { links, site: { report } }: Place) {
  return {
    ...speakerDocument(speaker),
    cards,
    report: report && reportAddress(report, { page: links.speaker(speaker.id) }),
  };
}

type Place = { links: Links; site: Site };

/** A speaker with all names. */
export function speakerDocument({ id, name, aliases = [], type, role }: Speaker) {
  return { id, name, aliases, type, role: role ?? null };
}

/** A topic in a list. */
export function topicDocument({ slug, name, count }: Topic) {
  return { slug, name, count };
}

function evidenceDocument({ evidence, watch = null }: Pick<QuotedRecord, 'evidence' | 'watch'>) {
  if (!evidence) return evidence;
  const { match, checkedAt, snapshot, block = null, checks = null } = evidence;
  const { beginsSentence = null, endsSentence = null } = evidence;
  return { match, checkedAt, snapshot, block, beginsSentence, endsSentence, checks, watch };
}

function supportDocument({ source, quote, evidence }: SupportRecord, links: Links) {
  return {
    source: source.id,
    citation: shortCitation(source),
    quote: quoteDocument(quote),
    evidence: evidenceDocument({ evidence }),
    link: links.passageOf({ source, quote, evidence }),
  };
}

/** The relations with the sentences of the other cards. An earlier revision has only the ids. */
function relatedDocuments({ card, relations }: QuotedRecord, links: Links) {
  const named = relations ?? (card.related ?? []).map((relation) => ({ ...relation, sentence: null }));
  return named.map(({ type, card: id, sentence }) => ({ type, card: id, sentence, page: links.page(id) }));
}

function quoteDocument({ exact, prefix, suffix, highlight, context, translated, translation }: Quote) {
  return {
    type: 'TextQuoteSelector' as const,
    exact,
    prefix: prefix ?? null,
    suffix: suffix ?? null,
    highlight: highlight ?? null,
    context: context ? { before: context.before ?? null, after: context.after ?? null } : null,
    translated: translated ?? null,
    translation: translation ?? null,
  };
}

function stepDocument({ name, as, speaker, type }: AttributionStep) {
  return { name, as, speaker: speaker?.id ?? null, type, role: speaker?.role ?? null };
}

function datedDocument({ date, basis, reason }: DatedFact) {
  return { date, basis, reason: reason ?? null };
}
