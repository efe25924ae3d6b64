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
import { type Metrics, readMetrics } from './font-metrics.ts';

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
