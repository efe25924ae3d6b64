/** The search of the home page: words, filters and order, and the links that remove them again. */
import { shortCitation } from '../../card/citation.ts';
import type { RelationName } from '../../card/related.ts';
import {
  FACETS,
  type Facet,
  type FacetCount,
  type FacetCounts,
  type ListedSource,
  type ListedSpeaker,
  SORTS,
  type Sort,
  type Topic,
} from '../../catalog/store.ts';
import { MAX_SEARCH_CHARACTERS } from '../api/schemas/parameters.ts';
import type { Links } from '../links.ts';
import type { GalleryQuery } from './page-query.ts';

/** The names of filter values. */
export type ValueNames = {
  sources: readonly ListedSource[];
  speakers: readonly ListedSpeaker[];
  topics: readonly Topic[];
};

type SearchProps = { query: GalleryQuery; counts: FacetCounts; names: ValueNames; links: Links };

const FACET_NAMES: Record<Facet, string> = {
  topic: 'Topic',
  source: 'Source',
  speaker: 'Speaker or outlet',
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
const SORT_NAMES: Record<Sort, string> = {
  '-updated': 'Newest cards',
  updated: 'Oldest cards',
  '-asOf': 'Latest facts',
  asOf: 'Earliest facts',
  id: 'Id, A to Z',
  '-id': 'Id, Z to A',
};

/** The values of a search that filter its results. */
export const filtersOf = (query: GalleryQuery) => FACETS.filter((facet) => query[facet] !== undefined);

export function SearchForm({ query, counts, names, links }: SearchProps) {
  const nameOf = namesOf(names);
  const active = filtersOf(query);
  return (
    <search id="search">
      <form class="search" action={links.gallery()} data-live="count results set filters order intro">
        <label class="words-field">
          <span>Search</span>
          <input
            type="search"
            name="q"
            value={query.q ?? ''}
            maxlength={MAX_SEARCH_CHARACTERS}
            autocomplete="off"
            placeholder="A name, a number, a place"
          />
        </label>
        <button type="submit">Search</button>
        <details class="filters">
          <summary>
            Filters<span id="set">{active.length > 0 && ` (${active.length})`}</span>
          </summary>
          <div id="filters">
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
        </details>
        <SortField query={query} />
      </form>
    </search>
  );
}

function SortField({ query: { q, sort } }: { query: GalleryQuery }) {
  const offered = SORTS.filter(
    (order) => order === sort || ['-asOf', 'asOf'].includes(order) || (q && order === '-updated'),
  );
  return (
    <label id="order" class="order">
      Sort
      <select name="sort">
        <option value="">{q ? 'Best match' : SORT_NAMES['-updated']}</option>
        {offered.map((order) => (
          <option key={order} value={order} selected={order === sort}>
            {SORT_NAMES[order]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Links that remove one part of the search each. */
export function ActiveFilters({ query, names, links }: Omit<SearchProps, 'counts'>) {
  const { cursor: _cursor, ...rest } = query;
  const nameOf = namesOf(names);
  const parts = [
    ...(query.q ? [{ name: 'q' as const, words: `“${query.q}”` }] : []),
    ...filtersOf(query).map((facet) => ({
      name: facet,
      words: `${FACET_NAMES[facet]}: ${nameOf(facet, query[facet] as string)}`,
    })),
  ];
  if (parts.length === 0) return null;
  return (
    <ul class="active" aria-label="Active search and filters">
      {parts.map(({ name, words }) => (
        <li key={name}>
          <a href={links.gallery({ ...rest, [name]: undefined })}>
            <span class="quiet">Remove </span>
            {words} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      <li>
        <a class="all" href={links.gallery()}>
          Show all
        </a>
      </li>
    </ul>
  );
}

/** Keeps the chosen value in the list even if no card matches it. */
function withChosen(counts: FacetCount[], chosen: string | undefined) {
  const isListed = chosen === undefined || counts.some(({ value }) => value === chosen);
  return isListed ? counts : [...counts, { value: chosen, count: 0 }];
}

/** Returns the name of a facet value, or the value itself if it is unknown. */
function namesOf({ sources, speakers, topics }: ValueNames): (facet: Facet, value: string) => string {
  const sourcesById = new Map(sources.map(({ source }) => [source.id, source]));
  const topicNames = new Map(topics.map(({ slug, name }) => [slug, name]));
  const speakerNames = new Map(speakers.map(({ speaker }) => [speaker.id, speaker.name]));
  return (facet, value) => {
    switch (facet) {
      case 'topic':
        return topicNames.get(value) ?? value;
      case 'source': {
        const source = sourcesById.get(value);
        return source ? shortCitation(source) : value;
      }
      case 'speaker':
        return speakerNames.get(value) ?? value;
      case 'related':
        return RELATION_NAMES[value as RelationName];
      case 'kind':
      case 'status':
      case 'nature':
        return value.charAt(0).toUpperCase() + value.slice(1);
    }
  };
}
