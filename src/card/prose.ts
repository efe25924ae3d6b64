/** Sentence endings, truncation and counts in prose. Pure. */

/** Longer texts are cut off by some sites and skipped by some screen readers. */
export const MAX_ALT_CHARACTERS = 420;

/** Adds a full stop unless the text already ends a sentence. */
export function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** "1 card", "24 cards" */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Truncates a text at a word boundary, never inside a surrogate pair. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, Math.max(0, length - 1));
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), 1)).replace(/[\s,;:]+$/, '')}…`;
}

/** Whether a text contains the words of another one in the same order, whatever their case and punctuation. */
export function saysWords(text: string, words: string): boolean {
  const plain = (some: string) => ` ${(some.toLowerCase().match(/[\p{L}\p{N}%]+/gu) ?? []).join(' ')} `;
  return plain(text).includes(plain(words));
}
