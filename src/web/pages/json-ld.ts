/**
 * A card as structured data: a graph in the vocabulary of https://schema.org, as JSON-LD 1.1. The types are from schema-dts,
 * so that a property on the wrong type does not compile. Pure.
 *
 * Unknown values are omitted, because null has no meaning here. Also omitted:
 * - inferred dates, because schema.org cannot mark them (the card's JSON has them, with their basis);
 * - dates that ISO 8601 cannot express: qualified dates, seasons and unknown ends;
 * - `datePublished` for an interval, which a schema.org Date cannot be (`temporalCoverage` can);
 * - `firstAppearance`, because the first appearance of a claim is unknown;
 * - the type of authors and unlisted speakers (person or organisation), which is not recorded: they are texts. So are unnamed
 *   sources and documents, which are neither.
 */
import type {
  Claim,
  CorrectionComment,
  Graph,
  ImageObject,
  ItemList,
  NewsArticle,
  Organization,
  Person,
  Quotation,
  WebPage,
} from 'schema-dts';
import { altText } from '../../card/alt.ts';
import { type AttributionStep, stepsOf } from '../../card/attribution.ts';
import { toIso8601 } from '../../card/date.ts';
import { creditOf } from '../../card/headline.ts';
import { correctionOf, stateOf } from '../../card/history.ts';
import { quotedSpecOf } from '../../card/kind.ts';
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../../card/record.ts';
import { sentenceOf, titleOf } from '../../card/sentence.ts';
import type { DatedFact, Source } from '../../card/source.ts';
import { translationOf } from '../../card/translation.ts';
import { SIZES } from '../../render/variant.ts';
import type { Links } from '../links.ts';

/** The graph of a card's page. */
export function jsonLd(record: CardRecord, links: Links, siteName: string): Graph {
  const about = isComparison(record)
    ? [comparison(record, links), ...sourcesOf(record).map((source) => article(source, links))]
    : [claim(record, links), quotation(record, links), article(record.source, links)];
  return {
    '@context': 'https://schema.org',
    '@graph': [page(record, links, siteName), picture(record, links), ...about],
  };
}

/** The content of a script element, escaped so that no text ends the element (HTML Living Standard, 4.12.1.3). */
export function jsonLdScript(record: CardRecord, links: Links, siteName: string): string {
  return JSON.stringify(jsonLd(record, links, siteName)).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const idOf = (record: CardRecord, links: Links, part: string) => `${links.page(record.card.id)}#${part}`;

function page(record: CardRecord, links: Links, siteName: string): WebPage {
  const { card, updated } = record;
  return {
    '@type': 'WebPage',
    '@id': links.page(card.id),
    url: links.page(card.id),
    name: titleOf(record),
    inLanguage: card.language ?? 'en',
    keywords: card.topics,
    dateModified: updated,
    ...cardState(record, links),
    isPartOf: { '@type': 'WebSite', name: siteName, url: links.gallery() },
    primaryImageOfPage: { '@id': idOf(record, links, 'image') },
    mainEntity: { '@id': idOf(record, links, isComparison(record) ? 'comparison' : 'claim') },
  };
}

function picture(record: CardRecord, links: Links): ImageObject {
  return {
    '@type': 'ImageObject',
    '@id': idOf(record, links, 'image'),
    contentUrl: links.form(record.card.id, 'png'),
    encodingFormat: 'image/png',
    width: pixels(SIZES.og.width),
    height: pixels(SIZES.og.height),
    caption: altText(record),
    creditText: creditOf(record),
  };
}

/** E37 means pixel in UN/CEFACT Recommendation 20, whose codes schema.org requires. */
const pixels = (value: number) => ({ '@type': 'QuantitativeValue', value, unitCode: 'E37' }) as const;

function claim(record: QuotedRecord, links: Links): Claim {
  const { card, source } = record;
  const coverage = card.asOf ? isoIfStated(card.asOf) : undefined;
  return {
    '@type': 'Claim',
    '@id': idOf(record, links, 'claim'),
    url: links.page(card.id),
    text: sentenceOf(record),
    ...cardState(record, links),
    inLanguage: card.language ?? 'en',
    author: speaker(record, links),
    appearance: { '@id': links.source(source.id) },
    ...(coverage === undefined ? {} : { temporalCoverage: coverage }),
    ...(card.place ? { contentLocation: { '@type': 'Place', name: card.place } } : {}),
  };
}

/** The state of the card. The page of a superseded card names its successor. */
function cardState(
  { card }: CardRecord,
  links: Links,
): { correction?: CorrectionComment; creativeWorkStatus?: string } {
  const correction = correctionOf(card);
  const state = stateOf(card);
  return {
    ...(correction
      ? {
          correction: {
            '@type': 'CorrectionComment',
            text: correction.reason,
            dateCreated: correction.date,
            url: `${links.page(card.id)}#history`,
          },
        }
      : {}),
    ...(state === 'current' ? {} : { creativeWorkStatus: state.charAt(0).toUpperCase() + state.slice(1) }),
  };
}

/** The words of the source. `url` leads to the passage; omitted if the address of the source is unknown. */
function quotation(record: QuotedRecord, links: Links): Quotation {
  const { card, source } = record;
  const translation = translationOf(record);
  return {
    '@type': 'Quotation',
    '@id': idOf(record, links, 'quotation'),
    text: card.quote.exact,
    inLanguage: source.language,
    // In other kinds, the words may be the outlet's own, about somebody's statement.
    ...(quotedSpecOf(card).quotesSpeaker
      ? { creator: speaker(record, links), spokenByCharacter: speaker(record, links) }
      : {}),
    isPartOf: { '@id': links.source(source.id) },
    citation: { '@id': links.source(source.id) },
    ...(source.url === null ? {} : { url: links.passage(record) }),
    ...(translation === null
      ? {}
      : translation.text === null
        ? {
            ...(translation.by && { translator: translation.by }),
            translationOfWork: { '@type': 'Quotation', ...(translation.from && { inLanguage: translation.from }) },
          }
        : {
            workTranslation: {
              '@type': 'Quotation',
              text: translation.text,
              inLanguage: card.language ?? 'en',
              ...(translation.by && { translator: translation.by }),
            },
          }),
  };
}

/** The speaker: a person or an organisation if known, otherwise a name. */
function speaker(record: QuotedRecord, links: Links): Organization | Person | string {
  const { name, type, speaker: listed } = stepsOf(record)[0] as AttributionStep;
  const about = {
    ...(listed && { '@id': links.speaker(listed.id), url: links.speaker(listed.id) }),
    name,
    ...(listed?.role !== undefined && { description: listed.role }),
  };
  switch (type) {
    case 'person':
      return { '@type': 'Person', ...about };
    case 'organisation':
      return { '@type': 'Organization', ...about };
    default:
      return name;
  }
}

const organization = (name: string): Organization => ({ '@type': 'Organization', name });

/** The source. Its @id is its page here, because the address of the text may be unknown. */
function article(source: Source, links: Links): NewsArticle {
  const { title, authors, publisher, published, url, language, translated } = source;
  const day = isoIfStated(published);
  return {
    '@type': 'NewsArticle',
    '@id': links.source(source.id),
    publisher: organization(publisher),
    inLanguage: language,
    ...(title === null ? {} : { headline: title }),
    ...(authors.length > 0 ? { author: authors } : {}),
    ...(day === undefined || day.includes('/') ? {} : { datePublished: day }),
    ...(url === null ? {} : { url }),
    ...(translated ? { translationOfWork: original(translated) } : {}),
  };
}

function original({ from, publisher, url }: NonNullable<Source['translated']>): NewsArticle {
  return {
    '@type': 'NewsArticle',
    inLanguage: from,
    publisher: organization(publisher),
    ...(url === null ? {} : { url }),
  };
}

/** A date that was not inferred, if ISO 8601 can express it. */
function isoIfStated({ date, basis }: DatedFact): string | undefined {
  return basis === 'inferred' ? undefined : toIso8601(date);
}

function comparison(record: ComparisonRecord, links: Links): ItemList {
  return {
    '@type': 'ItemList',
    '@id': idOf(record, links, 'comparison'),
    name: record.card.claim,
    description: record.card.note,
    numberOfItems: record.rows.length,
    itemListElement: record.rows.map(({ label, record: row }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: claim(row, links),
    })),
  };
}

/** The sources of the rows, without duplicates. */
function sourcesOf({ rows }: ComparisonRecord): Source[] {
  return [...new Set(rows.map(({ record }) => record.source))];
}
