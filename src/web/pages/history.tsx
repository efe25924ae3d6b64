/** The state of a card: the notice at the top, and the history with earlier values. */

import { formatDate } from '../../card/date.ts';
import { changesOf, type HistoryEntry, noticeOf } from '../../card/history.ts';
import type { CardRecord } from '../../card/record.ts';
import { titleOf } from '../../card/sentence.ts';
import type { PublishedRevision } from '../../catalog/store.ts';
import type { Links } from '../links.ts';

export const TYPE_WORDS: Record<HistoryEntry['type'], string> = {
  corrected: 'Corrected',
  updated: 'Updated',
  retracted: 'Retracted',
  superseded: 'Superseded',
};

/** `successor`: the card that supersedes this one, to name it in words. */
type WithSuccessor = { record: CardRecord; successor?: CardRecord | undefined; links: Links };

/** The notice at the top of a corrected, superseded or retracted card. */
export function Notice({ record, successor, links }: WithSuccessor) {
  const notice = noticeOf(record.card);
  if (!notice) return null;
  return (
    <p class="notice">
      <strong>
        {TYPE_WORDS[notice.type]} {formatDate(notice.date, 'long')}.
      </strong>{' '}
      {notice.reason}
      {/[.!?…]$/.test(notice.reason) ? '' : '.'}
      {notice.type === 'superseded' && (
        <>
          {' '}
          {successor && 'Use this card instead: '}
          <a href={links.page(notice.by)}>{successor ? titleOf(successor) : 'See the card that replaces it'}</a>
        </>
      )}
    </p>
  );
}

export function CardHistory({ record, successor, links }: WithSuccessor) {
  const { history = [] } = record.card;
  if (history.length === 0) return null;
  return (
    <section>
      <h2 id="history">History</h2>
      <ol class="history">
        {history.map((entry, number) => (
          <li key={number} id={`history-${number + 1}`}>
            <strong>
              {TYPE_WORDS[entry.type]} {formatDate(entry.date, 'long')}
            </strong>
            : {entry.reason}
            <Changes record={record} number={number} />
            {entry.type === 'superseded' && (
              <p>
                Replaced by: <a href={links.page(entry.by)}>{successor ? titleOf(successor) : entry.by}</a>
              </p>
            )}
          </li>
        ))}
      </ol>
      <p>
        <a href={links.corrections()}>All corrections of this site</a>
      </p>
    </section>
  );
}

/** The published revisions, if there are others than the current one. */
export function Revisions({
  record,
  revisions,
  links,
}: {
  record: CardRecord;
  revisions: readonly PublishedRevision[];
  links: Links;
}) {
  if (revisions.length === 0 || (revisions.length === 1 && revisions[0]?.revision === record.revision)) return null;
  const { id } = record.card;
  return (
    <section>
      <h2>Revisions</h2>
      <ul>
        {revisions.map(({ revision, released }) => (
          <li key={revision}>
            <code>{revision}</code>, published on this site {formatDate(released, 'long')}
            {revision === record.revision && ' (the current one)'}:{' '}
            <a href={links.revision(id, revision, 'png')}>picture</a>,{' '}
            <a href={links.revision(id, revision, 'json')}>JSON</a>
          </li>
        ))}
      </ul>
      {revisions.every(({ revision }) => revision !== record.revision) && (
        <p>
          The current revision, <code>{record.revision}</code>, has not been published yet.
        </p>
      )}
    </section>
  );
}

/** What an entry of the history changed, one line for each field: its name, the words before, and the words after. */
export function Changes({ record, number }: { record: CardRecord; number: number }) {
  const changes = changesOf(record, number);
  if (changes.length === 0) return null;
  return (
    <ul class="changes">
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          {label}: <del>{before}</del> → {after}
        </li>
      ))}
    </ul>
  );
}
