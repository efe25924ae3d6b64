/** A quote as printed: with quotation marks, and an ellipsis if it is part of a longer sentence. Pure. */
import { nestMarks, quotationMarks } from './quotation-marks.ts';

/** Whether the ends of a quote are sentence boundaries; undefined if unknown. */
export type Ends = {
  /** Whether the quote begins at the start of a sentence. */
  beginsSentence?: boolean | undefined;
  /** Whether the quote ends at the end of a sentence, ignoring the full stop. */
  endsSentence?: boolean | undefined;
};

type Quoted = {
  card: { language?: string | undefined; quote: ContextualQuote & { translation?: { text: string } | undefined } };
  evidence?: Ends | null | undefined;
};

/** The words with their marks. `offset`: where the quote begins in `text`. */
export type QuotedText = { text: string; offset: number };

/**
 * Returns the quote and its context, or the translation, between the quotation marks of the card's language. An ellipsis
 * marks a quote that begins or ends inside a sentence, if that is known.
 */
export function quotedText({ card, evidence }: Quoted): QuotedText {
  const { language = 'en', quote } = card;
  const [open, close] = quotationMarks(language);
  const words = quote.translation?.text ?? quote.exact;
  const { before, after } = quote.translation ? ellipses(words, evidence) : printedContext(quote, evidence);
  const inner = nestMarks(`${before}${words}${after}`, language);
  return { text: `${open}${inner}${close}`, offset: open.length + before.length };
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
