// @ts-check
/* Finds words that were selected on another page in the text of the article. */

const squeeze = (/** @type {string} */ part) => part.replace(/\s+/g, ' ').trim();

/**
 * The place that the same words precede, else the first one.
 * @param {string} article
 * @param {{ text: string, before: string }} words
 * @returns {{ start: number, end: number } | undefined}
 */
export function findWords(article, { text, before }) {
  const wanted = squeeze(text);
  if (wanted === '') return undefined;
  const words = wanted.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const places = [...article.matchAll(new RegExp(words.join('\\s+'), 'g'))].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  const own = squeeze(before).slice(-30);
  const precedes = ({ start = 0 }) => squeeze(article.slice(Math.max(0, start - 200), start)).endsWith(own);
  return places.find(precedes) ?? places[0];
}
