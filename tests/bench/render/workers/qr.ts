/** A QR code as an element of the tree, for renderers that draw nothing but a tree. Pure. */
import { box, type Element } from '../../../../src/render/element.ts';
import type { Drawing, PlacedQr } from '../../../../src/render/layouts/frame.ts';

/** The tree of a drawing with its QR code at its place, as the last child of the root. */
export function withQr({ element, qr }: Drawing): Element {
  const { style, children } = element.props as { style: Record<string, string>; children: Element[] };
  return box({ ...style, position: 'relative' }, ...children, ...(qr ? [qrElement(qr)] : []));
}

function qrElement({ left, top, side, unit, runs, tile, module }: PlacedQr): Element {
  const d = runs.map(({ x, y, width }) => `M${x} ${y}h${width}v${unit}h-${width}z`).join('');
  const shape = (type: string, props: Record<string, unknown>): Element => ({ type, key: null, props });
  return shape('svg', {
    width: side,
    height: side,
    viewBox: `0 0 ${side} ${side}`,
    style: { position: 'absolute', left, top },
    children: [
      shape('rect', { width: side, height: side, fill: tile }),
      shape('path', { d, fill: module, shapeRendering: 'crispEdges' }),
    ],
  });
}
