/** The sitemap (https://www.sitemaps.org/protocol.html), with the cards' pictures (Google's image extension). Pure. */
import type { Store } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { element, xmlDocument } from './xml.ts';

/** A file may hold 50,000, and then takes 50 times as long as a page: an answer of many cards costs no more than one of few. */
const MAX_ADDRESSES = 250;

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const IMAGE_XMLNS = 'http://www.google.com/schemas/sitemap-image/1.1';

/** A page; `changed` is the day of the last change of what is on it, and not known of a page that holds no card. */
type Address = { href: string; changed?: string | undefined; image?: string };

/**
 * /sitemap.xml: every page, or where they are too many for a file, an index of its parts; and by its number from 1, a
 * part. `undefined` where there is no such part.
 */
export async function sitemap(
  store: Store,
  links: Links,
  part?: number,
  limit = MAX_ADDRESSES,
): Promise<string | undefined> {
  const lists = await listsOf(store, links);
  const parts = Math.max(1, Math.ceil(lists.reduce((sum, { length }) => sum + length, 0) / limit));
  if (part === undefined && parts > 1) return index(parts, links);
  if (part !== undefined && (parts < 2 || part < 1 || part > parts)) return undefined;
  const start = ((part ?? 1) - 1) * limit;
  const addresses: Address[] = [];
  let first = 0;
  for (const { length, read } of lists) {
    const [from, to] = [Math.max(start - first, 0), Math.min(start + limit - first, length)];
    if (from < to) addresses.push(...(await read(from, to)));
    first += length;
  }
  return urlSet(addresses);
}

/** Addresses of one kind. */
type AddressList = { length: number; read(from: number, to: number): Promise<Address[]> | Address[] };

function listed<T>(all: readonly T[], address: (of: T) => Address): AddressList {
  return { length: all.length, read: (from, to) => all.slice(from, to).map(address) };
}

/** All addresses, in order; none of them is made before it is read. */
async function listsOf(store: Store, links: Links): Promise<AddressList[]> {
  const [sources, speakers, topics, [newest]] = await Promise.all([
    store.listSources(),
    store.listSpeakers(),
    store.listTopics(),
    store.listEntries(0, 1),
  ]);
  const changed = newest?.updated;
  const pages = [
    { href: links.gallery(), changed },
    { href: links.sources(), changed },
    { href: links.speakers(), changed },
    { href: links.docs() },
  ];
  return [
    listed(pages, (page) => page),
    {
      length: store.counts.cards,
      read: async (from, to) =>
        (await store.listEntries(from, to - from)).map(({ id, updated }) => ({
          href: links.page(id),
          changed: updated,
          image: links.form(id, 'png'),
        })),
    },
    listed(sources, ({ source, updated }) => ({ href: links.source(source.id), changed: updated ?? undefined })),
    listed(speakers, ({ speaker, updated }) => ({ href: links.speaker(speaker.id), changed: updated ?? undefined })),
    listed(topics, ({ slug, updated }) => ({ href: links.topic(slug), changed: updated })),
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
