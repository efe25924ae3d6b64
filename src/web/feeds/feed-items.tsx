/** The items of both feeds. Pure. */

import { altText } from '../../card/alt.ts';
import { attributionLine, longCitation, shortCitation } from '../../card/citation.ts';
import { formatDate } from '../../card/date.ts';
import { comparedContext, comparedValue, creditOf } from '../../card/headline.ts';
import { type CardRecord, type ComparisonRecord, isComparison, type QuotedRecord } from '../../card/record.ts';
import { disputeLine, isDisputed } from '../../card/related.ts';
import { sentenceOf, titleOf } from '../../card/sentence.ts';
import { statusLine } from '../../card/status.ts';
import { topicSlug } from '../../card/topic.ts';
import type { Correction, Store, Topic } from '../../catalog/store.ts';
import { SIZES } from '../../render/variant.ts';
import type { Links } from '../links.ts';
import { Changes, Notice } from '../pages/history.tsx';
import { Dated, Quotation } from '../pages/quotation.tsx';

/** The number of items in a feed. The API has the whole catalogue. */
const FEED_ITEMS = 50;

export type FeedItem = {
  /** The permanent address of the card's page, or of a correction on that page. */
  id: string;
  title: string;
  summary: string;
  html: string;
  language: string;
  author: string;
  topics: { slug: string; name: string }[];
  /** The picture with its revision, because feed readers cache pictures by address. */
  image: string;
  /** Midnight UTC of the day of the last change (RFC 3339). The first publication of a card is not recorded. */
  updated: string;
  /** The passage in the source; null for a comparison, or if the address of the source is unknown. */
  passage: string | null;
  /** The pages of the compared cards. */
  related: string[];
};

/** The newest cards and history entries, newest first; or those of a topic. */
export async function feedItems(store: Store, links: Links, topic?: Topic): Promise<FeedItem[]> {
  const isOnTopic = ({ record }: Correction) => !topic || record.card.topics.map(topicSlug).includes(topic.slug);
  const [cards, corrections] = await Promise.all([
    store.listCards({ limit: FEED_ITEMS, ...(topic && { topic: topic.slug }) }),
    store.listCorrections({ limit: FEED_ITEMS }),
  ]);
  return [
    ...(corrections?.corrections ?? []).filter(isOnTopic).map((correction) => correctionItem(correction, links)),
    ...(cards?.cards ?? []).map((record) => feedItem(record, links)),
  ]
    .sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
    .slice(0, FEED_ITEMS);
}

/** A correction is a separate item, because feed readers would not show a changed item again. */
function correctionItem({ record, number, entry }: Correction, links: Links): FeedItem {
  const word = `${entry.type.charAt(0).toUpperCase()}${entry.type.slice(1)}`;
  const item = feedItem(record, links);
  return {
    ...item,
    id: links.correction(record.card.id, number),
    title: `${word}: ${sentenceOf(record)}`,
    summary: `${word} ${formatDate(entry.date, 'long')}: ${entry.reason}`,
    html: `${(<Changes record={record} number={number} />).toString()}${item.html}`,
    updated: midnight(entry.date),
  };
}

/**
 * The last change of the feed, from the dates of its content. Atom requires a time even for an empty feed (RFC 4287, section
 * 4.1.1), which gets the Unix epoch.
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

/** Midnight UTC of a day (RFC 3339). Changes are known by day, but feeds require a time. */
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
        {record.rows.map(({ label, record: row, exact }) => (
          <li key={row.card.id}>
            {label}: <a href={links.page(row.card.id)}>{comparedValue({ record: row, exact })}</a> (
            {comparedContext(row)} · {shortCitation(row.source)})
          </li>
        ))}
      </ul>
      <p>{record.card.note}</p>
    </>
  );
}
