/**
 * Parses HTML up to a number of nodes. By the HTML Standard, formatting elements that are left open are created again in
 * each paragraph: 100 kB of them make a tree of 2 GB.
 */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

/** The page would need too much memory. Tools print an error with a code, and exit. */
export class TooComplex extends Error {
  readonly code = 'ETOOCOMPLEX';
}

/** Five times the nodes of a heavy article page. Their tree takes about half of the 128 MB that a Worker has. */
export const MAX_NODES = 150_000;

/** Parses a page. Takes bounded time and memory. @throws TooComplex */
export function parseHtml(html: string): DefaultTreeAdapterTypes.Document {
  let nodes = 0;
  const count = () => {
    nodes++;
    if (nodes > MAX_NODES) throw new TooComplex(`the page has more than ${MAX_NODES} elements and texts`);
  };
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(...given) {
      count();
      return defaultTreeAdapter.createElement(...given);
    },
    createCommentNode(text) {
      count();
      return defaultTreeAdapter.createCommentNode(text);
    },
    insertText(parent, text) {
      const before = parent.childNodes.length;
      defaultTreeAdapter.insertText(parent, text);
      if (parent.childNodes.length > before) count();
    },
    insertTextBefore(parent, text, reference) {
      const before = parent.childNodes.length;
      defaultTreeAdapter.insertTextBefore(parent, text, reference);
      if (parent.childNodes.length > before) count();
    },
  };
  return parse(html, { treeAdapter });
}
