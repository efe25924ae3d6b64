/** The lines of a PDF's page, put together from the pieces that it draws, in reading order. Pure. Lengths are in points. */

/** A piece of text as a PDF draws it. `y`: of its baseline, from the lower edge. `size`: of the font. */
export type Piece = { text: string; x: number; y: number; width: number; size: number };

export type Line = { text: string; x: number; right: number; y: number; size: number };

/** The gap between words, the gap between columns or cells, and the offset of a raised sign; all relative to the font size. */
const WORD_GAP = 0.18;
const COLUMN_GAP = 1.6;
const RAISED = 0.55;

/** Columns are drawn like rows if at least this many lines have another beside them, with this many characters on average. */
const MIN_PAIRS = 5;
const COLUMN_CHARACTERS = 20;

/** Programs usually draw columns one after the other, and tables row by row. Only columns that are drawn like rows are sorted. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces) {
    const text = piece.text.replace(/\s+/gu, ' ');
    const last = lines.at(-1);
    // A space as wide as the gap between cells does not join them.
    if (text.trim() === '') {
      if (last && text !== '' && piece.width < COLUMN_GAP * last.size && !last.text.endsWith(' ')) last.text += ' ';
      continue;
    }
    const gap = last ? piece.x - last.right : 0;
    const height = Math.max(last?.size ?? 0, piece.size);
    const isSame =
      last !== undefined && Math.abs(piece.y - last.y) < RAISED * height && gap > -height && gap < COLUMN_GAP * height;
    if (isSame) {
      const isApart = gap > WORD_GAP * height && !last.text.endsWith(' ') && !text.startsWith(' ');
      last.text += `${isApart ? ' ' : ''}${text}`;
      last.right = Math.max(last.right, piece.x + piece.width);
      if (piece.size > last.size) [last.size, last.y] = [piece.size, piece.y];
    } else {
      lines.push({ text, x: piece.x, right: piece.x + piece.width, y: piece.y, size: piece.size });
    }
  }
  return sortColumns(lines.map((line) => ({ ...line, text: line.text.replace(/\s+/gu, ' ').trim() })));
}

/** Whether a line is beside the previous one. */
export const isBeside = (before: Line | undefined, line: Line): boolean =>
  before !== undefined && Math.abs(before.y - line.y) < RAISED * line.size && line.x > before.right;

function sortColumns(lines: readonly Line[]): Line[] {
  const pairs = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    return before && isBeside(before, line) ? [{ before, line }] : [];
  });
  const characters = pairs.reduce((sum, { before, line }) => sum + Math.min(before.text.length, line.text.length), 0);
  if (pairs.length < MIN_PAIRS || characters < COLUMN_CHARACTERS * pairs.length) return [...lines];
  const middles = pairs.map(({ before, line }) => (before.right + line.x) / 2).sort((a, b) => a - b);
  const gutter = middles[Math.floor(middles.length / 2)] ?? 0;
  const sorted: Line[] = [];
  let right: Line[] = [];
  for (const line of lines) {
    if (line.x >= gutter) right.push(line);
    else {
      // A line across both columns is above or below them.
      if (line.right > gutter) sorted.push(...right.splice(0));
      sorted.push(line);
    }
  }
  right = right.splice(0);
  return [...sorted, ...right];
}
