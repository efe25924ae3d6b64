/** Writes a figure of one language in the notation of another: its hedge, its digits and its scale word. Pure. */
import { primaryLanguage } from '../../card/evidence/checks/words.ts';
import { readDigits } from '../../card/evidence/numbers/digits.ts';
import { deriveBounds } from '../../card/evidence/numbers/figure.ts';
import { lexiconOf } from '../../card/evidence/numbers/lexicon.ts';
import type { NumberHedge, Quantity } from '../../card/evidence/numbers/reading.ts';

type Languages = { from: string; to: string };

const OTHER_MARK: Record<string, string> = { '.': ',', ',': '.' };

const HEDGES: NumberHedge[] = ['about', 'nearly', 'at-most', 'below', 'at-least', 'above', 'exactly'];

/** The plainest words for each of HEDGES, in this order. */
const WORDS: Record<string, string> = {
  en: 'about | almost | up to | less than | at least | more than | exactly',
  de: 'rund | fast | bis zu | weniger als | mindestens | mehr als | genau',
  es: 'cerca de | casi | hasta | menos de | al menos | más de | exactamente',
  fr: 'environ | presque | jusqu’à | moins de | au moins | plus de | exactement',
  it: 'circa | quasi | fino a | meno di | almeno | più di | esattamente',
  pt: 'cerca de | quase | até | menos de | pelo menos | mais de | exatamente',
  nl: 'ongeveer | bijna | maximaal | minder dan | minstens | meer dan | precies',
  pl: 'około | prawie | do | mniej niż | co najmniej | ponad | dokładnie',
  uk: 'близько | майже | до | менше | щонайменше | понад | рівно',
  ru: 'около | почти | до | менее | не менее | более | ровно',
  be: 'каля | амаль | да | менш за | не менш за | больш за | роўна',
};

/** `unas 80.000` of a Spanish text is `about 80,000` in English. What would not be read as the same number stays as it is. */
export function inNotation(text: string, languages: Languages): string {
  const written = inOtherWords(text, languages);
  return written ?? inOtherDigits(text, languages);
}

/** Undefined for ranges, for words after the number, and where the new words would say something else. */
function inOtherWords(text: string, { from, to }: Languages): string | undefined {
  if (primaryLanguage(from) === primaryLanguage(to)) return undefined;
  const said = deriveBounds(text, from);
  if (!said || said.start > 0 || said.number.end < text.length) return undefined;
  if (said.number.start > 0 !== (said.hedge !== null)) return undefined;
  const hedge = said.hedge && WORDS[primaryLanguage(to)]?.split(' | ')[HEDGES.indexOf(said.hedge)];
  const digits = inOtherDigits(text.slice(said.number.start), { from, to });
  const number = said.scale > 1 ? scaled(said, to) : digits;
  const written = hedge ? `${hedge} ${number}` : number;
  const read = deriveBounds(written, to);
  return read && meaningOf(read) === meaningOf(said) ? written : undefined;
}

function scaled({ min, max, scale }: Quantity, language: string): string {
  const { value } = min ?? max ?? { value: 0 };
  const style = { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 15 } as const;
  return new Intl.NumberFormat(language, value < scale ? {} : style).format(value);
}

const meaningOf = ({ min, max, hedge, approximate, scale, unit }: Quantity) =>
  JSON.stringify([min, max, hedge, approximate, scale, unit]);

/** `80.000` of a Spanish text is `80,000` in English. Digits whose value is not clear stay as they are. */
function inOtherDigits(text: string, { from, to }: Languages): string {
  const [own, other] = [lexiconOf(from).separators, lexiconOf(to).separators];
  if (own.decimal === null || other.decimal === null || own.decimal === other.decimal) return text;
  return text.replace(/\d+(?:[.,]\d+)+/g, (digits) => {
    const swapped = digits.replace(/[.,]/g, (mark) => OTHER_MARK[mark] ?? mark);
    const [read, written] = [readDigits(digits, own), readDigits(swapped, other)];
    const isSame = read.type === 'number' && written.type === 'number' && read.plain === written.plain;
    return isSame ? swapped : digits;
  });
}
