/**
 * Where satori puts every box and every letter of a drawing, in px from the picture's corner. Boxes are matched with
 * the element tree by their order, letters by the outlines that are drawn for them.
 */

import type { Child, Element, Style } from '../../src/render/element.ts';
import { type Face, FONTS, faceStyle } from '../../src/render/fonts.ts';
import type { Drawing, PlacedQr } from '../../src/render/layouts/frame.ts';
import { getSatori } from '../../src/render/svg.ts';
import { SIZES, type Size } from '../../src/render/variant.ts';

export type Rect = { left: number; top: number; right: number; bottom: number };

/** A box as drawn, with the style it was given and the one that surrounds it. */
export type Box = Rect & { style: Style; parent: Box | undefined };

/** A run of text: what is drawn, in which box, in which type, and the extent of its outlines. */
export type Run = Rect & {
  text: string;
  box: Box;
  face: Face;
  fontSize: number;
  letterSpacing: number;
  tabular: boolean;
};

export type Laid = { boxes: Box[]; runs: Run[]; tile: Rect | undefined };

/** The element tree in the order in which it is drawn: each element before its children. */
function* walk(element: Element, parents: Element[] = []): Generator<{ node: Child; parents: Element[] }> {
  yield { node: element, parents };
  for (const child of [element.props.children ?? []].flat()) {
    const inside = [...parents, element];
    if (typeof child === 'string') yield { node: child, parents: inside };
    else yield* walk(child, inside);
  }
}

const styleOf = (element: Element) => element.props.style as Style;

/** The runs of text of a tree, with the type that each inherits. */
export function textRuns(element: Element): Omit<Run, 'box' | keyof Rect>[] {
  return [...walk(element)].flatMap(({ node, parents }) =>
    typeof node === 'string' && node !== '' ? [{ text: node, ...typeOf(parents) }] : [],
  );
}

function typeOf(parents: Element[]): Pick<Run, 'face' | 'fontSize' | 'letterSpacing' | 'tabular'> {
  const style: Style = Object.assign({}, ...parents.map(styleOf));
  const faces = ['sans', 'bold', 'serif'] as const;
  const face = faces.find((name) => {
    const { fontFamily, fontWeight } = faceStyle(name, style.fontVariantNumeric === 'tabular-nums');
    return fontFamily === style.fontFamily && fontWeight === style.fontWeight;
  });
  if (!face) throw new Error(`no face is ${style.fontFamily} ${style.fontWeight}`);
  return {
    face,
    fontSize: Number(style.fontSize),
    letterSpacing: Number(style.letterSpacing ?? 0),
    tabular: style.fontVariantNumeric === 'tabular-nums',
  };
}

/** Has satori lay out a drawing, and says where everything is. */
export async function layOut({ element, qr }: Drawing, size: Size): Promise<Laid> {
  const { width, height } = SIZES[size];
  return { ...(await layTree(element, width, height)), tile: qr ? tileOf(qr) : undefined };
}

/** Has satori lay out an element tree. */
export async function layTree(element: Element, width: number, height: number): Promise<Omit<Laid, 'tile'>> {
  const satori = await getSatori();
  const rects: Rect[] = [];
  const svg = await satori(element, {
    width,
    height,
    fonts: FONTS,
    onNodeDetected({ left, top, width, height }) {
      rects.push({ left, top, right: left + width, bottom: top + height });
    },
  });
  // satori draws each run of text as one path in a group, and nothing else so.
  const outlines = [...svg.matchAll(/<g><path[^>]* d="([^"]*)"/g)].map(([, outline]) => extent(outline ?? ''));

  const boxes = new Map<Element, Box>();
  const runs: Run[] = [];
  for (const { node, parents } of walk(element)) {
    const parent = parents.at(-1);
    const around = parent && boxes.get(parent);
    if (typeof node !== 'string') {
      boxes.set(node, { ...take(rects), style: styleOf(node), parent: around });
    } else if (node !== '' && around) {
      runs.push({ text: node, ...typeOf(parents), box: around, ...take(outlines) });
    }
  }
  if (rects.length + outlines.length > 0) throw new Error('satori drew more than the tree holds');
  return { boxes: [...boxes.values()], runs };
}

function take(rects: Rect[]): Rect {
  const rect = rects.shift();
  if (!rect) throw new Error('satori drew less than the tree holds');
  return rect;
}

const COMMAND = /([MmQqLlhvz])([\d. -]*)/g;

/** The extent of an outline: of its points, between which its curves stay. Small letters are relative to the last point. */
function extent(outline: string): Rect {
  if (/[^MmQqLlhvz\d.\s-]/.test(outline)) throw new Error(`an outline of commands that are not read here: ${outline}`);
  const rect = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command = '', text = ''] of outline.matchAll(COMMAND)) {
    if (command === 'z') [x, y] = [startX, startY];
    const lengths = (text.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const numbers = command === 'h' ? [...lengths, 0] : command === 'v' ? [0, ...lengths] : lengths;
    const [fromX, fromY] = command === command.toLowerCase() ? [x, y] : [0, 0];
    for (let at = 0; at < numbers.length; at += 2) {
      [x, y] = [fromX + (numbers[at] ?? 0), fromY + (numbers[at + 1] ?? 0)];
      rect.left = Math.min(rect.left, x);
      rect.right = Math.max(rect.right, x);
      rect.top = Math.min(rect.top, y);
      rect.bottom = Math.max(rect.bottom, y);
    }
    if (/m/i.test(command)) [startX, startY] = [x, y];
  }
  return rect;
}

function tileOf({ left, top, side }: PlacedQr): Rect {
  return { left, top, right: left + side, bottom: top + side };
}
