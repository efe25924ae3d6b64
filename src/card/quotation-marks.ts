/** Quotation marks by language, also for quotations within quotations. Pure. */

type Marks = readonly [open: string, close: string];

const ENGLISH: Marks = ['“', '”'];
const LOW_HIGH: Marks = ['„', '“'];
const GUILLEMETS: Marks = ['«', '»'];

/** From CLDR, by language. */
const MARKS: Record<string, Marks> = {
  be: GUILLEMETS,
  bg: LOW_HIGH,
  cs: LOW_HIGH,
  da: ['”', '”'],
  de: LOW_HIGH,
  el: GUILLEMETS,
  en: ENGLISH,
  es: GUILLEMETS,
  et: LOW_HIGH,
  fi: ['”', '”'],
  fr: ['«\u202f', '\u202f»'],
  hu: ['„', '”'],
  it: GUILLEMETS,
  lt: LOW_HIGH,
  lv: GUILLEMETS,
  nb: GUILLEMETS,
  nl: ['‘', '’'],
  pl: ['„', '”'],
  pt: ENGLISH,
  ro: ['„', '”'],
  ru: GUILLEMETS,
  sk: LOW_HIGH,
  sl: LOW_HIGH,
  sv: ['”', '”'],
  tr: ENGLISH,
  uk: GUILLEMETS,
};

/** The marks for a language tag (BCP 47); English marks if the language is not in the table. */
export function quotationMarks(language: string): Marks {
  return MARKS[language.split('-')[0] ?? ''] ?? ENGLISH;
}

/** Marks for a quotation inside another (from CLDR), by the outer opening mark. */
const INNER: Record<string, Marks> = {
  '“': ['‘', '’'],
  '”': ['’', '’'],
  '‘': ['“', '”'],
  '«': ['“', '”'],
  '„': ['‚', '‘'],
};

const DOUBLE = /["“”„«»]/gu;

/** A double mark opens at the start of a text, and after a space, a bracket or a dash. */
const opensAt = (text: string, at: number) => at === 0 || /[\s([{\u2013\u2014-]/u.test(text.charAt(at - 1));

/**
 * Prepares a text for printing between the quotation marks of a language: its double marks become inner marks, and its
 * apostrophes curved. Adds and removes no character. Unpaired straight marks stay, because they may mean inches.
 */
export function nestMarks(text: string, language: string): string {
  const [open, close] = INNER[quotationMarks(language)[0].trim()] ?? ['‘', '’'];
  const isPaired = (text.match(/"/gu)?.length ?? 0) % 2 === 0;
  const curled = text.replace(/'/gu, (mark, at: number) => (isApostrophe(text, at) ? '’' : mark));
  return curled.replace(DOUBLE, (mark, at: number) => {
    if (mark === '"' && !isPaired) return mark;
    return opensAt(text, at) ? open : close;
  });
}

/** The closing marks of each opening mark, in all languages. */
const PAIRS: Record<string, string> = {
  '“': '”',
  '”': '”',
  '„': '“”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '‘': '’',
  '‚': '‘’',
  '"': '"',
  "'": "'",
  '’': '’',
  '「': '」',
  '『': '』',
  '《': '》',
};
const SINGLE = /['‘’]/u;

/** Whether the mark at a place is an apostrophe: "it’s", "the dockers’ choir". */
function isApostrophe(text: string, at: number): boolean {
  if (!SINGLE.test(text.charAt(at))) return false;
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  return /\p{L}$/u.test(before) && (/^\p{L}/u.test(after) || (/s$/u.test(before) && /^\s(?!.*\s['‘])/u.test(after)));
}

/** Where the quotation that begins a text is closed; -1 if it is not. */
function closesAt(text: string): number {
  const open = text.charAt(0);
  let depth = 1;
  for (let at = 1; at < text.length; at++) {
    const mark = text.charAt(at);
    if (isApostrophe(text, at)) continue;
    if (PAIRS[open]?.includes(mark)) depth--;
    else if (mark === open) depth++;
    if (depth === 0) return at;
  }
  return -1;
}

const DANGLING_START = /^(?:\s|[,;:]|[–—-]\s)+/u;
const DANGLING_END = /(?:\s|[,;:—]|\s[–-])+$/u;

/** Whether the mark that ends a text closes a quotation that begins before the text. Inches and plural apostrophes do not. */
function isOpenedBefore(text: string): boolean {
  const mark = text.slice(-1);
  const before = text.slice(0, -1);
  if (!/["“”«»’'」』》]/u.test(mark)) return false;
  if (/["']/.test(mark))
    return before.split(mark).length % 2 === 1 && (mark === '"' ? !/\d$/.test(before) : /[.,!?…]$/u.test(before));
  if (mark === '’' && !/[.,!?…]$/u.test(before)) return false;
  const opening = Object.keys(PAIRS).filter((open) => PAIRS[open]?.includes(mark) && open !== mark);
  const count = (marks: readonly string[]) =>
    [...before].filter((each, at) => marks.includes(each) && !isApostrophe(before, at)).length;
  return count(opening) <= count([mark]);
}

/** Whether a text begins with the mark of a quotation that ends behind the text. */
const isClosedBehind = (text: string) => /^(?:["“„«»「『《]|[‘‚](?=\p{Lu}))/u.test(text) && closesAt(text) < 0;

/**
 * The words of a quote: without the quotation marks around all of them, without a mark whose other half is outside, and without
 * a comma or dash at an end. A card prints its own marks.
 */
export function trimQuote(text: string): string {
  let words = text;
  for (let before = ''; before !== words; ) {
    before = words;
    words = words.replace(DANGLING_START, '').replace(DANGLING_END, '');
    if (PAIRS[words.charAt(0)] !== undefined && words.length > 1 && closesAt(words) === words.length - 1)
      words = words.slice(1, -1);
    else if (isClosedBehind(words)) words = words.slice(1);
    else if (isOpenedBefore(words)) words = words.slice(0, -1);
  }
  return /[\p{L}\p{N}]/u.test(words) ? words : text;
}

/** Words between the quotation marks of a language. */
export function inMarks(words: string, language: string): string {
  const [open, close] = quotationMarks(language);
  return `${open}${nestMarks(trimQuote(words), language)}${close}`;
}
