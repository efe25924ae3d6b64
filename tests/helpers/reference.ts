/** A card drawn by resvg alone, of the same shapes as ours: every glyph a path of its own where it stands. */
import { getResvg, getShaper } from '../../src/render/engines.ts';
import { GRID, glyphPath } from '../../src/render/glyph-path.ts';
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

/** The pixels of an SVG document, RGBA. */
export async function rasteriseSvg(svg: string): Promise<Uint8Array> {
  const Resvg = await getResvg();
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
    case 'path':
      return [`<path d="${moved(drawn.data, drawn.x, drawn.y)}" ${fill}/>`];
    case 'text':
      return placeGlyphs(drawn, shape).flatMap(({ column, row, ...glyph }) => {
        const { data, left, top } = glyphPath(glyph);
        return data === '' ? [] : [`<path d="${moved(data, column + left, row + top)}" ${fill}/>`];
      });
  }
}

/** Path data on the grid, in px and moved: its absolute points, those after M, L and Q. */
function moved(data: string, dx: number, dy: number): string {
  return data.replace(/([A-Za-z])([^A-Za-z]+)/g, (_, command: string, points: string) => {
    const numbers = (points.match(/-?\d+/g) ?? []).map((number) => Number(number) / GRID);
    const [x, y] = 'MLQ'.includes(command) ? [dx, dy] : [0, 0];
    return command + numbers.map((number, index) => number + (index % 2 === 0 ? x : y)).join(' ');
  });
}
