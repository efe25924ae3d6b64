/** What the watch on the sources says of a card, on its page. */
import { formatDate } from '../../domain/date.ts';
import type { QuotedRecord } from '../../domain/record.ts';
import type { Watch } from '../../domain/watch.ts';
import type { Links } from '../links.ts';
import { watchWords } from '../watch-words.ts';

/** A row of what is known: the state, since when, and when somebody looked last. */
export function Watched({ watch }: { watch: Watch }) {
  return (
    <>
      <strong>{watch.state}</strong> since {formatDate(watch.since, 'long')}: {watchWords(watch)}{' '}
      <span class="muted">(last looked {formatDate(watch.lastLooked, 'long')})</span>
    </>
  );
}

/** Says openly that a source is no longer what was quoted. */
export function WatchNotice({ watch }: { watch: Watch | null | undefined }) {
  if (watch?.state !== 'changed' && watch?.state !== 'gone') return null;
  return (
    <p class="notice">
      <strong>
        {watch.state === 'changed' ? 'The source has changed since.' : 'The source no longer has these words.'}
      </strong>{' '}
      The card shows them as they stood when they were checked; {watchWords(watch)}, seen since{' '}
      {formatDate(watch.since, 'long')}.
    </p>
  );
}

/** The ways to the passage: the source, and its archived copy; the copy first where the source is gone. */
export function PassageLinks({ record, links }: { record: QuotedRecord; links: Links }) {
  const { source, watch } = record;
  const archived = links.archivedPassage(record);
  const day = source.archived?.date;
  const copy = day === undefined ? 'an archived copy' : `the archived copy of ${formatDate(day, 'long')}`;
  const isGone = watch?.state === 'gone';
  if (archived === null) {
    return (
      <p>
        <a class="action" href={links.passage(record)}>
          {source.url === null ? 'See where it stands' : 'Read it in the source'}
        </a>
      </p>
    );
  }
  return (
    <p>
      <a class="action" href={links.passage(record)}>
        {isGone ? `Read it in ${copy}` : source.url === null ? 'See where it stands' : 'Read it in the source'}
      </a>{' '}
      {isGone ? (
        source.url !== null && <a href={source.url}>The source’s own address</a>
      ) : (
        <a href={archived}>Or in {copy}</a>
      )}
    </p>
  );
}
