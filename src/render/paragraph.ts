/** Paragraphs with our own line breaking and an optional highlight. Pure. */
import { box, type Child, column, type Element } from './element.ts';
import { baselineOf, type Face, faceStyle, type Type, type WidthOf, widthsIn } from './fonts.ts';
import { findGaps, type Gap, HOLDS, type Hold } from './line-break.ts';
import { BASELINE } from './variant.ts';

export type TextSpec = {
  text: string;
  face: Face;
  color: string;
  /** A multiple of the type size. */
  lineHeight: number;
  /** A multiple of the type size. The default is 0. */
  letterSpacing?: number;
  /** Uses tabular figures, so that numbers align. */
  tabular?: boolean;
  /** Whether the lines end at the right edge. */
  isRight?: boolean;
  /** The colour of a strikethrough. The default is none. */
  strike?: string;
  /** The highlighted part, as offsets into text: [start, end). `breaks`: even a short one may be on two lines. */
  mark?: { start: number; end: number; background: string; color: string; breaks?: boolean } | undefined;
  /** The part in `color`, as offsets into text: [start, end). The rest is in the colour and face of `aside`. The default is all. */
  aside?: { start: number; end: number; color: string; face?: Face } | undefined;
};

/** A marked phrase of up to so many words stays on one line if it can. */
const KEPT_WORDS = 4;

/** The gaps of a text; those of a short marked phrase hold. */
function gapsOf({ text, mark }: Pick<TextSpec, 'text' | 'mark'>): Gap[] {
  const gaps = findGaps(text);
  if (!mark || mark.breaks) return gaps;
  const isInside = ({ start, end }: Gap) => start >= mark.start && end <= mark.end;
  if (gaps.filter(isInside).length >= KEPT_WORDS) return gaps;
  return gaps.map((gap) => (isInside(gap) ? { ...gap, hold: 'firm' } : gap));
}

/** `cut`: a number, a short marked phrase or another firm group is wider than a line. */
export type Paragraph = {
  spec: TextSpec;
  fontSize: number;
  lines: Line[];
  height: number;
  width: number;
  cut: boolean;
};

/** Breaks a text into lines at a type size. Heights and widths in px. */
export function setParagraph(spec: TextSpec, fontSize: number, maxWidth: number): Paragraph {
  const lines = wrapTo(spec, widthsOf(spec, fontSize), maxWidth);
  return {
    spec,
    fontSize,
    lines,
    height: lines.length * lineHeightPx(spec, fontSize),
    width: Math.max(0, ...lines.map((line) => line.width)),
    cut: isCut(spec, lines),
  };
}

function typeOf({ face, letterSpacing = 0, tabular = false }: TextSpec, fontSize: number): Type {
  return { face, fontSize, letterSpacing: letterSpacing * fontSize, tabular };
}

/** Measures the parts of a text, which may be in two faces. */
function widthsOf(spec: TextSpec, fontSize: number): WidthOf {
  const { text, aside } = spec;
  const type = typeOf(spec, fontSize);
  const own = widthsIn(text, type);
  if (!aside?.face) return own;
  const rest = widthsIn(text, { ...type, face: aside.face });
  return (start, end) => {
    const [from, to] = [aside.start, aside.end].map((at) => clamp(at, { start, end })) as [number, number];
    return rest(start, from) + own(from, to) + rest(to, end);
  };
}

function isCut(spec: TextSpec, lines: Line[]): boolean {
  return gapsOf(spec).some(({ start, hold }) => hold === 'firm' && lines.some((line) => line.end === start));
}

export function lineHeightPx({ lineHeight }: Pick<TextSpec, 'lineHeight'>, fontSize: number): number {
  return Math.round((fontSize * lineHeight) / BASELINE) * BASELINE;
}

/**
 * Measures a text at a type size: the number of lines, and the height in px. Faster than setting it, because evening out the
 * lines does not change their number.
 */
export function measureParagraph(
  spec: TextSpec,
  fontSize: number,
  maxWidth: number,
): { lines: number } & Pick<Paragraph, 'height' | 'cut'> {
  const widthOf = widthsOf(spec, fontSize);
  const lines = fill(splitPieces(spec, widthOf, maxWidth), widthOf, maxWidth);
  return { lines: lines.length, height: lines.length * lineHeightPx(spec, fontSize), cut: isCut(spec, lines) };
}

/** Draws a paragraph as a column of lines that do not wrap, or as a single line. */
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
  return column(
    spec.isRight ? { ...style, alignItems: 'flex-end' } : style,
    ...[only ?? [], ...others].map((drawn) => box(line, ...drawn)),
  );
}

function runs(spec: TextSpec, line: Line, fontSize: number): Child[] {
  const { text, mark, aside } = spec;
  const stops = [mark?.start, mark?.end, aside?.start, aside?.end].filter((stop) => stop !== undefined);
  const ends = [...new Set([...stops.map((stop) => clamp(stop, line)), line.end])].sort((a, b) => a - b);
  const parts = ends.map((end, index) => ({ start: ends[index - 1] ?? line.start, end }));
  const runs = parts.filter(({ start, end }) => end > start);
  if (runs.length === 1 && !mark && !aside) return [text.slice(line.start, line.end)];
  return runs.map(({ start, end }) => {
    const run = text.slice(start, end);
    if (mark && start >= mark.start && end <= mark.end) return markedRun(run, spec, fontSize);
    const isAside = aside && (start < aside.start || end > aside.end);
    const look = isAside ? { color: aside.color, ...(aside.face && faceStyle(aside.face)) } : {};
    return box({ whiteSpace: 'pre', ...look }, run);
  });
}

/** The height of the band behind marked words, and its part below the baseline, as multiples of the type size. */
const [BAND_HEIGHT, BAND_BELOW] = [0.42, 0.14];

/** Marked words, with a band behind their lower half: a full background would hide them from machines and weak eyes. */
function markedRun(run: string, { face, lineHeight, mark }: TextSpec, fontSize: number): Element {
  const [bleed, height] = [0.06, BAND_HEIGHT].map((share) => Math.round(fontSize * share));
  const baseline = baselineOf(face, fontSize, lineHeightPx({ lineHeight }, fontSize));
  const top = Math.round(baseline + BAND_BELOW * fontSize - (height ?? 0));
  // The band is in the flow, and its margins take its height back: an absolute box would be painted over the words.
  const band = {
    height: height ?? 0,
    marginTop: top,
    marginBottom: -top - (height ?? 0),
    background: mark?.background ?? '',
  };
  return column(
    { color: mark?.color ?? '', padding: `0 ${bleed}px`, margin: `0 -${bleed}px` },
    box(band),
    box({ whiteSpace: 'pre' }, run),
  );
}

/** A line through the middle of the lower-case letters, above the text. */
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

function clamp(offset: number, { start, end }: Pick<Line, 'start' | 'end'>): number {
  return Math.min(Math.max(offset, start), end);
}

/** A line of the text, as offsets: [start, end). */
export type Line = { start: number; end: number; width: number };

/** User-perceived characters, so that a long word never breaks inside one. */
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Breaks `text` into lines of at most `maxWidth` px: as few as possible, then as even as possible. Words that hold together
 * (line-break.ts) break only if they are wider than a line. So does a single word: at a slash or dot, at a hyphen, or else
 * between letters.
 */
export function wrap(text: string, type: Type, maxWidth: number, mark?: TextSpec['mark']): Line[] {
  return wrapTo({ text, mark }, widthsIn(text, type), maxWidth);
}

function wrapTo({ text, mark }: Pick<TextSpec, 'text' | 'mark'>, widthOf: WidthOf, maxWidth: number): Line[] {
  const pieces = evenPieces(text, splitPieces({ text, mark }, widthOf, maxWidth), widthOf, maxWidth);
  const greedy = fill(pieces, widthOf, maxWidth);
  if (greedy.length < 2) return greedy;

  return evenLines(pieces, greedy.length, { text, widthOf, maxWidth, mark }) ?? greedy;
}

/**
 * The cost of the first word of a sentence or of a clause at the end of a line, and of a single marked word, as multiples of the
 * line's width.
 */
const [LONE_START, LONE_CLAUSE, LONE_MARK] = [0.35, 0.22, 0.3];

type EvenOptions = { text: string; widthOf: WidthOf; maxWidth: number; mark: TextSpec['mark'] };

/** Breaks pieces into `count` lines of about the same width: the sum of the squares of the widths is the smallest. */
function evenLines(pieces: Line[], count: number, { text, widthOf, maxWidth, mark }: EvenOptions): Line[] | undefined {
  type Way = { cost: number; lines: Line[] };
  const costOf = (line: Line, last: Line, next: Line | undefined): number => {
    const before = next && last.start > line.start ? text.slice(0, last.start) : '';
    const start = /[.!?…]["'”’»]?\s+$/u.test(before) ? LONE_START : /[,;:]["'”’»]?\s+$/u.test(before) ? LONE_CLAUSE : 0;
    // The first or the last marked word, alone on its line.
    const isLoneMark =
      mark &&
      ((next && last.start === mark.start && last.end < mark.end) ||
        (line.start > mark.start && line.start < mark.end && !/\s/.test(text.slice(line.start, mark.end).trim())));
    const penalty = start ** 2 + (isLoneMark ? LONE_MARK : 0) ** 2;
    return line.width ** 2 + penalty * maxWidth ** 2;
  };
  // The best way to set the pieces before each index in so many lines.
  let ways: (Way | undefined)[] = [{ cost: 0, lines: [] }];
  for (let number = 1; number <= count; number++) {
    const next: (Way | undefined)[] = [];
    for (const [from, way] of ways.entries()) {
      const first = pieces[from];
      if (!way || !first) continue;
      let line: Line = { ...first };
      for (let at = from; at < pieces.length; at++) {
        const last = pieces[at] as Line;
        if (at > from) {
          const gap = line.end < last.start ? widthOf(line.end, last.start) : 0;
          line = { start: line.start, end: last.end, width: line.width + gap + last.width };
        }
        if (line.width > maxWidth && at > from) break;
        const cost = way.cost + costOf(line, last, pieces[at + 1]);
        if (cost < (next[at + 1]?.cost ?? Number.POSITIVE_INFINITY))
          next[at + 1] = { cost, lines: [...way.lines, line] };
      }
    }
    ways = next;
  }
  return ways[pieces.length]?.lines;
}

/** Splits a text at its free spaces, and parts that are still too wide at firmer spaces. */
function splitPieces(spec: Pick<TextSpec, 'text' | 'mark'>, widthOf: WidthOf, maxWidth: number): Line[] {
  const { text } = spec;
  const gaps = gapsOf(spec);
  const split = (start: number, end: number, [hold, ...firmer]: readonly Hold[]): Line[] => {
    const width = widthOf(start, end);
    if (width <= maxWidth) return [{ start, end, width }];
    if (hold === undefined) return splitLongWord(text, start, end, widthOf, maxWidth);
    const inside = gaps.filter((gap) => gap.hold === hold && gap.start >= start && gap.end <= end);
    const ends = [...inside.map((gap) => gap.start), end];
    const parts = ends.map((end, index) => ({ start: inside[index - 1]?.end ?? start, end }));
    return parts.filter(({ start, end }) => end > start).flatMap((part) => split(part.start, part.end, firmer));
  };
  return split(0, text.length, HOLDS);
}

/** Makes the pieces of a text of one long word more even, if it has more places for a break: of the name of a host. */
function evenPieces(text: string, pieces: Line[], widthOf: WidthOf, maxWidth: number): Line[] {
  if (pieces.length < 2 || /\s/.test(text)) return pieces;
  const isAtSign = (split: Line[]) => split.slice(0, -1).every((piece) => /[/.\-–—_]/.test(text[piece.end - 1] ?? ''));
  for (const share of [0.6, 0.7, 0.8, 0.9]) {
    const narrower = splitLongWord(text, 0, text.length, widthOf, share * maxWidth);
    if (narrower.length === pieces.length && isAtSign(narrower)) return narrower;
  }
  return pieces;
}

function splitLongWord(text: string, start: number, end: number, widthOf: WidthOf, maxWidth: number): Line[] {
  const stops = [...GRAPHEMES.segment(text.slice(start, end))].map(
    ({ index, segment }) => start + index + segment.length,
  );
  const pieces: Line[] = [];
  let from = start;
  let [fits, soft, firm] = [start, start, start];
  for (const stop of stops) {
    while (widthOf(from, stop) > maxWidth && fits > from) {
      const isFull = firm > from && widthOf(from, firm) > maxWidth / 3;
      const at = isFull ? firm : soft > from ? soft : fits;
      pieces.push({ start: from, end: at, width: widthOf(from, at) });
      from = at;
    }
    fits = stop;
    if (/[/.\-–—_]/.test(text[stop - 1] ?? '')) soft = stop;
    if (/[/.]/.test(text[stop - 1] ?? '')) firm = stop;
  }
  pieces.push({ start: from, end, width: widthOf(from, end) });
  return pieces;
}

function fill(pieces: Line[], widthOf: WidthOf, maxWidth: number): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const piece of pieces) {
    const gap = line && line.end < piece.start ? widthOf(line.end, piece.start) : 0;
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
