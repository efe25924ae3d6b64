/** The source's own words on a page, the decisive ones marked. */
import type { Quote } from '../../domain/card.ts';

export function Quotation({ quote, lang, cite }: { quote: Quote; lang: string; cite?: string }) {
  const { exact, highlight } = quote;
  const at = highlight === undefined ? -1 : exact.indexOf(highlight);
  return (
    <blockquote lang={lang} {...(cite ? { cite } : {})}>
      {highlight === undefined || at < 0 ? (
        exact
      ) : (
        <>
          {exact.slice(0, at)}
          <mark>{highlight}</mark>
          {exact.slice(at + highlight.length)}
        </>
      )}
    </blockquote>
  );
}
