// @ts-check
/* Passages of the article on the page: converts between ranges of the text and what is shown or selected. */
import { el, fill } from './dom.js';

/** Where each text node begins in the text of the article. @type {WeakMap<Node, number>} */
const offsets = new WeakMap();

/** A part of the text. @param {string} text @param {{ start: number, end: number }} range */
export function textNode(text, { start, end }) {
  const node = document.createTextNode(text.slice(start, end));
  offsets.set(node, start);
  return node;
}

/** @param {HTMLElement} element @param {string} text @param {{start: number, end: number}} own @param {{start: number, end: number} | null} marked */
export function showWords(element, text, { start, end }, marked) {
  const from = marked ? Math.min(end, Math.max(start, marked.start)) : end;
  const to = marked ? Math.max(from, Math.min(end, marked.end)) : end;
  const piece = (/** @type {number} */ a, /** @type {number} */ b) => textNode(text, { start: a, end: b });
  fill(element, piece(start, from), to > from && el('mark', {}, piece(from, to)), to < end && piece(to, end));
}

/** What the mouse has selected, as a part of the text. @param {HTMLElement} body */
export function selectedRange(body) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!body.contains(range.commonAncestorContainer)) return undefined;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  let start = -1;
  let end = -1;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const offset = offsets.get(node);
    if (offset === undefined || !range.intersectsNode(node)) continue;
    const length = node.textContent?.length ?? 0;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : length;
    if (to <= from) continue;
    if (start < 0) start = offset + from;
    end = offset + to;
  }
  return start >= 0 && end > start ? { start, end } : undefined;
}

/** @param {HTMLElement} element @param {{ start: number, end: number }} chosen */
export function select(element, { start, end }) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let isSet = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const offset = offsets.get(node) ?? 0;
    const length = node.textContent?.length ?? 0;
    if (!isSet && start < offset + length) {
      range.setStart(node, Math.max(0, start - offset));
      isSet = true;
    }
    if (isSet && end <= offset + length) {
      range.setEnd(node, Math.max(0, end - offset));
      break;
    }
  }
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
