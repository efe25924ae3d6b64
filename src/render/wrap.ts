/** Breaks a text into balanced lines, measured with the fonts that draw it. Pure. */
import { type Face, measure } from './fonts.ts';

/** A stretch of the text, as offsets: [start, end). */
export type Line = { start: number; end: number; width: number };

/** How a text is set; sizes in px. */
type Type = { face: Face; fontSize: number; letterSpacing?: number };
type Piece = { start: number; end: number; width: number };

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
  return best;
}

function splitPieces(text: string, type: Type, maxWidth: number): Piece[] {
  const widthOf = (start: number, end: number) =>
    measure(text.slice(start, end), type.face, type.fontSize, type.letterSpacing);
  const pieces: Piece[] = [];
  for (const word of text.matchAll(/\S+/gu)) {
    const [start, end] = [word.index, word.index + word[0].length];
    if (widthOf(start, end) <= maxWidth) pieces.push({ start, end, width: widthOf(start, end) });
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

function fill(text: string, pieces: Piece[], { face, fontSize, letterSpacing }: Type, maxWidth: number): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const piece of pieces) {
    const gap =
      line && line.end < piece.start ? measure(text.slice(line.end, piece.start), face, fontSize, letterSpacing) : 0;
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
