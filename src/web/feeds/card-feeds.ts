/** The newest cards as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) and as Atom (RFC 4287). Pure. */

import type { Site } from '../../card/site.ts';
import type { Store, Topic } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { type FeedItem, feedItems, feedUpdated, midnight } from './feed-items.tsx';
import { element, xmlDocument } from './xml.ts';

/** `topic`: the only topic of the feed; undefined for all cards. */
type FeedOptions = { links: Links; site: Site; topic?: Topic | undefined };

const titleOf = ({ site, topic }: FeedOptions) => (topic ? `${topic.name} · ${site.name}` : site.name);
const homeOf = ({ links, topic }: FeedOptions) => (topic ? links.topic(topic.slug) : links.gallery());

export async function jsonFeed(store: Store, options: FeedOptions) {
  const { links, site, topic } = options;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(options),
    home_page_url: homeOf(options),
    feed_url: links.jsonFeed(topic?.slug),
    description: site.description,
    language: site.language,
    authors: [{ name: site.name, url: links.gallery() }],
    items: (await feedItems(store, links, topic)).map(jsonItem),
  };
}

/** `date_published` is omitted because it is unknown. */
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

export async function atomFeed(store: Store, options: FeedOptions): Promise<string> {
  const { links, site, topic } = options;
  const items = await feedItems(store, links, topic);
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': site.language },
      element('id', {}, homeOf(options)),
      element('title', {}, titleOf(options)),
      element('subtitle', {}, site.description),
      element('updated', {}, topic ? midnight(topic.updated) : await feedUpdated(store)),
      element('author', {}, element('name', {}, site.name), element('uri', {}, links.gallery())),
      element('link', { rel: 'self', type: 'application/atom+xml', href: links.atomFeed(topic?.slug) }),
      element('link', { rel: 'alternate', type: 'text/html', href: homeOf(options) }),
      ...items.map((item) => atomEntry(item, links)),
    ),
  );
}

/** `published` is omitted because it is unknown. `via` is the source of the content (RFC 4287, section 4.2.7.2). */
function atomEntry(item: FeedItem, links: Links) {
  return element(
    'entry',
    { 'xml:lang': item.language },
    element('id', {}, item.id),
    element('title', {}, item.title),
    element('updated', {}, item.updated),
    element('author', {}, element('name', {}, item.author)),
    element('link', { rel: 'alternate', type: 'text/html', href: item.id }),
    ...(item.passage === null ? [] : [element('link', { rel: 'via', href: item.passage })]),
    ...item.related.map((href) => element('link', { rel: 'related', type: 'text/html', href })),
    ...item.topics.map(({ slug, name }) => element('category', { term: slug, scheme: links.topic(''), label: name })),
    element('summary', {}, item.summary),
    element('content', { type: 'html' }, item.html),
  );
}
