/** The page of a card: its picture and how to share it, its sentence and proof, the quote, facts, further cards and history. */

import { useContext } from 'hono/jsx';
import { altText } from '../../card/alt.ts';
import { shortCitation } from '../../card/citation.ts';
import { comparedContext, comparedValue } from '../../card/headline.ts';
import { stateOf } from '../../card/history.ts';
import { type CardRecord, type ComparisonRecord, isComparison } from '../../card/record.ts';
import { sentenceOf, titleOf } from '../../card/sentence.ts';
import { topicSlug } from '../../card/topic.ts';
import type { PublishedRevision } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { CardHistory, Notice, Revisions } from './history.tsx';
import { Layout, SiteContext } from './layout.tsx';
import { MoreCards, type MoreGroup } from './more-cards.tsx';
import type { PictureQuery } from './page-query.ts';
import { PasteBox } from './paste-box.tsx';
import { PictureLegend } from './picture-legend.tsx';
import { PreviewTags } from './preview-tags.tsx';
import { ComparedProof, Proof } from './proof.tsx';
import { QuotedBody, Words } from './quoted-body.tsx';
import { Dispute, RelatedCards } from './related.tsx';
import { ReportLink } from './report-link.tsx';
import { Share } from './share.tsx';

type CardPageProps = {
  record: CardRecord;
  /** The comparisons that contain the card. */
  comparisons: readonly CardRecord[];
  more: readonly MoreGroup[];
  /** The published revisions, oldest first. */
  revisions: readonly PublishedRevision[];
  picture: PictureQuery;
  links: Links;
};

export function CardPage({ record, comparisons, more, revisions, picture, links }: CardPageProps) {
  const { card, revision } = record;
  const alt = altText(record);
  const site = useContext(SiteContext);
  const shared = { record, alt, picture, links };
  return (
    <Layout
      title={titleOf(record)}
      description={alt}
      canonical={links.page(card.id)}
      links={links}
      head={
        <>
          <PreviewTags record={record} links={links} />
          <script type="module" src="/scripts/share.js" />
        </>
      }
    >
      <article class="card-page">
        <Notice record={record} links={links} />
        {!isComparison(record) && <Dispute record={record} links={links} />}
        <div class="card-top">
          <Share {...shared} />
          <header>
            <p class="eyebrow">
              {card.topics.map((topic, index) => (
                <>
                  {index > 0 && ' · '}
                  <a href={links.topic(topicSlug(topic))}>{topic}</a>
                </>
              ))}
            </p>
            <Sentence record={record} />
            {isComparison(record) ? (
              <>
                <ComparedProof record={record} />
                <ComparisonBody record={record} links={links} />
              </>
            ) : (
              <>
                <Proof record={record} />
                <Words record={record} links={links} />
              </>
            )}
          </header>
          <PasteBox {...shared} />
        </div>
        {!isComparison(record) && (
          <>
            <QuotedBody record={record} links={links} />
            <RelatedCards record={record} links={links} />
          </>
        )}
        {comparisons.length > 0 && (
          <section aria-labelledby="comparisons">
            <h2 id="comparisons">Comparisons</h2>
            <ul class="card-list">
              {comparisons.map((other) => (
                <li key={other.card.id}>
                  <a href={links.page(other.card.id)}>{other.card.claim}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <MoreCards groups={more} links={links} />
        <CardHistory record={record} links={links} />
        <Revisions record={record} revisions={revisions} links={links} />
        <section class="about" aria-labelledby="about">
          <h2 id="about">Use and check this card</h2>
          <ul>
            <li>
              Data: <a href={links.form(card.id, 'json')}>JSON</a>,{' '}
              <a href={links.form(card.id, 'md')}>Markdown text</a>, <a href={links.oembed(card.id, 'json')}>oEmbed</a>
            </li>
            <li>
              Citation for reference managers: <a href={links.form(card.id, 'csl')}>CSL-JSON</a>,{' '}
              <a href={links.form(card.id, 'ris')}>RIS</a>, <a href={links.form(card.id, 'bib')}>BibLaTeX</a>
            </li>
            <li>
              <a href={links.embedding(card.id)}>Embed this card</a> in other software
            </li>
            <li>
              <a href={links.check()}>Check a copy</a> of this card: is it current, or was it altered?
            </li>
            {site.report !== null && (
              <li>
                <ReportLink report={site.report} about={{ page: links.page(card.id), id: card.id, revision }} /> in this
                card
              </li>
            )}
          </ul>
          <PictureLegend />
        </section>
      </article>
    </Layout>
  );
}

/** The sentence of a card as its heading, with the citation less prominent; below it the claim, if it says more. */
function Sentence({ record }: { record: CardRecord }) {
  const { card } = record;
  const sentence = sentenceOf(record);
  const [, found = sentence, citation] = /^(.*?) (\((?:[^()]|\([^()]*\))*\))$/s.exec(sentence) ?? [];
  // A figure may begin with its hedge: "up to 1,000".
  const words = card.kind === 'figure' ? found.charAt(0).toUpperCase() + found.slice(1) : found;
  const isRetracted = stateOf(card) === 'retracted';
  const heading = (
    <>
      {words} {citation && <span class="citation">{citation}</span>}
    </>
  );
  return (
    <>
      <h1>{isRetracted ? <del>{heading}</del> : heading}</h1>
      {!words.toLowerCase().includes(card.claim.toLowerCase()) && (
        <p class="lead">{isRetracted ? <del>{card.claim}</del> : card.claim}</p>
      )}
    </>
  );
}

function ComparisonBody({ record, links }: { record: ComparisonRecord; links: Links }) {
  return (
    <section class="comparison" aria-labelledby="comparison">
      <h2 id="comparison">Comparison</h2>
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
