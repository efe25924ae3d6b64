/** Proposes the kind of a new card from its words and where they stand. Pure. */
import type { Range } from '../../domain/quote.ts';
import type { NewKind } from './args.ts';

/** A figure where the quote holds one, a quote where it stands between quotation marks, else a claim. */
export function proposeKind(text: string, range: Range, hasFigure: boolean): NewKind {
  if (hasFigure) return 'figure';
  return isBetweenQuotationMarks(text, range) ? 'quote' : 'claim';
}

const MARK = /["“”„‟«»]/u;
/** Typesetters open every paragraph of a long quotation with one of these, and close only the last. */
const OPENING = /[“„«]/u;

/**
 * Whether a stretch is somebody's speech: whether a quotation is open where it starts, and stays so to its end. Double
 * marks only, because a single one is an apostrophe too. Which mark opens differs between languages, so they are counted
 * from the start of the line.
 */
function isBetweenQuotationMarks(text: string, { start, end }: Range): boolean {
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
