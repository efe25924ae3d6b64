/** The bibliography: all sources, and one with every card taken from it. */
import type { Catalog } from '../../catalog/catalog.ts';
import { attributionLine } from '../../domain/attribution.ts';
import { datedCitation, longCitation, publisherName } from '../../domain/citation.ts';
import { formatDate } from '../../domain/date.ts';
import { headline } from '../../domain/headline.ts';
import type { QuotedRecord } from '../../domain/record.ts';
import type { Source } from '../../domain/source.ts';
import type { WatchReport } from '../../watch/report.ts';
import type { Links } from '../links.ts';
import { CopyField } from './copy-field.tsx';
import { Dated } from './dated.tsx';
import { Layout } from './layout.tsx';
import { Quotation } from './quotation.tsx';
import { SourceHealth } from './source-health.tsx';

type SourcesPageProps = { catalog: Catalog; watch: WatchReport | null; links: Links };

export function SourcesPage({ catalog, watch, links }: SourcesPageProps) {
  return (
    <Layout
      title="Sources"
      description="The texts that the cards quote: each with its record, and every card taken from it."
      canonical={links.sources()}
      links={links}
    >
      <h1>Sources</h1>
      <p class="lead">The texts that the cards quote. A program has looked every quote up in its text.</p>
      {catalog.sources.length === 0 && <p>There is no source yet.</p>}
      {catalog.sources.map((source) => (
        <section key={source.id} class="listed">
          <h2 class="entry">
            <a href={links.source(source.id)}>{source.title ?? `${publisherName(source)} (title not known)`}</a>
          </h2>
          <p class="muted">
            {datedCitation(source)} · {counted(catalog.cardsOf(source.id).length)}
          </p>
        </section>
      ))}
      {watch && <SourceHealth catalog={catalog} watch={watch} links={links} />}
    </Layout>
  );
}

type SourcePageProps = { source: Source; cards: readonly QuotedRecord[]; links: Links };

export function SourcePage({ source, cards, links }: SourcePageProps) {
  return (
    <Layout
      title={datedCitation(source)}
      description={`${longCitation(source)}: ${counted(cards.length)} taken from it.`}
      canonical={links.source(source.id)}
      links={links}
    >
      <p class="eyebrow">{publisherName(source)}</p>
      <h1>{source.title ?? 'Title not known'}</h1>
      <BibliographicRecord source={source} />
      <CopyField id="citation" label="Citation" value={longCitation(source)} />
      <h2>{counted(cards.length)} from this source</h2>
      {cards.length === 0 && <p>There is no card from this source yet.</p>}
      {cards.map((record) => (
        <section key={record.card.id} id={record.card.id} class="listed">
          <h3>
            <a href={links.page(record.card.id)}>{headline(record)}</a>
          </h3>
          <Quotation quote={record.card.quote} lang={source.language} />
          <p class="muted">
            {attributionLine(record)}
            {source.url !== null && (
              <>
                {' · '}
                <a href={links.passage(record)}>
                  {record.watch?.state === 'gone' && source.archived
                    ? 'Read it in the archived copy'
                    : 'Read it in the source'}
                </a>
              </>
            )}
          </p>
        </section>
      ))}
    </Layout>
  );
}

function BibliographicRecord({ source }: { source: Source }) {
  const { translated } = source;
  return (
    <dl class="facts">
      <dt>Authors</dt>
      <dd>{source.authors.join(', ') || 'none named'}</dd>
      <dt>Published</dt>
      <dd>
        <Dated fact={source.published} />
      </dd>
      <dt>Address</dt>
      <dd>{source.url === null ? 'not known' : <a href={source.url}>{source.url}</a>}</dd>
      {source.archived && (
        <>
          <dt>Archived copy</dt>
          <dd>
            <a href={source.archived.url}>{source.archived.url}</a>
            {source.archived.date && `, of ${formatDate(source.archived.date, 'long')}`}
          </dd>
        </>
      )}
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
  );
}

function counted(cards: number): string {
  return cards === 1 ? '1 card' : `${cards} cards`;
}
