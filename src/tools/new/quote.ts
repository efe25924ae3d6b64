/** Finds the words of a new card in their text, and writes them as the catalogue stores them. Pure. */

import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { findQuote, prepareText, type Range, type TextQuoteSelector } from '../../card/evidence/find-quote.ts';
import { blockAt, blocksOf, crossesBlocks } from '../../card/evidence/locate.ts';
import { withoutIgnorable } from '../../card/evidence/normalise.ts';
import type { StructuredText } from '../../card/evidence/place.ts';
import type { QuotedKind } from '../../card/kind.ts';
import { countWords, MAX_QUOTE_WORDS } from '../../card/kinds/fields.ts';
import { isHtml } from '../../page/live-page.ts';
import { readSavedPage } from '../captures.ts';
import { type Refusal, refuse } from './args.ts';
import { BREAK, leadsTo, tellApart } from './tell-apart.ts';

/** A quote as it is written into a card. */
export type NewSelector = TextQuoteSelector & { acrossBlocks?: true };

export type FoundQuote = {
  ok: true;
  selector: NewSelector;
  /** How the words that were asked for were found. The selector has them as they stand in the text. */
  match: 'exact' | 'normalised';
  range: Range;
  /** Where it stands in the text, counted from 1. */
  line: number;
  /** The lines of all the places where the words stand: more than one where they had to be told apart. */
  lines: number[];
};

/** The limit of quote.exact in the schema of a card. */
const MAX_QUOTE_LENGTH = 300;

type LocateOptions = {
  /** Which one is meant where the quote occurs more than once, counted from 1; the first outside page furniture by default. */
  place?: number | undefined;
  /** Whether the quote may begin in one block and end in another. */
  acrossBlocks?: boolean | undefined;
};

export function locateQuote(source: StructuredText, quote: string, options: LocateOptions): FoundQuote | Refusal {
  const tooLong = findExcess(quote);
  if (tooLong) return tooLong;
  const original = source.text;
  const text = prepareText(original);
  const found = findQuote(text, { exact: quote });
  if (found.match === 'missing') {
    return refuse(
      'The quote does not occur in the text, and nothing like it does.',
      'Check that it is the right text, and copy the words from there.',
    );
  }
  if (found.match === 'drift' && !found.recased) {
    return refuse(
      `The quote does not occur in the text. Similar words (score ${found.score.toFixed(2)} of 1) are in line ${lineAt(original, found.start)}:`,
      `  ${fold(original.slice(...wholeWords(original, found)))}`,
      found.score === 1
        ? 'Yours begin or end inside a word or a number. Quote it whole.'
        : 'Copy them exactly as they are there.',
    );
  }

  const places = found.match === 'ambiguous' ? found.places : found.match === 'drift' ? (found.recased ?? []) : [found];
  const lines = places.map(({ start }) => lineAt(original, start));
  const blocks = blocksOf(source);
  const place = options.place ?? places.findIndex(({ start }) => blockAt(blocks, start)?.part !== 'furniture') + 1;
  const range = places[Math.max(1, place) - 1];
  if (!range) {
    const times = places.length === 1 ? 'once' : `${places.length} times`;
    return refuse(
      `--place ${place}: the quote occurs in the text only ${times} (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}).`,
    );
  }
  const exact = fold(original.slice(range.start, range.end));
  const tooLongThere = findExcess(exact);
  if (tooLongThere) return tooLongThere;
  const crosses = crossesBlocks(blocks, range);
  if (crosses && !options.acrossBlocks) {
    return refuse(
      `The quote begins in one paragraph, heading, cell or list item and ends in another (line ${lineAt(original, range.start)}).`,
      'Quote words of one of them, or give --across-blocks where it is meant so.',
    );
  }
  const selector = leadsTo(text, { exact }, range) ? { exact } : tellApart(text, exact, range);
  if (!selector && places.length === 1) {
    return refuse(
      `The quote goes over lines or cells (line ${lines[0]}), and a browser finds its first words elsewhere.`,
      'Quote words of one line or cell.',
    );
  }
  if (!selector) {
    return refuse(
      `The quote occurs ${places.length} times (lines ${lines.join(', ')}), and the words around it do not show which is meant.`,
      'Quote more words.',
    );
  }
  const match = original.slice(range.start, range.end) === quote ? 'exact' : 'normalised';
  const written = crosses ? { ...selector, acrossBlocks: true as const } : selector;
  return { ok: true, selector: written, match, range, line: lineAt(original, range.start), lines };
}

function findExcess(quote: string): Refusal | undefined {
  const words = countWords(quote);
  if (words > MAX_QUOTE_WORDS) {
    return refuse(
      `The quote has ${words} words; ${MAX_QUOTE_WORDS} are allowed. Quote the fewest words that carry the fact.`,
    );
  }
  if (quote.length <= MAX_QUOTE_LENGTH) return undefined;
  return refuse(
    `The quote has ${quote.length} characters; ${MAX_QUOTE_LENGTH} are allowed. Quote the fewest words that carry the fact.`,
  );
}

/**
 * A stretch of the text as one line, without what nobody sees: where it crosses a line break or a table cell, its white space
 * becomes single spaces.
 */
function fold(stretch: string): string {
  const seen = withoutIgnorable(stretch);
  return BREAK.test(seen) ? seen.replace(/\s+/gu, ' ').trim() : seen;
}

function wholeWords(text: string, { start, end }: Range): [start: number, end: number] {
  const before = /\S*$/u.exec(text.slice(0, start))?.[0] ?? '';
  const after = /^\S*/u.exec(text.slice(end))?.[0] ?? '';
  return [start - before.length, end + after.length];
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A figure where the quote holds one, a quote where it stands between quotation marks, else a claim. */
export function proposeKind(text: string, range: Range, hasFigure: boolean): QuotedKind {
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

/** Reads a page that was saved. Text has to be UTF-8; HTML says its encoding. */
export async function readText(file: string): Promise<(ReturnType<typeof readSavedPage> & { ok: true }) | Refusal> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return refuse(`--text ${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Check the path.`);
  }
  const page = readSavedPage(file, bytes);
  if (isHtml(page.headers['content-type'] ?? '') || isUtf8(bytes)) return { ok: true, ...page };
  return refuse(`--text ${file} is not UTF-8. Give the text as captured, in UTF-8.`);
}
