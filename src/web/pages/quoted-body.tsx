/** Parts of the page of a card that quotes a source: the words, links to the passage, the attribution, and the facts. */

import { bestCopy, copyDay } from '../../card/archive.ts';
import { type AttributionStep, isOutletSpeaking, stepNames, stepNote, stepsOf } from '../../card/attribution.ts';
import { attributionChain, datedCitation, OWN_WORDS, publisherName } from '../../card/citation.ts';
import { formatDate } from '../../card/date.ts';
import { withdrawalOf } from '../../card/history.ts';
import type { QuotedRecord } from '../../card/record.ts';
import { sentenceOf } from '../../card/sentence.ts';
import { languageLine } from '../../card/translation.ts';
import { type Watch, watchWords } from '../../card/watch.ts';
import type { Links } from '../links.ts';
import { Dated, Quotation } from './quotation.tsx';
import { SourceCorrections } from './related.tsx';

/** The quote with its credit, and the links to its passage. Words that the heading of the page quotes are not repeated. */
export function Words({ record, links }: { record: QuotedRecord; links: Links }) {
  return (
    <>
      <figure class="source-words">
        {!isQuotedInHeading(record) && <Quotation record={record} cite={links.passage(record)} />}
        <figcaption>
          <Credit record={record} />
        </figcaption>
      </figure>
      <WatchNotice watch={record.watch} />
      <PassageLinks record={record} links={links} />
      {record.source.url === null && (
        <p class="muted">The address of this text is unknown. The link leads to our record of it.</p>
      )}
    </>
  );
}

/** Whether the sentence, which is the heading of the page, has all words of the quote that readers see. */
export function isQuotedInHeading(record: QuotedRecord): boolean {
  const { kind, quote, language = 'en' } = record.card;
  if (kind !== 'quote' || quote.context || language !== record.source.language) return false;
  return sentenceOf(record).includes(quote.exact);
}

export function Details({ record, links }: { record: QuotedRecord; links: Links }) {
  const { card, source } = record;
  return (
    <section>
      <h2>Details</h2>
      <dl class="facts">
        {card.kind === 'figure' && (
          <>
            <dt>Claim</dt>
            <dd>{withdrawalOf(card) ? <del>{card.claim}</del> : card.claim}</dd>
          </>
        )}
        <dt>Attribution</dt>
        <dd>
          <Attribution record={record} links={links} />
        </dd>
        <dt>As of</dt>
        <dd>
          <Dated fact={card.asOf} check="asOf" outcomes={record.evidence?.checks} />
        </dd>
        {card.saidOn && (
          <>
            <dt>Said on</dt>
            <dd>
              <Dated fact={card.saidOn} check="saidOn" outcomes={record.evidence?.checks} />
            </dd>
          </>
        )}
        {card.place && (
          <>
            <dt>Place</dt>
            <dd>{card.place}</dd>
          </>
        )}
        <dt>Source</dt>
        <dd>
          <a href={links.source(source.id)}>{source.title ?? `${publisherName(source)} (title not known)`}</a>,{' '}
          {publisherName(source)}
        </dd>
        <dt>Published</dt>
        <dd>
          <Dated fact={source.published} check="published" outcomes={record.evidence?.checks} />
        </dd>
        {(source.translated || source.language !== (card.language ?? 'en')) && (
          <>
            <dt>Language</dt>
            <dd>{languageLine(source)}</dd>
          </>
        )}
        <SourceCorrections source={source} />
        <dt>Revision</dt>
        <dd>
          <code>{record.revision}</code>, last changed {formatDate(record.updated, 'long')}
        </dd>
      </dl>
    </section>
  );
}

/** The names of the attribution, the last of them with its date: "Unnamed reports → Kyiv Independent, 2 Nov 2023". */
function Credit({ record }: { record: QuotedRecord }) {
  const { names, translation } = attributionChain(record);
  const { publisher, translated } = record.source;
  const named = stepNames(record.card.attribution);
  const isComplete = [publisher, translated?.publisher ?? publisher].every((outlet) => named.includes(outlet));
  const citation = onOneLine(datedCitation(record.source));
  return (
    <>
      {names.join(' → ')}
      {isOutletSpeaking(record)
        ? `: ${citation}`
        : isComplete
          ? citation.slice(publisherName(record.source).length)
          : ` → ${citation}`}
      {translation && ` (${translation})`}
    </>
  );
}

/** A citation whose date, at its end, does not break. */
const onOneLine = (citation: string) => citation.replace(/ (?=(?:\p{L}+ )?\d{4}$)/gu, '\u00a0');

/** The speaker first, then each outlet that passed the words on. */
function Attribution({ record, links }: { record: QuotedRecord; links: Links }) {
  const { translation } = attributionChain(record);
  const steps = stepsOf(record);
  return (
    <>
      {isOutletSpeaking(record) && `${OWN_WORDS}: `}
      {steps.length === 1 ? (
        steps.map((step) => <Step key={step.name} step={step} links={links} />)
      ) : (
        <ol class="chain">
          {steps.map((step) => (
            <li key={step.name}>
              <Step step={step} links={links} />
            </li>
          ))}
        </ol>
      )}
      {translation && <span class="muted"> ({translation})</span>}
    </>
  );
}

function Step({ step, links }: { step: AttributionStep; links: Links }) {
  const { name, speaker } = step;
  const note = stepNote(step);
  return (
    <>
      {speaker ? <a href={links.speaker(speaker.id)}>{name}</a> : name}
      {note && <span class="muted"> ({note})</span>}
    </>
  );
}

/** A notice that the source no longer contains the quoted words. */
export function WatchNotice({ watch }: { watch: Watch | null | undefined }) {
  if (watch?.state !== 'changed' && watch?.state !== 'gone') return null;
  return (
    <p class="notice">
      <strong>
        {watch.state === 'changed' ? 'The source has changed.' : 'The source no longer contains these words.'}
      </strong>{' '}
      The card shows the words as a program found them in the source. State since {formatDate(watch.since, 'long')}:{' '}
      {watchWords(watch)}.
    </p>
  );
}

/** Links to the passage in the source and in its archived copy. The copy comes first if the source is gone. */
export function PassageLinks({ record, links }: { record: QuotedRecord; links: Links }) {
  const { source, watch } = record;
  const archived = links.archivedPassage(record);
  const best = bestCopy(source);
  const day = best && copyDay(best);
  const copy = day === undefined ? 'an archived copy' : `the archived copy of ${formatDate(day, 'long')}`;
  const isGone = watch?.state === 'gone';
  if (archived === null) {
    return (
      <p>
        <a class="action" href={links.passage(record)}>
          {source.url === null ? 'See our record of the source' : 'Read it in the source'}
        </a>
      </p>
    );
  }
  return (
    <p>
      <a class="action" href={links.passage(record)}>
        {isGone ? `Read it in ${copy}` : source.url === null ? 'See our record of the source' : 'Read it in the source'}
      </a>{' '}
      {isGone ? source.url !== null && <a href={source.url}>Original address</a> : <a href={archived}>Or in {copy}</a>}
    </p>
  );
}
