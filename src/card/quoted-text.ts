/** A quote as printed: with quotation marks, and an ellipsis if it is part of a longer sentence. Pure. */
import { findHighlight } from './evidence/highlight.ts';
import { nestMarks, quotationMarks, trimQuote } from './quotation-marks.ts';

/** Whether the ends of a quote are sentence boundaries; undefined if unknown. */
export type Ends = {
  /** Whether the quote begins at the start of a sentence. */
  beginsSentence?: boolean | undefined;
  /** Whether the quote ends at the end of a sentence, ignoring the full stop. */
  endsSentence?: boolean | undefined;
};

type Range = { start: number; end: number };

type PrintableQuote = { exact: string; highlight?: string | undefined };

/** A quote without the quotation marks that its author copied with the words, because a printed quote gets its own. */
export function printedQuote<Quote extends PrintableQuote>(quote: Quote): Quote {
  const exact = trimQuote(quote.exact);
  const { highlight } = quote;
  if (exact === quote.exact || highlight === undefined || exact.includes(highlight)) return { ...quote, exact };
  const words = trimQuote(highlight);
  return { ...quote, exact, highlight: exact.includes(words) ? words : undefined };
}

type Quoted = {
  card: {
    language?: string | undefined;
    quote: PrintableQuote & ContextualQuote & { translation?: { text: string } | undefined };
  };
  evidence?: Ends | null | undefined;
};

/** The words with their marks. `words`: where the quote is in `text`. `mark`: where its highlight is. A translation has none. */
export type QuotedText = { text: string; words: Range; mark: Range | undefined };

/**
 * Returns the quote and its context, or the translation, between the quotation marks of the card's language. An ellipsis
 * marks a quote that begins or ends inside a sentence, if that is known.
 */
export function quotedText({ card, evidence }: Quoted): QuotedText {
  const { language = 'en', quote: whole } = card;
  const [open, close] = quotationMarks(language);
  const quote = printedQuote(whole);
  const words = quote.translation ? trimQuote(quote.translation.text) : quote.exact;
  const { before, after } = quote.translation ? ellipses(words, evidence) : printedContext(quote, evidence);
  const inner = nestMarks(`${before}${words}${after}`, language);
  const start = open.length + before.length;
  const found = quote.translation ? undefined : findHighlight(quote);
  return {
    text: `${open}${inner}${close}`,
    words: { start, end: start + words.length },
    mark: found && { start: start + found.start, end: start + found.end },
  };
}

/** The ellipses before and after a quote that begins or ends inside a sentence. */
export function ellipses(exact: string, evidence: Ends | null | undefined): { before: string; after: string } {
  return {
    before: evidence?.beginsSentence === false && !/^(?:…|\.\.\.)/u.test(exact) ? '… ' : '',
    after: evidence?.endsSentence === false && !/(?:…|\.\.\.)$/u.test(exact) ? ' …' : '',
  };
}

type ContextualQuote = {
  exact: string;
  context?: { before?: string | null | undefined; after?: string | null | undefined } | undefined;
};

/** The text printed directly before and after a quote: its context, or the ellipses. */
export function printedContext(
  { exact, context }: ContextualQuote,
  evidence: Ends | null | undefined,
): { before: string; after: string } {
  const { before, after } = ellipses(exact, evidence);
  return {
    before: context?.before ? `${context.before}${/[“„«("]$/u.test(context.before) ? '' : ' '}` : before,
    after: context?.after ? `${/^[\p{L}\p{N}(]/u.test(context.after) ? ' ' : ''}${context.after}` : after,
  };
}
