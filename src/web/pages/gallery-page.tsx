/** The gallery: the pictures of all cards, newest first, with search and filters. */

import { useContext } from 'hono/jsx';
import { shortCitation } from '../../card/citation.ts';
import { type CardRecord, isComparison } from '../../card/record.ts';
import { disputeLine, type RelationName, relatedLine } from '../../card/related.ts';
import { titleOf } from '../../card/sentence.ts';
import {
  type CardPage,
  FACETS,
  type Facet,
  type FacetCount,
  type FacetCounts,
  type ListedSource,
  type Topic,
} from '../../catalog/store.ts';
import { MAX_SEARCH_CHARACTERS } from '../api/schemas/parameters.ts';
import type { Links } from '../links.ts';
import { Layout, Pages, SiteContext, ThemedPicture } from './layout.tsx';
import type { GalleryQuery } from './page-query.ts';

type GalleryProps = {
  query: GalleryQuery;
  page: CardPage;
  counts: FacetCounts;
  /** The names of filter values. */
  names: { sources: readonly ListedSource[]; topics: readonly Topic[] };
  /** Whether the catalogue has no cards. */
  isEmpty: boolean;
  /** Whether the maintainer previews the site, and no reader visits it. */
  isPreview: boolean;
  links: Links;
};

export function GalleryPage({ query, page, counts, names, isEmpty, isPreview, links }: GalleryProps) {
  const site = useContext(SiteContext);
  const isAll = Object.keys(query).length === 0;
  return (
    <Layout
      title={query.q ? 'Search' : site.name}
      description="Fact cards to embed as pictures: who said it and when, with the exact words of the source and a link to the passage."
      {...(isAll ? { canonical: links.gallery() } : {})}
      links={links}
    >
      <h1>Facts that you can embed and anyone can check</h1>
      <p class="lead">
        Each card shows a fact, who said it and when, and the exact words of the source, with a link to the passage.
      </p>
      {isEmpty ? (
        <EmptyCatalog isPreview={isPreview} />
      ) : (
        <>
          <SearchForm query={query} counts={counts} names={names} links={links} />
          <p id="count" class="count" role="status">
            <Count query={query} page={page} links={links} />
          </p>
          <section id="results" aria-label="Cards">
            <Results query={query} page={page} links={links} />
          </section>
        </>
      )}
    </Layout>
  );
}

type ResultsProps = Pick<GalleryProps, 'query' | 'page' | 'links'>;

const FACET_NAMES: Record<Facet, string> = {
  topic: 'Topic',
  source: 'Source',
  kind: 'Kind',
  status: 'Status',
  nature: 'Nature',
  related: 'Related cards',
};
const RELATION_NAMES: Record<RelationName, string> = {
  contradicts: 'Disputed',
  'same-remark': 'Same remark',
  updates: 'Newer data',
  'updated-by': 'Older data',
};

function SearchForm({ query, counts, names, links }: Omit<GalleryProps, 'page' | 'isEmpty' | 'isPreview'>) {
  const nameOf = namesOf(names);
  return (
    <search>
      <form class="search" action={links.gallery()} data-live="count results filters">
        <label class="wide">
          Search
          <input type="search" name="q" value={query.q ?? ''} maxlength={MAX_SEARCH_CHARACTERS} autocomplete="off" />
        </label>
        <div id="filters" class="filters">
          {FACETS.map((facet) => (
            <label key={facet}>
              {FACET_NAMES[facet]}
              <select name={facet}>
                <option value="">Any</option>
                {withChosen(counts[facet], query[facet]).map(({ value, count }) => (
                  <option key={value} value={value} selected={value === query[facet]}>
                    {nameOf(facet, value)} ({count})
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <button type="submit">Search</button>
      </form>
    </search>
  );
}

/** Keeps the chosen value in the list even if no card matches it. */
function withChosen(counts: FacetCount[], chosen: string | undefined) {
  const isListed = chosen === undefined || counts.some(({ value }) => value === chosen);
  return isListed ? counts : [...counts, { value: chosen, count: 0 }];
}

/** Returns the name of a facet value, or the value itself if it is unknown. */
function namesOf({ sources, topics }: GalleryProps['names']): (facet: Facet, value: string) => string {
  const sourcesById = new Map(sources.map(({ source }) => [source.id, source]));
  const topicNames = new Map(topics.map(({ slug, name }) => [slug, name]));
  return (facet, value) => {
    switch (facet) {
      case 'topic':
        return topicNames.get(value) ?? value;
      case 'source': {
        const source = sourcesById.get(value);
        return source ? shortCitation(source) : value;
      }
      case 'related':
        return RELATION_NAMES[value as RelationName];
      case 'kind':
      case 'status':
      case 'nature':
        return value.charAt(0).toUpperCase() + value.slice(1);
    }
  };
}

function Count({ query, page, links }: ResultsProps) {
  const { cursor: _cursor, ...filters } = query;
  return (
    <>
      {counted(page)}
      {Object.keys(filters).length > 0 && (
        <>
          {' · '}
          <a href={links.gallery()}>Show all</a>
        </>
      )}
    </>
  );
}

function Results({ query, page, links }: ResultsProps) {
  const { cursor: _cursor, ...filters } = query;
  return (
    <>
      {page.total === 0 && <p>No card matches. Try fewer words, or set a filter to “Any”.</p>}
      <CardGrid cards={page.cards} links={links} />
      <Pages
        {...(query.cursor ? { first: links.gallery(filters) } : {})}
        {...(page.next ? { next: links.gallery({ ...filters, cursor: page.next }) } : {})}
      />
    </>
  );
}

/** "1 card", "24 cards"; "10000+ cards" if the total is a lower bound. */
function counted({ total, totalExact }: CardPage): string {
  return total === 1 ? '1 card' : `${total}${totalExact ? '' : '+'} cards`;
}

/** Readers see that there are no cards; the maintainer sees how to add the first one. */
function EmptyCatalog({ isPreview }: Pick<GalleryProps, 'isPreview'>) {
  if (!isPreview) return <p>No cards yet.</p>;
  return (
    <>
      <p>No cards yet. To add one, copy the words that state a fact from an article and run:</p>
      <pre>
        <code>npm run new -- --url https://example.org/the-article --quote "the words"</code>
      </pre>
      <p>
        Or make the card in <a href="/compose">the composer</a>, here in the browser.
      </p>
      <p>“Make a catalogue” in README.md explains the next steps. Readers see only “No cards yet.” here.</p>
    </>
  );
}

type TopicPageProps = { topic: Topic; page: CardPage; cursor?: string | undefined; links: Links };

export function TopicPage({ topic, page, cursor, links }: TopicPageProps) {
  return (
    <Layout
      title={topic.name}
      description={`${page.total} sourced fact cards on ${topic.name}, each with the exact words of its source.`}
      {...(cursor === undefined ? { canonical: links.topic(topic.slug) } : {})}
      links={links}
    >
      <p class="eyebrow">Topic</p>
      <h1>{topic.name}</h1>
      <p class="count">
        {counted(page)} · <a href={links.gallery({ topic: topic.slug })}>Search these cards</a>
      </p>
      <CardGrid cards={page.cards} links={links} />
      <Pages
        {...(cursor === undefined ? {} : { first: links.topic(topic.slug) })}
        {...(page.next ? { next: links.topic(topic.slug, page.next) } : {})}
      />
    </Layout>
  );
}

/** The number of pictures that load eagerly, because most readers see them without scrolling. */
const FIRST_SCREEN = 2;

/** The relations of a card: contradictions, same remarks and updates. */
function TileNote({ record }: { record: CardRecord }) {
  if (isComparison(record)) return null;
  const words = [disputeLine(record.card), relatedLine(record.card)].filter(Boolean).join(' · ');
  return words === '' ? null : <span class="tile-text muted">{words}</span>;
}

export function CardGrid({ cards, links }: { cards: readonly CardRecord[]; links: Links }) {
  return (
    <ul class="grid">
      {cards.map((record, index) => (
        <li key={record.card.id}>
          <a href={links.page(record.card.id)}>
            <ThemedPicture
              record={record}
              links={links}
              alt=""
              {...(index < FIRST_SCREEN ? { fetchpriority: 'high' } : { loading: 'lazy' })}
            />
            <span class="tile-text">{titleOf(record)}</span>
            <TileNote record={record} />
          </a>
        </li>
      ))}
    </ul>
  );
}
