/** The sitemap (https://www.sitemaps.org/protocol.html), with the cards' pictures (Google's image extension). Pure. */
import type { Store } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { element, xmlDocument } from './xml.ts';

/** The maximum number of addresses in a file. The protocol allows 50,000, which take far longer to write than a page. */
const MAX_ADDRESSES = 250;

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const IMAGE_XMLNS = 'http://www.google.com/schemas/sitemap-image/1.1';

/** A page. `changed`: the day of its last change; undefined if it shows no cards. */
type Address = { href: string; changed?: string | undefined; image?: string };

/**
 * /sitemap.xml: all pages, or an index of its parts if there are too many pages for one file. `part`: the number of a part,
 * from 1. Returns `undefined` if the part does not exist.
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
  const [sources, speakers, topics, [newest], corrections] = await Promise.all([
    store.listSources(),
    store.listSpeakers(),
    store.listTopics(),
    store.listEntries(0, 1),
    store.listCorrections({ limit: 1 }),
  ]);
  const changed = newest?.updated;
  const pages = [
    { href: links.gallery(), changed },
    { href: links.topics(), changed },
    { href: links.sources(), changed },
    { href: links.speakers(), changed },
    { href: links.corrections(), changed: corrections?.corrections[0]?.entry.date },
    { href: links.embedding(), changed },
    { href: links.check() },
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
