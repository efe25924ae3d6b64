/**
 * Shapes text: letters → glyphs with their places, kerning and ligatures done, by the HarfBuzz that satori has started,
 * and as satori itself asks it, so that a PNG and an SVG have the same glyphs at the same places.
 */
import { createCache } from '../domain/cache.ts';
import { type Face, fontBytes, hasLetter, unitsPerEm } from './fonts.ts';

/** The part of HarfBuzz's C interface (libharfbuzz 10, hb-shape.h and hb-buffer.h) that shaping takes. */
export type Harfbuzz = {
  memory: WebAssembly.Memory;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, context: number, destroy: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_font_create(face: number): number;
  hb_font_set_scale(font: number, x: number, y: number): void;
  hb_buffer_create(): number;
  hb_buffer_clear_contents(buffer: number): void;
  hb_buffer_add_utf16(buffer: number, text: number, length: number, from: number, count: number): void;
  hb_buffer_guess_segment_properties(buffer: number): void;
  hb_buffer_get_length(buffer: number): number;
  hb_buffer_get_glyph_infos(buffer: number, length: number): number;
  hb_buffer_get_glyph_positions(buffer: number, length: number): number;
  hb_feature_from_string(text: number, length: number, feature: number): number;
  hb_shape(font: number, buffer: number, features: number, count: number): void;
};

/** Lengths in px, with the units of the font done away. `last` ends a letter: behind it letter-spacing is added. */
export type ShapedGlyph = { face: Face; glyph: number; advance: number; dx: number; dy: number; last: boolean };

/** OpenType features, as HarfBuzz reads them. */
export type Features = '' | 'tnum' | '-liga,-clig' | 'tnum,-liga,-clig';

/** Shapes a text; advances and offsets are multiples of the type size. */
export type Shaper = (text: string, face: Face, features: Features) => readonly ShapedGlyph[];

/** Texts whose shaping is kept: words with the space behind them, which cards share. */
const KEPT_TEXTS = 4000;

/** hb_glyph_info_t and hb_glyph_position_t: five 32-bit fields each. */
const RECORD_FIELDS = 5;
/** hb_feature_t: four 32-bit fields. */
const FEATURE_BYTES = 16;
const MODE_WRITABLE = 2;

export function createShaper(hb: Harfbuzz): Shaper {
  const buffer = hb.hb_buffer_create();
  const fonts = new Map<Face, number>();
  const features = new Map<Features, { at: number; count: number }>();
  const kept = createCache<readonly ShapedGlyph[]>(KEPT_TEXTS);

  const fontOf = (face: Face): number => fonts.get(face) ?? remember(fonts, face, createFont(hb, face));
  const featuresOf = (names: Features) => features.get(names) ?? remember(features, names, readFeatures(hb, names));

  const shapeInOneFace = (text: string, face: Face, names: Features): ShapedGlyph[] => {
    const pointer = hb.malloc(2 * text.length);
    const letters = new Uint16Array(hb.memory.buffer, pointer, text.length);
    for (let index = 0; index < text.length; index++) letters[index] = text.charCodeAt(index);
    hb.hb_buffer_clear_contents(buffer);
    hb.hb_buffer_add_utf16(buffer, pointer, text.length, 0, text.length);
    hb.free(pointer);
    hb.hb_buffer_guess_segment_properties(buffer);
    const { at, count } = featuresOf(names);
    hb.hb_shape(fontOf(face), buffer, at, count);

    const length = hb.hb_buffer_get_length(buffer);
    const infos = new Int32Array(hb.memory.buffer, hb.hb_buffer_get_glyph_infos(buffer, 0), length * RECORD_FIELDS);
    const places = new Int32Array(
      hb.memory.buffer,
      hb.hb_buffer_get_glyph_positions(buffer, 0),
      length * RECORD_FIELDS,
    );
    const em = unitsPerEm(face);
    return Array.from({ length }, (_, index): ShapedGlyph => {
      const at = index * RECORD_FIELDS;
      return {
        face,
        glyph: infos[at] as number,
        advance: (places[at] as number) / em,
        dx: (places[at + 2] as number) / em,
        dy: (places[at + 3] as number) / em,
        last: index === length - 1 || infos[at + 2] !== infos[at + RECORD_FIELDS + 2],
      };
    });
  };

  return (text, face, names) => {
    const key = `${face}/${names}/${text}`;
    const known = kept.get(key);
    if (known) return known;
    const shaped = splitByFace(text, face).flatMap((part) => shapeInOneFace(part.text, part.face, names));
    kept.set(key, shaped);
    return shaped;
  };
}

function remember<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value);
  return value;
}

/** A font whose units are those of its file. Lives as long as the isolate. */
function createFont(hb: Harfbuzz, face: Face): number {
  const bytes = new Uint8Array(fontBytes(face));
  const pointer = hb.malloc(bytes.length);
  new Uint8Array(hb.memory.buffer).set(bytes, pointer);
  const blob = hb.hb_blob_create(pointer, bytes.length, MODE_WRITABLE, 0, 0);
  const font = hb.hb_font_create(hb.hb_face_create(blob, 0));
  hb.hb_font_set_scale(font, unitsPerEm(face), unitsPerEm(face));
  return font;
}

function readFeatures(hb: Harfbuzz, names: Features): { at: number; count: number } {
  const list = names.split(',').filter((name) => name !== '');
  const at = hb.malloc(FEATURE_BYTES * list.length);
  for (const [index, name] of list.entries()) {
    const pointer = hb.malloc(name.length);
    new Uint8Array(hb.memory.buffer).set(new TextEncoder().encode(name), pointer);
    const known = hb.hb_feature_from_string(pointer, name.length, at + FEATURE_BYTES * index);
    hb.free(pointer);
    if (!known) throw new Error(`HarfBuzz does not know the feature "${name}"`);
  }
  return { at, count: list.length };
}

/** The face that stands in for another one's missing letters: what no face has, it draws as its missing-glyph box. */
const STAND_IN = { sans: 'serif', bold: 'serif', serif: 'sans' } as const satisfies Record<Face, Face>;

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Stretches of a text that one face draws. Nearly every text is one. */
function splitByFace(text: string, face: Face): { text: string; face: Face }[] {
  if ([...text].every((letter) => hasLetter(face, letter))) return [{ text, face }];
  const parts: { text: string; face: Face }[] = [];
  for (const { segment } of GRAPHEMES.segment(text)) {
    const part = parts.at(-1);
    const staysWith = part && /^\s$/.test(segment) && hasLetter(part.face, segment) ? part.face : undefined;
    const chosen = staysWith ?? (hasLetter(face, segment) ? face : STAND_IN[face]);
    if (part?.face === chosen) part.text += segment;
    else parts.push({ text: segment, face: chosen });
  }
  return parts;
}
