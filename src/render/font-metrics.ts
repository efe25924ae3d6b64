/** Reads the metrics of a TrueType font. Pure. */

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
