/**
 * What satori draws of a card, as shapes: rectangles, rounded ones, and texts by their letters. Cards hold nothing else:
 * whatever else satori might write (a clip, a mask, an opacity, a border) is refused here, loudly. Pure.
 */
import { type Face, faceOf } from './fonts.ts';
import { type BoxedOutline, GRID } from './outline.ts';

/** Colours are 0xRRGGBB. All lengths in px, those of rectangles whole. */
export type Shape =
  | { is: 'rect'; x: number; y: number; width: number; height: number; color: number }
  | ({ is: 'outline'; color: number } & BoxedOutline)
  | TextShape;

/** A text that starts at `x` on the baseline `y`. */
export type TextShape = {
  is: 'text';
  text: string;
  x: number;
  y: number;
  face: Face;
  fontSize: number;
  letterSpacing: number;
  tabular: boolean;
  color: number;
};

/** What satori writes around every box, though nothing on a card refers to it. */
const MASK = /<mask id="satori_om-[^"]*"><rect [^>]*\/><\/mask>/y;
const SHAPE = /<(rect|path|text) ([^>]*?)(?:\/>|>([^<]*)<\/text>)/y;
const FRAME = /^<svg [^>]*>(.*)<\/svg>$/s;

const ATTRIBUTES = {
  rect: /^x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" fill="#([0-9a-f]{6})"$/,
  path: /^x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)" fill="#([0-9a-f]{6})" d="M([\d.]+),([\d.]+)((?: [hv]-?[\d.]+ a[\d., -]+)+)"$/,
  text: /^x="([\d.-]+)" y="([\d.-]+)" width="[\d.]+" height="[\d.]+" font-weight="(\d+)" font-style="normal" font-size="([\d.]+)" font-family="([^"]+)"(?: letter-spacing="([\d.-]+)")? fill="#([0-9a-f]{6})"$/,
};

/** Reads an SVG that satori wrote with its texts left as text. @throws Error at markup that cards do not hold. */
export function readScene(svg: string): Shape[] {
  const body = FRAME.exec(svg)?.[1];
  if (body === undefined) throw new Error('satori gave no SVG document');
  const shapes: Shape[] = [];
  // The text that the next piece of its line belongs to.
  let open: TextShape | undefined;
  for (let at = 0; at < body.length; ) {
    MASK.lastIndex = at;
    if (MASK.test(body)) {
      at = MASK.lastIndex;
      open = undefined;
      continue;
    }
    SHAPE.lastIndex = at;
    const [, tag, attributes = '', content = ''] = SHAPE.exec(body) ?? refuse(body.slice(at, at + 200));
    at = SHAPE.lastIndex;
    if (tag !== 'text') {
      shapes.push(tag === 'rect' ? readRect(attributes) : readPath(attributes));
      open = undefined;
      continue;
    }
    const piece = readText(attributes, content);
    if (open && open.y === piece.y) open.text += piece.text;
    else {
      shapes.push(piece);
      open = piece;
    }
    if (SEPARATORS.has(piece.text)) open = undefined;
  }
  return shapes;
}

/** Behind these satori starts a text of its own: it shapes words together with the space that follows them. */
const SEPARATORS = new Set([' ', '\u00a0']);

function refuse(markup: string): never {
  throw new Error(`cards hold rectangles, paths and texts, and satori drew something else: ${markup}`);
}

function readRect(attributes: string): Shape {
  const [, x, y, width, height, color = ''] = ATTRIBUTES.rect.exec(attributes) ?? refuse(attributes);
  return { is: 'rect', x: Number(x), y: Number(y), width: Number(width), height: Number(height), color: hex(color) };
}

/** A rounded box: from its start satori writes it in steps, a side and a corner in turn. */
function readPath(attributes: string): Shape {
  const [, x, y, width, height, color = '', startX, startY, sides = ''] =
    ATTRIBUTES.path.exec(attributes) ?? refuse(attributes);
  const [left, top] = [Number(x), Number(y)];
  let here: Point = [toGrid(Number(startX) - left), toGrid(Number(startY) - top)];
  const contour: number[] = [...here];
  for (const [, side, length, dx, dy] of sides.matchAll(SIDE_AND_CORNER)) {
    const along = toGrid(Number(length));
    contour.push(...here);
    here = side === 'h' ? [here[0] + along, here[1]] : [here[0], here[1] + along];
    contour.push(...here);
    const end: Point = [here[0] + toGrid(Number(dx)), here[1] + toGrid(Number(dy))];
    contour.push(...roundCorner(here, side === 'h' ? [end[0], here[1]] : [here[0], end[1]], end));
    here = end;
  }
  return {
    is: 'outline',
    left,
    top,
    width: Number(width),
    height: Number(height),
    color: hex(color),
    outline: [contour],
  };
}

type Point = [x: number, y: number];

const SIDE_AND_CORNER = / ([hv])(-?[\d.]+) a[\d.]+,[\d.]+ 0 0 1 (-?[\d.]+),(-?[\d.]+)/g;

const toGrid = (length: number) => Math.round(length * GRID);

/** How far the control point of an eighth of a circle lies from its ends, as a share of the radius. */
const EIGHTH = Math.tan(Math.PI / 8);

/** A quarter of a circle from `from` to `to` as two curves on the grid; its tangents meet in `corner`. */
function roundCorner(from: Point, corner: Point, to: Point): number[] {
  const near = (end: Point): Point => [
    Math.round(end[0] + EIGHTH * (corner[0] - end[0])),
    Math.round(end[1] + EIGHTH * (corner[1] - end[1])),
  ];
  const [before, after] = [near(from), near(to)];
  const middle = [Math.round((before[0] + after[0]) / 2), Math.round((before[1] + after[1]) / 2)];
  return [...before, ...middle, ...after, ...to];
}

function readText(attributes: string, content: string): TextShape {
  const [, x, y, weight, fontSize, family = '', letterSpacing = '0', color = ''] =
    ATTRIBUTES.text.exec(attributes) ?? refuse(attributes);
  return {
    is: 'text',
    text: content.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: keyof typeof ENTITIES) => ENTITIES[name]),
    x: Number(x),
    y: Number(y),
    ...faceOf(family, Number(weight)),
    fontSize: Number(fontSize),
    letterSpacing: Number(letterSpacing),
    color: hex(color),
  };
}

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" } as const;

/** "16202e" → 0x16202e. */
export function hex(color: string): number {
  return Number.parseInt(color, 16);
}
