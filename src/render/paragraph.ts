/** A text set in lines of our own breaking, with a marker behind a part of it. Pure. */
import { box, type Child, column, type Element } from './element.ts';
import { type Face, faceStyle, type Type } from './fonts.ts';
import { countLines, type Line, wrap } from './wrap.ts';

export type TextSpec = {
  text: string;
  face: Face;
  color: string;
  /** A multiple of the type size. */
  lineHeight: number;
  /** A multiple of the type size; none where not given. */
  letterSpacing?: number;
  /** Figures of one width, so that they stand under each other. */
  tabular?: boolean;
  /** The colour of a line through the text; none where not given. */
  strike?: string;
  /** The part to mark, as offsets into text: [start, end). */
  mark?: { start: number; end: number; background: string; color: string } | undefined;
};

export type Paragraph = { spec: TextSpec; fontSize: number; lines: Line[]; height: number; width: number };

/** Breaks a text into lines at a type size. Heights and widths in px. */
export function setParagraph(spec: TextSpec, fontSize: number, maxWidth: number): Paragraph {
  const lines = wrap(spec.text, typeOf(spec, fontSize), maxWidth);
  return {
    spec,
    fontSize,
    lines,
    height: lines.length * lineHeightPx(spec, fontSize),
    width: Math.max(0, ...lines.map((line) => line.width)),
  };
}

function typeOf({ face, letterSpacing = 0, tabular = false }: TextSpec, fontSize: number): Type {
  return { face, fontSize, letterSpacing: letterSpacing * fontSize, tabular };
}

function lineHeightPx(spec: TextSpec, fontSize: number): number {
  return Math.round(fontSize * spec.lineHeight);
}

/** What a text takes at a type size, in lines and in px, without the work of setting it. */
export function measureParagraph(
  spec: TextSpec,
  fontSize: number,
  maxWidth: number,
): { lines: number; height: number } {
  const lines = countLines(spec.text, typeOf(spec, fontSize), maxWidth);
  return { lines, height: lines * lineHeightPx(spec, fontSize) };
}

/** Draws a paragraph: a column of lines that never wrap again, or its only line. */
export function drawParagraph({ spec, fontSize, lines }: Paragraph): Element {
  const height = lineHeightPx(spec, fontSize);
  const { letterSpacing = 0 } = typeOf(spec, fontSize);
  const style = {
    ...faceStyle(spec.face, spec.tabular),
    fontSize,
    color: spec.color,
    lineHeight: `${height}px`,
    letterSpacing,
  };
  const line = { height, whiteSpace: 'pre', ...(spec.strike === undefined ? {} : { position: 'relative' }) };
  const [only, ...others] = lines.map((line) => [...runs(spec, line, fontSize), ...strike(spec, line, fontSize)]);
  if (only && others.length === 0) return box({ ...style, ...line }, ...only);
  return column(style, ...[only ?? [], ...others].map((drawn) => box(line, ...drawn)));
}

function runs(spec: TextSpec, line: Line, fontSize: number): Child[] {
  const { text, mark } = spec;
  const from = mark ? clamp(mark.start, line) : line.end;
  const to = mark ? clamp(mark.end, line) : line.end;
  if (!mark || from === to) return [text.slice(line.start, line.end)];
  const bleed = Math.round(fontSize * 0.09);
  return [
    text.slice(line.start, from),
    box(
      { background: mark.background, color: mark.color, padding: `0 ${bleed}px`, margin: `0 -${bleed}px` },
      text.slice(from, to),
    ),
    text.slice(to, line.end),
  ]
    .filter((run) => run !== '')
    .map((run) => (typeof run === 'string' ? box({ whiteSpace: 'pre' }, run) : run));
}

/** A line through the middle of the small letters, over them. */
function strike(spec: TextSpec, line: Line, fontSize: number): Element[] {
  if (spec.strike === undefined) return [];
  const thickness = Math.max(2, Math.round(fontSize * 0.06));
  const top = Math.round(lineHeightPx(spec, fontSize) * 0.55 - thickness / 2);
  return [
    box({
      position: 'absolute',
      left: 0,
      top,
      width: Math.round(line.width),
      height: thickness,
      background: spec.strike,
    }),
  ];
}

function clamp(offset: number, { start, end }: Line): number {
  return Math.min(Math.max(offset, start), end);
}
