/** Finds and looks up names in texts: known names, countries and capitalised words. Pure. */
import { countriesIn } from './country-names.ts';
import { INFLECTED, indexWords, isSameWord, type Word, type WordIndex, wordsOf } from './words.ts';

export type FoundName = { text: string; start: number; end: number };

/** Languages that capitalise every noun. */
const CAPITAL_NOUNS = new Set(['de', 'lb']);

/** Capitalised words that are not names: months, days and titles. Texts often abbreviate or omit them. */
const NOT_NAMES = new Set(
  `i january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr prof president minister prime
  secretary general colonel lieutenant captain chancellor king queen prince pope sir lord senator governor mayor former
  lunes martes miércoles jueves viernes sábado domingo enero
  januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag prozent
  euro millionen milliarden`.split(/\s+/),
);

/** Whether a word is a title such as "President" or "Mr". */
export const isTitle = (word: string): boolean => NOT_NAMES.has(word.toLowerCase());

const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/** Whether a word is at the start of its text, of a sentence, or of a quotation. */
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
 * Finds the names in a text. `known`: names to recognise anywhere. A run of capitalised words is one name. A single word at
 * the start of a sentence is a name only if it is in `proper`. In languages that capitalise nouns, only `known` names are
 * found.
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
    const isSingle = last === first;
    if (CAPITAL_NOUNS.has(language) || (isSingle && beginsSentence(text, first) && !proper.has(first.folded))) continue;
    const start =
      isSingle || !ARTICLES.has(first.folded) ? first.start : (words[words.indexOf(first) + 1] as Word).start;
    names.push({ text: text.slice(start, last.end), start, end: last.end });
  }
  return names;
}

/** The words that a text always capitalises, even inside a sentence. */
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

/** Small words in names, which need not occur. */
const PARTICLES = new Set('of the for and a an in on de del la le les des du von van der den y e da do dos'.split(' '));

/** The words of a name that must occur. */
export function nameWords(name: string): string[] {
  const words = wordsOf(name.replace(/\(.*?\)/g, ' ')).map(({ folded }) => folded);
  const content = words.filter((word) => !PARTICLES.has(word));
  return content.length > 0 ? content : words;
}

/** Whether a name looks like a person's. Texts may use only the last word of such a name. */
export function isPersonal(name: string): boolean {
  const words = name.split(/\s+/u);
  return (
    words.length > 1 && words.every((word) => isCapital(word) || PARTICLES.has(word)) && isCapital(words.at(-1) ?? '')
  );
}

/** Looks up names in a text: by the forms of its words, or across languages by consonants. */
export type NameIndex = { has(name: string): boolean };

/**
 * Indexes a text for names. `languages.card` is the language of the names. If the languages differ, names are compared by
 * consonants, and countries by their names in both languages.
 */
export function indexNames(text: string, languages: { source: string; card: string }, index?: WordIndex): NameIndex {
  const words = index ?? indexWords(text, languages.source);
  const isForeign = languages.source !== languages.card;
  let skeletons: Set<string> | undefined;
  const hasSkeleton = (word: string) => {
    skeletons ??= new Set(
      wordsOf(text)
        .filter(({ text }) => isCapital(text))
        .map(({ folded }) => skeletonOf(folded)),
    );
    const wanted = skeletonOf(word);
    if (wanted.length < SHORTEST_SKELETON) return skeletons.has(wanted);
    return [...skeletons].some(
      (skeleton) => skeleton.startsWith(wanted) && skeleton.length - wanted.length < SHORTEST_SKELETON,
    );
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

/** Shorter skeletons match by chance too often. */
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

/** The consonants of a word in Latin letters. Equal for "Lukashenko", "Lukaschenko" and "Лукашенко". */
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

/** The countries named in a text. */
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

/** Whether a word is derived from the name of a country, such as "Russian". */
export function isNationality(word: string, language: string): boolean {
  const folded = word.toLowerCase();
  return [...countriesOf(language).values()].some((country) => {
    const name = country.toLowerCase();
    return name !== folded && !name.includes(' ') && isSameWord(folded, name, language);
  });
}

/** The names in the source's language of the country that a word names or is derived from: "German" gives "Germany". */
function countryNames(name: string, { source, card }: { source: string; card: string }): string[] {
  const folded = name.toLowerCase();
  return [...countriesOf(card)]
    .filter(([, country]) => country.split(' ').length === 1 && isSameWord(folded, country.toLowerCase(), card))
    .concat([...countriesOf(card)].filter(([, country]) => country.toLowerCase() === folded))
    .flatMap(([code]) => countriesOf(source).get(code) ?? []);
}
