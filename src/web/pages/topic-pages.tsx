/** The topics: an index, and one page per topic with its cards. */

import { counted as countedOf } from '../../card/prose.ts';
import type { CardPage, Topic } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { counted } from './gallery-page.tsx';
import { Index } from './index-list.tsx';
import { Layout, Pages } from './layout.tsx';
import type { ListPart } from './page-query.ts';
import { BadgeMeanings } from './picture-legend.tsx';
import { CardGrid } from './tile.tsx';

export function TopicsPage({ part, links }: { part: ListPart<Topic>; links: Links }) {
  return (
    <Layout
      title="Topics"
      description="All topics of the cards, with the number of cards of each."
      {...(part.start === 0 ? { canonical: links.topics() } : {})}
      section="topics"
      links={links}
    >
      <h1>Topics</h1>
      <p class="lead">What the cards are about.</p>
      <Index
        part={part}
        empty="There are no topics yet. They appear with the first card."
        entryOf={({ slug, name, count }) => ({ href: links.topic(slug), name, note: countedOf(count, 'card') })}
        addressOf={links.topics}
      />
    </Layout>
  );
}

type TopicPageProps = { topic: Topic; page: CardPage; cursor: string | undefined; links: Links };

export function TopicPage({ topic, page, cursor, links }: TopicPageProps) {
  const { slug, name } = topic;
  const { previous, next } = page;
  return (
    <Layout
      title={name}
      description={`${countedOf(page.total, 'sourced fact card')} on ${name}, with the exact words of the sources.`}
      {...(cursor === undefined ? { canonical: links.topic(slug) } : {})}
      head={
        <>
          <link rel="alternate" type="application/json" title={`${name} as JSON`} href={links.topicFile(slug)} />
          <link rel="alternate" type="text/csv" title={`${name} as CSV`} href={links.topicFile(slug, 'csv')} />
          <link rel="alternate" type="application/feed+json" title={name} href={links.jsonFeed(slug)} />
          <link rel="alternate" type="application/atom+xml" title={name} href={links.atomFeed(slug)} />
        </>
      }
      section="topics"
      links={links}
    >
      <p class="eyebrow">
        <a href={links.topics()}>Topic</a>
      </p>
      <h1>{name}</h1>
      <p class="files">
        All {counted(page)}: <a href={links.topicFile(slug)}>JSON</a>, <a href={links.topicFile(slug, 'csv')}>CSV</a>.
        New cards: <a href={links.jsonFeed(slug)}>JSON Feed</a>, <a href={links.atomFeed(slug)}>Atom feed</a>.{' '}
        <a href={links.gallery({ topic: slug })}>Search them</a>.
      </p>
      <BadgeMeanings />
      <CardGrid cards={page.cards} links={links} level={2} topic={name} />
      <Pages
        {...page}
        shown={page.cards.length}
        previous={previous ? links.topic(slug, previous.cursor) : undefined}
        next={next ? links.topic(slug, next) : undefined}
      />
    </Layout>
  );
}
