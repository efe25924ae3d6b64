/** Splits a text into words, numbers and signs. Pure. Linear in the length of the text. */

export type Token = {
  /** `name`: an address, a telephone number or a handle. */
  type: 'digits' | 'word' | 'sign' | 'name';
  text: string;
  /** The comparison key: no case, accents or typographic apostrophes. */
  key: string;
  start: number;
  end: number;
  /** Whether the token directly follows the previous one. */
  glued: boolean;
  /** Whether the token starts a paragraph. */
  breaks: boolean;
};

const SPACES = ' \\u00a0\\u2002-\\u200a\\u202f';
/** "1 234 567,8": one to three digits, then groups of three. */
const SPACED = `\\d{1,3}(?:[${SPACES}]\\d{3})+(?!\\d)(?:[.,]\\d+)?`;
const MARKED = "\\d+(?:[.,·٫]\\d+|['’ʼ]\\d{3}(?!\\d))*";
const ADDRESS = '(?:https?:\\/\\/|www\\.)\\S+|[\\p{L}\\d._-]{1,64}@[\\p{L}\\d.-]+|[@#][\\p{L}_][\\p{L}\\d_]*';
const TELEPHONE =
  '\\+\\d{1,3}(?:[ \\u00a0./()-]{1,2}\\d+){2,8}|(?:\\b\\d )?\\(\\d{2,5}\\) ?\\d{2,4}(?:[ -]\\d{2,5})+|\\b0\\d{1,4}(?: \\d{2,4}){2,5}(?!\\d)';
const TOKENS = {
  whole: "[\\p{L}\\p{M}]+(?:['’ʼ][\\p{L}\\p{M}]+)*",
  /** French and Italian elide a vowel before another: "d'environ" is two words. */
  elided: "[\\p{L}\\p{M}]+['’ʼ]?",
};
const PATTERNS = Object.fromEntries(
  Object.entries(TOKENS).map(([name, word]) => [
    name,
    new RegExp(`(${ADDRESS}|${TELEPHONE})|(${SPACED}|${MARKED})|(${word})|[^\\s]`, 'gu'),
  ]),
);

const MIN_TELEPHONE_DIGITS = 8;

/** @param elides whether the language has words like "d'". */
export function tokenise(text: string, elides: boolean): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  const pattern = new RegExp(PATTERNS[elides ? 'elided' : 'whole'] as RegExp);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, name, digits, word] = match;
    const start = match.index;
    if (name?.startsWith('+') && name.replace(/\D/g, '').length < MIN_TELEPHONE_DIGITS) {
      // Not a telephone number: the sign is a separate token.
      tokens.push(token('sign', '+', start, text, end));
      end = start + 1;
      pattern.lastIndex = end;
      continue;
    }
    const type = name ? 'name' : digits ? 'digits' : word ? 'word' : 'sign';
    tokens.push(token(type, whole, start, text, end));
    end = start + whole.length;
  }
  return tokens;
}

function token(type: Token['type'], text: string, start: number, whole: string, before: number): Token {
  const glued = start === before && start > 0;
  const breaks = start - before > 1 && /\n\s*\n/.test(whole.slice(before, start));
  return { type, text, key: type === 'word' ? foldWord(text) : text, start, end: start + text.length, glued, breaks };
}

/** Folds a word for comparison. */
export function foldWord(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').replace(/[’ʼ]/g, "'");
}
