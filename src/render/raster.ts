/** A laid out card → pixels: satori places its boxes and texts, HarfBuzz shapes those, and each glyph is filled once. */
import { compose, type Picture } from './compose.ts';
import { getShaper } from './engines.ts';
import type { Drawing, PlacedQr } from './layouts/canvas.ts';
import { createMasks } from './mask.ts';
import { hex, readScene, type Shape } from './scene.ts';
import { SIZES, type Size } from './size.ts';
import { layOut } from './svg.ts';

const masks = createMasks();

/** Draws a card. @throws Error when it holds what is neither text nor a plain or rounded box. */
export async function rasterise(drawing: Drawing, size: Size): Promise<Picture> {
  const { width, height } = SIZES[size];
  const shapes = await listShapes(drawing, size);
  return compose(shapes, width, height, { masks, shape: await getShaper() });
}

/** What a card is drawn of, in its order. */
export async function listShapes({ element, qr }: Drawing, size: Size): Promise<Shape[]> {
  const shapes = readScene(await layOut(element, size, 'text'));
  return qr ? [...shapes, ...qrShapes(qr)] : shapes;
}

function qrShapes({ left, top, side, unit, runs, tile, module }: PlacedQr): Shape[] {
  const [light, dark] = [hex(tile.slice(1)), hex(module.slice(1))];
  return [
    { is: 'rect', x: left, y: top, width: side, height: side, color: light },
    ...runs.map(
      ({ x, y, width }): Shape => ({ is: 'rect', x: left + x, y: top + y, width, height: unit, color: dark }),
    ),
  ];
}
