/** The bibliography: all sources, and one with every card taken from it. */
import type { Catalog } from '../../catalog/catalog.ts';
import { attributionLine } from '../../domain/attribution.ts';
import { datedCitation, publisherName } from '../../domain/citation.ts';
import { headline } from '../../domain/headline.ts';
import type { QuotedRecord } from '../../domain/record.ts';
import type { Source } from '../../domain/source.ts';
import type { Links } from '../links.ts';
import { Dated } from './dated.tsx';
import { Layout } from './layout.tsx';
import { Quotation } from './quotation.tsx';

export function SourcesPage({ catalog, links }: { catalog: Catalog; links: Links }) {
  return (
    <Layout title="Sources · Sourced fact cards" links={links}>
      <h1>Sources</h1>
      {catalog.sources.length === 0 && <p>There is no source yet.</p>}
      <ul>
        {catalog.sources.map((source) => (
          <li key={source.id}>
            <a href={links.source(source.id)}>{source.title ?? `${publisherName(source)} (title not known)`}</a>
            <br />
            {datedCitation(source)} · {catalog.cardsOf(source.id).length} cards
          </li>
        ))}
      </ul>
    </Layout>
  );
}

type SourcePageProps = { source: Source; cards: readonly QuotedRecord[]; links: Links };

export function SourcePage({ source, cards, links }: SourcePageProps) {
  const { translated } = source;
  return (
    <Layout title={`${datedCitation(source)} · Sourced fact cards`} links={links}>
      <p class="eyebrow">{publisherName(source)}</p>
      <h1>{source.title ?? 'Title not known'}</h1>
      <dl>
        <dt>Authors</dt>
        <dd>{source.authors.join(', ') || 'none named'}</dd>
        <dt>Published</dt>
        <dd>
          <Dated fact={source.published} />
        </dd>
        <dt>Address</dt>
        <dd>{source.url === null ? 'not known' : <a href={source.url}>{source.url}</a>}</dd>
        {translated && (
          <>
            <dt>Translation of</dt>
            <dd>
              {translated.publisher} (language: {translated.from}),{' '}
              {translated.url === null ? 'address not known' : <a href={translated.url}>{translated.url}</a>}
            </dd>
          </>
        )}
        <dt>Text checked</dt>
        <dd>
          captured {source.snapshot.accessed}, SHA-256 <code>{source.snapshot.sha256}</code>
        </dd>
        {source.note && (
          <>
            <dt>Note</dt>
            <dd>{source.note}</dd>
          </>
        )}
      </dl>
      <h2>Cards from this source</h2>
      {cards.length === 0 && <p>There is no card from this source yet.</p>}
      {cards.map((record) => (
        <section key={record.card.id} id={record.card.id}>
          <h3>
            <a href={links.page(record.card.id)}>{headline(record)}</a>
          </h3>
          <Quotation quote={record.card.quote} lang={source.language} />
          <p class="muted">{attributionLine(record)}</p>
        </section>
      ))}
    </Layout>
  );
}
