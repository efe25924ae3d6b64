/** What a card rests on: the source's words, the way to them, who says so, and how each date is known. */
import { statusWord } from '../../domain/alt.ts';
import { attributionChain } from '../../domain/attribution.ts';
import type { Status } from '../../domain/card.ts';
import { longCitation, publisherName, shortCitation } from '../../domain/citation.ts';
import { formatDate } from '../../domain/date.ts';
import type { Evidence, QuotedRecord } from '../../domain/record.ts';
import type { Links } from '../links.ts';
import { CopyField } from './copy-field.tsx';
import { Dated } from './dated.tsx';
import { Quotation } from './quotation.tsx';
import { PassageLinks, Watched, WatchNotice } from './watched.tsx';

const STATUS_MEANINGS: Record<Status, string> = {
  stated: 'said openly by the one who would know',
  reported: 'an outlet reports it',
  claimed: 'asserted by an interested side',
  estimated: 'judged, not counted',
  planned: 'not there yet',
  disputed: 'others contradict it',
};

export function QuotedBody({ record, links }: { record: QuotedRecord; links: Links }) {
  const { card, source } = record;
  const passage = links.passage(record);
  return (
    <>
      <section>
        <h2>The source’s own words</h2>
        <Quotation quote={card.quote} lang={source.language} cite={passage} />
        <WatchNotice watch={record.watch} />
        <PassageLinks record={record} links={links} />
        {source.url === null && <p class="muted">The address of this text is not known; this is our record of it.</p>}
      </section>
      <section>
        <h2>What is known about it</h2>
        <dl class="facts">
          <dt>Who says so</dt>
          <dd>
            <Attribution record={record} />
          </dd>
          <dt>Status</dt>
          <dd>
            {statusWord(card.status)} <span class="muted">({STATUS_MEANINGS[card.status]})</span>
          </dd>
          <dt>As of</dt>
          <dd>
            <Dated fact={card.asOf} />
          </dd>
          <dt>Place</dt>
          <dd>{card.place ?? 'not given'}</dd>
          <dt>Source</dt>
          <dd>
            <a href={links.source(source.id)}>{source.title ?? `${publisherName(source)} (title not known)`}</a>,{' '}
            {publisherName(source)}
          </dd>
          <dt>Published</dt>
          <dd>
            <Dated fact={source.published} />
          </dd>
          <dt>Checked</dt>
          <dd>
            <Checked evidence={record.evidence} />
          </dd>
          {record.watch && (
            <>
              <dt>Watched</dt>
              <dd>
                <Watched watch={record.watch} />
              </dd>
            </>
          )}
          <dt>Revision</dt>
          <dd>
            <code>{record.revision}</code>, {formatDate(record.updated, 'long')}
          </dd>
        </dl>
        <CopyField id="citation" label={`Citation (${shortCitation(source)})`} value={`${longCitation(source)}`} />
      </section>
    </>
  );
}

/** The speaker first, then each outlet that the words came through. */
function Attribution({ record }: { record: QuotedRecord }) {
  const { names, translation } = attributionChain(record);
  return (
    <>
      {names.length === 1 ? (
        names[0]
      ) : (
        <ol class="chain">
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ol>
      )}
      {translation && <span class="muted"> ({translation})</span>}
    </>
  );
}

const MATCH_WORDS = {
  exact: 'to the letter',
  normalised: 'the same words, with other spaces or quotation marks',
} as const;

function Checked({ evidence }: { evidence: Evidence | null }) {
  if (evidence === null) return <>not yet: no program has found these words in the source</>;
  return (
    <>
      A program found these words in the text of the source on {formatDate(evidence.checkedAt, 'long')}{' '}
      <span class="muted">({MATCH_WORDS[evidence.match]})</span>
    </>
  );
}
