/** More cards on a card's page: of the same speaker, on the same topic, and from the same source. */

import { stepsOf } from '../../card/attribution.ts';
import { publisherName } from '../../card/citation.ts';
import { withdrawalOf } from '../../card/history.ts';
import { type CardRecord, isComparison } from '../../card/record.ts';
import { titleOf } from '../../card/sentence.ts';
import { topicSlug } from '../../card/topic.ts';
import type { CardQuery, Store } from '../../catalog/store.ts';
import type { Links } from '../links.ts';

/** The cards of a group on the page. */
const SHOWN = 3;

/** `total`: the number of cards in the list at `href`, with the card itself. */
export type MoreGroup = { title: string; href: string; total: number; cards: CardRecord[] };

/** The groups with cards that readers may use, that are not among `listed` and in no earlier group. */
export async function findMore(
  store: Store,
  record: CardRecord,
  { listed, links }: { listed: readonly string[]; links: Links },
): Promise<MoreGroup[]> {
  const seen = new Set([record.card.id, ...listed]);
  const pages = await Promise.all(
    groupsOf(record, links).map(async ({ query, ...group }) => {
      const page = await store.listCards({ ...query, limit: SHOWN * 3 + seen.size });
      return { ...group, cards: page?.cards ?? [], total: page?.total ?? 0 };
    }),
  );
  return pages.flatMap((group) => {
    const cards = group.cards.filter(({ card }) => !seen.has(card.id) && !withdrawalOf(card)).slice(0, SHOWN);
    for (const { card } of cards) seen.add(card.id);
    return cards.length > 0 ? [{ ...group, cards }] : [];
  });
}

function groupsOf(record: CardRecord, links: Links): { title: string; href: string; query: CardQuery }[] {
  const [topic = ''] = record.card.topics;
  const slug = topicSlug(topic);
  const about = { title: `On the topic ${topic}`, href: links.topic(slug), query: { topic: slug } };
  if (isComparison(record)) return [about];
  const { source } = record;
  const speaker = stepsOf(record)[0]?.speaker;
  return [
    ...(speaker && speaker.type !== 'unnamed'
      ? [{ title: `By ${speaker.name}`, href: links.speaker(speaker.id), query: { speaker: speaker.id } }]
      : []),
    about,
    {
      title: `From the same text in ${publisherName(source)}`,
      href: links.source(source.id),
      query: { source: source.id },
    },
  ];
}

export function MoreCards({ groups, links }: { groups: readonly MoreGroup[]; links: Links }) {
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="more">
      <h2 id="more">More cards</h2>
      <div class="more">
        {groups.map(({ title, href, total, cards }) => (
          <div key={href}>
            <h3>{title}</h3>
            <ul class="card-list">
              {cards.map((other) => (
                <li key={other.card.id}>
                  <a href={links.page(other.card.id)}>{titleOf(other)}</a>
                </li>
              ))}
            </ul>
            <p>
              <a href={href}>All {total} cards</a>
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}
