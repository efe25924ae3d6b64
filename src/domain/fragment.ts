/** Text fragments: the part of an address that leads a browser to a passage (WICG, "URL Fragment Text Directives"). Pure. */
import type { Quote } from './card.ts';

/** Percent-encodes a text for a text directive, where `-`, `,` and `&` have a meaning of their own. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[-!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The text directive of a quote: `:~:text=[prefix-,]exact[,-suffix]`. */
export function textDirective({ exact, prefix, suffix }: Pick<Quote, 'exact' | 'prefix' | 'suffix'>): string {
  const parts = [prefix && `${encode(prefix)}-`, encode(exact), suffix && `-${encode(suffix)}`];
  return `:~:text=${parts.filter(Boolean).join(',')}`;
}

/** The address of a page at a quote. A fragment that the address has already is kept. */
export function passageUrl(url: string, quote: Pick<Quote, 'exact' | 'prefix' | 'suffix'>): string {
  return `${url}${url.includes('#') ? '' : '#'}${textDirective(quote)}`;
}
