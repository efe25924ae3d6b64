/** The corrections: all entries of the cards' histories, newest first, with the words before and after each. */
import { formatDate } from '../../card/date.ts';
import type { CardRecord } from '../../card/record.ts';
import { asTitle, sentenceOf, titleOf } from '../../card/sentence.ts';
import type { Correction, CorrectionPage } from '../../catalog/store.ts';
import type { Links } from '../links.ts';
import { Changes, TYPE_WORDS } from './history.tsx';
import { Layout, Pages } from './layout.tsx';

type CorrectionsPageProps = {
  page: CorrectionPage;
  cursor: string | undefined;
  /** The cards that replace superseded ones. */
  successors: readonly CardRecord[];
  links: Links;
};

export function CorrectionsPage({ page, cursor, successors, links }: CorrectionsPageProps) {
  const { corrections, previous, next } = page;
  return (
    <Layout
      title="Corrections"
      description="Every correction, update, retraction and replacement of a published card, newest first, with the words before and after."
      {...(cursor === undefined ? { canonical: links.corrections() } : {})}
      head={<link rel="alternate" type="application/json" title="Corrections as JSON" href={links.apiCorrections()} />}
      links={links}
    >
      <h1>Corrections</h1>
      <p class="lead">What has changed on published cards, and why. The newest change comes first.</p>
      {page.total === 0 ? (
        <p class="nothing">
          No published card has changed yet. Corrections, updates, retractions and replacements appear here with their
          date, their reason, and the words before and after.
        </p>
      ) : (
        <ul class="corrections">
          {corrections.map((correction) => (
            <Entry
              key={`${correction.record.card.id} ${correction.number}`}
              {...correction}
              successors={successors}
              links={links}
            />
          ))}
        </ul>
      )}
      <Pages
        {...page}
        shown={corrections.length}
        previous={previous ? links.corrections(previous.cursor) : undefined}
        next={next ? links.corrections(next) : undefined}
      />
      <p class="files">
        New corrections and cards: <a href={links.jsonFeed()}>JSON Feed</a>, <a href={links.atomFeed()}>Atom feed</a>.
        All corrections: <a href={links.apiCorrections()}>JSON</a>. <a href={links.check()}>Check a copy</a> of a card.
      </p>
    </Layout>
  );
}

type EntryProps = Correction & Pick<CorrectionsPageProps, 'successors' | 'links'>;

function Entry({ record, number, entry, successors, links }: EntryProps) {
  const { id, language } = record.card;
  const by = entry.type === 'superseded' ? entry.by : undefined;
  const successor = successors.find(({ card }) => card.id === by);
  return (
    <li>
      <p class="kicker">
        {TYPE_WORDS[entry.type]} <time datetime={entry.date}>{formatDate(entry.date, 'long')}</time>
      </p>
      <h2>
        <a href={links.page(id)}>{asTitle(sentenceOf(record), language)}</a>
      </h2>
      <p>{entry.reason}</p>
      <Changes record={record} number={number} />
      {by !== undefined && (
        <p>
          Replaced by: <a href={links.page(by)}>{successor ? titleOf(successor) : by}</a>
        </p>
      )}
      <p class="muted">
        <a href={links.correction(id, number)}>History of this card</a>
      </p>
    </li>
  );
}
