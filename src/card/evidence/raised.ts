/** Numbers in superscript and subscript markup (`sup`, `sub`). Pure. */

/**
 * Precedes a superscript or subscript number that has ordinary digits in the page: browsers find "men2" for "men²". U+2060
 * is invisible, and every comparison ignores it.
 */
export const RAISED_MARK = '\u2060';

const SIGN = '[⁰¹²³⁴-⁹₀-₉ᵃ-ᶻⁱⁿʰʲˡʳˢʷˣʸ]';
const RAISED_TEXT = `\u2060(${SIGN}(?:[,–-]?${SIGN})*)`;
const RAISED = new RegExp(RAISED_TEXT, 'g');
const RAISED_NEXT = new RegExp(`^${RAISED_TEXT}`);

/** A text as browsers find it, with raised numbers in ordinary digits. */
export function asInPage(text: string): string {
  return text.replace(RAISED, (_all, digits: string) => digits.normalize('NFKC'));
}

/** Extends the end of a range past a raised number that directly follows it. */
export function endOfRaised(text: string, end: number): number {
  const raised = RAISED_NEXT.exec(text.slice(end, end + 16));
  return end + (raised?.[0].length ?? 0);
}

/** Formatting characters that Chromium treats as part of the preceding word, which it then does not find. */
const JOINED = /^[\u180e\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+[^\S\n\r\t]*\S{1,40}/u;

/**
 * The end of the last word of a range as browsers see it: past a directly following raised number, and past the next word if
 * only invisible characters are between.
 */
export function endOfWord(text: string, end: number): number {
  const raised = endOfRaised(text, end);
  return raised + (JOINED.exec(text.slice(raised, raised + 80))?.[0].length ?? 0);
}
