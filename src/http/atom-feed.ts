/** The newest cards as an Atom feed (RFC 4287). Pure. */
import type { Catalog } from '../catalog/catalog.ts';
import { type FeedItem, feedItems, feedUpdated } from './feed-items.ts';
import type { Links } from './links.ts';
import { SITE_DESCRIPTION, SITE_LANGUAGE, SITE_NAME } from './site.ts';
import { element, xmlDocument } from './xml.ts';

export function atomFeed(catalog: Catalog, links: Links): string {
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': SITE_LANGUAGE },
      element('id', {}, links.gallery()),
      element('title', {}, SITE_NAME),
      element('subtitle', {}, SITE_DESCRIPTION),
      element('updated', {}, feedUpdated(catalog)),
      element('author', {}, element('name', {}, SITE_NAME), element('uri', {}, links.gallery())),
      element('link', { rel: 'self', type: 'application/atom+xml', href: links.atomFeed() }),
      element('link', { rel: 'alternate', type: 'text/html', href: links.gallery() }),
      ...feedItems(catalog, links).map((item) => atomEntry(item, links)),
    ),
  );
}

/** `published` is not known, and so left out. `via` leads to where the content comes from (RFC 4287, section 4.2.7.2). */
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
