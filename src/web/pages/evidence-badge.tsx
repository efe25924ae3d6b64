/** The badge of a card: what a program confirmed, what it could not check, what an editor accepted, and when. */
import { formatDate } from '../../card/date.ts';
import type { BlockType } from '../../card/evidence/place.ts';
import { withdrawalOf } from '../../card/history.ts';
import type { ComparisonRecord, QuotedRecord } from '../../card/record.ts';
import { statusLine, statusMeaning } from '../../card/status.ts';
import { watchWords } from '../../card/watch.ts';
import type { Links } from '../links.ts';
import { type OutcomeGroup, outcomeGroups } from '../outcomes.ts';
import { isQuotedInHeading, Words } from './quoted-body.tsx';

const MATCH_WORDS = {
  exact: 'exact match',
  normalised: 'the same words, with different spaces or punctuation marks',
} as const;

const BLOCK_WORDS: Record<BlockType, string> = {
  paragraph: 'paragraph',
  heading: 'heading',
  caption: 'caption',
  'list-item': 'list item',
  'table-cell': 'table cell',
};

/** The badge with the words of the source. */
export function EvidenceBadge({ record, links }: { record: QuotedRecord; links: Links }) {
  const { card, evidence, watch } = record;
  if (evidence === null)
    return (
      <section class="evidence" aria-labelledby="evidence">
        <h2 id="evidence">Not checked yet</h2>
        <StatusMeaning card={card} />
        <p>No program has searched the source for the quote yet.</p>
        <Words record={record} links={links} />
      </section>
    );
  const state = withdrawalOf(card);
  const groups = outcomeGroups(evidence.checks ?? []);
  return (
    <section class={state ? 'evidence' : 'evidence found'} aria-labelledby="evidence">
      <h2 id="evidence">
        <Found in="source" but={state} />
      </h2>
      <StatusMeaning card={card} />
      <p>
        A program found {isQuotedInHeading(record) ? 'the words of the heading' : 'these words'} in the text of the
        source on {formatDate(evidence.checkedAt, 'long')}{' '}
        <span class="muted">
          ({MATCH_WORDS[evidence.match]}
          {evidence.block ? `, in a ${BLOCK_WORDS[evidence.block]}` : ''})
        </span>
        .
      </p>
      <Words record={record} links={links} />
      {groups.length > 0 && (
        <ul class="outcomes">
          {groups.map((group) => (
            <Outcomes key={group.outcome} group={group} />
          ))}
        </ul>
      )}
      {groups.length > 0 && (
        <details>
          <summary>Each check</summary>
          {groups.map(({ title, lines }) => (
            <div key={title}>
              <strong>{title}</strong>
              <ul>
                {lines.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      )}
      {watch && (
        <p>
          Watched: <strong>{watch.state}</strong> since {formatDate(watch.since, 'long')}: {watchWords(watch)}{' '}
          <span class="muted">(last checked {formatDate(watch.lastLooked, 'long')})</span>
        </p>
      )}
    </section>
  );
}

/** The badge of a comparison: how many of its cards have words that a program found. */
export function ComparisonBadge({ record: { card, rows } }: { record: ComparisonRecord }) {
  const found = rows.filter(({ record }) => record.evidence !== null).length;
  const isAll = found === rows.length;
  const state = withdrawalOf(card);
  return (
    <section class={isAll && !state ? 'evidence found' : 'evidence'} aria-labelledby="evidence">
      <h2 id="evidence">{isAll ? <Found in="sources" but={state} /> : 'Not all checked yet'}</h2>
      <p>
        A program found the words of {isAll ? 'all' : `${found} of`} {rows.length} cards in their sources. The page of
        each card lists the other checks.
      </p>
    </section>
  );
}

function StatusMeaning({ card }: { card: QuotedRecord['card'] }) {
  return (
    <p>
      <strong>{statusLine(card)}</strong>: {statusMeaning(card)}.
    </p>
  );
}

const SIGNS: Record<OutcomeGroup['outcome'], string> = {
  confirmed: 'M5 12.5l4.5 4.5L19 7',
  accepted: 'M5 19l1-4L16 5l3 3L9 18z',
  'not checkable': 'M5 12h14',
  warning: 'M12 5v9M12 18v1',
};

/** The names of the checks. Accepted warnings also have their reasons. */
function Outcomes({ group: { outcome, title, names, lines } }: { group: OutcomeGroup }) {
  return (
    <li>
      <Sign d={SIGNS[outcome]} />
      <div>
        <strong>{title}:</strong>{' '}
        {outcome === 'confirmed' || outcome === 'not checkable' ? asList(names) : lines.join(' ')}
      </div>
    </li>
  );
}

/** "Figure, unit, names of the claim" */
const asList = (names: string[]) => names.map((name, at) => (at > 0 ? name.toLowerCase() : name)).join(', ');

/** `but`: the state of a card that readers should no longer use. It gets no tick. */
function Found({ in: where, but }: { in: string; but: string | undefined }) {
  if (but) return <>{`Found in the ${where}, but ${but}`}</>;
  return (
    <>
      <Sign d={SIGNS.confirmed} /> Found in the {where}
    </>
  );
}

function Sign({ d }: { d: string }) {
  return (
    <svg class="tick" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
      <path d={d} />
    </svg>
  );
}
