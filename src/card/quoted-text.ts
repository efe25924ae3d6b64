/** A quote as it is printed: in quotation marks, with an ellipsis where its sentence goes on. Pure. */
import { nestMarks, quotationMarks } from './quotation-marks.ts';

/** What is known of the ends of a quote; undefined where it is not. */
export type Ends = {
  /** Whether the quote begins where a sentence begins. */
  beginsSentence?: boolean | undefined;
  /** Whether it ends where one ends, its full stop left aside. */
  endsSentence?: boolean | undefined;
};

type Quoted = {
  card: { language?: string | undefined; quote: Surrounded & { translation?: { text: string } | undefined } };
  evidence?: Ends | null | undefined;
};

/** The words with their marks; `offset`: where the quote itself begins in them. */
export type QuotedText = { text: string; offset: number };

/**
 * The quote with its context between the quotation marks of the card's language; where it is in another, its translation. An
 * ellipsis says that the quote begins or ends inside a sentence; there is none where that is not known.
 */
export function quotedText({ card, evidence }: Quoted): QuotedText {
  const { language = 'en', quote } = card;
  const [open, close] = quotationMarks(language);
  const words = quote.translation?.text ?? quote.exact;
  const { before, after } = quote.translation ? ellipses(words, evidence) : surroundings(quote, evidence);
  const inner = nestMarks(`${before}${words}${after}`, language);
  return { text: `${open}${inner}${close}`, offset: open.length + before.length };
}

/** What goes before and after the words of a quote that begins or ends inside a sentence. */
export function ellipses(exact: string, evidence: Ends | null | undefined): { before: string; after: string } {
  return {
    before: evidence?.beginsSentence === false && !/^(?:…|\.\.\.)/u.test(exact) ? '… ' : '',
    after: evidence?.endsSentence === false && !/(?:…|\.\.\.)$/u.test(exact) ? ' …' : '',
  };
}

type Surrounded = {
  exact: string;
  context?: { before?: string | null | undefined; after?: string | null | undefined } | undefined;
};

/** What is printed right before and after the words of a quote: its context, else what `ellipses` gives. */
export function surroundings(
  { exact, context }: Surrounded,
  evidence: Ends | null | undefined,
): { before: string; after: string } {
  const { before, after } = ellipses(exact, evidence);
  return {
    before: context?.before ? `${context.before}${/[“„«("]$/u.test(context.before) ? '' : ' '}` : before,
    after: context?.after ? `${/^[\p{L}\p{N}(]/u.test(context.after) ? ' ' : ''}${context.after}` : after,
  };
}
