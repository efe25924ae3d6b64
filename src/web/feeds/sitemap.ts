/** The sitemap (https://www.sitemaps.org/protocol.html), with the cards' pictures (Google's image extension). Pure. */
import type { Store } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { element, xmlDocument } from './xml.ts';

/** The maximum number of addresses in a file, by the protocol. */
const MAX_ADDRESSES = 50_000;

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
  const { before, after } = await addressesBesideCards(store, links);
  const cards = store.counts.cards;
  const parts = Math.ceil((before.length + cards + after.length) / limit);
  if (part === undefined && parts > 1) return index(parts, links);
  if (part !== undefined && (parts < 2 || part < 1 || part > parts)) return undefined;
  const start = ((part ?? 1) - 1) * limit;
  /** The range of a list in this part, if the list begins at `first` of all addresses. */
  const inPart = (first: number): [number, number] => [Math.max(start - first, 0), Math.max(start + limit - first, 0)];
  const [firstCard, lastCard] = inPart(before.length);
  const entries = await store.listEntries(firstCard, lastCard - firstCard);
  return urlSet([
    ...before.slice(...inPart(0)),
    ...entries.map(({ id, updated }) => ({ href: links.page(id), changed: updated, image: links.form(id, 'png') })),
    ...after.slice(...inPart(before.length + cards)),
  ]);
}

async function addressesBesideCards(store: Store, links: Links): Promise<{ before: Address[]; after: Address[] }> {
  const [sources, speakers, topics] = await Promise.all([
    store.listSources(),
    store.listSpeakers(),
    store.listTopics(),
  ]);
  const [newest] = await store.listEntries(0, 1);
  return {
    before: [
      { href: links.gallery(), changed: newest?.updated },
      { href: links.sources(), changed: newest?.updated },
      { href: links.speakers(), changed: newest?.updated },
      { href: links.docs() },
    ],
    after: [
      ...sources.map(({ source, updated }) => ({ href: links.source(source.id), changed: updated ?? undefined })),
      ...speakers.map(({ speaker, updated }) => ({ href: links.speaker(speaker.id), changed: updated ?? undefined })),
      ...topics.map(({ slug, updated }) => ({ href: links.topic(slug), changed: updated })),
    ],
  };
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
