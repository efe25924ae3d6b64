/** Text fragments: the part of an address that leads a browser to a passage (WICG, "URL Fragment Text Directives"). Pure. */
import type { TextQuoteSelector } from './find-quote.ts';

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

/**
 * The text directive of a quote: `:~:text=[prefix-,]start[,end][,-suffix]`. A match has to stand in one block, so a
 * quote that crosses blocks is identified by its part in the first and its part in the last of them.
 */
export function textDirective(
  { exact, prefix, suffix }: TextQuoteSelector,
  { standing }: DirectiveOptions = {},
): string {
  const blocks = (standing ?? exact).split(/\s*\n\s*/u).filter(Boolean);
  const [start = exact] = blocks;
  const end = blocks.length > 1 ? blocks.at(-1) : undefined;
  const parts = [prefix && `${encode(prefix)}-`, encode(start), end && encode(end), suffix && `-${encode(suffix)}`];
  return `:~:text=${parts.filter(Boolean).join(',')}`;
}

/** The address of a page at a quote. A fragment that the address has already is kept. */
export function passageUrl(url: string, quote: TextQuoteSelector, options?: DirectiveOptions): string {
  return `${url}${url.includes('#') ? '' : '#'}${textDirective(quote, options)}`;
}
