/** Finds the words of a new card in their text, and creates the quote of the card. Pure. */

import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { isBetweenQuotationMarks } from '../../card/evidence/between-marks.ts';
import { findQuote, prepareText, type Range, type TextQuoteSelector } from '../../card/evidence/find-quote.ts';
import { blockAt, blocksOf, crossesBlocks } from '../../card/evidence/locate.ts';
import { withoutIgnorable } from '../../card/evidence/normalise.ts';
import { pageAt, type StructuredText } from '../../card/evidence/place.ts';
import type { QuotedKind } from '../../card/kind.ts';
import { countWords, MAX_QUOTE_WORDS } from '../../card/kinds/fields.ts';
import { trimQuote } from '../../card/quotation-marks.ts';
import { isHtml, isPdf } from '../../page/live-page.ts';
import { readSavedPage, type SavedPage, UnreadableFile } from '../captures.ts';
import { type Refusal, refuse } from './args.ts';
import { BREAK, disambiguate, identifies } from './disambiguate.ts';

/** The quote of a new card. */
export type NewSelector = TextQuoteSelector & { acrossBlocks?: true };

export type FoundQuote = {
  ok: true;
  selector: NewSelector;
  /** How the given words were found. The selector has the words of the text. */
  match: 'exact' | 'trimmed' | 'normalised';
  range: Range;
  /** The line of the quote in the text, from 1. */
  line: number;
  /** Its page in a PDF, from 1. */
  page: number | undefined;
  /** Which of the occurrences it is, from 1. */
  place: number;
  /** The lines of all occurrences. */
  lines: number[];
  /** The occurrences between square brackets, each with the words around it. */
  around: string[];
  /** How many of them are outside navigation, teasers and similar parts. */
  inArticle: number;
};

/** The limit of quote.exact in the card schema. */
const MAX_QUOTE_LENGTH = 300;

type LocateOptions = {
  /** The occurrence to use if there are several, from 1. The default is the first outside page furniture. */
  place?: number | undefined;
  /** Whether the quote may span several blocks. */
  acrossBlocks?: boolean | undefined;
};

export function locateQuote(source: StructuredText, given: string, options: LocateOptions): FoundQuote | Refusal {
  const quote = trimQuote(given);
  const tooLong = findExcess(quote);
  if (tooLong) return tooLong;
  const original = source.text;
  const text = prepareText(original);
  const found = findQuote(text, { exact: quote });
  if (found.match === 'missing') {
    return refuse(
      'The text contains neither the quote nor similar words.',
      'Check that it is the right text, and copy the words from it.',
    );
  }
  if (found.match === 'drift' && !found.recased) {
    return refuse(
      `The text does not contain the quote, but similar words (score ${found.score.toFixed(2)} of 1):`,
      `  ${fold(original.slice(...wholeWords(original, found)))}`,
      found.score === 1
        ? 'Your quote begins or ends inside a word or a number. Quote it completely.'
        : 'Copy the words exactly.',
    );
  }

  const places = found.match === 'ambiguous' ? found.places : found.match === 'drift' ? (found.recased ?? []) : [found];
  const lines = places.map(({ start }) => lineAt(original, start));
  const blocks = blocksOf(source);
  const article = places.filter(({ start }) => blockAt(blocks, start)?.part !== 'furniture');
  const place = options.place ?? places.indexOf(article[0] as Range) + 1;
  const range = places[Math.max(1, place) - 1];
  if (!range) {
    const times = places.length === 1 ? 'once' : `${places.length} times`;
    return refuse(
      `--place ${place}: the quote occurs only ${times} in the text:`,
      ...numbered(places.map((one) => withContext(original, one))),
    );
  }
  const exact = fold(original.slice(range.start, range.end));
  const tooLongThere = findExcess(exact);
  if (tooLongThere) return tooLongThere;
  const crosses = crossesBlocks(blocks, range);
  if (crosses && !options.acrossBlocks) {
    return refuse(
      'The quote spans more than one paragraph, heading, cell or list item:',
      `  ${withContext(original, range)}`,
      'Quote only one of them, or add --across-blocks if this is intended.',
    );
  }
  const selector = identifies(text, { exact }, range) ? { exact } : disambiguate(text, exact, range);
  if (!selector && places.length === 1) {
    return refuse(
      'The quote spans several lines or cells, and browsers find its first words elsewhere on the page.',
      'Quote only one line or cell.',
    );
  }
  if (!selector) {
    return refuse(
      `The quote occurs ${places.length} times, and no words around it identify only this one.`,
      'Quote more words.',
    );
  }
  const match =
    original.slice(range.start, range.end) === quote ? (quote === given ? 'exact' : 'trimmed') : 'normalised';
  const written = crosses ? { ...selector, acrossBlocks: true as const } : selector;
  const page = pageAt(source, range.start);
  return {
    ok: true,
    selector: written,
    match,
    range,
    line: lineAt(original, range.start),
    page,
    lines,
    place: Math.max(1, place),
    around: places.map((one) => withContext(original, one)),
    inArticle: article.length,
  };
}

function findExcess(quote: string): Refusal | undefined {
  const words = countWords(quote);
  if (words > MAX_QUOTE_WORDS) {
    return refuse(
      `The quote has ${words} words; the limit is ${MAX_QUOTE_WORDS}. Quote the fewest words that state the fact.`,
    );
  }
  if (quote.length <= MAX_QUOTE_LENGTH) return undefined;
  return refuse(
    `The quote has ${quote.length} characters; the limit is ${MAX_QUOTE_LENGTH}. Quote the fewest words that state the fact.`,
  );
}

/**
 * Returns a part of the text as one line, without invisible characters. If it spans lines or table cells, its white space
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

const CONTEXT = 30;

/** "… The harbour [reportedly moors up to 1,200 boats] in summer." The text of a page has no lines that an author knows. */
function withContext(text: string, { start, end }: Range): string {
  const [from, to] = [Math.max(0, start - CONTEXT), end + CONTEXT];
  const before = from === 0 ? text.slice(0, start) : text.slice(from, start).replace(/^\S*\s*/u, '… ');
  const after = to >= text.length ? text.slice(end) : text.slice(end, to).replace(/\s*\S*$/u, ' …');
  return fold(`${before}[${text.slice(start, end)}]${after}`.trim());
}

/** The occurrences of a quote, as --place counts them. */
export const numbered = (around: readonly string[]): string[] => around.map((words, at) => `  ${at + 1}: ${words}`);

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** A figure if the quote contains one, a quote if it is between quotation marks, otherwise a claim. */
export function proposeKind(text: string, range: Range, hasFigure: boolean): QuotedKind {
  if (hasFigure) return 'figure';
  return isBetweenQuotationMarks(text, range) ? 'quote' : 'claim';
}

/** Reads a saved page. */
export async function readText(file: string): Promise<(SavedPage & { ok: true }) | Refusal> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return refuse(`--text ${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Check the path.`);
  }
  const page = await openSaved(file, bytes);
  return page.ok ? page : refuse(`--text ${page.message}`);
}

/** Reads the bytes of a saved page. Text must be UTF-8; HTML declares its encoding. */
export async function openSaved(name: string, bytes: Uint8Array): Promise<(SavedPage & { ok: true }) | Refusal> {
  let page: SavedPage;
  try {
    page = await readSavedPage(name, bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return refuse(error.message);
    throw error;
  }
  const type = page.headers['content-type'] ?? '';
  if (isHtml(type) || isPdf(type) || isUtf8(bytes)) return { ok: true, ...page };
  return refuse(`${name} is not UTF-8. Give the text as captured, in UTF-8.`);
}
