/** A QR code on a light tile, the same in every theme, so that phones read it. Pure. */
import { encode } from 'uqr';
import { box, type Element } from './element.ts';
import type { Colors } from './theme.ts';

/** Modules of light around the code. The standard asks for 4; the tile and the paper around it give the rest. */
const QUIET_MODULES = 2;

/** Draws `text` as a QR code of whole-pixel modules, its tile at most `maxSize` px wide. */
export function drawQr(text: string, maxSize: number, colors: Colors): Element {
  const { data, size } = encode(text, { ecc: 'L', border: 0 });
  const modulePx = Math.max(1, Math.floor(maxSize / (size + 2 * QUIET_MODULES)));
  const side = (size + 2 * QUIET_MODULES) * modulePx;
  const quiet = QUIET_MODULES * modulePx;
  const path = data.flatMap((row, y) => drawRow(row, y)).join('');
  const svg: Element = {
    type: 'svg',
    key: null,
    props: {
      width: size * modulePx,
      height: size * modulePx,
      viewBox: `0 0 ${size} ${size}`,
      children: { type: 'path', key: null, props: { d: path, fill: colors.module, shapeRendering: 'crispEdges' } },
    },
  };
  return box({ width: side, height: side, padding: quiet, background: colors.tile }, svg);
}

/** One path stroke a run of dark modules. */
function drawRow(row: boolean[], y: number): string[] {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    runs.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`);
  }
  return runs;
}
