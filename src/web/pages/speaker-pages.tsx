/** The speakers: an index, and one page per speaker with the cards that name it. */

import { useContext } from 'hono/jsx';
import { stepsOf } from '../../card/attribution.ts';
import { counted } from '../../card/prose.ts';
import { type CardRecord, isComparison } from '../../card/record.ts';
import type { Speaker } from '../../card/speaker.ts';
import type { CardPage, ListedSpeaker } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { Index } from './index-list.tsx';
import { Layout, Pages, SiteContext } from './layout.tsx';
import type { ListPart } from './page-query.ts';
import { BadgeMeanings } from './picture-legend.tsx';
import { ReportLink } from './report-link.tsx';
import { CardGrid } from './tile.tsx';

const TYPE_WORDS: Record<Speaker['type'], string> = {
  person: 'Person',
  organisation: 'Organisation',
  document: 'Document',
  unnamed: 'Unnamed source',
};

/** The role, unless the name already says it: "Ukrainian news outlet Pravda". */
function roleOf({ name, type, role }: Speaker): string {
  return role === undefined || name.toLowerCase().includes(role.toLowerCase()) ? TYPE_WORDS[type] : role;
}

const isNamed = ({ speaker: { type } }: ListedSpeaker) => type === 'person' || type === 'organisation';

/** The speakers with cards; those who have a name of their own first. */
export function listedSpeakers(all: readonly ListedSpeaker[]): ListedSpeaker[] {
  const speaking = all.filter(({ cards }) => cards.length > 0);
  return [...speaking.filter(isNamed), ...speaking.filter((listed) => !isNamed(listed))];
}

export function SpeakersPage({ part, links }: { part: ListPart<ListedSpeaker>; links: Links }) {
  return (
    <Layout
      title="Speakers"
      description="The speakers of the cards, and the outlets that passed their words on."
      {...(part.start === 0 ? { canonical: links.speakers() } : {})}
      section="speakers"
      links={links}
    >
      <h1>Speakers</h1>
      <p class="lead">The people and organisations whose words the cards quote, and the outlets that passed them on.</p>
      <Index
        part={part}
        empty="There are no speakers yet. A speaker appears here with the first card that names it."
        entryOf={({ speaker, cards }) => ({
          href: links.speaker(speaker.id),
          name: speaker.name,
          note: `${roleOf(speaker)} · ${counted(cards.length, 'card')}`,
        })}
        addressOf={links.speakers}
        groupOf={(listed) => (isNamed(listed) ? undefined : 'Documents and unnamed sources')}
      />
    </Layout>
  );
}

type SpeakerPageProps = { speaker: Speaker; page: CardPage; cursor?: string; links: Links };

export function SpeakerPage({ speaker, page, cursor, links }: SpeakerPageProps) {
  const { id, name, aliases = [], role } = speaker;
  const { previous, next } = page;
  const { report } = useContext(SiteContext);
  const saidIt = (record: CardRecord) => !isComparison(record) && stepsOf(record)[0]?.speaker?.id === id;
  const { said = [], passedOn = [] } = Object.groupBy(page.cards, (record) => (saidIt(record) ? 'said' : 'passedOn'));
  return (
    <Layout
      title={name}
      description={`${role === undefined ? name : `${name}, ${role}`}: ${counted(page.total, 'card')}.`}
      {...(cursor === undefined ? { canonical: links.speaker(id) } : {})}
      section="speakers"
      links={links}
    >
      <p class="eyebrow">
        <a href={links.speakers()}>Speaker</a>
      </p>
      <h1>{name}</h1>
      <p class="lead">{[roleOf(speaker), counted(page.total, 'card')].join(' · ')}</p>
      {aliases.length > 0 && <p class="muted aliases">Also written {aliases.join(', ')}.</p>}
      {page.total === 0 && (
        <p class="nothing">
          There are no cards with this speaker yet. <a href={links.gallery({ q: name })}>Search the cards for {name}</a>
          .
        </p>
      )}
      {page.total > 1 && (
        <p>
          <a href={links.gallery({ speaker: id })}>Search and sort these cards</a>
        </p>
      )}
      {page.total > 0 && <BadgeMeanings />}
      <SpeakerCards title={`Said by ${name}`} cards={said} links={links} />
      <SpeakerCards title={`Passed on by ${name}`} cards={passedOn} links={links} />
      <Pages
        {...page}
        shown={page.cards.length}
        previous={previous ? links.speaker(id, previous.cursor) : undefined}
        next={next ? links.speaker(id, next) : undefined}
      />
      <ul class="uses">
        {page.total > 0 && (
          <li>
            <a href={links.gallery({ q: name })}>Search all cards for {name}</a>, including those about this speaker
          </li>
        )}
        <li>
          Data: <a href={links.apiSpeaker(id)}>JSON</a>
        </li>
        {report !== null && (
          <li>
            <ReportLink report={report} about={{ page: links.speaker(id) }} /> about this speaker
          </li>
        )}
      </ul>
    </Layout>
  );
}

function SpeakerCards({ title, cards, links }: { title: string; cards: readonly CardRecord[]; links: Links }) {
  if (cards.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <CardGrid cards={cards} links={links} />
    </>
  );
}
