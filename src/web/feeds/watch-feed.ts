/** State changes of quotes as a JSON Feed 1.1, for maintainers of the catalogue. Pure. */

import { formatDate } from '../../card/date.ts';
import { quotedText } from '../../card/quoted-text.ts';
import { type CardRecord, isComparison } from '../../card/record.ts';
import { titleOf } from '../../card/sentence.ts';
import type { Site } from '../../card/site.ts';
import { watchWords } from '../../card/watch.ts';
import type { Store } from '../../catalog/store.ts';
import type { Change } from '../../watch/findings.ts';
import type { ChangesReport } from '../../watch/report.ts';
import type { Links } from '../links.ts';
import { midnight } from './feed-items.tsx';

type FeedOptions = { links: Links; site: Site };

/** Empty if there is no watch. Cards that no longer exist are omitted. */
export async function watchFeed(store: Store, report: ChangesReport | null, { links, site }: FeedOptions) {
  const changes = report?.changes ?? [];
  const records = await store.getCards([...new Set(changes.map(({ card }) => card))]);
  const byId = new Map(records.map((record) => [record.card.id, record]));
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${site.name}: source watch`,
    home_page_url: links.sources(),
    feed_url: links.watchFeed(),
    description:
      'Quotes whose state in their source has changed in the last 90 days, dated by the day of confirmation.',
    language: site.language,
    items: changes.flatMap((change) => changeItem(change, byId.get(change.card), links)),
  };
}

/** Dated by the day of confirmation: the third of three equal results. */
function changeItem({ day, card, from, to, since, score }: Change, record: CardRecord | undefined, links: Links) {
  if (!record || isComparison(record)) return [];
  const words = watchWords({ state: to, since, score, lastLooked: day });
  return [
    {
      id: `${links.page(card)}#${to}-${day}`,
      url: links.page(card),
      external_url: links.passage(record),
      title: `${to}: ${titleOf(record)}`,
      content_text: `Since ${formatDate(since, 'long')}, ${words}. Previous state: ${from ?? 'unknown'}. Quote: ${quotedText(record).text}`,
      date_published: midnight(day),
      tags: [to, record.source.id],
    },
  ];
}
