/** Reads the metadata of the article from the head of a page: `meta`, `link`, `title` and `html`. Pure. */
import type { PageElement } from './elements.ts';
import type { FieldName, Statement } from './statement.ts';

/**
 * Names of `meta` by field, most reliable first: Open Graph, Highwire Press ("citation_"), Dublin Core, Parse.ly, Sailthru,
 * and those of newspapers. "creator" and "generator" name programs.
 */
const META: Record<Exclude<FieldName, 'address'>, string> = {
  title: 'citation_title og:title dc.title dcterms.title parsely-title sailthru.title title headline fulltitle',
  author:
    'citation_author citation_authors dc.creator dcterms.creator dc.contributor.author author article:author og:article:author parsely-author sailthru.author article:author_name article.author authors byl dcsext.author cxenseparse:author',
  publisher:
    'og:site_name citation_journal_title citation_publisher dc.publisher dcterms.publisher publisher application-name apple-mobile-web-app-title cre copyright',
  published:
    'article:published_time og:article:published_time article:published citation_publication_date citation_online_date citation_date dc.date.issued dcterms.issued dc.date.created dcterms.created dcterms.date dc.date parsely-pub-date sailthru.date cxenseparse:recs:publishtime datepublished publish-date publish_date publication_date publicationdate article.published pubdate ptime pdate dcsext.articlefirstpublished date',
  modified:
    'article:modified_time og:updated_time article:modified article:updated_time dcterms.modified dc.date.modified last-modified datemodified lastmod utime',
  language: 'dc.language dcterms.language content-language language inlanguage citation_language og:locale',
  free: 'article:content_tier og:article:content_tier isaccessibleforfree',
};

const RANKS = new Map(
  Object.entries(META).flatMap(([field, names]) =>
    names.split(/\s+/).map((name, rank) => [name, { field: field as FieldName, rank }]),
  ),
);

export function readTags(elements: readonly PageElement[]): Statement[] {
  const ranked = elements.flatMap(({ tag, attribute }) => {
    if (tag !== 'meta' || attribute('itemprop') !== '') return [];
    const names = (attribute('property') || attribute('name') || attribute('http-equiv')).split(/\s+/);
    const value = attribute('content') || attribute('value');
    return names.flatMap((name) => {
      const known = RANKS.get(name.toLowerCase().replace(/^dc(terms)?:/, 'dc$1.'));
      return known && value ? [{ ...known, value, from: `meta ${name}` }] : [];
    });
  });
  const meta = [...ranked, ...readRdfa(elements)]
    .sort((a, b) => a.rank - b.rank)
    .map(({ field, value, from }): Statement => ({ field, value, from }));
  const link = (rel: string) =>
    elements.find(
      (element) => element.tag === 'link' && element.attribute('rel').toLowerCase().split(/\s+/).includes(rel),
    );
  const root = elements.find(({ tag }) => tag === 'html');
  const say = (field: FieldName, value: string | undefined, from: string): Statement[] =>
    value ? [{ field, value, from }] : [];
  const ogUrl = elements.find(({ tag, attribute }) => tag === 'meta' && /^og:url$/i.test(attribute('property')));
  const named = (name: string) => elements.find(({ tag, attribute }) => tag === 'meta' && attribute('name') === name);
  // "Written by", and then who: WordPress writes it for chats.
  const written = ['1', '2'].flatMap((number) =>
    WRITTEN_BY.test(named(`twitter:label${number}`)?.attribute('content') ?? '')
      ? say('author', named(`twitter:data${number}`)?.attribute('content'), `meta twitter:data${number}`)
      : [],
  );
  return [
    ...say('language', root?.attribute('lang') || root?.attribute('xml:lang'), '<html lang>'),
    ...meta,
    ...written,
    ...say('address', link('canonical')?.attribute('href'), '<link rel=canonical>'),
    ...say('address', ogUrl?.attribute('content'), 'meta og:url'),
  ];
}

const WRITTEN_BY =
  /^(?:written by|author|verfasst von|geschrieben von|écrit par|auteur|escrito por|autor|scritto da|autore|geschreven door|skrevet av|skriven av|napisane przez|автор|написано)/i;

/** Properties of RDFa, as Drupal writes them. The first counts: comments and teasers have some, too. */
const RDFA: Record<string, FieldName> = {
  headline: 'title',
  author: 'author',
  datepublished: 'published',
  datecreated: 'published',
  created: 'published',
  issued: 'published',
  datemodified: 'modified',
  modified: 'modified',
};

function readRdfa(elements: readonly PageElement[]): (Statement & { rank: number })[] {
  const first = new Map<string, Statement & { rank: number }>();
  for (const { tag, attribute, text } of elements) {
    if (tag === 'meta' && attribute('itemprop') !== '') continue;
    for (const name of attribute('property').split(/\s+/)) {
      const [, prefix, property = ''] = /^(?:(schema|dc|dct|dcterms):)?(\w+)$/i.exec(name) ?? [];
      const field = prefix || tag !== 'meta' ? RDFA[property.toLowerCase()] : undefined;
      const value = field && (attribute('content') || attribute('datetime') || text());
      if (field && value && value.length <= MAX_RDFA && !first.has(property))
        first.set(property, { field, value, from: `property ${name}`, rank: MAX_RDFA });
    }
  }
  return [...first.values()];
}

/** A longer value is a text, not a name, title or date. This also holds for all names of `meta`. */
const MAX_RDFA = 200;

/** The `title` of the page, which often also names the site. */
export const pageTitle = (elements: readonly PageElement[]): string =>
  elements.find(({ tag, text }) => tag === 'title' && text() !== '')?.text() ?? '';
