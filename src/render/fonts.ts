/**
 * The fonts of cards: for each face the font of the brand, and the shipped one for letters that it lacks. FONTS is a constant
 * array, because satori caches parsed fonts by array identity.
 */
import bold from '../../build/fonts/bold.ttf';
import boldFallback from '../../build/fonts/bold-fallback.ttf';
import sans from '../../build/fonts/sans.ttf';
import sansFallback from '../../build/fonts/sans-fallback.ttf';
import serif from '../../build/fonts/serif.ttf';
import serifFallback from '../../build/fonts/serif-fallback.ttf';
import type { Style } from './element.ts';

/** `fallback`: empty if the font is the shipped one. */
const FACE_FILES = {
  sans: { name: 'Sans', weight: 400, data: sans, fallback: sansFallback },
  bold: { name: 'Sans', weight: 700, data: bold, fallback: boldFallback },
  serif: { name: 'Serif', weight: 400, data: serif, fallback: serifFallback },
} as const;

/** A font by purpose. */
export type Face = keyof typeof FACE_FILES;

const style = 'normal' as const;
const fallbackName = (name: string) => `${name} fallback`;

export const FONTS = Object.values(FACE_FILES).flatMap(({ name, weight, data, fallback }) => [
  { name, weight, data, style },
  ...(fallback.byteLength > 0 ? [{ name: fallbackName(name), weight, data: fallback, style }] : []),
]);

const metrics: Partial<Record<Face, Metrics>> = {};

/** Read on first use, so that an unreadable font only affects pictures. */
function metricsOf(face: Face): Metrics {
  const { data, fallback } = FACE_FILES[face];
  metrics[face] ??= fallback.byteLength > 0 ? completed(readMetrics(data), readMetrics(fallback)) : readMetrics(data);
  return metrics[face];
}

/** The metrics of a font, with the letters that only another font has. */
export function completed(font: Metrics, other: Metrics): Metrics {
  const advances = new Map(font.advances);
  for (const [codePoint, advance] of other.advances)
    if (!advances.has(codePoint)) advances.set(codePoint, (advance * font.unitsPerEm) / other.unitsPerEm);
  return { ...font, advances };
}

const widestDigits: Partial<Record<Face, number>> = {};

/** All tabular figures are as wide as the widest digit. */
function widestDigit(face: Face): number {
  const { advances } = metricsOf(face);
  widestDigits[face] ??= Math.max(...Array.from('0123456789', (digit) => advances.get(digit.charCodeAt(0)) ?? 0));
  return widestDigits[face];
}

/** The style properties for a face, optionally with tabular figures. */
export function faceStyle(face: Face, tabular = false): Style {
  const { name, weight, fallback } = FACE_FILES[face];
  const fontFamily = fallback.byteLength > 0 ? `${name}, ${fallbackName(name)}` : name;
  return { fontFamily, fontWeight: weight, ...(tabular && { fontVariantNumeric: 'tabular-nums' }) };
}

/** The type of a text; sizes in px. */
export type Type = { face: Face; fontSize: number; letterSpacing?: number; tabular?: boolean };

/**
 * The width of a text on one line, in px, without kerning. The drawn text is usually slightly narrower. Inter adds space
 * between a few letters ("ry", "ї"), which makes some words wider by a tenth of the type size, and long lines by 4 ‰.
 */
export function measure(text: string, type: Type): number {
  return widthsIn(text, type)(0, text.length);
}

/** Measures the parts of a text: [start, end). */
export type WidthOf = (start: number, end: number) => number;

export function widthsIn(text: string, { face, fontSize, letterSpacing = 0, tabular = false }: Type): WidthOf {
  const { units, letters } = sumsOf(text, face, tabular);
  const { unitsPerEm } = metricsOf(face);
  const between = (sums: Float64Array, start: number, end: number) => (sums[end] ?? 0) - (sums[start] ?? 0);
  return (start, end) =>
    (between(units, start, end) / unitsPerEm) * fontSize + between(letters, start, end) * letterSpacing;
}

/** The advance widths and the number of letters before each place in a text. */
type Sums = { units: Float64Array; letters: Float64Array };

/** Caches recent texts by face, because each text is measured at many sizes. */
const measured = new Map<string, Sums>();
const MAX_MEASURED = 64;

function sumsOf(text: string, face: Face, tabular: boolean): Sums {
  const key = `${face} ${tabular} ${text}`;
  const known = measured.get(key);
  if (known) return known;
  const { advances, missing } = metricsOf(face);
  const [units, letters] = [new Float64Array(text.length + 1), new Float64Array(text.length + 1)];
  let at = 0;
  for (const letter of text) {
    const advance = advances.get(letter.codePointAt(0) ?? 0) ?? missing;
    const width = tabular ? tabularAdvance(letter, advance, face) : advance;
    const isMark = letter >= FIRST_MARK && /\p{M}/u.test(letter);
    const end = at + letter.length;
    units.fill((units[at] ?? 0) + width, at + 1, end + 1);
    letters.fill((letters[at] ?? 0) + (isMark ? 0 : 1), at + 1, end + 1);
    at = end;
  }
  if (measured.size >= MAX_MEASURED) measured.clear();
  measured.set(key, { units, letters });
  return { units, letters };
}

/** The first combining mark in Unicode. Most letters come before it. */
const FIRST_MARK = '\u0300';

/** Inter's tabular figures also widen signs and spaces, a space by a sixth. */
const TABULAR_SIGN_FACTOR = 1.2;

function tabularAdvance(letter: string, advance: number, face: Face): number {
  if (letter >= '0' && letter <= '9') return widestDigit(face);
  return /[\p{L}\p{M}]/u.test(letter) ? advance : advance * TABULAR_SIGN_FACTOR;
}

/**
 * Marks that do not compose with their base letter. Inter places them beside Cyrillic and Greek letters, and beside Latin
 * letters on lines that start in another script.
 */
const MARKS = /\p{M}/gu;

/** The characters of a text that at least one face lacks, with its fallback. Any text may be set in any face. */
export function missingLetters(text: string): string[] {
  const faces = (Object.keys(FACE_FILES) as Face[]).map(metricsOf);
  const lacking = [...text].filter((letter) => faces.some(({ advances }) => !advances.has(letter.codePointAt(0) ?? 0)));
  return [...new Set([...lacking, ...(text.normalize('NFC').match(MARKS) ?? [])])];
}

/** The distance of the baseline from the top of a line, in px. */
export function baselineOf(face: Face, fontSize: number, lineHeight: number): number {
  const { unitsPerEm, ascender, descender } = metricsOf(face);
  const [above, below] = [(ascender / unitsPerEm) * fontSize, (-descender / unitsPerEm) * fontSize];
  return (lineHeight - above - below) / 2 + above;
}

export type Metrics = {
  unitsPerEm: number;
  ascender: number;
  /** Below the baseline, so negative. */
  descender: number;
  /** Advance width in font units, by code point. */
  advances: Map<number, number>;
  /** The advance width of the glyph for missing letters. */
  missing: number;
};

/** Reads a font's advance widths. @throws Error if the bytes are not a TrueType font with a Unicode cmap. */
export function readMetrics(font: ArrayBuffer): Metrics {
  const view = new DataView(font);
  const table = findTables(view);

  const unitsPerEm = view.getUint16(table('head') + 18);
  const [ascender, descender] = [4, 6].map((at) => view.getInt16(table('hhea') + at)) as [number, number];
  const longMetrics = view.getUint16(table('hhea') + 34);
  const advanceOf = (glyph: number) => view.getUint16(table('hmtx') + 4 * Math.min(glyph, longMetrics - 1));

  const advances = new Map<number, number>();
  for (const [codePoint, glyph] of readCmap(view, table('cmap'))) advances.set(codePoint, advanceOf(glyph));
  return { unitsPerEm, ascender, descender, advances, missing: advanceOf(0) };
}

/** Returns a function from tags to table offsets. @throws Error if the font has no such table. */
function findTables(view: DataView): (tag: string) => number {
  const tables = new Map<string, number>();
  const count = view.getUint16(4);
  for (let record = 12; record < 12 + 16 * count; record += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)));
    tables.set(tag, view.getUint32(record + 8));
  }
  return (tag) => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`the font has no "${tag}" table`);
    return offset;
  };
}

function* readCmap(view: DataView, cmap: number): Generator<[codePoint: number, glyph: number]> {
  const count = view.getUint16(cmap + 2);
  const subtables = Array.from({ length: count }, (_, index) => cmap + view.getUint32(cmap + 4 + 8 * index + 4));
  const byFormat = (format: number) => subtables.find((offset) => view.getUint16(offset) === format);
  const format12 = byFormat(12);
  const format4 = byFormat(4);
  if (format12 !== undefined) yield* readFormat12(view, format12);
  else if (format4 !== undefined) yield* readFormat4(view, format4);
  else throw new Error('the font has no Unicode cmap of format 4 or 12');
}

function* readFormat12(view: DataView, offset: number): Generator<[number, number]> {
  const groups = view.getUint32(offset + 12);
  for (let group = offset + 16; group < offset + 16 + 12 * groups; group += 12) {
    const [first, last, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)];
    for (let code = first; code <= last; code++) yield [code, glyph + code - first];
  }
}

function* readFormat4(view: DataView, offset: number): Generator<[number, number]> {
  const doubled = view.getUint16(offset + 6);
  const [ends, starts] = [offset + 14, offset + 16 + doubled];
  const [deltas, ranges] = [starts + doubled, starts + 2 * doubled];
  for (let index = 0; index < doubled; index += 2) {
    const [first, last] = [view.getUint16(starts + index), view.getUint16(ends + index)];
    const range = view.getUint16(ranges + index);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const at = ranges + index + range + 2 * (code - first);
      const raw = range === 0 ? code : view.getUint16(at);
      const glyph = raw === 0 ? 0 : (raw + view.getUint16(deltas + index)) & 0xffff;
      if (glyph !== 0) yield [code, glyph];
    }
  }
}
