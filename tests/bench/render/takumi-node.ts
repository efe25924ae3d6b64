/** The element tree in Takumi's own nodes: containers, texts, and the QR code as an SVG image. Pure. */
import type { Child, Element, Style } from '../../../src/render/element.ts';

export type TakumiNode =
  | { type: 'container'; style: Style; children: TakumiNode[] }
  | { type: 'text'; text: string }
  | { type: 'image'; src: string; width: number; height: number };

export function toTakumi(child: Child): TakumiNode {
  if (typeof child === 'string') return { type: 'text', text: child };
  if (child.type === 'svg') return toImage(child);
  const children = [child.props.children ?? []].flat();
  return { type: 'container', style: child.props.style as Style, children: children.map(toTakumi) };
}

function toImage({ props }: Element): TakumiNode {
  const { width, height, viewBox } = props as { width: number; height: number; viewBox: string };
  const { d, fill } = (props.children as Element).props;
  const src =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}">` +
    `<path d="${d}" fill="${fill}" shape-rendering="crispEdges"/></svg>`;
  return { type: 'image', src, width, height };
}
