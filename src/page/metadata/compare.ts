/** Whether two values of a page's metadata mean the same. Pure. */

/** Letters and digits only, in lower case and without accents. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Names of sites: "The Daily", "Daily" and "www.daily.com" are equal. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a === '' || b === '') return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 3 && long.startsWith(short) && ENDING.test(long.slice(short.length)));
}

/** Words that sites add to their name in some places. */
const ENDING =
  /^(?:com|net|org|info|inc|ltd|llc|gmbh|news|blog|online|magazine|media|co|io|de|at|ch|fr|es|mx|ar|uk|us|ca|au|ru|ua|by|cz|sk|br|pt|it|nl|pl|se|no|dk|eu|jp|in)*$/;

const bare = (name: string) =>
  fold(name.replace(/^https?:\/\/(?:www\.)?|\/$/g, '').replace(/^(?:the|der|die|das|le|la|el|il)\s+/i, ''));

/** Titles: one may have more words before or after, and different typography. */
export function isSameTitle(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)];
  if (a === '' || b === '') return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 8 && short.length >= long.length * 0.6 && long.includes(short));
}
