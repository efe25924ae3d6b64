/**
 * Shapes → the pixels of a picture, as numbers of its colours. Rectangles are filled, texts and rounded boxes laid on by
 * their coverage, with the arithmetic of the rasteriser that resvg stands on (tiny-skia, lowp pipeline): to the bit what it
 * would draw of them one after another.
 */
import { fillMask, type Mask, type Masks } from './mask.ts';
import { placeGlyphs } from './place.ts';
import type { Shape } from './scene.ts';
import type { Shaper } from './shape.ts';

/**
 * A picture of opaque colours, 0xRRGGBB each in the order in which they appear. `rows` holds their numbers, from the top,
 * and before each row a 0: so PNG writes it, whose rows start with the number of a filter.
 */
export type Picture = { width: number; height: number; colors: number[]; rows: Uint8Array | Uint16Array };

export type Tools = { shape: Shaper; masks: Masks };

/** Colours that a byte numbers, and those that two do: far more than flat shapes and the edges of letters have. */
const [FEW, MANY] = [2 ** 8, 2 ** 16];

/** Draws shapes over each other. The first one is the paper, over the whole picture. */
export function compose(shapes: readonly Shape[], width: number, height: number, tools: Tools): Picture {
  const size = (width + 1) * height;
  const few = paint(shapes, { width, height, rows: new Uint8Array(size), most: FEW }, tools);
  const picture = few ?? paint(shapes, { width, height, rows: new Uint16Array(size), most: MANY }, tools);
  if (!picture) throw new Error(`a picture of more than ${MANY} colours`);
  return picture;
}

type Sheet = { width: number; height: number; rows: Uint8Array | Uint16Array; most: number };

/** `undefined` when there are more colours than the sheet can number. */
function paint(shapes: readonly Shape[], sheet: Sheet, { shape, masks }: Tools): Picture | undefined {
  const { width, height, rows } = sheet;
  const inks = createInks(sheet.most);
  for (const drawn of shapes) {
    const ink = inks.inkOf(drawn.color);
    switch (drawn.is) {
      case 'rect':
        fillRect(sheet, drawn, inks.numberOf(drawn.color));
        break;
      case 'outline':
        layOn(sheet, fillMask(drawn), 0, 0, ink);
        break;
      case 'text':
        for (const glyph of placeGlyphs(drawn, shape)) layOn(sheet, masks.glyph(glyph), glyph.column, glyph.row, ink);
    }
    if (inks.colors.length > sheet.most) return undefined;
  }
  return { width, height, colors: inks.colors, rows };
}

function fillRect({ width, height, rows }: Sheet, rect: Extract<Shape, { is: 'rect' }>, value: number): void {
  const right = Math.min(width, rect.x + rect.width);
  const bottom = Math.min(height, rect.y + rect.height);
  if (rect.x >= right) return;
  for (let row = rect.y; row < bottom; row++) {
    const start = row * (width + 1) + 1;
    rows.fill(value, start + rect.x, start + right);
  }
}

function layOn({ width, height, rows }: Sheet, mask: Mask, x: number, y: number, ink: Ink): void {
  const [left, top] = [mask.left + x, mask.top + y];
  const [fromX, fromY] = [Math.max(0, -left), Math.max(0, -top)];
  const [toX, toY] = [Math.min(mask.width, width - left), Math.min(mask.height, height - top)];
  let under = -1;
  let mixed: Uint16Array = NONE;
  for (let row = fromY; row < toY; row++) {
    const source = row * mask.width;
    const target = (top + row) * (width + 1) + 1 + left;
    for (let column = fromX; column < toX; column++) {
      const coverage = mask.coverage[source + column] as number;
      if (coverage === 0) continue;
      const at = target + column;
      if (rows[at] !== under) {
        under = rows[at] as number;
        mixed = ink.mixedOver(under);
      }
      const known = mixed[coverage] as number;
      rows[at] = known === 0 ? ink.mix(under, coverage) : known - 1;
    }
  }
}

const NONE = new Uint16Array();

/** A colour that is laid over others by coverage. */
type Ink = {
  /** By coverage, the number + 1 of what is known to become of the colour with a number; 0 where that is not known. */
  mixedOver(under: number): Uint16Array;
  /** The number of what becomes of the colour with a number. */
  mix(under: number, coverage: number): number;
};

/** The colours of a picture, numbered as they appear. */
function createInks(most: number) {
  const colors: number[] = [];
  const numbers = new Map<number, number>();
  const numberOf = (color: number): number => {
    const known = numbers.get(color);
    if (known !== undefined) return known;
    numbers.set(color, colors.length);
    return colors.push(color) - 1;
  };
  const inks = new Map<number, Ink>();
  const createInk = (over: number): Ink => {
    const tables: (Uint16Array | undefined)[] = [];
    const mixedOver = (under: number): Uint16Array => {
      tables[under] ??= new Uint16Array(2 ** 8);
      return tables[under];
    };
    return {
      mixedOver,
      mix(under, coverage) {
        const number = numberOf(mix(colors[under] as number, over, coverage));
        // What cannot be numbered is not kept: the sheet is given up.
        if (number < most) mixedOver(under)[coverage] = number + 1;
        return number;
      },
    };
  };
  const inkOf = (over: number): Ink => {
    const known = inks.get(over);
    if (known) return known;
    const ink = createInk(over);
    inks.set(over, ink);
    return ink;
  };
  return { colors, numberOf, inkOf };
}

/** Each channel between the two as 8-bit integers, as tiny-skia's lowp pipeline has it: divided by 256, rounded up. */
export function mix(under: number, over: number, coverage: number): number {
  const channel = (shift: number) => {
    const [from, to] = [(under >> shift) & 0xff, (over >> shift) & 0xff];
    return ((from * (255 - coverage) + to * coverage + 255) >> 8) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}
