/** What both feeds say of a card. Pure. */
import type { Catalog } from '../catalog/catalog.ts';
import { altText } from '../domain/alt.ts';
import { type CardRecord, isComparison } from '../domain/record.ts';
import { topicSlug } from '../domain/topic.ts';
import { creditOf, titleOf } from './credit.ts';
import type { Links } from './links.ts';
import { SITE_LANGUAGE } from './site.ts';
import { midnight } from './timestamp.ts';
import { feedItemHtml } from './views/feed-item.tsx';

/** A feed holds the newest cards; the whole catalogue is in the API. */
const FEED_ITEMS = 50;

export type FeedItem = {
  /** The address of the card's page, which is permanent. */
  id: string;
  title: string;
  summary: string;
  html: string;
  language: string;
  author: string;
  topics: { slug: string; name: string }[];
  /** The picture with its revision: readers keep pictures by their address. */
  image: string;
  /** Midnight UTC of the day of the last change (RFC 3339). When a card was first published is not recorded. */
  updated: string;
  /** The passage in the source; null for a comparison, and where the source's address is not known. */
  passage: string | null;
  /** The pages of the cards that a comparison sets side by side. */
  related: string[];
};

/** The newest cards, the newest first. */
export function feedItems(catalog: Catalog, links: Links): FeedItem[] {
  return catalog.newest(FEED_ITEMS).map((record) => feedItem(record, links));
}

/**
 * When the feed changed last, by the content's own dates and no clock. Atom demands a time even of a feed that holds
 * nothing and so never changed (RFC 4287, section 4.1.1): it gets the first there is.
 */
export function feedUpdated(catalog: Catalog): string {
  return midnight(catalog.entries[0]?.updated ?? '1970-01-01');
}

function feedItem(record: CardRecord, links: Links): FeedItem {
  const { card, updated } = record;
  return {
    id: links.page(card.id),
    title: titleOf(record),
    summary: altText(record),
    html: feedItemHtml(record, links),
    language: card.language ?? SITE_LANGUAGE,
    author: creditOf(record),
    topics: card.topics.map((name) => ({ slug: topicSlug(name), name })),
    image: links.preview(record),
    updated: midnight(updated),
    passage: isComparison(record) || record.source.url === null ? null : links.passage(record),
    related: isComparison(record) ? record.card.rows.map((row) => links.page(row.card)) : [],
  };
}
