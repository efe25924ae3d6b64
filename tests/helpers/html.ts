/** Reads HTML with the parser of the standard. */
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export const documentElements = (html: string) => elementsOf(parse(html));
export const fragmentElements = (html: string) => elementsOf(parseFragment(html));

/** Every element under a node, in the order of the text. */
export function elementsOf(node: Node): HtmlElement[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => ('tagName' in child ? [child, ...elementsOf(child)] : elementsOf(child)));
}

export function attribute(element: HtmlElement | undefined, name: string): string | undefined {
  return element?.attrs.find((attr) => attr.name === name)?.value;
}

export function textContent(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textContent).join('') : '';
}

/** What the meta elements of a page say, by their property or name. */
export function metaOf(html: string): Record<string, string[]> {
  const said: Record<string, string[]> = {};
  for (const element of documentElements(html).filter(({ tagName }) => tagName === 'meta')) {
    const name = attribute(element, 'property') ?? attribute(element, 'name');
    if (name) said[name] = [...(said[name] ?? []), attribute(element, 'content') ?? ''];
  }
  return said;
}
