/** Folds the case of a text, as browsers do for text fragments, and as `text-transform` does. Pure. */

/** `at`: for each UTF-16 unit of `text`, its offset in the original; undefined if the offsets are equal. */
export type FoldedText = { text: string; at: Uint32Array | undefined };

const CASED = /[\p{Lu}\p{Lt}ßςı]/gu;

function lower(letter: string): string {
  switch (letter) {
    case 'ß':
    case 'ẞ':
      return 'ss';
    case 'ς':
      return 'σ';
    case 'İ':
    case 'ı':
      return 'i';
    default:
      return letter.toLowerCase();
  }
}

export function foldCase(original: string): FoldedText {
  const changes: [at: number, by: number][] = [];
  const text = original.replace(CASED, (letter, at: number) => {
    const folded = lower(letter);
    if (folded.length !== letter.length) changes.push([at, folded.length - letter.length]);
    return folded;
  });
  if (changes.length === 0) return { text, at: undefined };

  const at = new Uint32Array(text.length);
  let change = 0;
  for (let from = 0, to = 0; to < text.length; from++) {
    const by = changes[change]?.[0] === from ? (changes[change++]?.[1] ?? 0) : 0;
    for (let unit = 0; unit < 1 + by; unit++) at[to++] = from;
  }
  return { text, at };
}
