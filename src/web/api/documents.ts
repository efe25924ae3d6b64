/** Cards and sources as the JSON documents of the API. Absent values are null, never left out. Pure. */

import { altText } from '../../card/alt.ts';
import { statementOf } from '../../card/attribution.ts';
import type { Figure, Quote } from '../../card/card.ts';
import { longCitation, shortCitation } from '../../card/citation.ts';
import { correctionOf, type HistoryEntry, stateOf, successorOf } from '../../card/history.ts';
import { type CardRecord, isComparison, type QuotedRecord } from '../../card/record.ts';
import type { DatedFact, Source } from '../../card/source.ts';
import type { Correction, PublishedRevision, Topic } from '../../catalog/store.ts';
import { SIZE_NAMES, SIZES, THEME_NAMES } from '../../render/variant.ts';
import { snippetsOf } from '../embed/snippets.ts';
import type { Links } from '../links.ts';
import type { SourceDocument } from './schemas/card.ts';
import { type CardDocument, type HistoryDocument, SCHEMA_VERSION } from './schemas/card.ts';

/**
 * The document at /cards/{id}.json and /api/cards/{id}; of a published revision, at /cards/{id}@{revision}.json, where it
 * says nothing that a later revision could change.
 */
export function cardDocument(
  record: CardRecord,
  links: Links,
  published: readonly PublishedRevision[] = [],
): CardDocument {
  const { card, revision, updated, asPublished } = record;
  const earlier = asPublished !== undefined;
  const quoted = isComparison(record) ? null : record;
  const compared = isComparison(record) ? record : null;
  const alt = altText(record);
  return {
    schemaVersion: SCHEMA_VERSION,
    id: card.id,
    kind: card.kind,
    language: card.language ?? 'en',
    topics: card.topics,
    status: quoted?.card.status ?? null,
    claim: card.claim,
    figure: quoted?.card.kind === 'figure' ? figureDocument(quoted.card.figure) : null,
    attribution: quoted?.card.attribution ?? null,
    asOf: quoted?.card.asOf ? datedDocument(quoted.card.asOf) : null,
    place: quoted?.card.place ?? null,
    quote: quoted && quoteDocument(quoted.card.quote),
    rows: compared?.card.rows ?? null,
    note: compared?.card.note ?? null,
    source: quoted && sourceDocument(quoted.source),
    evidence: quoted && evidenceDocument(quoted),
    citation: quoted && { short: shortCitation(quoted.source), long: longCitation(quoted.source) },
    alt,
    links: {
      self: earlier ? links.revision(card.id, revision, 'json') : links.form(card.id, 'json'),
      current: links.form(card.id, 'json'),
      page: links.page(card.id),
      image: earlier ? links.revision(card.id, revision, 'png') : links.form(card.id, 'png'),
      source: quoted && links.passage(quoted),
    },
    images: earlier ? [publishedImage(record, links)] : imageDocuments(card.id, links),
    embed: snippetsOf(record, { alt, size: 'og', theme: 'light', links }),
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
  };
}

/** The one picture of a published revision. */
function publishedImage({ card, revision }: CardRecord, links: Links) {
  const { width, height } = SIZES.og;
  const url = links.revision(card.id, revision, 'png');
  return { size: 'og', theme: 'light', url, width, height, type: 'image/png' } as const;
}

/** An entry of a card's history. */
export function historyDocument(entry: HistoryEntry): HistoryDocument {
  const { type, date, reason } = entry;
  const earlier = 'earlier' in entry ? entry.earlier : undefined;
  return {
    type,
    date,
    reason,
    earlier: earlier
      ? { claim: earlier.claim ?? null, figure: earlier.figure ?? null, quote: earlier.quote ?? null }
      : null,
    by: entry.type === 'superseded' ? entry.by : null,
  };
}

/** An entry of a card's history in the list of all. */
export function correctionDocument({ record, number, entry }: Correction, links: Links) {
  const { id } = record.card;
  return {
    ...historyDocument(entry),
    card: id,
    statement: statementOf(record),
    links: { page: links.page(id), card: links.form(id, 'json'), entry: links.correction(id, number) },
  };
}

const historyDocumentOrNull = (entry: HistoryEntry | undefined) => (entry ? historyDocument(entry) : null);

/** Every picture of a card: all sizes, each light and dark. */
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
    archived: source.archived ? { url: source.archived.url, date: source.archived.date ?? null } : null,
    language,
    translated: source.translated ?? null,
    snapshot,
    note: source.note ?? null,
  };
}

/** A topic as it is listed. */
export function topicDocument({ slug, name, count }: Topic) {
  return { slug, name, count };
}

function evidenceDocument({ evidence, watch = null }: QuotedRecord) {
  return evidence && { match: evidence.match, checkedAt: evidence.checkedAt, snapshot: evidence.snapshot, watch };
}

function figureDocument({ text, value, min, max, unit }: Figure) {
  return { text, value: value ?? null, min: min ?? null, max: max ?? null, unit };
}

function quoteDocument({ exact, prefix, suffix, highlight, translated }: Quote) {
  return {
    type: 'TextQuoteSelector' as const,
    exact,
    prefix: prefix ?? null,
    suffix: suffix ?? null,
    highlight: highlight ?? null,
    translated: translated ?? null,
  };
}

function datedDocument({ date, basis, reason }: DatedFact) {
  return { date, basis, reason: reason ?? null };
}
