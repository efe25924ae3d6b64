/** The page of a card: its picture and how to share it, its sentence and badge, the quote, facts, further cards and history. */

import { useContext } from 'hono/jsx';
import { altText } from '../../card/alt.ts';
import { longCitation, shortCitation } from '../../card/citation.ts';
import { formatDate } from '../../card/date.ts';
import { comparedContext, comparedValue } from '../../card/headline.ts';
import { noticeOf, withdrawalOf } from '../../card/history.ts';
import { counted } from '../../card/prose.ts';
import { type CardRecord, type ComparisonRecord, isComparison, quotedOf } from '../../card/record.ts';
import { asTitle, sentenceOf, titleOf } from '../../card/sentence.ts';
import { topicSlug } from '../../card/topic.ts';
import type { PublishedRevision } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { ComparisonBadge, EvidenceBadge } from './evidence-badge.tsx';
import { CardHistory, Notice, Revisions, TYPE_WORDS } from './history.tsx';
import { CopyField, Layout, SiteContext } from './layout.tsx';
import { MoreCards, type MoreGroup } from './more-cards.tsx';
import type { PictureQuery } from './page-query.ts';
import { PasteBox } from './paste-box.tsx';
import { PictureLegend } from './picture-legend.tsx';
import { descriptionOf, PreviewTags } from './preview-tags.tsx';
import { Details, isQuotedInHeading } from './quoted-body.tsx';
import { Dispute, RelatedCards, Support } from './related.tsx';
import { ReportLink } from './report-link.tsx';
import { Share, ShownPicture } from './share.tsx';

type CardPageProps = {
  record: CardRecord;
  /** The comparisons that contain the card. */
  comparisons: readonly CardRecord[];
  more: readonly MoreGroup[];
  /** The card that supersedes it. */
  successor: CardRecord | undefined;
  /** The published revisions, oldest first. */
  revisions: readonly PublishedRevision[];
  picture: PictureQuery;
  links: Links;
};

export function CardPage({ record, comparisons, more, successor, revisions, picture, links }: CardPageProps) {
  const { card } = record;
  const alt = altText(record);
  const shared = { record, alt, picture, links };
  const withdrawal = withdrawalOf(card);
  return (
    <Layout
      title={titleOf(record)}
      description={descriptionOf(record)}
      canonical={links.page(card.id)}
      style="card"
      links={links}
      head={
        <>
          <PreviewTags record={record} links={links} theme={picture.theme} />
          <script type="module" src="/scripts/share.js" />
        </>
      }
    >
      <article class="card-page">
        <Notice record={record} successor={successor} links={links} />
        {!isComparison(record) && <Dispute record={record} links={links} />}
        <div class="card-top">
          <div>
            <ShownPicture {...shared} />
            {withdrawal ? (
              <p>
                <a class="action" href={successor ? links.page(successor.card.id) : '#history'}>
                  {successor ? 'Open the card that replaces it' : 'See why'}
                </a>
              </p>
            ) : (
              <Share {...shared} />
            )}
          </div>
          <header>
            <p class="eyebrow">
              {card.topics.map((topic) => (
                <a key={topic} href={links.topic(topicSlug(topic))}>
                  {topic}
                </a>
              ))}
            </p>
            <Sentence record={record} links={links} />
            {successor && (
              <p>
                Replaced by: <a href={links.page(successor.card.id)}>{titleOf(successor)}</a>
              </p>
            )}
            {comparisons.filter(isComparison).map(({ card: { id, claim, rows } }) => (
              <p key={id} class="compare">
                Compare with {counted(rows.length - 1, 'other report')}: <a href={links.page(id)}>{claim}</a>
              </p>
            ))}
            {isComparison(record) ? (
              <>
                <ComparisonBadge record={record} />
                <ComparisonBody record={record} links={links} />
              </>
            ) : (
              <EvidenceBadge record={record} links={links} />
            )}
          </header>
          {withdrawal ? (
            <details open={picture.size !== undefined || picture.theme !== undefined}>
              <summary>Use it anyway: the picture says “{TYPE_WORDS[withdrawal]}”</summary>
              <Share {...shared} />
              <PasteBox {...shared} />
            </details>
          ) : (
            <PasteBox {...shared} />
          )}
        </div>
        {!isComparison(record) && <Support record={record} links={links} />}
        <div class="beside">
          {isComparison(record) ? <MoreCards groups={more} links={links} /> : <Details record={record} links={links} />}
          <UseAndCheck record={record} links={links} />
        </div>
        <CardHistory record={record} successor={successor} links={links} />
        <Revisions record={record} revisions={revisions} links={links} />
        {!isComparison(record) && <RelatedCards record={record} links={links} />}
        {!isComparison(record) && <MoreCards groups={more} links={links} />}
      </article>
    </Layout>
  );
}

/** The data of the card, its citations, how to check a copy, and where to report an error. */
function UseAndCheck({ record, links }: { record: CardRecord; links: Links }) {
  const { card, revision } = record;
  const { report } = useContext(SiteContext);
  return (
    <section class="about" aria-labelledby="about">
      <h2 id="about">Use and check this card</h2>
      <CopyField
        id="citation"
        label={isComparison(record) ? 'Citation of the sources' : `Citation (${shortCitation(record.source)})`}
        value={[...new Set(quotedOf(record).map(({ source, card: quoted }) => longCitation(source, quoted)))].join(
          '\n',
        )}
      />
      <ul class="uses">
        <li>
          Data: <a href={links.form(card.id, 'json')}>JSON</a>, <a href={links.form(card.id, 'md')}>Markdown text</a>,{' '}
          <a href={links.oembed(card.id, 'json')}>oEmbed</a>
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
        <li>
          <ReportLink report={report} about={{ page: links.page(card.id), id: card.id, revision }} />
          {report !== null && ' in this card'}
        </li>
      </ul>
      <PictureLegend />
    </section>
  );
}

/** The sentence of a card as its heading, with the citation less prominent. Below a quote: what the words are about. */
function Sentence({ record, links }: { record: CardRecord; links: Links }) {
  const { card } = record;
  const sentence = sentenceOf(record);
  const [, found = sentence, citation] = /^(.*?) (\((?:[^()]|\([^()]*\))*\))$/s.exec(sentence) ?? [];
  const words = card.kind === 'quote' ? found : asTitle(found, card.language);
  const withdrawal = withdrawalOf(card);
  const heading = (
    <>
      <Stressed words={words} record={record} links={links} /> {citation && <span class="citation">{citation}</span>}
    </>
  );
  return (
    <>
      <h1>
        {withdrawal ? (
          <>
            <strong class="state">{TYPE_WORDS[withdrawal]}:</strong> <del>{heading}</del>
          </>
        ) : (
          heading
        )}
      </h1>
      {card.kind === 'quote' && <p class="lead">{withdrawal ? <del>{card.claim}</del> : card.claim}</p>}
    </>
  );
}

/** The characters of a figure that fit on one line of the narrowest screen. */
const FIGURE_ON_ONE_LINE = 18;

/** The words of the sentence; a figure on one line, and the words of a quote with their mark. */
function Stressed({ words, record, links }: { words: string; record: CardRecord; links: Links }) {
  const { card } = record;
  if (card.kind === 'figure' && card.figure.text.length <= FIGURE_ON_ONE_LINE) {
    const [before, figure, after] = split(words, card.figure.text);
    return (
      <>
        {before}
        <span class="one-line">{figure}</span>
        {after}
      </>
    );
  }
  if (!isComparison(record) && isQuotedInHeading(record)) {
    const [before, mark, after] = split(words, card.kind === 'quote' ? card.quote.highlight : undefined);
    return (
      <q lang={record.source.language} cite={links.passage(record)}>
        {before}
        {mark && <mark>{mark}</mark>}
        {after}
      </q>
    );
  }
  return <>{words}</>;
}

/** The words before a part, the part, and the words after it, in any case of letters. */
function split(words: string, part = ''): [before: string, part: string, after: string] {
  const start = words.toLowerCase().indexOf(part.toLowerCase());
  if (start < 0) return [words, '', ''];
  const end = start + part.length;
  return [words.slice(0, start), words.slice(start, end), words.slice(end)];
}

function ComparisonBody({ record, links }: { record: ComparisonRecord; links: Links }) {
  return (
    <section class="comparison" aria-labelledby="comparison">
      <h2 id="comparison">Comparison</h2>
      <ul class="rows">
        {record.rows.map(({ label, record: row, exact }) => (
          <li key={row.card.id}>
            <span class="muted">{label}</span>
            <a href={links.page(row.card.id)}>{comparedValue({ record: row, exact })}</a>
            <span class="muted">
              {comparedContext(row)} · <a href={links.source(row.source.id)}>{shortCitation(row.source)}</a>
            </span>
            <RowState record={row} />
          </li>
        ))}
      </ul>
      <p>
        <strong>Note:</strong> {record.card.note}
      </p>
    </section>
  );
}

/** The last change that readers must know of a compared card. */
function RowState({ record: { card } }: { record: CardRecord }) {
  const notice = noticeOf(card);
  if (!notice) return null;
  return (
    <strong class="state">
      {TYPE_WORDS[notice.type]} {formatDate(notice.date, 'long')}
    </strong>
  );
}
