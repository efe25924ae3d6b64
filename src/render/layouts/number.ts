/** The number of a figure as the hero of its card: large digits, with the hedge and the scale word smaller beside them. Pure. */
import { deriveBounds } from '../../card/evidence/numbers/figure.ts';
import type { Figure } from '../../card/kinds/figure.ts';
import { box } from '../element.ts';
import { baselineOf } from '../fonts.ts';
import { drawParagraph, lineHeightPx, type Paragraph, setParagraph, type TextSpec } from '../paragraph.ts';
import { type Block, stack } from '../shapes.ts';

/** The size of the words beside and above the digits, as a share of the size of the digits. */
const [WORDS_SHARE, ABOVE_SHARE] = [0.42, 0.3];

/** The space between the pieces, as a share of the size of the digits. */
const PIECE_GAP = 0.13;

const LETTER_SPACING = -0.03;
const LINE_HEIGHT = 0.92;

type Piece = { text: string; isDigits: boolean };

/** "up to 1,000" as ["up to ", "1,000"]. A text that is not read as one number is one piece. */
export function piecesOf({ text }: Pick<Figure, 'text'>, language: string): Piece[] {
  const read = deriveBounds(text, language);
  if (!read) return [{ text, isDigits: true }];
  const { start, end } = read.number;
  const number = text.slice(start, end);
  // Signs and units without a space stay with the digits; a number in words is one piece.
  const [from, to] = /\d/.test(number)
    ? [text.lastIndexOf(' ', start + number.search(/\d/)) + 1, endOfWord(text, start + number.search(/[\d%‰][^\d]*$/u))]
    : [start, end];
  return [
    { text: text.slice(0, from).trim(), isDigits: false },
    { text: text.slice(from, to), isDigits: true },
    { text: text.slice(to).trim(), isDigits: false },
  ].filter((piece) => piece.text !== '');
}

const endOfWord = (text: string, at: number) => (text.indexOf(' ', at) < 0 ? text.length : text.indexOf(' ', at));

/** The size of the unit after a number, as a share of the size of the digits. */
const UNIT_SHARE = 0.26;

function setUnit(unit: string, fontSize: number, { color, smallest }: NumberOptions): Paragraph {
  const size = Math.max(smallest, Math.round(fontSize * UNIT_SHARE));
  return setParagraph({ text: unit, face: 'bold', color, lineHeight: 1.16 }, size, Number.POSITIVE_INFINITY);
}

/** `drop`: the space that commas and tails need below the number, in px. */
export type NumberBlock = Block & { width: number; drop: number };

/** Letters and signs below the baseline, and the space for them, as a share of the size of the digits. */
const [TAILS, DROP] = [/[,;()gjpqyQ]/, 0.07];

type NumberOptions = {
  color: string;
  /** The smallest type, in px. */
  smallest: number;
  /** Whether the words before the digits are above them. */
  isStacked: boolean;
  /** Words of a smaller size after the number, on its baseline. */
  unit?: string | undefined;
};

/** Sets a number at a size of its digits. */
export function setNumber(pieces: readonly Piece[], fontSize: number, options: NumberOptions): NumberBlock {
  const spec: Omit<TextSpec, 'text'> = {
    face: 'bold',
    color: options.color,
    lineHeight: LINE_HEIGHT,
    letterSpacing: LETTER_SPACING,
  };
  const share = options.isStacked ? ABOVE_SHARE : WORDS_SHARE;
  const wordsSize = Math.max(Math.min(options.smallest, fontSize), Math.round(fontSize * share));
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
      drop: digits.drop,
    };
  }
  const lineHeight = lineHeightPx(spec, fontSize);
  const baseline = baselineOf('bold', fontSize, lineHeight);
  const gap = Math.round(fontSize * PIECE_GAP);
  const unit = options.unit === undefined ? [] : [setUnit(options.unit, fontSize, options)];
  const runs = [...pieces.map(setPiece), ...unit].map((paragraph, index) => {
    const top = pieces[index]?.isDigits
      ? 0
      : Math.round(baseline - baselineOf('bold', paragraph.fontSize, paragraph.height));
    return {
      width: paragraph.width,
      bottom: top + paragraph.height,
      element: box({ marginTop: top, height: paragraph.height }, drawParagraph(paragraph)),
    };
  });
  // Small digits can be lower than the words beside them.
  const height = Math.max(lineHeight, ...runs.map(({ bottom }) => bottom));
  const width = Math.ceil(runs.reduce((sum, run) => sum + run.width, gap * (runs.length - 1)));
  return {
    element: box({ height, gap, alignItems: 'flex-start' }, ...runs.map(({ element }) => element)),
    height,
    width,
    drop: pieces.some(({ text, isDigits }) => isDigits && TAILS.test(text)) ? Math.round(DROP * fontSize) : 0,
  };
}
