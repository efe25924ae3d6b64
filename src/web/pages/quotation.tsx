/** The source's own words and dates on a page. */

import { formatDate } from '../../card/date.ts';
import { findHighlight } from '../../card/evidence/highlight.ts';
import { ellipses, quotedText } from '../../card/quoted-text.ts';
import type { QuotedRecord } from '../../card/record.ts';
import type { DatedFact } from '../../card/source.ts';
import { translationLine, translationOf } from '../../card/translation.ts';

export function Quotation({ record, cite }: { record: QuotedRecord; cite?: string }) {
  const { card, source, evidence } = record;
  const { exact, context } = card.quote;
  const { before, after } = ellipses(exact, evidence);
  const mark = findHighlight(card.quote);
  const translation = translationOf(record);
  const quotation = (
    <blockquote lang={source.language} {...(cite ? { cite } : {})}>
      {context?.before && <span class="muted">{context.before} </span>}
      {context?.before ? '' : before}
      {mark ? (
        <>
          {exact.slice(0, mark.start)}
          <mark>{exact.slice(mark.start, mark.end)}</mark>
          {exact.slice(mark.end)}
        </>
      ) : (
        exact
      )}
      {context?.after ? '' : after}
      {context?.after && (
        <span class="muted">
          {/^[\p{L}\p{N}(]/u.test(context.after) ? ' ' : ''}
          {context.after}
        </span>
      )}
    </blockquote>
  );
  return (
    <>
      {quotation}
      {translation && (
        <p class="muted">
          {translation.text ? (
            <>
              <span lang={card.language ?? 'en'}>{quotedText(record).text}</span> ({translationLine(translation)})
            </>
          ) : (
            `The words are ${translationLine(translation)}.`
          )}
        </p>
      )}
    </>
  );
}

/** How a date is known, in a few words. */
export const BASIS_WORDS = {
  stated: 'the text says so',
  external: 'from another page',
  inferred: 'worked out',
} as const;

export function Dated({ fact }: { fact: DatedFact | null }) {
  if (fact === null) return <>not known</>;
  return (
    <>
      {formatDate(fact.date, 'long')}{' '}
      <span class="muted">
        ({BASIS_WORDS[fact.basis]}
        {fact.reason ? `: ${fact.reason}` : ''})
      </span>
    </>
  );
}
