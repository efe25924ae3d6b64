/** Finds out whether words of a text are a quotation. Pure. */
import type { Range } from './find-quote.ts';

const MARK = /["“”„‟«»]/u;
/** Opens every paragraph of a long quotation, of which only the last is closed. */
const OPENING = /[“„«]/u;

/**
 * Whether a quotation is open at the start of a range and stays open to its end. Only double marks count, because a single
 * mark can be an apostrophe. Marks are counted from the start of the line, because opening marks differ between languages.
 */
export function isBetweenQuotationMarks(text: string, { start, end }: Range): boolean {
  const marksAround = new RegExp(`^${MARK.source}+|${MARK.source}+$`, 'gu');
  const words = text.slice(start, end);
  const first = start + (words.length - words.replace(new RegExp(`^${MARK.source}+`, 'u'), '').length);
  const inner = words.replace(marksAround, '');
  if (MARK.test(inner)) return false;
  let open: string | undefined;
  for (const mark of text.slice(text.lastIndexOf('\n', start - 1) + 1, first)) {
    if (!MARK.test(mark)) continue;
    const opensAgain = open === mark && OPENING.test(mark);
    open = open === undefined || opensAgain ? mark : undefined;
  }
  return open !== undefined;
}
