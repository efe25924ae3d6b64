/** The cards of one topic. */
import type { Topic } from '../../catalog/catalog.ts';
import type { CardPage } from '../../catalog/page.ts';
import type { Links } from '../links.ts';
import { CardGrid } from './card-grid.tsx';
import { Layout } from './layout.tsx';
import { Pages } from './pages.tsx';

type TopicPageProps = { topic: Topic; page: CardPage; cursor?: string | undefined; links: Links };

export function TopicPage({ topic, page, cursor, links }: TopicPageProps) {
  return (
    <Layout
      title={topic.name}
      description={`${page.total} sourced fact cards on ${topic.name}, each with the very words of its source.`}
      {...(cursor === undefined ? { canonical: links.topic(topic.slug) } : {})}
      links={links}
    >
      <p class="eyebrow">Topic</p>
      <h1>{topic.name}</h1>
      <p class="count">
        {page.total === 1 ? '1 card' : `${page.total} cards`} ·{' '}
        <a href={links.gallery({ topic: topic.slug })}>Search among them</a>
      </p>
      <CardGrid cards={page.cards} links={links} />
      <Pages
        {...(cursor === undefined ? {} : { first: links.topic(topic.slug) })}
        {...(page.next ? { next: links.topic(topic.slug, page.next) } : {})}
      />
    </Layout>
  );
}
