/** The newest cards as a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Pure. */
import type { Catalog } from '../catalog/catalog.ts';
import { type FeedItem, feedItems } from './feed-items.ts';
import type { Links } from './links.ts';
import { SITE_DESCRIPTION, SITE_LANGUAGE, SITE_NAME } from './site.ts';

export function jsonFeed(catalog: Catalog, links: Links) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: SITE_NAME,
    home_page_url: links.gallery(),
    feed_url: links.jsonFeed(),
    description: SITE_DESCRIPTION,
    language: SITE_LANGUAGE,
    authors: [{ name: SITE_NAME, url: links.gallery() }],
    items: feedItems(catalog, links).map(jsonItem),
  };
}

/** `date_published` is not known, and so left out. */
function jsonItem({ id, title, summary, html, language, author, topics, image, updated, passage }: FeedItem) {
  return {
    id,
    url: id,
    ...(passage === null ? {} : { external_url: passage }),
    title,
    summary,
    content_html: html,
    image,
    date_modified: updated,
    authors: [{ name: author }],
    tags: topics.map(({ name }) => name),
    language,
  };
}
