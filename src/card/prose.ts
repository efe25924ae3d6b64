/** Texts that are read out: ends them as sentences, and cuts them at a word. Pure. */

/** Screen readers stop listening, and some sites stop storing, at about this length. */
export const MAX_ALT_CHARACTERS = 420;

/** Ends a text as a sentence ends. */
export function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Cuts a text that is too long at a word, and never inside a surrogate pair. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, Math.max(0, length - 1));
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), 1)).replace(/[\s,;:]+$/, '')}…`;
}
