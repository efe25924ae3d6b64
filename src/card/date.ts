/**
 * Dates as precise as they are known: a day, a month, a year, or an interval of these ("2023-06-27/2023-07-01"),
 * written as in ISO 8601 / EDTF level 0. Pure. No clock.
 */

const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

type Point = { year: number; month: number | null; day: number | null };

function parsePoint(text: string): Point | undefined {
  const match = POINT.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [match[1], match[2], match[3]].map((part) => (part ? Number(part) : null));
  if (year == null) return undefined;
  if (month != null && (month < 1 || month > 12)) return undefined;
  if (month != null && day != null && (day < 1 || day > daysIn(year, month))) return undefined;
  return { year, month: month ?? null, day: day ?? null };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function parse(date: string): [Point, Point] | undefined {
  const ends = date.split('/');
  if (ends.length > 2) return undefined;
  const first = parsePoint(ends[0] ?? '');
  const last = parsePoint(ends[1] ?? ends[0] ?? '');
  if (!first || !last) return undefined;
  const samePrecision =
    (first.month === null) === (last.month === null) && (first.day === null) === (last.day === null);
  if (!samePrecision || earliest(first) > latest(last)) return undefined;
  return [first, last];
}

function mustParse(date: string): [Point, Point] {
  const points = parse(date);
  if (!points) throw new Error(`not a date: ${date}`);
  return points;
}

const pad = (number: number) => String(number).padStart(2, '0');
const padYear = (year: number) => String(year).padStart(4, '0');

function earliest({ year, month, day }: Point): string {
  return `${padYear(year)}-${pad(month ?? 1)}-${pad(day ?? 1)}`;
}

function latest({ year, month, day }: Point): string {
  const lastMonth = month ?? 12;
  return `${padYear(year)}-${pad(lastMonth)}-${pad(day ?? daysIn(year, lastMonth))}`;
}

/** The ends of a date as it is written: one point, or both ends of an interval. Throws on what `isDate` refuses. */
export function datePoints(date: string): Point[] {
  const [first, last] = mustParse(date);
  return date.includes('/') ? [first, last] : [first];
}

/** Whether `date` is a day, month, year or interval that exists in the calendar. */
export function isDate(date: string): boolean {
  return parse(date) !== undefined;
}

/** The first day that `date` can mean, as YYYY-MM-DD. Throws on what `isDate` refuses. */
export function firstDay(date: string): string {
  return earliest(mustParse(date)[0]);
}

/** The first day that the end of an interval can mean; of a single date, its own first day. */
export function firstDayOfEnd(date: string): string {
  return earliest(mustParse(date)[1]);
}

/** The last day that `date` can mean, as YYYY-MM-DD. Throws on what `isDate` refuses. */
export function lastDay(date: string): string {
  return latest(mustParse(date)[1]);
}

type Style = 'day' | 'month' | 'long';

function formatPoint(point: Point, style: Style): string {
  const name = point.month == null ? undefined : MONTHS[point.month - 1];
  if (!name) return String(point.year);
  const month = style === 'long' ? name : name.slice(0, 3);
  if (point.day == null || style === 'month') return `${month} ${point.year}`;
  return `${point.day} ${month} ${point.year}`;
}

/**
 * A date in English words, never more precise than it is known.
 *
 * - `day`: "2 Nov 2023", "27 Jun – 1 Jul 2023"
 * - `month`: "Nov 2023", "Jun – Jul 2023"
 * - `long`: "2 November 2023"
 */
export function formatDate(date: string, style: Style): string {
  const [first, last] = mustParse(date);
  const from = formatPoint(first, style);
  const to = formatPoint(last, style);
  if (from === to) return to;
  const sameYear = first.year === last.year && first.month != null;
  const sameMonth = sameYear && first.month === last.month && first.day != null && style !== 'month';
  if (sameMonth && first.day != null) return `${first.day}–${to}`;
  return `${sameYear ? from.slice(0, -5) : from} – ${to}`;
}
