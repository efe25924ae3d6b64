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
 * Prepares a text for printing between the quotation marks of a language: its double marks become inner marks. Adds and
 * removes no character. Unpaired straight marks stay, because they may mean inches.
 */
export function nestMarks(text: string, language: string): string {
  const [open, close] = INNER[quotationMarks(language)[0].trim()] ?? ['‘', '’'];
  const isPaired = (text.match(/"/gu)?.length ?? 0) % 2 === 0;
  return text.replace(DOUBLE, (mark, at: number) => {
    if (mark === '"' && !isPaired) return mark;
    return opensAt(text, at) ? open : close;
  });
}
