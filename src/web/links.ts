/** All published addresses. No other file builds one. */

import { LRUCache } from 'lru-cache';
import { bestCopy } from '../card/archive.ts';
import { passageUrl } from '../card/evidence/fragment.ts';
import {
  type CardRecord,
  type Evidence,
  isComparison,
  type QuotedRecord,
  readableUrl,
  type SupportRecord,
} from '../card/record.ts';
import type { CardQuery, Sort } from '../catalog/store.ts';
import type { ImageFormat } from '../render/image.ts';
import { isMainVariant, MAIN_VARIANT, type Size, type Theme, variantName } from '../render/variant.ts';
import { type CardForm, FORMS } from './forms.ts';

/** The parameters of a list of cards, besides its filters. */
export type ListQuery = CardQuery & { sort?: Sort; fields?: readonly string[]; limit?: number; cursor?: string };

export type Links = ReturnType<typeof createLinks>;

/** Clients can send any origin, so only a few are cached. */
const known = new LRUCache<string, Links>({ max: 32 });

/** The links under the origin of an address, cached. @throws TypeError if it is not an address */
export function linksOf(address: string): Links {
  const kept = known.get(address);
  if (kept) return kept;
  const links = createLinks(new URL(address).origin);
  known.set(address, links);
  return links;
}

/** Builds absolute addresses under `origin`, for example "https://cards.example.org". */
export function createLinks(origin: string) {
  const page = (id: string, theme?: Theme) => `${origin}/cards/${id}${queryText({ theme })}`;
  const source = (id: string, cursor?: string) => `${origin}/sources/${id}${queryText({ cursor })}`;
  const speakers = `${origin}/speakers`;
  return {
    origin,
    gallery: (query: ListQuery = {}) => `${origin}/${queryText(query)}`,
    /** The page of a card. `theme`: of its picture, of its link preview and of frames; by default, that of the reader. */
    page,
    form: (id: string, form: CardForm) => `${page(id)}${FORMS[form].ending}`,
    /** The embed page of a card, which other sites frame. */
    embed: (id: string, theme?: Theme) => `${page(id)}/embed${queryText({ theme })}`,
    /** Redirects to the passage in the source; for a comparison, to its page. */
    toSource: (id: string) => `${page(id)}/source`,
    /** A picture by size and theme; the og size in the light theme has the short address. */
    image: (id: string, size: Size, theme: Theme, format: ImageFormat = 'png') =>
      isMainVariant({ size, theme })
        ? `${page(id)}${FORMS[format].ending}`
        : `${page(id)}/${variantName({ size, theme })}${FORMS[format].ending}`,
    /** A picture on the specimens page of the preview: "figure/square-dark". */
    specimen: (picture: string) => `${origin}/specimens/${picture}.png`,
    sources: (cursor?: string) => `${origin}/sources${queryText({ cursor })}`,
    source,
    speakers: (cursor?: string) => `${speakers}${queryText({ cursor })}`,
    speaker: (id: string, cursor?: string) => `${speakers}/${id}${queryText({ cursor })}`,
    topics: (cursor?: string) => `${origin}/topics${queryText({ cursor })}`,
    topic: (slug: string, cursor?: string) => `${origin}/topics/${encodeURIComponent(slug)}${queryText({ cursor })}`,
    /** All cards of a topic as one document. */
    topicFile: (slug: string, format: 'json' | 'csv' = 'json') =>
      `${origin}/topics/${encodeURIComponent(slug)}.${format}`,
    api: () => `${origin}/api`,
    apiCards: (query: ListQuery = {}) => `${origin}/api/cards${queryText(query)}`,
    /** All cards as a spreadsheet. */
    cardTable: (query: CardQuery = {}) => `${origin}/api/cards.csv${queryText(query)}`,
    apiCard: (id: string) => `${origin}/api/cards/${id}`,
    apiCorrections: (query: { limit?: number; cursor?: string } = {}) => `${origin}/api/corrections${queryText(query)}`,
    corrections: (cursor?: string) => `${origin}/corrections${queryText({ cursor })}`,
    /** An entry of a card's history, counted from 1. */
    correction: (id: string, number: number) => `${page(id)}#history-${number + 1}`,
    apiTopics: () => `${origin}/api/topics`,
    apiSources: () => `${origin}/api/sources`,
    apiWatch: () => `${origin}/api/watch`,
    watchFeed: () => `${origin}/watch.json`,
    apiSpeakers: () => `${origin}/api/speakers`,
    apiSpeaker: (id: string) => `${origin}/api/speakers/${id}`,
    apiSource: (id: string) => `${origin}/api/sources/${id}`,
    /** The page that says what to paste where, with a card as the example. */
    embedding: (card?: string) => `${origin}/embedding${card === undefined ? '' : queryText({ card })}`,
    /** The script of the web component. */
    factCard: () => `${origin}/fact-card.js`,
    /** The page that checks whether a copy is current. */
    check: () => `${origin}/check`,
    openapi: () => `${origin}/openapi.json`,
    docs: () => `${origin}/docs`,
    /** The assets of the API page, relative to it, because its policy allows only 'self'. */
    docsFile: (file: 'style.css' | 'script.js') => `/docs/${file}`,
    /** Redirects to the request of a form on the API page. */
    tryOut: (operationId: string) => `/docs/try/${operationId}`,
    mcp: () => `${origin}/mcp`,
    health: () => `${origin}/health`,
    /** The embed of a card's page; oEmbed calls its parameters `url` and `format`. */
    oembed: (id: string, format: 'json' | 'xml', theme?: Theme) =>
      `${origin}/oembed?${new URLSearchParams({ url: page(id, theme), format })}`,
    /** The newest cards, or those of a topic. */
    jsonFeed: (topic?: string) => `${origin}/feed.json${queryText({ topic })}`,
    atomFeed: (topic?: string) => `${origin}/feed.xml${queryText({ topic })}`,
    /** The sitemap, or a numbered part of it. */
    sitemap: (part?: number) => `${origin}/sitemap${part === undefined ? '' : `-${part}`}.xml`,
    llms: () => `${origin}/llms.txt`,
    /** A published revision of a card, which never changes. */
    revision: (id: string, revision: string, form: 'png' | 'json') => `${page(id)}@${revision}.${form}`,
    /** The address of a picture with the card's revision, so that the caches of other sites fetch a corrected picture. */
    fresh: (address: string, { revision }: CardRecord) => `${address}?v=${revision}`,
    /** The og picture with its revision. */
    preview(record: CardRecord, theme: Theme = MAIN_VARIANT.theme): string {
      return this.fresh(this.image(record.card.id, MAIN_VARIANT.size, theme), record);
    },
    icon: () => `${origin}/favicon.svg`,
    logo: (theme: Theme) => `${origin}/brand/${theme}`,
    /**
     * The passage in the source, or in its archived copy if the source is gone. If the address of the source is unknown:
     * the card on our page of the source.
     */
    passage: (record: QuotedRecord) => {
      const { card, source: from, evidence } = record;
      const url = readableUrl(record);
      return url === null ? `${source(from.id)}#${card.id}` : passageUrl(url, card.quote, whereIn(evidence));
    },
    /** The passage of a further quote. If the address of its source is unknown: our page of the source. */
    passageOf: ({ source: from, quote, evidence }: SupportRecord) =>
      from.url === null ? source(from.id) : passageUrl(from.url, quote, whereIn(evidence)),
    /** The passage in the archived copy of the source; null if no copy is known. */
    archivedPassage: ({ card, source: from, evidence }: QuotedRecord) => {
      const copy = bestCopy(from);
      return copy ? passageUrl(copy.url, card.quote, whereIn(evidence)) : null;
    },
    /** The address of the evidence: the passage, or for a comparison its own page. */
    evidence(record: CardRecord): string {
      return isComparison(record) ? page(record.card.id) : this.passage(record);
    },
  };
}

/** What leads to the words in the page, besides the quote. */
const whereIn = (evidence: Evidence | null) => ({ pageText: evidence?.pageText, page: evidence?.page });

function queryText(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = given.map(([name, value]) => `${name}=${queryValue(String(value))}`).join('&');
  return text === '' ? '' : `?${text}`;
}

/** The value as URLSearchParams writes it. Most values need no encoding. */
const queryValue = (value: string) =>
  /^[\w.*-]*$/.test(value) ? value : new URLSearchParams({ '': value }).toString().slice(1);
