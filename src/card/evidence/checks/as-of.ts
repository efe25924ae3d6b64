/** Checks that the dates of a card occur in the source text. Pure. */
import { datePoints, formatDate } from '../../date.ts';
import type { DatedFact } from '../../source.ts';
import { readNumbers } from '../numbers/read-numbers.ts';
import type { ReadDate } from '../numbers/reading.ts';
import type { CheckInput } from './check.ts';
import { confirmed, type Finding, notCheckable, type Warning, warn } from './findings.ts';

/** How to keep a date that the text does not contain. */
export const OTHER_BASIS =
  'If you inferred it, set basis to inferred and add the reason. If another page says it, set basis to external.';

/** Checks the date that the card is about. */
export const checkAsOf = (input: CheckInput) => checkDate(input.card.asOf, input, 'date-not-in-text');

/** Checks the date on which it was said. */
export const checkSaidOn = (input: CheckInput) => checkDate(input.card.saidOn, input, 'said-date-not-in-text');

function checkDate(
  fact: DatedFact | null | undefined,
  { source, article, languages }: CheckInput,
  warning: Warning,
): Finding | undefined {
  if (!fact) return undefined;
  const { date, basis } = fact;
  if (basis === 'external') return notCheckable('The date is from another page.');
  if (basis === 'inferred') return notCheckable('The date is inferred.');
  const dates = readNumbers(article, languages.source).filter((reading) => reading.type === 'date');
  const published = datePoints(source.published.date);
  const years = new Set([...dates, ...published].map(({ year }) => year));
  const ends = datePoints(date);
  if (isDecade(ends) && dates.some(({ start, end }) => namesDecade(article.slice(start, end), ends[0])))
    return confirmed;
  if (ends.some(({ year, lastYear }) => year < 1 || lastYear - year > 9))
    return notCheckable('Centuries and years BC are not checked.');
  const missing = ends.find(
    (point, index, all) => !isStated(point, { dates, years }) && !isStartOfRange(point, all[index + 1], article),
  );
  if (!missing && ends.every(({ season }) => season === null)) return confirmed;
  if (!missing) return notCheckable('The year is in the source text; the season is not checked.');
  return warn(
    warning,
    `${formatDate(date, 'long')} has the basis “stated”, but the source text does not contain this date.`,
    `Only the text of the article counts. A byline or date above or beside it says when it was published. Correct the date. ${OTHER_BASIS}`,
  );
}

export type DatePoint = Pick<ReadDate, 'year' | 'month' | 'day'>;

/** A decade such as 1990 to 1999, written "the 1990s" or "los años 90". */
function isDecade([first, last]: DatePoint[]): boolean {
  return first?.month === null && first.year !== null && first.year % 10 === 0 && last?.year === first.year + 9;
}

function namesDecade(words: string, first: DatePoint | undefined): boolean {
  const digits = /\d+/.exec(words)?.[0] ?? '';
  return digits.length > 1 && String(first?.year).endsWith(digits);
}

/** Texts seldom repeat the year with each day. The year may be in another date or in the publication date. */
export function isStated(
  point: DatePoint,
  { dates, years }: { dates: readonly DatePoint[]; years: ReadonlySet<number | null> },
): boolean {
  return dates.some(({ year, month, day }) => {
    const isSameYear = year === point.year || (year === null && years.has(point.year));
    return isSameYear && (point.month === null || month === point.month) && (point.day === null || day === point.day);
  });
}

/** "from 12 to 21 October": the first day has no month. */
export function isStartOfRange(first: DatePoint, last: DatePoint | undefined, text: string): boolean {
  if (first.day === null || last?.day == null || first.month !== last.month) return false;
  return new RegExp(`(?<!\\d)${first.day}\\.?\\s*(?:[-–—]|\\p{L}{1,5})\\s*${last.day}(?!\\d)`, 'u').test(text);
}
