/** The fonts that cards are set in. One constant array: satori caches what it parsed by the array's identity. */
import interBold from '../../assets/fonts/inter-bold.ttf';
import interRegular from '../../assets/fonts/inter-regular.ttf';
import sourceSerifRegular from '../../assets/fonts/source-serif-regular.ttf';
import type { Style } from './element.ts';
import { type Metrics, readMetrics } from './metrics.ts';

const FACE_FILES = {
  sans: { name: 'Inter', weight: 400, data: interRegular },
  bold: { name: 'Inter', weight: 700, data: interBold },
  serif: { name: 'Source Serif', weight: 400, data: sourceSerifRegular },
} as const;

/** One font file, by what it is for. */
export type Face = keyof typeof FACE_FILES;

export const FONTS = Object.values(FACE_FILES).map(({ name, weight, data }) => ({
  name,
  weight,
  data,
  style: 'normal' as const,
}));

const metrics: Partial<Record<Face, Metrics>> = {};

/** Read on first use: a font that cannot be read takes pictures away, and nothing else. */
function metricsOf(face: Face): Metrics {
  metrics[face] ??= readMetrics(FACE_FILES[face].data);
  return metrics[face];
}

const widestDigits: Partial<Record<Face, number>> = {};

/** Tabular figures are all as wide as the widest one. */
function widestDigit(face: Face): number {
  const { advances } = metricsOf(face);
  widestDigits[face] ??= Math.max(...Array.from('0123456789', (digit) => advances.get(digit.charCodeAt(0)) ?? 0));
  return widestDigits[face];
}

/** The style properties that choose a face, and its tabular figures. */
export function faceStyle(face: Face, tabular = false): Style {
  const { name, weight } = FACE_FILES[face];
  const style = { fontFamily: name, fontWeight: weight };
  return tabular ? { ...style, fontVariantNumeric: 'tabular-nums' } : style;
}

/** How a text is set; sizes in px. */
export type Type = { face: Face; fontSize: number; letterSpacing?: number; tabular?: boolean };

/**
 * The width of a text on one line, in px, kerning left out: the drawn text is mostly a little narrower. Inter sets a few
 * letters apart ("ry", "ї"), which makes some words wider by a tenth of their type size, and long lines of words by 4 ‰.
 */
export function measure(text: string, { face, fontSize, letterSpacing = 0, tabular = false }: Type): number {
  const { advances, unitsPerEm, missing } = metricsOf(face);
  let units = 0;
  let letters = 0;
  for (const letter of text) {
    const advance = advances.get(letter.codePointAt(0) ?? 0) ?? missing;
    units += tabular ? tabularAdvance(letter, advance, face) : advance;
    if (letter < FIRST_MARK || !/\p{M}/u.test(letter)) letters += 1;
  }
  return (units / unitsPerEm) * fontSize + letters * letterSpacing;
}

/** No mark comes before it in Unicode, and most letters do. */
const FIRST_MARK = '\u0300';

/** With its tabular figures Inter sets signs and spaces wider too, a space by a sixth. */
const TABULAR_SIGN_FACTOR = 1.2;

function tabularAdvance(letter: string, advance: number, face: Face): number {
  if (letter >= '0' && letter <= '9') return widestDigit(face);
  return /[\p{L}\p{M}]/u.test(letter) ? advance : advance * TABULAR_SIGN_FACTOR;
}

/**
 * Marks, where they make no single letter with the one before them: Inter sets these beside Cyrillic and Greek letters
 * and not over them, and beside Latin ones, too, on a line that starts in another script.
 */
const MARKS = /\p{M}/gu;

/** The letters, signs and marks of a text that at least one face cannot draw: any text may be set in any face. */
export function missingLetters(text: string): string[] {
  const faces = (Object.keys(FACE_FILES) as Face[]).map(metricsOf);
  const lacking = [...text].filter((letter) => faces.some(({ advances }) => !advances.has(letter.codePointAt(0) ?? 0)));
  return [...new Set([...lacking, ...(text.normalize('NFC').match(MARKS) ?? [])])];
}
