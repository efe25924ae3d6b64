/** A QR code as an `svg` element on a light tile: how a picture that is code goes into a tree of boxes. Pure. */
import { encode } from 'uqr';
import { box, type Element } from '../../../src/render/element.ts';

/** Modules of light around the code, as on this project's cards. */
const QUIET_MODULES = 2;

/** Draws `text` in whole-pixel modules, its tile at most `maxSide` px wide. */
export function drawQr(text: string, maxSide: number, colors: { tile: string; module: string }): Element {
  const { data, size } = encode(text, { ecc: 'L', border: 0 });
  const unit = Math.floor(maxSide / (size + 2 * QUIET_MODULES));
  const side = size * unit;
  const d = data.map(drawRow).join('');
  const path = { type: 'path', key: null, props: { d, fill: colors.module, shapeRendering: 'crispEdges' } };
  const svg: Element = {
    type: 'svg',
    key: null,
    props: { width: side, height: side, viewBox: `0 0 ${size} ${size}`, children: path },
  };
  const margin = QUIET_MODULES * unit;
  return box({ width: side + 2 * margin, height: side + 2 * margin, padding: margin, background: colors.tile }, svg);
}

/** A rectangle for each run of dark modules. */
function drawRow(row: boolean[], y: number): string {
  const modules = row.map((dark) => (dark ? '1' : '0')).join('');
  const runs = [...modules.matchAll(/1+/g)];
  return runs.map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`).join('');
}
