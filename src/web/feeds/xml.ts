/** An element tree as an XML 1.0 document. Pure. */
import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** An element with attributes and children. */
export function element(name: string, attributes: Record<string, string>, ...children: (Element | string)[]): Element {
  return {
    type: 'element',
    name,
    attributes,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}

/**
 * Serialises a document as well-formed XML. The library escapes; this function removes characters that XML 1.0 forbids
 * (section 2.2: U+FFFE, U+FFFF, unpaired surrogates), and escapes `]]>` (section 2.4).
 */
export function xmlDocument(root: Element): string {
  const text = toXml(root, { closeEmptyElements: true })
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '')
    .replaceAll(']]>', ']]&gt;');
  return `<?xml version="1.0" encoding="utf-8"?>\n${text}\n`;
}
