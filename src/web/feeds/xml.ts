/** An element tree as an XML 1.0 document. Pure. */
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** An element with its attributes, and its children in their order. */
export function element(name: string, attributes: Record<string, string>, ...children: (Element | string)[]): Element {
  return {
    type: 'element',
    name,
    attributes,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}

/**
 * The text of a document, well-formed whatever its texts are. The library escapes; what XML 1.0 has no place for is
 * left out here (section 2.2: U+FFFE, U+FFFF, halves of surrogate pairs), and `]]>` is broken (section 2.4).
 */
export function xmlDocument(root: Element): string {
  const text = toXml(root, { closeEmptyElements: true })
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '')
    .replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="utf-8"?>\n${text}\n`;
}
