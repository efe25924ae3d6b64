/** The quotation of a card, and dates with their basis. */

import { formatDate } from '../../card/date.ts';
import { findHighlight } from '../../card/evidence/highlight.ts';
import { quotationMarks } from '../../card/quotation-marks.ts';
import { printedContext, printedQuote, quotedText } from '../../card/quoted-text.ts';
import type { QuotedRecord } from '../../card/record.ts';
import type { DatedFact } from '../../card/source.ts';
import { translationLine, translationOf } from '../../card/translation.ts';
import { type DateCheck, datedBasis, type Outcomes } from '../outcomes.ts';

export function Quotation({ record, cite }: { record: QuotedRecord; cite?: string }) {
  const { card, source, evidence } = record;
  const quote = printedQuote(card.quote);
  const { exact, context } = quote;
  const { before, after } = printedContext(quote, evidence);
  const mark = findHighlight(quote);
  const translation = translationOf(record);
  const [open, close] = quotationMarks(source.language);
  const quotation = (
    <blockquote lang={source.language} {...(cite ? { cite } : {})}>
      {open}
      {context?.before ? <span class="muted">{before}</span> : before}
      {mark ? (
        <>
          {exact.slice(0, mark.start)}
          <mark>{exact.slice(mark.start, mark.end)}</mark>
          {exact.slice(mark.end)}
        </>
      ) : (
        exact
      )}
      {context?.after ? <span class="muted">{after}</span> : after}
      {close}
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

/** `outcomes`: the results of the checks. */
export function Dated({ fact, check, outcomes }: { fact: DatedFact | null; check: DateCheck; outcomes: Outcomes }) {
  if (fact === null) return <>not known</>;
  return (
    <>
      {formatDate(fact.date, 'long')} <span class="muted">({datedBasis(fact, check, outcomes)})</span>
    </>
  );
}
