/** Proposes ids for new cards and sources: a few significant words in lower-case ASCII. Pure. */

/** Function words, and hedges, which may change when a number is corrected. */
const STOP_WORDS = new Set(
  `a about above after all also an and any are around as at be because been before being below between but by can could
  did do does during for from had has have he her his how i if in into is it its just least may might more most nearly no not now of on one only or
  our out over reportedly said say says she so some such than that the their them then there these they this those to under until
  up us was we were what when which while who will with would you your`.split(/\s+/),
);

/** Letters that Unicode does not decompose into a base letter and a mark. */
const PLAIN: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

const MAX_WORDS = 6;
const MAX_HOST_WORDS = 4;
/** An id may have 80 characters. The rest is for suffixes such as "-2". */
const MAX_LENGTH = 74;

/** An id from the most significant words of a quote, or the source's id if no word can be written in ASCII. */
export function proposeCardId(quote: string, sourceId: string): string {
  const words = significantWords(quote, MAX_WORDS);
  return words.some((word) => /[a-z]/.test(word)) ? join(words) : sourceId;
}

/** What names no article: "page.txt", "index.html", "download.pdf" */
const SAYS_NOTHING =
  /^(?:page|text|txt|article|index|story|post|download|document|doc|file|save[d]?|untitled|default|main|view|print|pdf)?(?:-?\d+)?$/;

/** An id from the outlet and the words or the date of a page whose address is not known, else from its file. */
export function proposeFileId({
  publisher,
  title,
  date,
  file,
}: Record<'publisher' | 'title' | 'date' | 'file', string>): string {
  const outlet = toWords(publisher).slice(0, MAX_OUTLET_WORDS);
  const name = join(toWords(file.replace(/\.[a-z]{2,5}$/i, '')));
  const words = significantWords(title, MAX_HOST_WORDS);
  const rest = words.some((word) => /[a-z]/.test(word)) ? words : [];
  if (rest.length === 0 && !SAYS_NOTHING.test(name)) return join([...outlet, name]);
  if (rest.length === 0 && date !== '') return join([...(outlet.length > 0 ? outlet : ['source']), date]);
  return join([...outlet, ...rest]) || 'source';
}

const MAX_OUTLET_WORDS = 3;

/** An id from the host of an address and the last significant part of its path. */
export function proposeSourceId(address: string): string {
  const { hostname, pathname } = new URL(address);
  const parts = pathname.split('/').map((part) => toWords(decode(part).replace(/\.[a-z]{2,5}$/i, '')).join(' '));
  const named = parts.filter((part) => /[a-z]/.test(part));
  const significant = named.findLast((part) => !SAYS_NOTHING.test(part.replaceAll(' ', '-'))) ?? named.at(-1) ?? '';
  return join([...toWords(siteName(hostname)), ...significantWords(significant, MAX_HOST_WORDS)]);
}

/** Returns the id, or the first free one of id-2, id-3, … */
export function makeUnique(id: string, taken: ReadonlySet<string>): string {
  let unique = id;
  for (let number = 2; taken.has(unique); number++) unique = `${id}-${number}`;
  return unique;
}

/** The words that are not stop words. If there are too many, the longest, in the order of the text. */
function significantWords(text: string, max: number): string[] {
  const all = toWords(text);
  const words = [...new Set(all.filter((word) => !STOP_WORDS.has(word)))];
  const significant = words.length > 0 ? words : all;
  const longest = new Set([...significant].sort((a, b) => b.length - a.length).slice(0, max));
  return significant.filter((word) => longest.has(word));
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
