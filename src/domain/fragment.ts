/** Text fragments: the part of an address that leads a browser to a passage (WICG, "URL Fragment Text Directives"). Pure. */
import type { TextQuoteSelector } from './quote.ts';

/** Percent-encodes a text for a text directive, where `-`, `,` and `&` have a meaning of their own. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A range of the text is told by so many words at its start, and as many at its end. */
const RANGE_WORDS = 3;

type DirectiveOptions = {
  /** Whether the quote crosses from one paragraph into another: an exact match has to stand in one. */
  spansBlocks?: boolean;
};

/** The text directive of a quote: `:~:text=[prefix-,]exact[,-suffix]`, or with `start,end` where it spans blocks. */
export function textDirective(
  { exact, prefix, suffix }: TextQuoteSelector,
  { spansBlocks = false }: DirectiveOptions = {},
): string {
  const words = exact.trim().split(/\s+/u);
  const asRange = spansBlocks && words.length >= 2 * RANGE_WORDS;
  const parts = [
    prefix && `${encode(prefix)}-`,
    encode(asRange ? words.slice(0, RANGE_WORDS).join(' ') : exact),
    asRange && encode(words.slice(-RANGE_WORDS).join(' ')),
    suffix && `-${encode(suffix)}`,
  ];
  return `:~:text=${parts.filter(Boolean).join(',')}`;
}

/** The address of a page at a quote. A fragment that the address has already is kept. */
export function passageUrl(url: string, quote: TextQuoteSelector, options?: DirectiveOptions): string {
  return `${url}${url.includes('#') ? '' : '#'}${textDirective(quote, options)}`;
}
