/** Text fragments: the part of an address that scrolls a browser to a passage (WICG, "URL Fragment Text Directives"). Pure. */
import { writtenOut } from '../address.ts';
import { findQuote, type Range, type SearchableText, type TextQuoteSelector } from './find-quote.ts';
import { normalise } from './normalise.ts';

/** Percent-encodes a text for a text directive, including the reserved `-`, `,` and `&`. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

type DirectiveOptions = {
  /** The words as on the page with their line breaks, if they differ from the quote. */
  pageText?: string | null | undefined;
  /** The page of a PDF. */
  page?: number | null | undefined;
};

/** Splits a quote at line breaks and table cells, because browsers find no text across them. */
function partsOf(words: string): string[] {
  return words
    .split(/[\n\t\r\f\u2028\u2029]+/u)
    .map((part) => part.trim())
    .filter(Boolean);
}

/**
 * The text directive of a quote: `:~:text=[prefix-,]start[,end][,-suffix]`. Each part must be in one block and one line. A
 * longer quote is identified by its first and last part.
 */
export function textDirective(
  { exact, prefix, suffix }: TextQuoteSelector,
  { pageText }: DirectiveOptions = {},
): string {
  const parts = partsOf(pageText ?? exact);
  const [start = exact] = parts;
  const end = parts.length > 1 ? parts.at(-1) : undefined;
  const directive = [prefix && `${encode(prefix)}-`, encode(start), end && encode(end), suffix && `-${encode(suffix)}`];
  return `:~:text=${directive.filter(Boolean).join(',')}`;
}

/** More characters than a prefix or suffix can have. */
const CONTEXT_CHARACTERS = 500;

/**
 * Returns a message if the fragment of a quote at `range` does not lead to it; otherwise undefined. Browsers find no prefix or
 * suffix across lines, and scroll to the first occurrence of a quote's first part.
 */
export function findFragmentFault(
  text: SearchableText,
  { start: at, end }: Range,
  { exact, prefix = '', suffix = '' }: TextQuoteSelector,
  pageText: string | null,
): string | undefined {
  const before = partsOf(text.original.slice(Math.max(0, at - CONTEXT_CHARACTERS), at)).at(-1) ?? '';
  const [after = ''] = partsOf(text.original.slice(end, end + CONTEXT_CHARACTERS));
  const isLonger = (context: string, line: string) => normalise(context).text.length > normalise(line).text.length;
  if (isLonger(prefix, before))
    return `quote.prefix spans several lines, so browsers do not find it. Shorten it to “${before}”`;
  if (isLonger(suffix, after))
    return `quote.suffix spans several lines, so browsers do not find it. Shorten it to “${after}”`;
  const [first, ...others] = partsOf(pageText ?? exact);
  if (first === undefined || others.length === 0) return undefined;
  const found = findQuote(text, { exact: first, prefix });
  const places = found.match === 'ambiguous' ? found.places : 'start' in found ? [found] : [];
  if (places[0] === undefined || places[0].start === at) return undefined;
  return `browsers scroll to an earlier “${first}”. Add the words before the quote as quote.prefix`;
}

/**
 * The address of the passage. Keeps an existing fragment, but replaces an existing text directive. In a PDF, `page` (RFC 8118,
 * section 3) leads to the page; the `&` keeps it apart from the directive in viewers that know none.
 */
export function passageUrl(url: string, quote: TextQuoteSelector, options: DirectiveOptions = {}): string {
  const whole = writtenOut(url.replace(/:~:.*/s, ''));
  const directive = textDirective(quote, options);
  if (options.page) return `${whole.replace(/#.*/s, '')}#page=${options.page}&${directive}`;
  return `${whole}${whole.includes('#') ? '' : '#'}${directive}`;
}
