/** The head of a card: its topics, and its status and nature as shapes with their words. Pure. */

import type { Nature, Status } from '../../card/status.ts';
import { natureNoun, statusWord } from '../../card/status.ts';
import { box, column, type Element, type Style } from '../element.ts';
import { faceStyle, measure } from '../fonts.ts';
import { type Block, moved, type Shape, stack } from '../shapes.ts';
import { natureSymbol, type Sign, statusSymbol } from '../symbols.ts';
import { type Canvas, innerWidth, type Part, pageOf } from './frame.ts';

/** `dated`: a text between the topics and the chips. */
export type HeadText = { topics: readonly string[]; chips: readonly Chip[]; dated?: string | undefined };
export type Chip = { word: string; ground: string | null; ink: string; symbol: Sign | null };

/** The chips of a card: its status filled with the colour of the status, its nature in an outline. */
export function chipsOf(
  { status, nature }: { status: Status; nature?: Nature | undefined },
  { colors }: Canvas,
): Chip[] {
  const chips: Chip[] = [
    { word: statusWord(status), ground: colors[status], ink: colors.chipInk, symbol: statusSymbol(status) },
  ];
  if (nature)
    chips.push({ word: natureNoun(nature), ground: null, ink: colors.ink, symbol: natureSymbol(nature, colors) });
  return chips;
}

/** The letter spacing of topics, which are in capitals, as a multiple of the type size. */
const TOPIC_SPACING = 0.04;

function topicBlock(text: string, canvas: Canvas, height: number): Block {
  const { small } = pageOf(canvas);
  const style = {
    ...faceStyle('bold'),
    color: canvas.colors.accent,
    fontSize: small,
    lineHeight: 1,
    whiteSpace: 'pre',
    letterSpacing: TOPIC_SPACING * small,
    height,
    alignItems: 'center',
  };
  return { element: box(style, text), height };
}

export function layoutHead({ topics, chips, dated }: HeadText, canvas: Canvas): Part {
  const width = innerWidth(canvas);
  const { small, narrow } = pageOf(canvas);
  const line = Math.round(small * 1.65);
  const gap = Math.round(small / 3);
  const state = layoutState(chips, dated, canvas, { line, gap, width });
  const hasState = state.height > 0;
  const beside = hasState && !narrow ? width - state.width - small : width;
  const topic = fitTopic(topics, width, small);
  const topicBox = topicBlock(topic?.text ?? '', canvas, line).element;
  const style = { width, fontSize: small, lineHeight: 1, whiteSpace: 'pre' };
  if (!hasState && topics.length === 0) return { element: box({ height: 0 }), height: 0, fits: true };
  const fits = topic !== undefined && state.width <= width;
  if (!hasState) return { element: box({ ...style, height: line }, topicBox), height: line, fits };
  const isStacked = narrow || (topic?.width ?? 0) > beside || state.height > line;
  if (!isStacked) {
    const element = box({ ...style, height: line, justifyContent: 'space-between' }, topicBox, state.element);
    return { element, height: line, fits, shapes: moved(state.shapes, width - state.width, 0) };
  }
  const element = column(style, topicBox, box({ height: gap }), state.element);
  return { element, height: line + gap + state.height, fits, shapes: moved(state.shapes, 0, line + gap) };
}

export type LeadHeadText = {
  chips: readonly Chip[];
  name: (width: number) => Block;
  known: (width: number) => Block;
};

/** A name with the chips at its right, and what is known of it below. A topic beside them would seem to be who speaks. */
export function layoutLeadHead({ chips, name, known }: LeadHeadText, canvas: Canvas): Part {
  const width = innerWidth(canvas);
  const { small } = pageOf(canvas);
  const [line, gap] = [Math.round(small * 1.65), Math.round(small / 3)];
  const state = layoutState(chips, undefined, canvas, { line, gap, width });
  const first = name(width - state.width - small);
  const height = Math.max(first.height, state.height);
  const named = box({ width, height, justifyContent: 'space-between' }, first.element, state.element);
  return {
    ...stack([{ element: named, height }, known(width)]),
    fits: state.width <= width / 2,
    shapes: moved(state.shapes, width - state.width, 0),
  };
}

/** The date and the chips in a line, or the date below them if they are too wide. */
function layoutState(
  chips: readonly Chip[],
  dated: string | undefined,
  canvas: Canvas,
  { line, gap, width }: { line: number; gap: number; width: number },
): Block & { width: number } {
  const { small, narrow } = pageOf(canvas);
  const drawn = chips.map((chip) => drawChip(chip, canvas, line));
  const chipsWidth = drawn.reduce((sum, chip) => sum + chip.width, gap * Math.max(0, drawn.length - 1));
  const dateWidth = dated === undefined ? 0 : Math.ceil(measure(dated, { face: 'sans', fontSize: small }));
  const date =
    dated === undefined ? [] : [box({ height: line, alignItems: 'center', color: canvas.colors.muted }, dated)];
  const space = dated === undefined || drawn.length === 0 ? 0 : Math.round(small * 0.75);
  const chipLine = box(
    { gap, fontSize: small, lineHeight: 1, whiteSpace: 'pre' },
    ...drawn.map(({ element }) => element),
  );
  const shapesFrom = (left: number) => {
    let x = left;
    return drawn.flatMap((chip): Shape[] => {
      const shapes = moved(chip.shapes, x, 0);
      x += chip.width + gap;
      return shapes;
    });
  };
  if (drawn.length + date.length === 0) return { element: box({}), width: 0, height: 0 };
  const beside = chipsWidth + space + dateWidth;
  if (beside <= width) {
    const parts = narrow ? [chipLine, ...date] : [...date, chipLine];
    const shapes = shapesFrom(narrow ? 0 : dateWidth + space);
    return { element: box({ gap: space }, ...parts), width: beside, height: line, shapes };
  }
  const element = column({ alignItems: 'flex-start', gap }, chipLine, ...date);
  return { element, width: Math.max(chipsWidth, dateWidth), height: 2 * line + gap, shapes: shapesFrom(0) };
}

function drawChip(
  { word, ground, ink, symbol }: Chip,
  canvas: Canvas,
  line: number,
): Required<Block> & { width: number } {
  const { small } = pageOf(canvas);
  const face = ground === null ? 'sans' : 'bold';
  const padding = Math.round(small * 0.5);
  const side = Math.round(small * 0.62);
  const lead = symbol ? side + Math.round(small * 0.35) : 0;
  const width = Math.ceil(measure(word, { face, fontSize: small })) + lead + 2 * padding;
  const border = Math.max(2, Math.round(small / 12));
  const look: Style = ground === null ? { border: `${border}px solid ${ink}` } : { background: ground };
  const inset = ground === null ? border : 0;
  const element: Element = box(
    {
      width,
      height: line,
      ...look,
      ...faceStyle(face),
      color: ink,
      paddingLeft: padding + lead - inset,
      alignItems: 'center',
      borderRadius: Math.round(small / 6),
    },
    word,
  );
  const shapes = symbol ? moved(symbol.draw(side, ink), padding, Math.round((line - side) / 2)) : [];
  return { element, width, height: line, shapes };
}

/** The main topic in capitals; undefined if it does not fit. */
function fitTopic([topic = '']: readonly string[], width: number, small: number) {
  const text = topic.toUpperCase();
  const textWidth = measure(text, { face: 'bold', fontSize: small, letterSpacing: TOPIC_SPACING * small });
  return textWidth <= width ? { text, width: textWidth } : undefined;
}
