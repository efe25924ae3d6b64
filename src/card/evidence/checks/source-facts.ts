/** Checks that the date, title and authors of a source occur in its text. Page furniture counts, because bylines can be there. Pure. */
import { datePoints, formatDate } from '../../date.ts';
import type { Source } from '../../source.ts';
import { normalise } from '../normalise.ts';
import { isKnownLanguage } from '../numbers/lexicon.ts';
import { readNumbers } from '../numbers/read-numbers.ts';
import type { StructuredText } from '../place.ts';
import { type DatePoint, isStartOfRange, isStated, OTHER_BASIS } from './as-of.ts';
import { confirmed, type Finding, notCheckable, warn } from './findings.ts';
import { primaryLanguage } from './words.ts';

type Dated = Pick<Source, 'published' | 'title' | 'authors' | 'language'>;

/** A day of publication that a page states in its metadata. `from`: where, for example "JSON-LD datePublished". */
export type StatedDate = { date: string; from: string };

/** A text with the days of publication that its page states in its metadata. */
export type DatedText = StructuredText & { dates?: readonly StatedDate[] };

/** Runs the checks that are the same for all cards of a source. */
export function checkSource(text: DatedText, source: Dated) {
  const folded = fold(text.text);
  return {
    published: checkPublished(text, source),
    title: checkTitle(folded, source),
    authors: checkAuthors(folded, source),
  };
}

function checkPublished({ text, blocks, dates: stated = [] }: DatedText, { published, language }: Dated): Finding {
  const { date, basis } = published;
  if (basis === 'external') return notCheckable('The publication date is from another page.');
  if (basis === 'inferred') return notCheckable('The publication date is inferred.');
  // "21.dez.2018", "4-May-2015"
  const plain = text.replace(/(?<=\d)[.-](\p{L}{3,9}\.?)[.-](?=\d{4})/gu, ' $1 ');
  const dates = readNumbers(plain, primaryLanguage(language)).filter((reading) => reading.type === 'date');
  const years = new Set(dates.map(({ year }) => year));
  const points = datePoints(date);
  const isThere = (point: DatePoint, known: ReadonlySet<number | null>) =>
    isStated(point, { dates, years: known }) || isInDigits(point, text);
  const missing = points.filter((point, at) => !isThere(point, years) && !isStartOfRange(point, points[at + 1], text));
  if (missing.length === 0) return confirmed;
  const own = stated.find((one) => one.date === date || one.date.startsWith(`${date}-`));
  if (own) return { ...confirmed, from: own.from };
  if (missing.every((point) => isThere(point, new Set([point.year]))))
    return notCheckable('The source text contains the day of publication, but not its year.');
  if (!isKnownLanguage(language)) return notCheckable(`Dates in the language “${language}” cannot be read.`);
  if (blocks === null && dates.length === 0)
    return notCheckable('The captured plain text contains no date; its byline may be missing.');
  return warn(
    'published-not-in-text',
    `${formatDate(date, 'long')} has the basis “stated”, but neither the article nor the rest of the page contains this date.`,
    `Correct the date. ${OTHER_BASIS}`,
  );
}

/** "04/05/2015" is 4 May or 5 April: either date counts. */
function isInDigits({ year, month, day }: DatePoint, text: string): boolean {
  if (month === null || day === null) return false;
  const pair = (first: number, second: number) => `0?${first}[./-]\\s?0?${second}[./-]\\s?${year}`;
  return new RegExp(`(?<!\\d)(?:${pair(day, month)}|${pair(month, day)})(?!\\d)`, 'u').test(text);
}

function checkTitle(folded: string, { title }: Dated): Finding | undefined {
  if (title === null) return undefined;
  return hasWords(folded, title)
    ? confirmed
    : notCheckable('The source text does not contain the title in these words.');
}

function checkAuthors(folded: string, { authors }: Dated): Finding | undefined {
  const missing = authors.find((author) => !hasWords(folded, author));
  if (authors.length === 0) return undefined;
  return missing === undefined ? confirmed : notCheckable(`The source text does not name “${missing}”.`);
}

const fold = (text: string) => normalise(text).text.toLowerCase();

/** Whether a text contains words as whole words. */
function hasWords(folded: string, given: string): boolean {
  const words = fold(given);
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
    const isWhole =
      !/[\p{L}\p{N}]$/u.test(folded.slice(0, at).slice(-2)) &&
      !/^[\p{L}\p{N}]/u.test(folded.slice(at + words.length, at + words.length + 2));
    if (isWhole) return true;
  }
  return false;
}
