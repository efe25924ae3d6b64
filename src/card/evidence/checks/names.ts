/** Names in a text: those that it is known to have, countries, and words with a capital letter. Pure. */
import { countriesIn } from './country-names.ts';
import { INFLECTED, indexWords, isSameWord, type Word, type WordIndex, wordsOf } from './words.ts';

export type FoundName = { text: string; start: number; end: number };

/** Languages that write every noun with a capital letter. */
const CAPITAL_NOUNS = new Set(['de', 'lb']);

/** Words with a capital letter that name nothing: months, days and titles, which texts abbreviate or leave out. */
const NOT_NAMES = new Set(
  `i january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr prof president minister prime
  secretary general colonel lieutenant captain chancellor king queen prince pope sir lord senator governor mayor former
  lunes martes miércoles jueves viernes sábado domingo enero
  januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag prozent
  euro millionen milliarden`.split(/\s+/),
);

/** "President", "Mr": a word before a name that is no name. */
export const isTitle = (word: string): boolean => NOT_NAMES.has(word.toLowerCase());

const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/** Whether a word begins its text, or a sentence of it, or a quotation. */
function beginsSentence(text: string, { start }: Word): boolean {
  return /(?:^|[.!?:…]["”’»]?\s+|["“„«‘(]\s*)$/u.test(text.slice(Math.max(0, start - 6), start));
}

const ARTICLES = new Set([
  'the',
  'a',
  'an',
  'el',
  'la',
  'los',
  'las',
  'le',
  'les',
  'il',
  'lo',
  'o',
  'os',
  'as',
  'de',
  'het',
]);

/**
 * The names in a text. `known`: names to recognise anywhere. Runs of words with a capital letter are one name. One that
 * only begins a sentence is none, unless it is one of the `proper` names; and neither is any in a language that writes
 * nouns with capitals.
 */
export function findNames(
  text: string,
  language: string,
  known: readonly string[] = [],
  proper: ReadonlySet<string> = new Set(),
): FoundName[] {
  const words = wordsOf(text);
  const names: FoundName[] = [];
  const listed = findListed(text, known);
  for (let at = 0; at < words.length; at++) {
    const first = words[at] as Word;
    const inListed = listed.find(({ start, end }) => start <= first.start && first.end <= end);
    if (inListed) {
      names.push(inListed);
      while (words[at + 1] && (words[at + 1] as Word).end <= inListed.end) at++;
      continue;
    }
    if (!isCapital(first.text) || NOT_NAMES.has(first.folded)) continue;
    let last = first;
    while (words[at + 1] && isNext(text, last, words[at + 1] as Word)) last = words[++at] as Word;
    const isOne = last === first;
    if (CAPITAL_NOUNS.has(language) || (isOne && beginsSentence(text, first) && !proper.has(first.folded))) continue;
    const start = isOne || !ARTICLES.has(first.folded) ? first.start : (words[words.indexOf(first) + 1] as Word).start;
    names.push({ text: text.slice(start, last.end), start, end: last.end });
  }
  return names;
}

/** The words that a text writes with a capital letter inside a sentence, and nowhere without one. */
export function properWords(text: string): Set<string> {
  const words = wordsOf(text);
  const small = new Set(words.filter((word) => !isCapital(word.text)).map(({ folded }) => folded));
  const capital = words.filter((word) => isCapital(word.text) && !NOT_NAMES.has(word.folded));
  return new Set(
    capital.filter((word) => !small.has(word.folded) && !beginsSentence(text, word)).map(({ folded }) => folded),
  );
}

function isNext(text: string, last: Word, next: Word): boolean {
  const isJoined = /^(?:\s|\s?-|\.\s)$/u.test(text.slice(last.end, next.start));
  const isPossessive = /['’]s$/u.test(last.text);
  return isJoined && !isPossessive && isCapital(next.text) && !NOT_NAMES.has(next.folded);
}

function findListed(text: string, known: readonly string[]): FoundName[] {
  const lower = text.toLowerCase();
  return known
    .filter((name) => name.length > 2 && isCapital(name))
    .flatMap((name) => {
      const at = lower.indexOf(name.toLowerCase());
      const end = at + name.length;
      const isWhole = at >= 0 && !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^\p{N}/u.test(text.slice(end));
      return isWhole ? [{ text: text.slice(at, end), start: at, end }] : [];
    })
    .sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** Small words inside names, which need not occur. */
const PARTICLES = new Set('of the for and a an in on de del la le les des du von van der den y e da do dos'.split(' '));

/** The words of a name that have to occur. */
export function nameWords(name: string): string[] {
  const words = wordsOf(name.replace(/\(.*?\)/g, ' ')).map(({ folded }) => folded);
  const content = words.filter((word) => !PARTICLES.has(word));
  return content.length > 0 ? content : words;
}

/** Whether a name looks like that of a person, who may be called by the last word of it alone. */
export function isPersonal(name: string): boolean {
  const words = name.split(/\s+/u);
  return (
    words.length > 1 && words.every((word) => isCapital(word) || PARTICLES.has(word)) && isCapital(words.at(-1) ?? '')
  );
}

/** A text in which names are looked up: by the forms of its words, or across languages by its consonants. */
export type NameIndex = { has(name: string): boolean };

/**
 * Indexes a text for names that another language may spell otherwise. `languages.card` is that of the names. Countries
 * have other names in other languages.
 */
export function indexNames(text: string, languages: { source: string; card: string }, index?: WordIndex): NameIndex {
  const words = index ?? indexWords(text, languages.source);
  const isForeign = languages.source !== languages.card;
  let skeletons: Set<string> | undefined;
  const hasSkeleton = (word: string) => {
    skeletons ??= new Set(
      wordsOf(text)
        .filter((one) => isCapital(one.text))
        .map(({ folded }) => skeletonOf(folded)),
    );
    const wanted = skeletonOf(word);
    if (wanted.length < SHORTEST_SKELETON) return skeletons.has(wanted);
    return [...skeletons].some((one) => one.startsWith(wanted) && one.length - wanted.length < SHORTEST_SKELETON);
  };
  const hasCountry = (word: string) =>
    countryNames(word, languages).some((name) => {
      const [first = ''] = nameWords(name);
      return words.has(first) || wordsOf(text).some(({ folded }) => folded.startsWith(first.slice(0, 5)));
    });
  const hasWord = (word: string) => words.has(word) || (isForeign && (hasCountry(word) || hasSkeleton(word)));
  const withoutCountries = countriesIn(text);
  return {
    has: (name) => {
      if (isForeign && hasCountry(name)) return true;
      const rest = withoutCountries(name);
      return rest === '' || (rest !== undefined && nameWords(rest).every(hasWord));
    },
  };
}

/** Names with fewer consonants are alike too often. */
const SHORTEST_SKELETON = 3;

const LATIN: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ў: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** The consonants of a word in Latin letters, those of different spellings alike: "Lukashenko", "Lukaschenko", "Лукашенко". */
function skeletonOf(word: string): string {
  return [...word]
    .map((letter) => LATIN[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/sch|sh|sz|ch|cz|kh/g, (sound) => (sound === 'kh' || sound === 'ch' ? 'k' : 's'))
    .replace(/[aeiouyjh'ʼ’-]/g, '')
    .replace(/w/g, 'v')
    .replace(/g|c/g, 'k')
    .replace(/z/g, 's')
    .replace(/(.)\1+/g, '$1');
}

const REGIONS = Array.from({ length: 26 * 26 }, (_, at) =>
  String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
);
const countriesByLanguage = new Map<string, Map<string, string>>();

/** The names of countries by region code, in a language. */
function countriesOf(language: string): Map<string, string> {
  const known = countriesByLanguage.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const countries = new Map(REGIONS.flatMap((code) => (names.of(code) ? [[code, names.of(code) as string]] : [])));
  countriesByLanguage.set(language, countries);
  return countries;
}

/** The countries that a text names. */
export function findCountries(text: string, language: string): string[] {
  const words = wordsOf(text).filter((word) => isCapital(word.text));
  return [...countriesOf(language).values()].filter((country) =>
    country.includes(' ')
      ? text.includes(country)
      : words.some(
          ({ folded }) =>
            folded === country.toLowerCase() ||
            (INFLECTED.has(language) && isSameWord(folded, country.toLowerCase(), language)),
        ),
  );
}

/** Whether a word is made from the name of a country, and is not that name: "Russian". */
export function isNationality(word: string, language: string): boolean {
  const folded = word.toLowerCase();
  return [...countriesOf(language).values()].some((country) => {
    const name = country.toLowerCase();
    return name !== folded && !name.includes(' ') && isSameWord(folded, name, language);
  });
}

/** What the language of the source calls the country that a name is, or is derived from: "German" is from "Germany". */
function countryNames(name: string, { source, card }: { source: string; card: string }): string[] {
  const folded = name.toLowerCase();
  return [...countriesOf(card)]
    .filter(([, country]) => country.split(' ').length === 1 && isSameWord(folded, country.toLowerCase(), card))
    .concat([...countriesOf(card)].filter(([, country]) => country.toLowerCase() === folded))
    .flatMap(([code]) => countriesOf(source).get(code) ?? []);
}
