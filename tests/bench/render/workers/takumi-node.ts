/** The element tree in Takumi's own nodes: containers, texts, and the QR code as an SVG image. Pure. */
import type { Child, Element, Style } from '../../../../src/render/element.ts';

export type TakumiNode =
  | { type: 'container'; style: Style; children: TakumiNode[] }
  | { type: 'text'; text: string }
  | { type: 'image'; src: string; width: number; height: number; style: Style };

export function toTakumi(child: Child): TakumiNode {
  if (typeof child === 'string') return { type: 'text', text: child };
  if (child.type === 'svg') return toImage(child);
  const children = [child.props.children ?? []].flat();
  return { type: 'container', style: child.props.style as Style, children: children.map(toTakumi) };
}

function toImage({ props }: Element): TakumiNode {
  const { width, height, viewBox, style } = props as { width: number; height: number; viewBox: string; style: Style };
  const shapes = (props.children as Element[]).map(markup).join('');
  const src = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}">${shapes}</svg>`;
  return { type: 'image', src, width, height, style };
}

/** "shapeRendering" of React is "shape-rendering" of SVG. */
function markup({ type, props }: Element): string {
  const attributes = Object.entries(props).map(
    ([name, value]) => ` ${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}="${value}"`,
  );
  return `<${type}${attributes.join('')}/>`;
}
