/** Shapes drawn over the element tree: drawings of numbers, symbols and marks. One path per fill keeps them light. Pure. */
import type { Element } from './element.ts';
import { box, column } from './element.ts';

/** A path, relative to (x, y). `name`: its purpose, written into the SVG. */
export type Shape = { name: string; x: number; y: number; d: string; color: string };

/** A part of a layout with its height in px. `shapes`: relative to its upper left corner. */
export type Block = { element: Element; height: number; shapes?: readonly Shape[] };

export function moved(shapes: readonly Shape[] = [], x: number, y: number): Shape[] {
  return shapes.map((shape) => ({ ...shape, x: shape.x + x, y: shape.y + y }));
}

/** Stacks blocks from the top. Numbers are spaces in px. */
export function stack(parts: readonly (Block | number)[], style = {}): Required<Block> {
  let height = 0;
  const shapes: Shape[] = [];
  const elements: Element[] = [];
  for (const part of parts) {
    if (typeof part === 'number') elements.push(column({ height: part }));
    else {
      shapes.push(...moved(part.shapes, 0, height));
      elements.push(part.element);
    }
    height += typeof part === 'number' ? part : part.height;
  }
  return { element: column({ height, ...style }, ...elements), height, shapes };
}

/** Places a block beside another, `offset` px from its left edge: in the middle of its height, at the top or at the bottom. */
export function pair(
  left: Block,
  right: Block,
  offset: number,
  align: 'middle' | 'top' | 'bottom' = 'middle',
): Required<Block> {
  const height = Math.max(left.height, right.height);
  const top = Math.round((height - right.height) * { top: 0, middle: 0.5, bottom: 1 }[align]);
  return {
    element: box({ height }, box({ width: offset }, left.element), box({ paddingTop: top }, right.element)),
    height,
    shapes: [...moved(left.shapes, 0, 0), ...moved(right.shapes, offset, top)],
  };
}

/** Places blocks beside each other. */
export function besideEachOther(blocks: readonly (Block & { width: number })[], gap: number): Block {
  const height = Math.max(...blocks.map((block) => block.height));
  let x = 0;
  const shapes = blocks.flatMap((block) => {
    const its = moved(block.shapes, x, 0);
    x += block.width + gap;
    return its;
  });
  return {
    element: box({ height, gap }, ...blocks.map(({ element, width }) => box({ width }, element))),
    height,
    shapes,
  };
}

/** A block with shapes only. */
export function drawing(width: number, height: number, shapes: readonly Shape[]): Block {
  return { element: column({ width, height }), height, shapes };
}

/** A rectangle as part of a path. */
export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;

/** The outline of a rectangle, `stroke` px thick and inside it, as a path to be filled. */
export function frameOf(x: number, y: number, width: number, height: number, stroke: number): string {
  const inner = { x: x + stroke, y: y + stroke, width: width - 2 * stroke, height: height - 2 * stroke };
  if (inner.width <= 0 || inner.height <= 0) return rectangle(x, y, width, height);
  // The inner rectangle runs the other way, so that it stays empty.
  const { x: left, y: top } = inner;
  return `${rectangle(x, y, width, height)}M${round(left)} ${round(top)}v${round(inner.height)}h${round(inner.width)}v${round(-inner.height)}z`;
}

const round = (number: number) => Math.round(number * 100) / 100;

/** The shapes as SVG. */
export function shapesMarkup(shapes: readonly Shape[]): string {
  return shapes
    .map(
      ({ name, x, y, d, color }) =>
        `<path data-name="${name}" transform="translate(${x} ${y})" fill="${color}" d="${d}"/>`,
    )
    .join('');
}
