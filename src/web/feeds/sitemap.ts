/** The sitemap (https://www.sitemaps.org/protocol.html), with the cards' pictures (Google's image extension). Pure. */
import { type Bitset, firstPosition } from '../../catalog/bitset.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Links } from '../links.ts';
import { element, xmlDocument } from './xml.ts';

/** More than this a file may not hold. */
const MAX_ADDRESSES = 50_000;

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const IMAGE_XMLNS = 'http://www.google.com/schemas/sitemap-image/1.1';

/** A page; `changed` is the day of the last change of what is on it, and not known of a page that holds no card. */
type Address = { href: string; changed?: string | undefined; image?: string };

/**
 * /sitemap.xml: every page, or where they are too many for a file, an index of its parts; and by its number from 1, a
 * part. `undefined` where there is no such part.
 */
export function sitemap(catalog: Catalog, links: Links, part?: number, limit = MAX_ADDRESSES): string | undefined {
  const addresses = addressesOf(catalog, links);
  const parts = Math.ceil(addresses.length / limit);
  if (part === undefined) return parts > 1 ? index(parts, links) : urlSet(addresses);
  if (parts < 2 || part < 1 || part > parts) return undefined;
  return urlSet(addresses.slice((part - 1) * limit, part * limit));
}

function addressesOf({ entries, facets, sources, topics }: Catalog, links: Links): Address[] {
  // Entries stand the newest first, so the first of a set is the newest of it.
  const newestOf = (set: Bitset | undefined) => (set ? entries[firstPosition(set)]?.updated : undefined);
  return [
    { href: links.gallery(), changed: entries[0]?.updated },
    { href: links.sources(), changed: entries[0]?.updated },
    { href: links.docs() },
    ...entries.map(({ id, updated }) => ({ href: links.page(id), changed: updated, image: links.form(id, 'png') })),
    ...sources.map(({ id }) => ({ href: links.source(id), changed: newestOf(facets.source.get(id)) })),
    ...topics.map(({ slug }) => ({ href: links.topic(slug), changed: newestOf(facets.topic.get(slug)) })),
  ];
}

function urlSet(addresses: Address[]): string {
  return xmlDocument(
    element(
      'urlset',
      { xmlns: XMLNS, 'xmlns:image': IMAGE_XMLNS },
      ...addresses.map(({ href, changed, image }) =>
        element(
          'url',
          {},
          element('loc', {}, href),
          ...(changed === undefined ? [] : [element('lastmod', {}, changed)]),
          ...(image === undefined ? [] : [element('image:image', {}, element('image:loc', {}, image))]),
        ),
      ),
    ),
  );
}

function index(parts: number, links: Links): string {
  const numbers = Array.from({ length: parts }, (_, at) => at + 1);
  return xmlDocument(
    element(
      'sitemapindex',
      { xmlns: XMLNS },
      ...numbers.map((number) => element('sitemap', {}, element('loc', {}, links.sitemap(number)))),
    ),
  );
}
