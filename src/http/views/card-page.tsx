/** A card's own page: the picture, the words it rests on, and the way to them. */
import { altText, statusWord } from '../../domain/alt.ts';
import { attributionLine } from '../../domain/attribution.ts';
import { datedCitation, longCitation } from '../../domain/citation.ts';
import { headline } from '../../domain/headline.ts';
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../../domain/record.ts';
import { SIZES } from '../../render/size.ts';
import type { Links } from '../links.ts';
import { Dated } from './dated.tsx';
import { Layout } from './layout.tsx';
import { Quotation } from './quotation.tsx';

export function CardPage({ record, links }: { record: CardRecord; links: Links }) {
  const { card } = record;
  const alt = altText(record);
  return (
    <Layout
      title={`${card.claim} · Sourced fact cards`}
      links={links}
      head={<PreviewTags record={record} alt={alt} links={links} />}
    >
      <p class="eyebrow">{card.topics.join(' · ')}</p>
      <h1>{isComparison(record) ? card.claim : headline(record)}</h1>
      <img class="card" src={links.preview(record)} width={SIZES.og.width} height={SIZES.og.height} alt={alt} />
      {isComparison(record) ? (
        <ComparisonBody record={record} links={links} />
      ) : (
        <QuotedBody record={record} links={links} />
      )}
      <h2>Other forms</h2>
      <p>
        <a href={links.form(card.id, 'png')}>PNG</a> · <a href={links.form(card.id, 'svg')}>SVG</a> ·{' '}
        <a href={links.form(card.id, 'json')}>JSON</a>
      </p>
    </Layout>
  );
}

function QuotedBody({ record, links }: { record: QuotedRecord; links: Links }) {
  const { card, source } = record;
  const passage = links.passage(record);
  return (
    <>
      <p class="claim">{card.claim}</p>
      <Quotation quote={card.quote} lang={source.language} cite={passage} />
      <p>
        <a class="action" href={passage}>
          Read it in the source
        </a>
      </p>
      <dl>
        <dt>Who says so</dt>
        <dd>{attributionLine(record)}</dd>
        <dt>Status</dt>
        <dd>{statusWord(card.status)}</dd>
        <dt>As of</dt>
        <dd>
          <Dated fact={card.asOf} />
        </dd>
        <dt>Source</dt>
        <dd>
          <a href={links.source(source.id)}>{datedCitation(source)}</a>
        </dd>
        <dt>Cite</dt>
        <dd>{longCitation(source)}</dd>
      </dl>
    </>
  );
}

function ComparisonBody({ record, links }: { record: ComparisonRecord; links: Links }) {
  return (
    <>
      <ul>
        {record.rows.map(({ label, record: row }) => (
          <li key={row.card.id}>
            {label}: <a href={links.page(row.card.id)}>{headline(row)}</a> ({datedCitation(row.source)})
          </li>
        ))}
      </ul>
      <p>{record.card.note}</p>
    </>
  );
}

function PreviewTags({ record, alt, links }: { record: CardRecord; alt: string; links: Links }) {
  const { card } = record;
  return (
    <>
      <link rel="canonical" href={links.page(card.id)} />
      <meta name="description" content={alt} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={card.claim} />
      <meta property="og:description" content={alt} />
      <meta property="og:url" content={links.page(card.id)} />
      <meta property="og:image" content={links.preview(record)} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(SIZES.og.width)} />
      <meta property="og:image:height" content={String(SIZES.og.height)} />
      <meta property="og:image:alt" content={alt} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:image:alt" content={alt} />
    </>
  );
}
