/**
 * The head of a card's page: link previews (Open Graph, https://ogp.me, and Twitter cards), links to other formats, citation tags
 * and structured data.
 */
import { raw } from 'hono/html';
import { useContext } from 'hono/jsx';
import { altText } from '../../card/alt.ts';
import { cslItem, isoDate } from '../../card/csl.ts';
import { type CardRecord, isQuoted, type QuotedRecord } from '../../card/record.ts';
import { titleOf } from '../../card/sentence.ts';
import { SIZES, type Theme } from '../../render/variant.ts';
import { type Alternate, cardEmbeds, cardForms } from '../card-links.ts';
import type { Links } from '../links.ts';
import { jsonLdScript } from './json-ld.ts';
import { SiteContext } from './layout.tsx';

/** `theme`: that of the address, for authors who choose one by pasting it. */
type PreviewTagsProps = { record: CardRecord; links: Links; theme: Theme | undefined };

export function PreviewTags({ record, links, theme }: PreviewTagsProps) {
  const site = useContext(SiteContext);
  const { card } = record;
  const alt = altText(record);
  const image = links.preview(record, theme);
  return (
    <>
      <OpenGraph record={record} alt={alt} image={image} links={links} />
      {/* X takes the title and the description from Open Graph. */}
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:image" content={image} />
      <meta name="twitter:image:alt" content={alt} />
      {isQuoted(record) && <CitationTags record={record} />}
      <AlternateLinks alternates={[...cardForms(card.id, links), ...cardEmbeds(card.id, links, theme)]} />
      <script type="application/ld+json">{raw(jsonLdScript(record, links, site.name))}</script>
    </>
  );
}

/** The alternative text without the title of the page, which link previews and search engines show above it. */
export function descriptionOf(record: CardRecord): string {
  const alt = altText(record);
  return alt.replace(`${titleOf(record)}. `, '') || alt;
}

/** Links to other formats of a page. */
function AlternateLinks({ alternates }: { alternates: Alternate[] }) {
  return (
    <>
      {alternates.map(({ href, type, title }) => (
        <link rel="alternate" type={type} href={href} title={title} key={href} />
      ))}
    </>
  );
}

/**
 * Citation tags for reference managers (Highwire Press tags, read by Google Scholar and Zotero). They support only a single
 * source, and dates that are a plain day, month or year. Inferred dates are omitted.
 */
function CitationTags({ record: { card, source } }: { record: QuotedRecord }) {
  const { title, author = [], issued, URL: url, language, ...item } = cslItem(source, card);
  const isSure = !issued.circa && !item.custom && issued['date-parts'].length === 1;
  const tags: [name: string, value: string | undefined][] = [
    ['title', title],
    ...author.map((name): [string, string] => [
      'author',
      'literal' in name ? name.literal : `${name.family}, ${name.given}`,
    ]),
    ['publication_date', isSure ? isoDate(issued).replace(/\b-/g, '/') : undefined],
    ['publisher', item['container-title']],
    ['language', language],
    ['fulltext_html_url', url],
  ];
  return (
    <>
      {tags.map(
        ([name, value]) => value && <meta name={`citation_${name}`} content={value} key={`${name} ${value}`} />,
      )}
    </>
  );
}

/** Without `article:published_time`, because only the last change of a card is known, not its first publication. */
function OpenGraph({ record, alt, image, links }: { record: CardRecord; alt: string; image: string; links: Links }) {
  const { card, updated } = record;
  const { name } = useContext(SiteContext);
  return (
    <>
      <meta property="og:site_name" content={name} />
      <meta property="og:type" content="article" />
      <meta property="og:locale" content={openGraphLocale(card.language ?? 'en')} />
      <meta property="og:title" content={titleOf(record)} />
      <meta property="og:description" content={descriptionOf(record)} />
      <meta property="og:url" content={links.page(card.id)} />
      <meta property="og:image" content={image} />
      {image.startsWith('https:') && <meta property="og:image:secure_url" content={image} />}
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(SIZES.og.width)} />
      <meta property="og:image:height" content={String(SIZES.og.height)} />
      <meta property="og:image:alt" content={alt} />
      <meta property="article:modified_time" content={updated} />
      <meta property="article:section" content={card.topics[0]} />
      {card.topics.map((topic) => (
        <meta property="article:tag" content={topic} key={topic} />
      ))}
    </>
  );
}

/** Open Graph requires a territory: "en_US". Uses the one in the tag, or the most likely one by CLDR. */
export function openGraphLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region ? `${language}_${region}` : language;
}
