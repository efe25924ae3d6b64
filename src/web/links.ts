/** Every address that we publish, spelled here and nowhere else. */

import { LRUCache } from 'lru-cache';
import { bestCopy } from '../card/archive.ts';
import { passageUrl } from '../card/evidence/fragment.ts';
import { type CardRecord, isComparison, type QuotedRecord, readableUrl, type SupportRecord } from '../card/record.ts';
import type { CardQuery, Sort } from '../catalog/store.ts';
import type { ImageFormat } from '../render/image.ts';
import { isMainVariant, type Size, type Theme, variantName } from '../render/variant.ts';
import { type CardForm, FORMS } from './forms.ts';

/** What a list of cards can be asked for, besides what it holds. */
export type ListQuery = CardQuery & { sort?: Sort; fields?: readonly string[]; limit?: number; cursor?: string };

export type Links = ReturnType<typeof createLinks>;

/** An address comes with each request, so no more than a few are kept. */
const known = new LRUCache<string, Links>({ max: 32 });

/** The addresses under the origin of an address, made once. @throws TypeError when it is none. */
export function linksOf(address: string): Links {
  const kept = known.get(address);
  if (kept) return kept;
  const links = createLinks(new URL(address).origin);
  known.set(address, links);
  return links;
}

/** Spells absolute addresses under `origin`, for example "https://cards.example.org". */
export function createLinks(origin: string) {
  const page = (id: string) => `${origin}/cards/${id}`;
  const source = (id: string) => `${origin}/sources/${id}`;
  const speakers = `${origin}/speakers`;
  return {
    origin,
    gallery: (query: ListQuery = {}) => `${origin}/${queryText(query)}`,
    page,
    form: (id: string, form: CardForm) => `${page(id)}${FORMS[form].ending}`,
    /** The card as a page that other sites frame. */
    embed: (id: string) => `${page(id)}/embed`,
    /** Redirects to the passage in the source; of a comparison, to its page. */
    toSource: (id: string) => `${page(id)}/source`,
    /** A picture by size and theme; the og size in the light theme has the short address. */
    image: (id: string, size: Size, theme: Theme, format: ImageFormat = 'png') =>
      isMainVariant({ size, theme })
        ? `${page(id)}${FORMS[format].ending}`
        : `${page(id)}/${variantName({ size, theme })}${FORMS[format].ending}`,
    /** A picture on the contact sheet of the preview: "figure/square-dark". */
    specimen: (picture: string) => `${origin}/gallery/${picture}.png`,
    sources: (cursor?: string) => `${origin}/sources${cursor === undefined ? '' : queryText({ cursor })}`,
    source,
    speakers: () => speakers,
    speaker: (id: string) => `${speakers}/${id}`,
    topic: (slug: string, cursor?: string) =>
      `${origin}/topics/${encodeURIComponent(slug)}${cursor === undefined ? '' : queryText({ cursor })}`,
    /** All cards of a topic as one document. */
    topicFile: (slug: string) => `${origin}/topics/${encodeURIComponent(slug)}.json`,
    api: () => `${origin}/api`,
    apiCards: (query: ListQuery = {}) => `${origin}/api/cards${queryText(query)}`,
    apiCard: (id: string) => `${origin}/api/cards/${id}`,
    apiCorrections: (query: { limit?: number; cursor?: string } = {}) => `${origin}/api/corrections${queryText(query)}`,
    /** An entry of a card's history, counted from 1. */
    correction: (id: string, number: number) => `${page(id)}#history-${number + 1}`,
    apiTopics: () => `${origin}/api/topics`,
    apiSources: () => `${origin}/api/sources`,
    apiWatch: () => `${origin}/api/watch`,
    watchFeed: () => `${origin}/watch.json`,
    apiSpeakers: () => `${origin}/api/speakers`,
    apiSource: (id: string) => `${origin}/api/sources/${id}`,
    openapi: () => `${origin}/openapi.json`,
    docs: () => `${origin}/docs`,
    /** What the page of the API is made of: from wherever the page came, so that a policy of 'self' holds. */
    docsFile: (file: 'style.css' | 'script.js') => `/docs/${file}`,
    /** Leads to what a form of the page of the API asks for. */
    tryOut: (operationId: string) => `/docs/try/${operationId}`,
    mcp: () => `${origin}/mcp`,
    health: () => `${origin}/health`,
    /** The embed of a card's page; oEmbed calls its parameters `url` and `format`. */
    oembed: (id: string, format: 'json' | 'xml') =>
      `${origin}/oembed?${new URLSearchParams({ url: page(id), format })}`,
    jsonFeed: () => `${origin}/feed.json`,
    atomFeed: () => `${origin}/feed.xml`,
    /** The sitemap; by its number, a part of one that is too long for a file. */
    sitemap: (part?: number) => `${origin}/sitemap${part === undefined ? '' : `-${part}`}.xml`,
    llms: () => `${origin}/llms.txt`,
    /** A published revision of a card, which never changes. */
    revision: (id: string, revision: string, form: 'png' | 'json') => `${page(id)}@${revision}.${form}`,
    /** A picture's address with the card's revision, so that other people's caches take a corrected one. */
    fresh: (address: string, { revision }: CardRecord) => `${address}?v=${revision}`,
    /** The og picture with its revision. */
    preview(record: CardRecord): string {
      return this.fresh(this.form(record.card.id, 'png'), record);
    },
    icon: () => `${origin}/favicon.svg`,
    logo: (theme: Theme) => `${origin}/brand/${theme}`,
    /**
     * The passage in the source, or where that is gone, in its archived copy; where the source has no known address, the
     * card's place in our record of it.
     */
    passage: (record: QuotedRecord) => {
      const { card, source: from, evidence } = record;
      const url = readableUrl(record);
      return url === null
        ? `${source(from.id)}#${card.id}`
        : passageUrl(url, card.quote, { pageText: evidence?.pageText });
    },
    /** The passage of a further quote; where its source has no known address, our record of that. */
    passageOf: ({ source: from, quote, evidence }: SupportRecord) =>
      from.url === null ? source(from.id) : passageUrl(from.url, quote, { pageText: evidence?.pageText }),
    /** The passage in the archived copy of the source; null where no copy is known. */
    archivedPassage: ({ card, source: from, evidence }: QuotedRecord) => {
      const copy = bestCopy(from);
      return copy ? passageUrl(copy.url, card.quote, { pageText: evidence?.pageText }) : null;
    },
    /** Where a reader finds what the card rests on: the passage, or for a comparison its own page. */
    evidence(record: CardRecord): string {
      return isComparison(record) ? page(record.card.id) : this.passage(record);
    },
  };
}

function queryText(query: ListQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
