/** Finds the highlighted part of a quote. Pure. */

type Marked = { exact: string; highlight?: string | undefined };

/**
 * The position of the highlight in the quote, as UTF-16 offsets. Prefers a place at word boundaries. Undefined if there is
 * no highlight.
 */
export function findHighlight({ exact, highlight }: Marked): { start: number; end: number } | undefined {
  if (highlight === undefined) return undefined;
  const places = placesOf(exact, highlight);
  const whole = places.find((at) => isWholeWords(exact, at, at + highlight.length));
  const start = whole ?? places[0];
  return start === undefined ? undefined : { start, end: start + highlight.length };
}

/** Whether `text` contains `words` as whole words, in any case. */
export function namesWords(text: string, words: string): boolean {
  const [where, what] = [text.toLowerCase(), words.toLowerCase()];
  return placesOf(where, what).some((at) => isWholeWords(where, at, at + what.length));
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && words !== ''; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

function isWholeWords(text: string, start: number, end: number): boolean {
  const inside = text.slice(start, end);
  const cutBefore = /[\p{L}\p{N}]$/u.test(text.slice(0, start)) && /^[\p{L}\p{N}]/u.test(inside);
  const cutAfter = /[\p{L}\p{N}]$/u.test(inside) && /^[\p{L}\p{N}]/u.test(text.slice(end));
  return !cutBefore && !cutAfter;
}
