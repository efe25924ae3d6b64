/** Numbers that a page raises or lowers by markup (`sup`, `sub`). Pure. */

/**
 * Goes before a superscript or subscript number that is ordinary digits in the page: a browser finds "men2" where a reader
 * sees "men²". U+2060, which nobody sees and every comparison ignores.
 */
export const RAISED_MARK = '\u2060';

const SIGN = '[⁰¹²³⁴-⁹₀-₉ᵃ-ᶻⁱⁿʰʲˡʳˢʷˣʸ]';
const RAISED_TEXT = `\u2060(${SIGN}(?:[,–-]?${SIGN})*)`;
const RAISED = new RegExp(RAISED_TEXT, 'g');
const RAISED_NEXT = new RegExp(`^${RAISED_TEXT}`);

/** A text as a browser finds it: raised numbers in the digits that the page has. */
export function asInPage(text: string): string {
  return text.replace(RAISED, (_all, digits: string) => digits.normalize('NFKC'));
}

/** The end of a range, moved behind a raised number that follows directly. */
export function endOfRaised(text: string, end: number): number {
  const raised = RAISED_NEXT.exec(text.slice(end, end + 16));
  return end + (raised?.[0].length ?? 0);
}

/** Formatting characters that Chromium takes for a part of the word before, and then does not find that word. */
const JOINED = /^[\u180e\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+[^\S\n\r\t]*\S{1,40}/u;

/**
 * Where a browser sees the last word of a range end: behind a raised number that follows directly, and behind the next word where only
 * what nobody sees is between.
 */
export function endOfWord(text: string, end: number): number {
  const raised = endOfRaised(text, end);
  return raised + (JOINED.exec(text.slice(raised, raised + 80))?.[0].length ?? 0);
}
