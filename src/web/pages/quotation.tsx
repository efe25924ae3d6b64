/** The source's own words and dates on a page. */

import { formatDate } from '../../card/date.ts';
import { findHighlight } from '../../card/evidence/highlight.ts';
import type { Quote } from '../../card/kinds/fields.ts';
import type { DatedFact } from '../../card/source.ts';

export function Quotation({ quote, lang, cite }: { quote: Quote; lang: string; cite?: string }) {
  const { exact } = quote;
  const mark = findHighlight(quote);
  return (
    <blockquote lang={lang} {...(cite ? { cite } : {})}>
      {mark ? (
        <>
          {exact.slice(0, mark.start)}
          <mark>{exact.slice(mark.start, mark.end)}</mark>
          {exact.slice(mark.end)}
        </>
      ) : (
        exact
      )}
    </blockquote>
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
