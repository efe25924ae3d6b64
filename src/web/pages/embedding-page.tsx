/** The page that says what to paste where, with the newest card as the example. */

import { altText } from '../../card/alt.ts';
import type { CardRecord } from '../../card/record.ts';
import { titleOf } from '../../card/sentence.ts';
import { PASTED, PLACES, pastedText } from '../embed/places.ts';
import type { Links } from '../links.ts';
import { CopyField, Layout, ThemedPicture } from './layout.tsx';

type EmbeddingPageProps = {
  record?: CardRecord | undefined;
  links: Links;
  isUnknown?: boolean;
  words?: string | undefined;
};

/** `isUnknown`: whether what was given is no card. `words`: those of its id, to search for. */
export function EmbeddingPage({ record, links, isUnknown = false, words }: EmbeddingPageProps) {
  return (
    <Layout
      title="Embed a card"
      description="What to paste into WordPress, Ghost, Markdown, HTML, Wikipedia, Notion and Mastodon, what appears there, and when a correction appears."
      canonical={links.embedding()}
      style={record || isUnknown ? 'tools' : 'list'}
      links={links}
      head={<script async src={new URL(links.factCard()).pathname} />}
    >
      <h1>Embed a card</h1>
      <p class="lead">What to paste, what readers see, and when a correction appears.</p>
      {isUnknown && (
        <>
          <p class="notice" role="alert">
            There is no such card. Paste the address of the page of a card, or{' '}
            <a href={links.gallery(words === undefined ? {} : { q: words })}>search the cards</a>.
          </p>
          <ChooseCard links={links} />
        </>
      )}
      {record && <Example record={record} links={links} />}
      {!record && !isUnknown && (
        <p class="nothing">There are no cards yet. What to paste appears here with the first card.</p>
      )}
    </Layout>
  );
}

function ChooseCard({ links }: { links: Links }) {
  return (
    <form class="which" action={links.embedding()}>
      <label>
        Another card: paste the address of its page
        <input name="card" required spellcheck={false} autocomplete="off" placeholder={links.page('the-card')} />
      </label>
      <button type="submit">Show</button>
      <a class="button" href={links.gallery()}>
        Find a card
      </a>
    </form>
  );
}

function Example({ record, links }: { record: CardRecord; links: Links }) {
  const page = links.page(record.card.id);
  return (
    <>
      <p>
        The example is this card: <a href={page}>{titleOf(record)}</a>.
      </p>
      <ChooseCard links={links} />
      <nav aria-label="Places">
        <ul class="places">
          {PLACES.map(({ id, name }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      {PLACES.map(({ id, name, copies, paste, appears, correction }) => (
        <section key={id} class="place" aria-labelledby={id}>
          <h2 id={id}>{name}</h2>
          <p class="copies">
            After a correction: <strong>{copies}</strong>
          </p>
          <CopyField
            id={`paste-${id}`}
            label={`Paste ${PASTED[paste].what}`}
            value={pastedText(record, paste, { links })}
            rows={paste === 'address' ? 2 : 5}
          />
          <dl class="facts">
            <dt>What readers see</dt>
            <dd>{appears}</dd>
            <dt>When a correction appears</dt>
            <dd>{correction}</dd>
          </dl>
          {paste === 'component' && (
            <fact-card src={page}>
              <a href={page}>
                <ThemedPicture record={record} links={links} alt={altText(record)} loading="lazy" />
              </a>
            </fact-card>
          )}
        </section>
      ))}
      <p class="muted">
        The times for other software were collected in November 2026 and may change without notice. This project has not
        measured them.
      </p>
    </>
  );
}
