/** Detects the language of a text by its most frequent short words. Pure. */

/** Words that are frequent (Latin is filler text) in one of these languages, and rare or absent in the others. */
const SMALL_WORDS: Record<string, string> = {
  en: 'the of and to that with was for this have are from which they been has were would their',
  de: 'der die und das nicht mit ist auch auf für sich ein eine wird dem den von werden zum',
  fr: 'les des dans est une pour qui sur pas avec sont plus cette ont du aux mais leur été',
  es: 'los las una con por para del más pero como este sus ser ha fue hay según también y el',
  it: 'che di il della per non una sono con del gli più anche alla nel dei delle ha è',
  pt: 'não uma os com para mais como dos foi ao pelo pela são também já tem seu à em',
  nl: 'het een van niet zijn voor met ook dat aan bij maar naar wordt hebben uit deze door',
  pl: 'nie się jest na że do przez jak dla są oraz jego tym po był ale może także w',
  cs: 'se že je na jsem jako ale by který které pro od jeho také bylo už jsou však při',
  uk: 'що не на та як це його від для але або було про є які щоб після також і',
  ru: 'что не на как это его для но или было по от они после также если был при и',
  be: 'што не на як гэта яго для але было пра ад якія пасля таксама калі быў каб і ў',
  sv: 'och att det som en på är av för inte med den till har om ett men de',
  da: 'og at det som en på er af for ikke med den til har om et men de',
  hu: 'és hogy nem az egy is azt már csak mint volt meg szerint még vagy ez',
  ro: 'și care este că nu din pentru cu mai în la fost sunt prin după',
  la: 'et in est ut non sed cum qui quae sit amet dolor ad vel nec eget sed ac quis',
  tr: 've bir bu için da de ile olarak daha çok gibi olan sonra kadar',
};

const SETS = Object.entries(SMALL_WORDS).map(([language, words]) => ({ language, words: new Set(words.split(' ')) }));

/** The minimum number of words, and the minimum share of short words of one language; it must also exceed all others. */
const MIN_WORDS = 60;
const MAX_WORDS = 3_000;
const MIN_SHARE = 0.08;
const LEAD = 1.25;

export function languageOfWords(text: string): string | undefined {
  const words = (text.toLowerCase().match(/\p{L}+/gu) ?? []).slice(0, MAX_WORDS);
  if (words.length < MIN_WORDS) return undefined;
  const counts = SETS.map(({ language, words: small }) => ({
    language,
    count: words.filter((word) => small.has(word)).length,
  })).sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (
    !first ||
    first.language === 'la' ||
    first.count < MIN_SHARE * words.length ||
    first.count < LEAD * (second?.count ?? 0)
  )
    return undefined;
  return first.language;
}
