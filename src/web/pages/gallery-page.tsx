/** The home page: what the cards are, and all of them, with search, filters and order. */

import { useContext } from 'hono/jsx';
import { altText } from '../../card/alt.ts';
import { stateOf } from '../../card/history.ts';
import type { CardRecord } from '../../card/record.ts';
import type { CardPage, FacetCounts } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { Layout, Pages, SiteContext, ThemedPicture } from './layout.tsx';
import type { GalleryQuery } from './page-query.ts';
import { ActiveFilters, filtersOf, SearchForm, type ValueNames } from './search-form.tsx';
import { CardGrid } from './tile.tsx';

type GalleryProps = {
  query: GalleryQuery;
  page: CardPage;
  counts: FacetCounts;
  names: ValueNames;
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
      <div id="intro">{isAll ? <Introduction cards={page.cards} links={links} /> : <h1>Cards</h1>}</div>
      {isEmpty ? (
        <EmptyCatalog isPreview={isPreview} links={links} />
      ) : (
        <>
          {isAll && <h2 class="quiet">All cards</h2>}
          <SearchForm {...shown} />
          <p id="count" class="count" role="status">
            {counted(page)}
            <MatchNotice page={page} />
          </p>
          <section id="results" aria-label="Cards">
            <Results {...shown} />
          </section>
        </>
      )}
    </Layout>
  );
}

/** What a card is, with an example, and what to do with it. */
function Introduction({ cards, links }: { cards: readonly CardRecord[]; links: Links }) {
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
          <ThemedPicture record={example} links={links} alt={`Example: ${altText(example)}`} fetchpriority="high" />
        </a>
      )}
      <ol class="steps">
        <li>
          <strong>Find a fact.</strong> Search below, or browse the <a href={links.topics()}>topics</a>. A card names
          the speaker, the date and the outlet.
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
    </div>
  );
}

/** The words that no card has, and which words the listed cards have instead. */
function MatchNotice({ page: { match, unknownWords, total } }: Pick<GalleryProps, 'page'>) {
  if (match === null || match === 'all') return null;
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
      {'. '}
      <strong>
        {unknownWords.length === 0
          ? 'No card has all these words.'
          : `No card has the ${one ? 'word' : 'words'} ${quoted(unknownWords.map(({ word }) => word))}.`}
      </strong>
      {total > 0 && similar.length > 0 && ` Cards with ${like}${match === 'similar' ? '.' : `, and ${shown[match]}.`}`}
      {total > 0 && similar.length === 0 && ` ${total === 1 ? 'This one has' : 'These have'} ${shown[match]}.`}
    </>
  );
}

function Results({ query, page, names, links }: Pick<GalleryProps, 'query' | 'page' | 'names' | 'links'>) {
  const { cursor: _cursor, ...rest } = query;
  const { previous, next } = page;
  return (
    <>
      <ActiveFilters query={query} names={names} links={links} />
      {page.total === 0 && (
        <div class="nothing">
          <p>
            <strong>No card matches.</strong>
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
        <strong>No cards yet.</strong> The first ones will appear here and in the <a href={links.atomFeed()}>feed</a>.
        Come back later, or subscribe to it.
      </p>
    );
  return (
    <div class="nothing">
      <p>
        <strong>No cards yet.</strong> To add one, copy the words that state a fact from an article and run:
      </p>
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
