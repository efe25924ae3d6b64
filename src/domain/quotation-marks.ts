/** The quotation marks that a language sets around a quotation. Pure. */

type Marks = readonly [open: string, close: string];

const ENGLISH: Marks = ['“', '”'];
const LOW_HIGH: Marks = ['„', '“'];
const GUILLEMETS: Marks = ['«', '»'];

/** As CLDR gives them, by language. */
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

/** The marks of a language tag (BCP 47); the English ones where the language is not in the table. */
export function quotationMarks(language: string): Marks {
  return MARKS[language.split('-')[0] ?? ''] ?? ENGLISH;
}
