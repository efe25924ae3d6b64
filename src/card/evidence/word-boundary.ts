/** Word boundaries as browsers determine them (UAX #29). A number with separators is one word. Pure. */

/** Created lazily, because most boundaries need no segmenter. */
let segmenter: Intl.Segmenter | undefined;

const WORD_END = /[\p{L}\p{N}\p{M}]$/u;
const WORD_START = /^[\p{L}\p{N}\p{M}]/u;
/** Scripts without spaces between words; word boundaries need a dictionary. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Characters that may occur inside a word or a number: can’t, 1,000, U.S., 10:30, snake_case. */
const INSIDE_WORD = /[.,:;'"·_…‧]/u;

/** Longer than any word with such a character. Limits the time of a check. */
const WINDOW = 32;

/** Whether an offset of a normalised text is a boundary of words and numbers. */
export function isWordBoundary(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - WINDOW), at);
  const after = text.slice(at, at + WINDOW);
  if (before === '' || after === '') return true;
  if (cutsNumber(before, after)) return false;
  const last = lastSign(before);
  const first = String.fromCodePoint(after.codePointAt(0) ?? 0);
  if (last === ' ' || first === ' ') return true;
  const isUnspaced = UNSPACED.test(last) || UNSPACED.test(first);
  if (WORD_END.test(last) && WORD_START.test(first) && !isUnspaced) return false;
  if (!isUnspaced && !INSIDE_WORD.test(last) && !INSIDE_WORD.test(first)) return true;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  const head = before.slice(before.lastIndexOf(' ') + 1);
  return segmenter.segment(head + after).containing(head.length)?.index === head.length;
}

/** Numbers continue across spaces between groups of three digits, and across the signs in 10:30 and 1/2. A minus belongs to its number. */
function cutsNumber(before: string, after: string): boolean {
  if (/\d[:/⁄]$/.test(before) ? /^\d/.test(after) : /\d$/.test(before) && /^[:/⁄]\d/.test(after)) return true;
  if (/^\d/.test(after)) {
    if (/(?:^|[^\p{L}\p{N}])-$/u.test(before)) return true;
    return /(?:^|[^\d.,])\d{1,3}(?: \d{3})* $/.test(before) && /^\d{3}(?!\d)/.test(after);
  }
  return /(?:^|[^\d.,])\d{1,3}(?: \d{3})*$/.test(before) && /^ \d{3}(?!\d)/.test(after);
}

function lastSign(text: string): string {
  const code = text.codePointAt(text.length - 2) ?? 0;
  return code > 0xffff ? text.slice(-2) : text.slice(-1);
}
