/** State changes as a JSON Feed 1.1, for those who keep the catalogue. Pure. */

import { formatDate } from '../../card/date.ts';
import { titleOf } from '../../card/headline.ts';
import { isComparison } from '../../card/record.ts';
import type { Site } from '../../card/site.ts';
import { watchWords } from '../../card/watch.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Change } from '../../watch/findings.ts';
import type { WatchReport } from '../../watch/report.ts';
import type { Links } from '../links.ts';
import { midnight } from './feed-items.tsx';

/** A feed without items where there is no watch. What is in the catalogue no more is left out. */
export function watchFeed(catalog: Catalog, report: WatchReport | null, { links, site }: { links: Links; site: Site }) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${site.name}: watch on the sources`,
    home_page_url: links.sources(),
    feed_url: links.watchFeed(),
    description: 'Quotes whose state in their source has changed, on the day that it was certain.',
    language: site.language,
    items: (report?.changes ?? []).flatMap((change) => changeItem(change, catalog, links)),
  };
}

/** Dated by the day on which the change was certain, the third of three equal looks. */
function changeItem({ day, card, from, to, since, score }: Change, catalog: Catalog, links: Links) {
  const record = catalog.getCard(card);
  if (!record || isComparison(record)) return [];
  const words = watchWords({ state: to, since, score, lastLooked: day });
  return [
    {
      id: `${links.page(card)}#${to}-${day}`,
      url: links.page(card),
      external_url: links.passage(record),
      title: `${to}: ${titleOf(record)}`,
      content_text: `Since ${formatDate(since, 'long')}, ${words}. Before: ${from ?? 'not known'}. The quote: “${record.card.quote.exact}”`,
      date_published: midnight(day),
      tags: [to, record.source.id],
    },
  ];
}
