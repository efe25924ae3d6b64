/** The pages of speakers: the list, and one page per speaker with the cards that name it. */

import { stepsOf } from '../../card/attribution.ts';
import { attributionLine, shortCitation } from '../../card/citation.ts';
import { counted } from '../../card/prose.ts';
import type { QuotedRecord } from '../../card/record.ts';
import { sentenceOf } from '../../card/sentence.ts';
import type { Speaker } from '../../card/speaker.ts';
import type { ListedSpeaker } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { Layout } from './layout.tsx';
import { Quotation } from './quotation.tsx';

const TYPE_WORDS: Record<Speaker['type'], string> = {
  person: 'Person',
  organisation: 'Organisation',
  document: 'Document',
  unnamed: 'Unnamed source',
};

type SpeakersPageProps = { speakers: readonly ListedSpeaker[]; links: Links };

export function SpeakersPage({ speakers, links }: SpeakersPageProps) {
  return (
    <Layout
      title="Speakers"
      description="The speakers of the cards, with all the names that sources use for them."
      canonical={links.speakers()}
      links={links}
    >
      <h1>Speakers</h1>
      <p class="lead">The speakers of the cards, and the outlets that passed their words on.</p>
      {speakers.length === 0 && <p>There are no speakers yet.</p>}
      {speakers.map(({ speaker, cards }) => (
        <section key={speaker.id} class="listed">
          <h2 class="entry">
            <a href={links.speaker(speaker.id)}>{speaker.name}</a>
          </h2>
          <p class="muted">{[speaker.role ?? TYPE_WORDS[speaker.type], counted(cards.length, 'card')].join(' · ')}</p>
        </section>
      ))}
    </Layout>
  );
}

type SpeakerPageProps = { speaker: Speaker; cards: readonly QuotedRecord[]; links: Links };

export function SpeakerPage({ speaker, cards, links }: SpeakerPageProps) {
  const { name, aliases = [], type, role } = speaker;
  const { said = [], passedOn = [] } = Object.groupBy(cards, (record) =>
    stepsOf(record)[0]?.speaker?.id === speaker.id ? 'said' : 'passedOn',
  );
  return (
    <Layout
      title={name}
      description={`${role === undefined ? name : `${name}, ${role}`}: ${counted(cards.length, 'card')}.`}
      canonical={links.speaker(speaker.id)}
      links={links}
    >
      <p class="eyebrow">Speaker</p>
      <h1>{name}</h1>
      <dl class="facts">
        <dt>Role</dt>
        <dd>{role ?? 'not given'}</dd>
        <dt>Type</dt>
        <dd>{TYPE_WORDS[type]}</dd>
        <dt>Other names</dt>
        <dd>{aliases.join(', ') || 'none'}</dd>
      </dl>
      <p>
        <a href={links.gallery({ q: name })}>Search the cards for {name}</a>
      </p>
      {cards.length === 0 && <p>There are no cards with this speaker yet.</p>}
      <SpeakerCards title={`${counted(said.length, 'card')} by this speaker`} cards={said} links={links} />
      <SpeakerCards
        title={`${counted(passedOn.length, 'card')} with words passed on by this speaker`}
        cards={passedOn}
        links={links}
      />
    </Layout>
  );
}

function SpeakerCards({ title, cards, links }: { title: string; cards: readonly QuotedRecord[]; links: Links }) {
  if (cards.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      {cards.map((record) => (
        <section key={record.card.id} class="listed">
          <h3>
            <a href={links.page(record.card.id)}>{sentenceOf(record)}</a>
          </h3>
          <Quotation record={record} />
          <p class="muted">
            {attributionLine(record)} · <a href={links.source(record.source.id)}>{shortCitation(record.source)}</a>
          </p>
        </section>
      ))}
    </>
  );
}
