/** A card drawn by resvg alone, of the same shapes as ours: every glyph a path of its own where it stands. */
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import resvgModule from '@resvg/resvg-wasm/index_bg.wasm';
import { getShaper } from '../../src/render/engines.ts';
import { outlineGlyph } from '../../src/render/glyph-outline.ts';
import { type BoxedOutline, GRID } from '../../src/render/outline.ts';
import { placeGlyphs } from '../../src/render/place.ts';
import type { Shape } from '../../src/render/scene.ts';
import type { Shaper } from '../../src/render/shape.ts';

/** RGBA, row by row. */
export async function drawByResvg(shapes: readonly Shape[], width: number, height: number): Promise<Uint8Array> {
  const shape = await getShaper();
  const paths = shapes.flatMap((drawn) => markup(drawn, shape));
  return rasteriseSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${paths.join('')}</svg>`,
  );
}

let started: Promise<void> | undefined;

/** The pixels of an SVG document, RGBA. */
export async function rasteriseSvg(svg: string): Promise<Uint8Array> {
  started ??= initWasm(resvgModule);
  await started;
  const renderer = new Resvg(svg, { font: { fontBuffers: [] } });
  const image = renderer.render();
  const { pixels } = image;
  image.free();
  renderer.free();
  return pixels;
}

function markup(drawn: Shape, shape: Shaper): string[] {
  const fill = `fill="#${drawn.color.toString(16).padStart(6, '0')}"`;
  switch (drawn.is) {
    case 'rect':
      return [`<rect x="${drawn.x}" y="${drawn.y}" width="${drawn.width}" height="${drawn.height}" ${fill}/>`];
    case 'outline':
      return [`<path d="${pathData(drawn, 0, 0)}" ${fill}/>`];
    case 'text':
      return placeGlyphs(drawn, shape).map(
        (glyph) => `<path d="${pathData(outlineGlyph(glyph), glyph.column, glyph.row)}" ${fill}/>`,
      );
  }
}

/** An outline as path data, moved by px. */
export function pathData({ outline, left, top }: BoxedOutline, x: number, y: number): string {
  const point = (contour: readonly number[], at: number) =>
    `${(contour[at] ?? 0) / GRID + left + x} ${(contour[at + 1] ?? 0) / GRID + top + y}`;
  const curves = (contour: readonly number[]) =>
    Array.from({ length: (contour.length - 2) / 4 }, (_, index) => {
      const at = 2 + 4 * index;
      const straight = contour[at] === contour[at - 2] && contour[at + 1] === contour[at - 1];
      return straight ? `L${point(contour, at + 2)}` : `Q${point(contour, at)} ${point(contour, at + 2)}`;
    });
  return outline.map((contour) => `M${point(contour, 0)}${curves(contour).join('')}Z`).join('');
}
