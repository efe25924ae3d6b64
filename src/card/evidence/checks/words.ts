/** Splits texts into words, and compares the forms of words. Pure. */

/** A word with its folded form and its position in the text. */
export type Word = { text: string; folded: string; start: number; end: number };

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ.-][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text in order. A hyphenated word or a contraction is one word. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    text: word,
    folded: foldWord(word),
    start: index,
    end: index + word.length,
  }));
}

/** Folds a word: lower case, no English possessive, no dots in abbreviations, one kind of apostrophe. */
export function foldWord(word: string): string {
  const plain = word.normalize('NFC').toLowerCase().replace(/[’ʼ]/g, "'").replace(/'s$/, '');
  return /^(?:\p{L}\.)+\p{L}$/u.test(plain) ? plain.replaceAll('.', '') : plain;
}

/** Possible endings of word forms, by language. The empty ending is always possible. */
const ENDINGS: Record<string, string> = {
  en: "s es ed d ing y ies ied ier e n an ian ans ians ns ish ese man men woman women '",
  de: 'e en er es em ern n s se nen in innen isch ische ischen ischer isches',
  fr: 's x e es aux al ale ales eux euse ien ienne iens iennes ain aine ains aines ais aise aises',
  es: 's es o a os as ano ana anos anas és esa eses esas eño eña ense enses',
  it: 'o a i e e he hi ano ana ani ane ese esi',
  pt: 's es o a os as ão ões ã ãs ano ana anos anas ês esa eses esas',
  nl: 's e en n er ers se sen nen',
};

/** Slavic languages have so many endings that any short ending is accepted. */
export const INFLECTED = new Set(['be', 'bg', 'cs', 'hr', 'mk', 'pl', 'ru', 'sk', 'sl', 'sr', 'uk']);
const LONGEST_ENDING = 4;

const SHORTEST_STEM = 3;

/** Whether two folded words are forms of the same word: "Ukraine" and "Ukrainian", "солдаты" and "солдат". */
export function isSameWord(one: string, other: string, language: string): boolean {
  const [a, b] = [withoutMarks(one), withoutMarks(other)];
  if (a === b) return true;
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  if (common < SHORTEST_STEM) return false;
  const [first, second] = [a.slice(common), b.slice(common)];
  if (INFLECTED.has(language)) {
    const enough = common > SHORTEST_STEM || Math.min(a.length, b.length) <= SHORTEST_STEM + 1;
    return enough && Math.max(first.length, second.length) <= LONGEST_ENDING;
  }
  const endings = endingsOf(language);
  return endings.has(first) && endings.has(second);
}

const endingsByLanguage = new Map<string, Set<string>>();

function endingsOf(language: string): Set<string> {
  const known = endingsByLanguage.get(language);
  if (known) return known;
  const endings = new Set(['', ...withoutMarks(ENDINGS[language] ?? ENDINGS.en ?? '').split(' ')]);
  endingsByLanguage.set(language, endings);
  return endings;
}

/** Removes marks from Latin letters: "Häfen" is a form of "Hafen". Other marked letters stay, because they are distinct letters. */
function withoutMarks(word: string): string {
  return word
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC');
}

/** Looks up whether a word occurs in any form. */
export type WordIndex = { has(word: string): boolean };

/** Indexes a text by word stems. */
export function indexWords(text: string, language: string): WordIndex {
  const byStem = new Map<string, Set<string>>();
  const add = (word: string) => {
    const stem = withoutMarks(word).slice(0, SHORTEST_STEM);
    byStem.set(stem, (byStem.get(stem) ?? new Set()).add(word));
  };
  for (const { folded } of wordsOf(text)) {
    add(folded);
    if (folded.includes('-')) folded.split('-').forEach(add);
  }
  return {
    has: (word) => {
      const folded = foldWord(word);
      const candidates = byStem.get(withoutMarks(folded).slice(0, SHORTEST_STEM)) ?? [];
      return [...candidates].some((candidate) => isSameWord(folded, candidate, language));
    },
  };
}

/** The primary subtag of a language tag: "de" for "de-CH". */
export function primaryLanguage(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
