/** Numbers that a page raises or lowers by markup (`sup`, `sub`). Pure. */

/**
 * Goes before a superscript or subscript number that is ordinary digits in the page: a browser finds "men2" where a reader
 * sees "men²". U+2060, which nobody sees and every comparison ignores.
 */
export const RAISED_MARK = '\u2060';

const RAISED = /\u2060([⁰¹²³⁴-⁹₀-₉]+)/g;

/** A text as a browser finds it: raised numbers in the digits that the page has. */
export function asInPage(text: string): string {
  return text.replace(RAISED, (_all, digits: string) => digits.normalize('NFKC'));
}

/** The end of a range, moved behind a raised number that follows directly: for a browser it is of the same word. */
export function endOfWord(text: string, end: number): number {
  const raised = /^\u2060[⁰¹²³⁴-⁹₀-₉]+/.exec(text.slice(end, end + 12));
  return end + (raised?.[0].length ?? 0);
}
