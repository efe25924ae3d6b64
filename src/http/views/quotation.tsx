/** The source's own words on a page, the decisive ones marked. */
import type { Quote } from '../../domain/card.ts';
import { findHighlight } from '../../domain/highlight.ts';

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
