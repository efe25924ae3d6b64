/** Text fragments: the part of an address that leads a browser to a passage (WICG, "URL Fragment Text Directives"). Pure. */
import { writtenOut } from '../address.ts';
import { findQuote, type Range, type SearchableText, type TextQuoteSelector } from './find-quote.ts';
import { normalise } from './normalise.ts';

/** Percent-encodes a text for a text directive, where `-`, `,` and `&` have a meaning of their own. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

type DirectiveOptions = {
  /** The words as they stand in the source with their line breaks, where they are not to the letter those of the quote. */
  standing?: string | null | undefined;
};

/** The parts of a quote: a browser finds none that crosses a line break or a table cell. */
function partsOf(words: string): string[] {
  return words
    .split(/[\n\t\r\u2028\u2029]+/u)
    .map((part) => part.trim())
    .filter(Boolean);
}

/**
 * The text directive of a quote: `:~:text=[prefix-,]start[,end][,-suffix]`. A match has to stand in one block and one line, so
 * a quote that crosses them is identified by its first and its last part.
 */
export function textDirective(
  { exact, prefix, suffix }: TextQuoteSelector,
  { standing }: DirectiveOptions = {},
): string {
  const parts = partsOf(standing ?? exact);
  const [start = exact] = parts;
  const end = parts.length > 1 ? parts.at(-1) : undefined;
  const directive = [prefix && `${encode(prefix)}-`, encode(start), end && encode(end), suffix && `-${encode(suffix)}`];
  return `:~:text=${directive.filter(Boolean).join(',')}`;
}

/** More than a prefix or suffix may have. */
const CONTEXT_CHARACTERS = 500;

/**
 * What is wrong with the fragment of a quote that was found at `range`. A browser finds no prefix or suffix that crosses a line, and
 * of a quote that has parts it goes to the first place of the first. Undefined where the fragment leads to the quote.
 */
export function findFragmentFault(
  text: SearchableText,
  { start: at, end }: Range,
  { exact, prefix = '', suffix = '' }: TextQuoteSelector,
  standing: string | null,
): string | undefined {
  const before = partsOf(text.original.slice(Math.max(0, at - CONTEXT_CHARACTERS), at)).at(-1) ?? '';
  const [after = ''] = partsOf(text.original.slice(end, end + CONTEXT_CHARACTERS));
  const isLonger = (context: string, line: string) => normalise(context).text.length > normalise(line).text.length;
  if (isLonger(prefix, before))
    return `quote.prefix goes over lines, and a browser does not find it. Shorten it to “${before}”`;
  if (isLonger(suffix, after))
    return `quote.suffix goes over lines, and a browser does not find it. Shorten it to “${after}”`;
  const [first, ...others] = partsOf(standing ?? exact);
  if (first === undefined || others.length === 0) return undefined;
  const found = findQuote(text, { exact: first, prefix });
  const places = found.match === 'ambiguous' ? found.places : 'start' in found ? [found] : [];
  if (places[0] === undefined || places[0].start === at) return undefined;
  return `a browser is led to an earlier “${first}”. Add the words before it as quote.prefix`;
}

/** The address of a page at a quote. A fragment that the address has already is kept, unless it leads to another text. */
export function passageUrl(url: string, quote: TextQuoteSelector, options?: DirectiveOptions): string {
  const page = writtenOut(url.replace(/:~:.*/s, ''));
  return `${page}${page.includes('#') ? '' : '#'}${textDirective(quote, options)}`;
}
