// @ts-check
/* Words of a sentence that are chosen by keyboard, as ranges of the text. */

const MAX_WORDS = 25;

/** The ends of the words of a sentence. @param {string} text @param {{ start: number, end: number }} own */
function wordsIn(text, { start, end }) {
  return [...text.slice(start, end).matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}

/** @param {string} text @param {{start: number, end: number}} chosen @param {{start: number, end: number}} own @param {{ step: number, isEnd: boolean }} move */
export function moved(text, chosen, own, { step, isEnd }) {
  const words = wordsIn(text, own);
  const first = words.findIndex(({ end }) => end > chosen.start);
  const last = words.findLastIndex(({ start }) => start < chosen.end);
  const [from, to] = isEnd
    ? [first, Math.min(words.length - 1, Math.max(first, last + step))]
    : [Math.min(last, Math.max(0, first + step)), last];
  return { start: words[from]?.start ?? own.start, end: words[to]?.end ?? own.end };
}

/** A sentence, or as many of its words as a quote may have. @param {string} text @param {{start: number, end: number}} own */
export function atMost(text, own) {
  const words = wordsIn(text, own);
  return { start: own.start, end: words[Math.min(words.length, MAX_WORDS) - 1]?.end ?? own.end };
}

export const countWords = (/** @type {string} */ words) => words.split(/\s+/u).filter(Boolean).length;
