/** Proposes ids for new cards and sources: a few significant words in lower-case ASCII. Pure. */
import { isReportingVerb } from '../../card/evidence/checks/reporting.ts';
import { primaryLanguage } from '../../card/evidence/checks/words.ts';

/** Function words, days of the week, and hedges, which may change when a number is corrected. In ASCII, of all languages. */
const STOP_WORDS = new Set(
  `a about above according after again against all almost already also an and any anyone are around as at be because been before being below between but by can could
  did didnt do does doesnt dont during even ever for from had has have he her here his how i if in into is it its just least may might more most mr mrs ms
  near nearly now of off on one only or our out over own reportedly she so some still such than that the their them then there these they this those to too towards
  under until up us very was we were what when where which while who will with within wont would you your
  monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow
  aber als am an auch auf aus bei bis da damit das dass dem den der des die dies diese dieser dort durch ein eine einem einen einer eines er es
  etwa fast fur hat hatte haben ihr ihre im in ist mehr mit nach noch nur oder rund sein seine sich sie sind so uber um und unter vom von vor war waren
  wegen werden wie wird wurde wurden zu zum zur zwischen montag dienstag mittwoch donnerstag freitag samstag sonntag
  a al cerca como con cual de del desde donde el ella en entre era es esta este fue ha han hasta hay la las lo los mas muy o para pero por que se
  ser si sobre son su sus tambien un una unas unos y ya lunes martes miercoles jueves viernes sabado domingo
  au aux avec ce ces cette dans de des du elle en est et etait etre il ils la le les leur leurs mais ont ou par pas plus pour qu que qui sa
  se ses son sont sur un une lundi mardi mercredi jeudi vendredi samedi dimanche`.split(/\s+/),
);
/** Words that say little beside a number, a name or a noun. */
const WEAK =
  /^(?:new|old|good|big|small|large|great|long|short|high|low|first|last|next|nearest|other|another|many|much|several|recent|current|local|live[sd]?|make[sd]?|made|take[sn]?|took|get[s]?|got|come[s]?|came|go|goes|went|give[sn]?|gave|use[sd]?|\w+ly)$/;
/** Letters that Unicode does not decompose into a base letter and a mark. */
const PLAIN: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

const MAX_WORDS = 5;
const MAX_TITLE_WORDS = 3;
const MAX_OUTLET_WORDS = 3;
/** An id may have 80 characters. The rest is for suffixes such as "-2". */
const MAX_LENGTH = 74;

export type CardWords = {
  /** The quote, or the claim. */
  words: string;
  /** Of the words; "" if unknown. */
  language?: string;
  /** The words of the number. */
  figure?: string | undefined;
  /** Of a quote, whose id begins with the last name. */
  speaker?: string | undefined;
};

/** An id of up to five words: what is counted or claimed, and where. The source's id if no word can be written in ASCII. */
export function proposeCardId({ words, language = '', figure, speaker }: CardWords, sourceId: string): string {
  const said = withoutReporting(words, primaryLanguage(language));
  const name = speaker !== undefined && /(?:^|\s)\p{Lu}\S*$/u.test(speaker) ? toWords(speaker).slice(-1) : [];
  const most = significantWords(said, MAX_WORDS - name.length, figure).filter((word) => !name.includes(word));
  return most.some((word) => /[a-z]/.test(word)) ? join([...name, ...most]) : sourceId;
}

/** Without "…, a spokeswoman said on Tuesday", and without reporting verbs elsewhere. */
function withoutReporting(words: string, language: string): string {
  const isVerb = (word: string) => /^\p{L}/u.test(word) && isReportingVerb(word.replace(/[^\p{L}]+$/u, ''), language);
  const behind = /^(.{12,}),\s([^,]+)$/su.exec(words);
  const main = behind && (behind[2] ?? '').split(/\s+/u).some(isVerb) ? (behind[1] ?? '') : words;
  const rest = main.split(/\s+/u).filter((word) => !isVerb(word));
  return rest.length < 2 ? words : rest.join(' ');
}

/** What names no article: "page.txt", "index.html", "download.pdf" */
const SAYS_NOTHING =
  /^(?:page|text|txt|article|index|story|post|download|document|doc|file|save[d]?|untitled|default|main|view|print|pdf)?(?:-?\d+)?$/;

export type SourceWords = {
  publisher: string;
  title: string;
  /** Of the publication. */
  date: string;
  /** The name of a saved page. */
  file: string;
  /** Null if it is not known. */
  address: string | null;
};

/** An id from the outlet and the first words of the title, else from the address, the name of the file or the date. */
export function proposeSourceId({ publisher, title, date, file, address }: SourceWords): string {
  const host = address === null ? [] : toWords(siteName(new URL(address).hostname));
  const named = toWords(publisher).slice(0, MAX_OUTLET_WORDS);
  const outlet = named.some((word) => /[a-z]/.test(word)) ? named : host;
  const words = firstWords(title);
  if (words.some((word) => /[a-z]/.test(word))) return join([...outlet, ...words]);
  const inPath = address === null ? [] : pathWords(address);
  if (inPath.length > 0) return join([...outlet, ...inPath]);
  const name = join(toWords(file.replace(/\.[a-z]{2,5}$/i, '')));
  if (!SAYS_NOTHING.test(name)) return join([...outlet, name]);
  if (date !== '' && address === null) return join([...(outlet.length > 0 ? outlet : ['source']), date]);
  return join(outlet) || 'source';
}

const firstWords = (text: string) => [...new Set(keyWords(text))].slice(0, MAX_TITLE_WORDS);

/** The first words of the last part of a path that says something. */
function pathWords(address: string): string[] {
  const parts = new URL(address).pathname
    .split('/')
    .map((part) => toWords(decode(part).replace(/\.[a-z]{2,5}$/i, '')).join(' '));
  const named = parts.filter((part) => /[a-z]/.test(part));
  return firstWords(named.findLast((part) => !SAYS_NOTHING.test(part.replaceAll(' ', '-'))) ?? named.at(-1) ?? '');
}

/** Returns the id, or the first free one of id-2, id-3, … */
export function makeUnique(id: string, taken: ReadonlySet<string>): string {
  let unique = id;
  for (let number = 2; taken.has(unique); number++) unique = `${id}-${number}`;
  return unique;
}

/** The words that are not stop words, or else all. */
function keyWords(text: string): string[] {
  const all = toWords(text);
  const words = all.filter((word) => !STOP_WORDS.has(word));
  return words.some((word) => word !== 'not' && word !== 'no') ? words : all;
}

/** Words that say most: the number and what it counts, names and negations, then the longest. In the order of the text. */
function significantWords(text: string, max: number, figure?: string): string[] {
  const words = [...new Set(keyWords(text))];
  const names = new Set(text.match(/(?<=[\p{L}\p{N},’']\s)\p{Lu}[\p{L}’'-]+/gu)?.flatMap(toWords) ?? []);
  const numbers = toWords(figure ?? '').filter((word) => /\d/.test(word));
  const counted = words.findIndex((word) => numbers.includes(word));
  const score = (word: string, at: number): number => {
    if (numbers.includes(word)) return 100;
    if (counted >= 0 && at > counted && at <= counted + 2 && !WEAK.test(word)) return 90;
    if (names.has(word) || word === 'not' || word === 'no' || word === 'never') return 80;
    return WEAK.test(word) ? 1 : word.length + 2;
  };
  const scored = words.map((word, at) => ({ word, score: score(word, at) }));
  const best = new Set(
    [...scored]
      .sort((a, b) => b.score - a.score)
      .slice(0, max)
      .map(({ word }) => word),
  );
  return words.filter((word) => best.has(word));
}

/** Lower-case ASCII words: "Łukaszenka’s 1,000 men" → lukaszenka, 1000, men. */
function toWords(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’]s\b/g, '')
    .replace(/(\d)[.,\u00a0\u202f](?=\d{3}(?!\d))/g, '$1')
    .replace(/['’\u00ad]/g, '')
    .split(/[^a-z0-9\p{L}]+/u)
    .filter((word) => /^[a-z0-9]+$/.test(word));
}

/** Joins as many words as the maximum length allows. */
function join(words: string[]): string {
  const id = words.slice(0, -1).reduce((joined, word) => `${joined}-${word}`, '');
  const all = `${id}-${words.at(-1) ?? ''}`.slice(1);
  return all.length > MAX_LENGTH && words.length > 1 ? join(words.slice(0, -1)) : all.slice(0, MAX_LENGTH);
}

/** "www.kyivindependent.com" → "kyivindependent", "news.bbc.co.uk" → "bbc". */
function siteName(hostname: string): string {
  const labels = hostname.split('.');
  const top = labels.pop() ?? '';
  const isSecondLevel = top.length === 2 && labels.length > 1 && (labels.at(-1)?.length ?? 0) <= 3;
  if (isSecondLevel && labels.at(-2) !== 'www') labels.pop();
  return labels.at(-1) ?? top;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
