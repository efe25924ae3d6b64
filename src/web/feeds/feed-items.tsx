/** What both feeds say of a card. Pure. */

import { altText } from '../../card/alt.ts';
import { attributionLine, longCitation, shortCitation } from '../../card/citation.ts';
import { formatDate } from '../../card/date.ts';
import { comparedContext, comparedValue, creditOf } from '../../card/headline.ts';
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../../card/record.ts';
import { disputeLine, isDisputed } from '../../card/related.ts';
import { sentenceOf, titleOf } from '../../card/sentence.ts';
import { statusLine } from '../../card/status.ts';
import { topicSlug } from '../../card/topic.ts';
import type { Correction, Store } from '../../catalog/store.ts';
import { SIZES } from '../../render/variant.ts';
import type { Links } from '../links.ts';
import { Earlier, Notice } from '../pages/history.tsx';
import { Dated, Quotation } from '../pages/quotation.tsx';

/** A feed holds the newest cards; the whole catalogue is in the API. */
const FEED_ITEMS = 50;

export type FeedItem = {
  /** The address of the card's page, which is permanent; of a correction, its place on that page. */
  id: string;
  title: string;
  summary: string;
  html: string;
  language: string;
  author: string;
  topics: { slug: string; name: string }[];
  /** The picture with its revision: readers keep pictures by their address. */
  image: string;
  /** Midnight UTC of the day of the last change (RFC 3339). When a card was first published is not recorded. */
  updated: string;
  /** The passage in the source; null for a comparison, and where the source's address is not known. */
  passage: string | null;
  /** The pages of the cards that a comparison sets side by side. */
  related: string[];
};

/** The newest cards and the newest entries of their histories, the newest first. */
export async function feedItems(store: Store, links: Links): Promise<FeedItem[]> {
  const [cards, corrections] = await Promise.all([
    store.listCards({ limit: FEED_ITEMS }),
    store.listCorrections({ limit: FEED_ITEMS }),
  ]);
  return [
    ...(corrections?.corrections ?? []).map((correction) => correctionItem(correction, links)),
    ...(cards?.cards ?? []).map((record) => feedItem(record, links)),
  ]
    .sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
    .slice(0, FEED_ITEMS);
}

/** A correction is news of its own: readers that have the card already would not see it otherwise. */
function correctionItem({ record, number, entry }: Correction, links: Links): FeedItem {
  const word = `${entry.type.charAt(0).toUpperCase()}${entry.type.slice(1)}`;
  const item = feedItem(record, links);
  return {
    ...item,
    id: links.correction(record.card.id, number),
    title: `${word}: ${sentenceOf(record)}`,
    summary: `${word} ${formatDate(entry.date, 'long')}: ${entry.reason}`,
    html: `${(<Earlier entry={entry} />).toString()}${item.html}`,
    updated: midnight(entry.date),
  };
}

/**
 * When the feed changed last, by the content's own dates and no clock. Atom demands a time even of a feed that holds
 * nothing and so never changed (RFC 4287, section 4.1.1): it gets the first there is.
 */
export async function feedUpdated(store: Store): Promise<string> {
  const [newest] = await store.listEntries(0, 1);
  return midnight(newest?.updated ?? '1970-01-01');
}

function feedItem(record: CardRecord, links: Links): FeedItem {
  const { card, updated } = record;
  return {
    id: links.page(card.id),
    title: titleOf(record),
    summary: altText(record),
    html: feedItemHtml(record, links),
    language: card.language ?? 'en',
    author: creditOf(record),
    topics: card.topics.map((name) => ({ slug: topicSlug(name), name })),
    image: links.preview(record),
    updated: midnight(updated),
    passage: isComparison(record) || record.source.url === null ? null : links.passage(record),
    related: isComparison(record) ? record.card.rows.map((row) => links.page(row.card)) : [],
  };
}

/** Midnight UTC of a day (RFC 3339): a card's last change is known to the day, and feeds ask for a time. */
export function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}

/** The content of an entry as HTML. */
export function feedItemHtml(record: CardRecord, links: Links): string {
  return (<FeedItem record={record} links={links} />).toString();
}

function FeedItem({ record, links }: { record: CardRecord; links: Links }) {
  return (
    <div>
      <p>
        <a href={links.page(record.card.id)}>
          <img src={links.preview(record)} width={SIZES.og.width} height={SIZES.og.height} alt={altText(record)} />
        </a>
      </p>
      <Notice record={record} links={links} />
      {isComparison(record) ? <Compared record={record} links={links} /> : <Quoted record={record} links={links} />}
    </div>
  );
}

function Quoted({ record, links }: { record: QuotedRecord; links: Links }) {
  const { card, source } = record;
  const passage = links.passage(record);
  return (
    <>
      {isDisputed(card) && <p>{disputeLine(card)}.</p>}
      <Quotation record={record} cite={passage} />
      <p>{attributionLine(record)}</p>
      <p>
        {statusLine(card)}; as of: <Dated fact={card.asOf} check="asOf" outcomes={record.evidence?.checks} />
        {card.saidOn && (
          <>
            ; said on: <Dated fact={card.saidOn} check="saidOn" outcomes={record.evidence?.checks} />
          </>
        )}
      </p>
      <p>
        <a href={passage}>Read it in the source</a>: {longCitation(source, card)}; published:{' '}
        <Dated fact={source.published} check="published" outcomes={record.evidence?.checks} />
      </p>
    </>
  );
}

function Compared({ record, links }: { record: ComparisonRecord; links: Links }) {
  return (
    <>
      <ul>
        {record.rows.map(({ label, record: row }) => (
          <li key={row.card.id}>
            {label}: <a href={links.page(row.card.id)}>{comparedValue(row)}</a> ({comparedContext(row)} ·{' '}
            {shortCitation(row.source)})
          </li>
        ))}
      </ul>
      <p>{record.card.note}</p>
    </>
  );
}
