/** Where a quote stands on a page, told by the words around it: offsets change with every advertisement. Pure. */
import { normalise } from '../domain/normalise.ts';
import { type Range, similarity } from '../domain/quote.ts';

/** The words before and after a quote in its own block, and the day they were taken. */
export type Surroundings = { before: string; after: string; day: string };

/** Long enough to know a place by: what Hypothesis keeps of a prefix and a suffix. */
const CONTEXT_CHARACTERS = 32;

/** Half of the letters: a sentence that was edited is still that sentence. */
const SAME_PLACE_SIMILARITY = 0.5;

/**
 * The words around a range of a text that has one block a line. What stands in other blocks says nothing: between
 * blocks, pages set whatever they like, and another thing each day.
 */
export function surroundingsOf(text: string, { start, end }: Range, day: string): Surroundings {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = normalise(text.slice(Math.max(lineStart, start - 2 * CONTEXT_CHARACTERS), start)).text;
  const after = normalise(text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + 2 * CONTEXT_CHARACTERS)));
  return { before: before.slice(-CONTEXT_CHARACTERS), after: after.text.slice(0, CONTEXT_CHARACTERS), day };
}

/** Whether two places are one: the words before it, or those after it, are nearly the same. */
export function isSamePlace(known: Surroundings, now: Surroundings): boolean {
  const sides = [
    [known.before, now.before],
    [known.after, now.after],
  ].filter(([side]) => side !== '') as [string, string][];
  return sides.length === 0 || sides.some(([was, is]) => similarity(is, was) >= SAME_PLACE_SIMILARITY);
}
