/** The fonts that cards are set in. One constant array: satori caches what it parsed by the array's identity. */
import interBold from '../../assets/fonts/inter-bold.ttf';
import interRegular from '../../assets/fonts/inter-regular.ttf';
import sourceSerifRegular from '../../assets/fonts/source-serif-regular.ttf';
import { readMetrics } from './metrics.ts';

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

const METRICS = {
  sans: readMetrics(interRegular),
  bold: readMetrics(interBold),
  serif: readMetrics(sourceSerifRegular),
};

/** The style properties that choose a face. */
export function faceStyle(face: Face): { fontFamily: string; fontWeight: number } {
  const { name, weight } = FACE_FILES[face];
  return { fontFamily: name, fontWeight: weight };
}

/** The width of a text on one line, in px, kerning left out: the drawn text is at most a little narrower. */
export function measure(text: string, face: Face, fontSize: number, letterSpacing = 0): number {
  const { advances, unitsPerEm, missing } = METRICS[face];
  let units = 0;
  let letters = 0;
  for (const letter of text) {
    units += advances.get(letter.codePointAt(0) ?? 0) ?? missing;
    letters += 1;
  }
  return (units / unitsPerEm) * fontSize + letters * letterSpacing;
}

/** The letters and signs of a text that at least one face lacks: any text may be set in any face. */
export function missingLetters(text: string): string[] {
  const faces = Object.values(METRICS);
  return [...new Set(text)].filter((letter) => faces.some(({ advances }) => !advances.has(letter.codePointAt(0) ?? 0)));
}
