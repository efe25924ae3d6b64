/** The elements of a page in document order, for reading its metadata. Pure. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5';

export type PageElement = {
  tag: string;
  /** An attribute without surrounding white space; "" if absent. */
  attribute: (name: string) => string;
  /** The text in one line, without scripts and styles. */
  text: () => string;
  /** The index of the parent element in the list; -1 for the root. */
  parent: number;
};

type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** Longer texts are not titles, names or dates. */
const MAX_TEXT = 2_000;
/** Nor are texts with more parts. */
const MAX_NODES = 300;
const UNREAD = new Set(['script', 'style', 'svg', 'noscript', 'template']);

/** Linear in the length of the page. Nesting uses no call stack. */
export function elementsOf(html: string): PageElement[] {
  const elements: PageElement[] = [];
  const open: { node: ParentNode; next: number; place: number }[] = [{ node: parse(html), next: 0, place: -1 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.node.childNodes[top.next++];
    if (child === undefined) open.pop();
    else if (defaultTreeAdapter.isElementNode(child) && child.tagName !== 'svg') {
      const { attrs } = child;
      elements.push({
        tag: child.tagName,
        attribute: (wanted) => attrs.find(({ name }) => name === wanted)?.value.trim() ?? '',
        text: () => oneLine(textOf(child)),
        parent: top.place,
      });
      open.push({ node: child, next: 0, place: elements.length - 1 });
    }
  }
  return elements;
}

/** Removes invisible characters: control characters, soft hyphens, direction marks. */
export const oneLine = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
    .trim();

/** A text without the references to characters that programs leave in it: "R&amp;D" */
export const decoded = (text: string): string =>
  /&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i.test(text) ? textOf(parseFragment(text.replaceAll('<', '&lt;'))) : text;

function textOf(element: ParentNode): string {
  let text = '';
  let nodes = 0;
  const isScript = UNREAD.has(element.nodeName);
  const waiting: DefaultTreeAdapterTypes.ChildNode[] = [...element.childNodes].reverse();
  for (
    let node = waiting.pop();
    node && (isScript || (text.length < MAX_TEXT && nodes < MAX_NODES));
    node = waiting.pop()
  ) {
    nodes++;
    if (defaultTreeAdapter.isTextNode(node)) text += node.value;
    else if (defaultTreeAdapter.isElementNode(node) && !UNREAD.has(node.tagName)) {
      // Separates a name from an adjacent date.
      text += ' ';
      waiting.push(...[...node.childNodes].reverse());
    }
  }
  return text;
}
