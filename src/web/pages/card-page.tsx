/** The page of a card: picture, quote, links to the passage, facts, history and snippets. */

import { altText } from '../../card/alt.ts';
import { shortCitation } from '../../card/citation.ts';
import { comparedContext, comparedValue, headline } from '../../card/headline.ts';
import { stateOf } from '../../card/history.ts';
import { type CardRecord, type ComparisonRecord, isComparison } from '../../card/record.ts';
import { titleOf } from '../../card/sentence.ts';
import { topicSlug } from '../../card/topic.ts';
import type { PublishedRevision } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { CardHistory, Notice, Revisions } from './history.tsx';
import { Layout, ThemedPicture } from './layout.tsx';
import type { PictureQuery } from './page-query.ts';
import { PictureLegend } from './picture-legend.tsx';
import { PreviewTags } from './preview-tags.tsx';
import { QuotedBody } from './quoted-body.tsx';
import { Dispute, RelatedCards, Support } from './related.tsx';
import { Share } from './share.tsx';

type CardPageProps = {
  record: CardRecord;
  /** The comparisons that contain the card. */
  comparisons: readonly CardRecord[];
  /** The published revisions, oldest first. */
  revisions: readonly PublishedRevision[];
  picture: PictureQuery;
  links: Links;
};

export function CardPage({ record, comparisons, revisions, picture, links }: CardPageProps) {
  const { card } = record;
  const alt = altText(record);
  const title = headline(record);
  const retracted = stateOf(card) === 'retracted';
  return (
    <Layout
      title={titleOf(record)}
      description={alt}
      canonical={links.page(card.id)}
      links={links}
      head={<PreviewTags record={record} links={links} />}
    >
      <article class="card-page">
        <p class="eyebrow">
          {card.topics.map((topic, index) => (
            <>
              {index > 0 && ' · '}
              <a href={links.topic(topicSlug(topic))}>{topic}</a>
            </>
          ))}
        </p>
        <h1>{retracted ? <del>{title}</del> : title}</h1>
        {title !== card.claim && <p class="lead">{retracted ? <del>{card.claim}</del> : card.claim}</p>}
        <Notice record={record} links={links} />
        {!isComparison(record) && <Dispute record={record} links={links} />}
        <div id="picture" class="picture">
          <ThemedPicture record={record} links={links} alt={alt} {...picture} fetchpriority="high" />
        </div>
        <PictureLegend />
        {isComparison(record) ? (
          <ComparisonBody record={record} links={links} />
        ) : (
          <>
            <QuotedBody record={record} links={links} />
            <Support record={record} links={links} />
            <RelatedCards record={record} links={links} />
          </>
        )}
        <CardHistory record={record} links={links} />
        <Revisions record={record} revisions={revisions} links={links} />
        {comparisons.length > 0 && (
          <section>
            <h2>Comparisons</h2>
            <ul>
              {comparisons.map((other) => (
                <li key={other.card.id}>
                  <a href={links.page(other.card.id)}>{other.card.claim}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Share record={record} alt={alt} picture={picture} links={links} />
      </article>
    </Layout>
  );
}

export function ComparisonBody({ record, links }: { record: ComparisonRecord; links: Links }) {
  return (
    <section>
      <h2>Comparison</h2>
      <ul class="rows">
        {record.rows.map(({ label, record: row }) => (
          <li key={row.card.id}>
            <span class="muted">{label}</span>
            <a href={links.page(row.card.id)}>{comparedValue(row)}</a>
            <span class="muted">
              {comparedContext(row)} · <a href={links.source(row.source.id)}>{shortCitation(row.source)}</a>
            </span>
          </li>
        ))}
      </ul>
      <p>{record.card.note}</p>
    </section>
  );
}
