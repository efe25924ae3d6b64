/** The number of a figure as the hero of its card: large digits, with the hedge and the scale word smaller beside them. Pure. */
import { deriveBounds } from '../../card/evidence/numbers/figure.ts';
import type { Figure } from '../../card/kinds/figure.ts';
import { box } from '../element.ts';
import { baselineOf } from '../fonts.ts';
import { drawParagraph, lineHeightPx, setParagraph, type TextSpec } from '../paragraph.ts';
import { type Block, stack } from '../shapes.ts';

/** The size of the words around the digits, as a share of the size of the digits. */
const WORDS_SHARE = 0.42;

const LETTER_SPACING = -0.03;
const LINE_HEIGHT = 0.92;

type Piece = { text: string; isDigits: boolean };

/** "up to 1,000" as ["up to ", "1,000"]. A text that is not read as one number is one piece. */
export function piecesOf({ text }: Pick<Figure, 'text'>, language: string): Piece[] {
  const read = deriveBounds(text, language);
  if (!read) return [{ text, isDigits: true }];
  // Signs and units without a space stay with the digits.
  const { start, end } = read.number;
  const digits = /\d/.test(text.slice(start, end)) ? text.slice(start, end).search(/\d/) + start : start;
  const from = text.lastIndexOf(' ', digits) + 1;
  const last = Math.max(digits, text.slice(0, end).search(/[\d%‰][^\d]*$/u));
  const to = text.indexOf(' ', last) < 0 ? text.length : text.indexOf(' ', last);
  return [
    { text: text.slice(0, from), isDigits: false },
    { text: text.slice(from, to), isDigits: true },
    { text: text.slice(to), isDigits: false },
  ].filter((piece) => piece.text !== '');
}

export type NumberBlock = Block & { width: number };

type NumberOptions = {
  color: string;
  /** The smallest type, in px. */
  smallest: number;
  /** Whether the words before the digits are above them. */
  isStacked: boolean;
};

/** Sets a number at a size of its digits. */
export function setNumber(pieces: readonly Piece[], fontSize: number, options: NumberOptions): NumberBlock {
  const spec: Omit<TextSpec, 'text'> = {
    face: 'bold',
    color: options.color,
    lineHeight: LINE_HEIGHT,
    letterSpacing: LETTER_SPACING,
  };
  const wordsSize = Math.max(Math.min(options.smallest, fontSize), Math.round(fontSize * WORDS_SHARE));
  const sizeOf = ({ isDigits }: Piece) => (isDigits ? fontSize : wordsSize);
  const setPiece = (piece: Piece) =>
    setParagraph({ ...spec, text: piece.text }, sizeOf(piece), Number.POSITIVE_INFINITY);
  const [first, ...rest] = pieces;
  if (options.isStacked && first && !first.isDigits) {
    const words = setPiece(first);
    const digits = setNumber(rest, fontSize, options);
    return {
      ...stack([{ ...words, element: drawParagraph(words) }, digits]),
      width: Math.max(words.width, digits.width),
    };
  }
  const height = lineHeightPx(spec, fontSize);
  const baseline = baselineOf('bold', fontSize, height);
  const runs = pieces.map((piece) => {
    const paragraph = setPiece(piece);
    const top = piece.isDigits ? 0 : Math.round(baseline - baselineOf('bold', paragraph.fontSize, paragraph.height));
    return {
      width: paragraph.width,
      element: box({ marginTop: top, height: paragraph.height }, drawParagraph(paragraph)),
    };
  });
  const width = Math.ceil(runs.reduce((sum, run) => sum + run.width, 0));
  return { element: box({ height, alignItems: 'flex-start' }, ...runs.map(({ element }) => element)), height, width };
}
