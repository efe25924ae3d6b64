/** The home page: what the cards are, and all of them, with search, filters and order. */

import { type Child, useContext } from 'hono/jsx';
import { altText } from '../../card/alt.ts';
import { datePoints } from '../../card/date.ts';
import { stateOf } from '../../card/history.ts';
import { languageName } from '../../card/language.ts';
import { counted as countedOf } from '../../card/prose.ts';
import type { CardPage, FacetCounts } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { Layout, Pages, SiteContext, ThemedPicture } from './layout.tsx';
import type { GalleryQuery } from './page-query.ts';
import { BadgeMeanings } from './picture-legend.tsx';
import { ActiveFilters, filtersOf, SearchForm, type ValueNames } from './search-form.tsx';
import { CardGrid } from './tile.tsx';

type GalleryProps = {
  query: GalleryQuery;
  page: CardPage;
  counts: FacetCounts;
  names: ValueNames;
  /** The language of all cards; undefined if they are in several, or if the search needs no help. */
  language: string | undefined;
  /** Whether the catalogue has no cards. */
  isEmpty: boolean;
  /** Whether the maintainer previews the site, and no reader visits it. */
  isPreview: boolean;
  links: Links;
};

/** The most frequent topics, which a search without a result offers. */
const TOPICS_OFFERED = 5;

export function GalleryPage({ isEmpty, isPreview, ...shown }: GalleryProps) {
  const site = useContext(SiteContext);
  const { query, page, links } = shown;
  const isAll = Object.keys(query).length === 0;
  return (
    <Layout
      title={query.q ? 'Search' : site.name}
      description="Fact cards to embed as pictures: who said it and when, with the exact words of the source and a link to the passage."
      {...(isAll ? { canonical: links.gallery() } : {})}
      section="cards"
      links={links}
    >
      {isEmpty ? (
        <>
          <h1>No cards yet</h1>
          <EmptyCatalog isPreview={isPreview} links={links} />
          <h2>What a card is for</h2>
          <Steps links={links} />
        </>
      ) : (
        <>
          <div id="intro">{isAll ? <Introduction {...shown} /> : <h1>Cards</h1>}</div>
          {isAll && <h2 class="quiet">All cards</h2>}
          <SearchForm {...shown} />
          <p id="count" class="count" role="status">
            <span {...(page.total === 0 ? { class: 'quiet' } : {})}>
              {counted(page)}
              {'. '}
              <MatchNotice {...shown} />
            </span>
          </p>
          <section id="results" aria-label="Cards">
            <Results {...shown} />
          </section>
        </>
      )}
    </Layout>
  );
}

/** What a card is, what these cards are about, with an example, and what to do with a card. */
function Introduction({ page, names, links }: Pick<GalleryProps, 'page' | 'names' | 'links'>) {
  const { cards } = page;
  const current = cards.filter(({ card }) => stateOf(card) === 'current');
  const example = current.find(({ card }) => card.kind === 'figure') ?? current[0];
  return (
    <div class="hero">
      <div>
        <h1>Facts that you can embed and anyone can check</h1>
        <p class="lead">
          Each card shows a fact, who said it and when, and the exact words of the source, with a link to the passage.
        </p>
      </div>
      {example && (
        <a class="example" href={links.page(example.card.id)}>
          <ThemedPicture
            record={example}
            links={links}
            alt={`Example: ${altText(example)}`}
            narrow="square"
            fetchpriority="high"
          />
        </a>
      )}
      <p class="subjects">{subjectsOf({ page, names })}</p>
      <Steps links={links}>
        <a href="#search">Search below</a>, or browse the <a href={links.topics()}>topics</a>.{' '}
      </Steps>
    </div>
  );
}

/** "98 cards from 5 sources, published in 2023. Most frequent topics: Belarus, Wagner Group" */
function subjectsOf({ page, names: { sources, topics } }: Pick<GalleryProps, 'page' | 'names'>): string {
  const quoted = sources.filter(({ cards }) => cards.length > 0).map(({ source }) => source);
  const years = quoted.flatMap(({ published }) => datePoints(published.date).map(({ year }) => year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const published = first === last ? `in ${first}` : `from ${first} to ${last}`;
  const named = topics.slice(0, TOPICS_OFFERED).map(({ name }) => name);
  return `${counted(page)} from ${countedOf(quoted.length, 'source')}, published ${published}. Most frequent topics: ${named.join(', ')}`;
}

/** What to do with a card. `children`: where to find one. */
function Steps({ links, children }: { links: Links; children?: Child }) {
  return (
    <ol class="steps">
      <li>
        <strong>Find a fact.</strong> {children}A card names the speaker, the date and the outlet.
      </li>
      <li>
        <strong>Paste the card</strong> into a post, a wiki or a newsletter, as a picture or a link.{' '}
        <a href={links.embedding()}>What to paste where</a>
      </li>
      <li>
        <strong>Anyone can check.</strong> The card links to the exact words in the source. Is a copy still current?{' '}
        <a href={links.check()}>Check a copy</a>
      </li>
    </ol>
  );
}

/** The words that no card has, which words the listed cards have instead, and the language of all cards. */
function MatchNotice({ page, language }: Pick<GalleryProps, 'page' | 'language'>) {
  const { match, unknownWords, total } = page;
  if (match === null || match === 'all') return total === 0 ? <strong>No card matches.</strong> : null;
  const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
  const similar = [...new Set(unknownWords.flatMap((word) => word.similar))];
  const like = `${similar.length > 1 ? 'similar words' : 'a similar word'}, ${quoted(similar)}`;
  const shown = {
    similar: 'all words',
    known: 'all other words',
    most: 'most of the words',
    some: 'some of the words',
  };
  const one = unknownWords.length === 1;
  return (
    <>
      <strong>
        {unknownWords.length === 0
          ? 'No card has all these words.'
          : `No card has the ${one ? 'word' : 'words'} ${quoted(unknownWords.map(({ word }) => word))}.`}
      </strong>
      {total > 0 && similar.length > 0 && ` Cards with ${like}${match === 'similar' ? '.' : `, and ${shown[match]}.`}`}
      {total > 0 && similar.length === 0 && ` ${total === 1 ? 'This one has' : 'These have'} ${shown[match]}.`}
      {language !== undefined && unknownWords.length > 0 && ` The cards are in ${languageName(language)}.`}
    </>
  );
}

function Results({ query, page, names, language, links }: Omit<GalleryProps, 'counts' | 'isEmpty' | 'isPreview'>) {
  const { cursor: _cursor, ...rest } = query;
  const { previous, next } = page;
  return (
    <>
      <ActiveFilters query={query} names={names} links={links} />
      {page.total === 0 && (
        <div class="nothing">
          <p>
            <MatchNotice page={page} language={language} />
          </p>
          <ul>
            {query.q && <li>Search for other words: a name, a place or a number from the fact.</li>}
            {filtersOf(query).length > 0 && (
              <li>
                Search with fewer filters, or{' '}
                <a href={links.gallery(query.q === undefined ? {} : { q: query.q })}>remove all of them</a>.
              </li>
            )}
            <li>
              Choose a topic:{' '}
              {names.topics.slice(0, TOPICS_OFFERED).map(({ slug, name }, at) => (
                <>
                  {at > 0 && ' · '}
                  <a href={links.topic(slug)}>{name}</a>
                </>
              ))}{' '}
              · <a href={links.topics()}>all topics</a>
            </li>
          </ul>
        </div>
      )}
      {page.total > 0 && <BadgeMeanings />}
      <CardGrid cards={page.cards} links={links} level={Object.keys(query).length === 0 ? 3 : 2} />
      <Pages
        {...page}
        shown={page.cards.length}
        previous={previous ? links.gallery({ ...rest, ...previous }) : undefined}
        next={next ? links.gallery({ ...rest, cursor: next }) : undefined}
      />
    </>
  );
}

/** "1 card", "24 cards"; "10000+ cards" if the total is a lower bound. */
export function counted({ total, totalExact }: CardPage): string {
  return total === 1 ? '1 card' : `${total}${totalExact ? '' : '+'} cards`;
}

/** Readers see that there are no cards; the maintainer sees how to add the first one. */
function EmptyCatalog({ isPreview, links }: Pick<GalleryProps, 'isPreview' | 'links'>) {
  if (!isPreview)
    return (
      <p class="nothing">
        The first ones will appear here and in the <a href={links.atomFeed()}>feed</a>. Come back later, or subscribe to
        it.
      </p>
    );
  return (
    <div class="nothing">
      <p>To add one, copy the words that state a fact from an article and run:</p>
      <pre>
        <code>npm run new -- --url https://example.org/the-article --quote "the words"</code>
      </pre>
      <p>
        Or make the card in <a href="/compose">the composer</a>, here in the browser.
      </p>
      <p>“Make a catalogue” in README.md explains the next steps. Readers do not see this help.</p>
    </div>
  );
}
