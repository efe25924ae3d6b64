/** Cards and sources as the JSON documents of the API. Absent values are null, never left out. Pure. */
import { altText } from '../domain/alt.ts';
import type { Figure, Quote } from '../domain/card.ts';
import { longCitation, shortCitation } from '../domain/citation.ts';
import { type CardRecord, isComparison, type QuotedRecord } from '../domain/record.ts';
import type { DatedFact, Source } from '../domain/source.ts';
import { SIZE_NAMES, SIZES } from '../render/size.ts';
import { THEME_NAMES } from '../render/theme.ts';
import type { Links } from './links.ts';
import { type CardDocument, SCHEMA_VERSION } from './schemas/card.ts';
import type { SourceDocument } from './schemas/source.ts';
import { snippetsOf } from './snippets.ts';

/** The document at /cards/{id}.json and /api/cards/{id}. */
export function cardDocument(record: CardRecord, links: Links): CardDocument {
  const { card, revision, updated } = record;
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
      self: links.form(card.id, 'json'),
      page: links.page(card.id),
      image: links.form(card.id, 'png'),
      source: quoted && links.passage(quoted),
    },
    images: imageDocuments(card.id, links),
    embed: snippetsOf(record, { alt, size: 'og', theme: 'light', links }),
    revision,
    updated,
  };
}

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
