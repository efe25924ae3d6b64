/** Breaks a text into balanced lines, measured with the fonts that draw it. Pure. */
import { measure, type Type } from './fonts.ts';

/** A stretch of the text, as offsets: [start, end). */
export type Line = { start: number; end: number; width: number };

type Piece = { start: number; end: number; width: number };

/** Words, and what spaces that do not break hold together: "10 000", "« mot »". */
const WORDS = /[\S\u00a0\u2007\u202f]+/gu;

/** Letters as readers count them, so that a long word never breaks inside one. */
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The lines of `text` at most `maxWidth` px wide: as few as possible, and then as even as possible, so that the last
 * one is not a lonely word. A word wider than a line breaks at a slash, dot or hyphen, or else between letters.
 */
export function wrap(text: string, type: Type, maxWidth: number): Line[] {
  const pieces = splitPieces(text, type, maxWidth);
  const greedy = fill(text, pieces, type, maxWidth);
  if (greedy.length < 2) return greedy;

  // The narrowest measure that needs no more lines makes them even.
  let [low, high] = [maxWidth / 2, maxWidth];
  let best = greedy;
  while (high - low > 4) {
    const middle = (low + high) / 2;
    const lines = fill(text, pieces, type, middle);
    if (lines.length <= greedy.length && lines.every((line) => line.width <= maxWidth)) {
      best = lines;
      high = middle;
    } else low = middle;
  }
  return keepCompany(text, best, type, maxWidth);
}

/** A last line of one word that is narrower than this share of the widest line looks left behind. */
const LONELY = 1 / 3;

/** Gives a lonely last word the word before it. */
function keepCompany(text: string, lines: Line[], type: Type, maxWidth: number): Line[] {
  const [before, last] = lines.slice(-2);
  if (!before || !last || last.start === before.end) return lines;
  const widest = Math.max(...lines.map(({ width }) => width));
  const wordsOf = ({ start, end }: Line) => [...text.slice(start, end).matchAll(WORDS)];
  const [moved, stays] = wordsOf(before).reverse();
  if (!moved || !stays || last.width >= LONELY * widest || wordsOf(last).length > 1) return lines;

  const lineOf = (start: number, end: number) => ({ start, end, width: measure(text.slice(start, end), type) });
  const longer = lineOf(before.start + moved.index, last.end);
  if (longer.width > maxWidth) return lines;
  return [...lines.slice(0, -2), lineOf(before.start, before.start + stays.index + stays[0].length), longer];
}

/** How many lines `wrap` makes of a text: evening them out changes their widths and not their number. */
export function countLines(text: string, type: Type, maxWidth: number): number {
  return fill(text, splitPieces(text, type, maxWidth), type, maxWidth).length;
}

function splitPieces(text: string, type: Type, maxWidth: number): Piece[] {
  const widthOf = (start: number, end: number) => measure(text.slice(start, end), type);
  const pieces: Piece[] = [];
  for (const word of text.matchAll(WORDS)) {
    const [start, end] = [word.index, word.index + word[0].length];
    const width = widthOf(start, end);
    if (width <= maxWidth) pieces.push({ start, end, width });
    else pieces.push(...splitLongWord(text, start, end, widthOf, maxWidth));
  }
  return pieces;
}

function splitLongWord(
  text: string,
  start: number,
  end: number,
  widthOf: (start: number, end: number) => number,
  maxWidth: number,
): Piece[] {
  const stops = [...GRAPHEMES.segment(text.slice(start, end))].map(
    ({ index, segment }) => start + index + segment.length,
  );
  const pieces: Piece[] = [];
  let from = start;
  let [fits, soft] = [start, start];
  for (const stop of stops) {
    if (widthOf(from, stop) > maxWidth && fits > from) {
      const at = soft > from ? soft : fits;
      pieces.push({ start: from, end: at, width: widthOf(from, at) });
      from = at;
    }
    fits = stop;
    if (/[/.\-–—_]/.test(text[stop - 1] ?? '')) soft = stop;
  }
  pieces.push({ start: from, end, width: widthOf(from, end) });
  return pieces;
}

function fill(text: string, pieces: Piece[], type: Type, maxWidth: number): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const piece of pieces) {
    const gap = line && line.end < piece.start ? measure(text.slice(line.end, piece.start), type) : 0;
    const joined: number = line ? line.width + gap + piece.width : 0;
    if (line && joined <= maxWidth) {
      line.end = piece.end;
      line.width = joined;
    } else {
      line = { ...piece };
      lines.push(line);
    }
  }
  return lines;
}
