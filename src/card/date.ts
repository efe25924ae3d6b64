/**
 * Dates in EDTF level 1 (https://www.loc.gov/standards/datetime/), without times of day. As an extension, a season may be
 * the end of an interval, and may be approximate or uncertain. Pure. No clock.
 */
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

/** `lastYear` differs from `year` if digits are unspecified: "202X" is 2020 to 2029. Years before 1 are 0, -1, … */
export type DatePart = {
  year: number;
  lastYear: number;
  season: number | null;
  month: number | null;
  day: number | null;
  sign: string;
};
/** ".." is an open end, "" an unknown one. */
type End = DatePart | '..' | '';

const PART = /^(?:(-?\d{2}(?:\d\d|\dX|XX))(?:-(\d\d|XX)(?:-(\d\d|XX))?)?|Y(-?[1-9]\d{4,8}))([~?%]?)$/;

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

/** Northern-hemisphere seasons by months; a winter begins in December of its year. EDTF defines no months for them. */
const SEASONS = [
  { name: 'spring', first: 3, last: 5 },
  { name: 'summer', first: 6, last: 8 },
  { name: 'autumn', first: 9, last: 11 },
  { name: 'winter', first: 12, last: 2 },
] as const;
const FIRST_SEASON = 21;

const FORMS =
  'must be a date: YYYY, YYYY-MM, YYYY-MM-DD, a season (2023-21), with unspecified digits (202X, 2023-XX), approximate (2023-11~), uncertain (2023-11?), or an interval (2022/2023-05, 2022/..)';
const NO_DAY = 'is not a valid date: the calendar has no such month, season or day';
const NO_END = 'must be a date: an interval has a start, an end, or both';
const UNSPECIFIED_END =
  'must be a date: an interval cannot contain X. Omit the unknown parts, as in 2023-11/2023-12-05';
const WRONG_ORDER = 'must be a date: this interval ends before it begins';

/** Returns the part, or an error message. */
function readPart(text: string): DatePart | string {
  const [matched, short, monthText, dayText, long, sign = ''] = PART.exec(text) ?? [];
  const yearText = short ?? long;
  if (matched === undefined || yearText === undefined || yearText === '-0000') return FORMS;
  if (monthText && yearText.includes('X')) return FORMS;
  if (monthText === 'XX' && dayText && dayText !== 'XX') return FORMS;
  // "+ 0" turns -0 into 0.
  const [year, lastYear] = ['0', '9'].map((digit) => Number(yearText.replaceAll('X', digit)) + 0).sort((a, b) => a - b);
  const [number, day] = [monthText, dayText].map((part) => (part === undefined || part === 'XX' ? null : Number(part)));
  const season = number != null && number >= FIRST_SEASON && !dayText ? number - FIRST_SEASON : null;
  if (season !== null && season >= SEASONS.length) return NO_DAY;
  const part = { year, lastYear, season, month: season === null ? number : null, day, sign } as DatePart;
  const { month } = part;
  if (month !== null && (month < 1 || month > 12)) return NO_DAY;
  if (month !== null && part.day !== null && (part.day < 1 || part.day > daysIn(part.year, month))) return NO_DAY;
  return part;
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

type Ends = readonly [Readonly<End>, Readonly<End>];

/** Few dates occur often: each card repeats the dates of its source. */
const DATES_KEPT = 2_000;
const MAX_KEPT_CHARACTERS = 40;

/** Keeps the results of a function of a short text. */
function keep<T extends {}>(compute: (text: string) => T): (text: string) => T {
  const kept = new LRUCache<string, T>({ max: DATES_KEPT });
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    if (text.length <= MAX_KEPT_CHARACTERS) kept.set(text, result);
    return result;
  };
}

/** Returns both ends of a date, or an error message. Both ends are equal unless the date is an interval. */
const read = keep((date): Ends | string => {
  const ends = date.split('/').map((text) => (text === '..' || text === '' ? text : readPart(text)));
  const [start = '', end = start] = ends as End[];
  const wrong = ends.find((part) => typeof part === 'string' && part !== '..' && part !== '');
  if (typeof wrong === 'string') return wrong;
  if (ends.length > 2 || date === '' || date === '..') return FORMS;
  if (typeof start === 'string' && typeof end === 'string') return NO_END;
  if (ends.length === 2 && date.includes('X')) return UNSPECIFIED_END;
  if (typeof start !== 'string' && typeof end !== 'string' && earliest(start) > latest(end)) return WRONG_ORDER;
  return [start, end];
});

function mustRead(date: string): Ends {
  const ends = read(date);
  if (typeof ends === 'string') throw new Error(`not a date: ${date}`);
  return ends;
}

/** The error message for an invalid date; undefined if the date is valid. */
export function faultOfDate(date: string): string | undefined {
  const ends = read(date);
  return typeof ends === 'string' ? ends : undefined;
}

/** Whether `date` is valid EDTF level 1 and exists in the calendar. */
export function isDate(date: string): boolean {
  return faultOfDate(date) === undefined;
}

const pad = (number: number, digits: number) => String(number).padStart(digits, '0');

/** YYYY-MM-DD. To sort correctly, earlier years are "-" and a number from -999999999 up, later years "Y" and nine digits. */
function dayText(year: number, month: number, day: number): string {
  const years = year < 0 ? `-${pad(1e9 + year, 9)}` : year > 9999 ? `Y${pad(year, 9)}` : pad(year, 4);
  return `${years}-${pad(month, 2)}-${pad(day, 2)}`;
}

function earliest({ year, season, month, day }: DatePart): string {
  return dayText(year, month ?? SEASONS[season ?? -1]?.first ?? 1, day ?? 1);
}

function latest({ lastYear, season, month, day }: DatePart): string {
  const lastMonth = month ?? SEASONS[season ?? -1]?.last ?? 12;
  const year = season !== null && lastMonth === 2 ? lastYear + 1 : lastYear;
  return dayText(year, lastMonth, day ?? daysIn(year, lastMonth));
}

/** The known parts: one, or both ends of an interval or of unspecified years. Throws if the date is invalid. */
export function datePoints(date: string): DatePart[] {
  const parts = [...new Set(mustRead(date))].filter((end) => typeof end !== 'string');
  return parts.flatMap((part) => (part.year === part.lastYear ? [part] : [part, { ...part, year: part.lastYear }]));
}

/** The first day that `date` can mean, as sortable text; "" if its start is open or unknown. Throws if it is invalid. */
export function firstDay(date: string): string {
  const [start] = mustRead(date);
  return typeof start === 'string' ? '' : earliest(start);
}

/** The first day that the end of an interval can mean. For other dates and unknown ends: the first day. */
export function firstDayOfEnd(date: string): string {
  const [, end] = mustRead(date);
  const start = firstDay(date);
  return typeof end === 'string' || earliest(end) < start ? start : earliest(end);
}

/** The first known day of a date, used for sorting. */
export function firstKnownDay(date: string): string {
  return firstDay(date) || firstDayOfEnd(date);
}

/** The last day that `date` can mean, as sortable text; "~" if its end is open or unknown. Throws if it is invalid. */
export function lastDay(date: string): string {
  const [, end] = mustRead(date);
  return typeof end === 'string' ? '~' : latest(end);
}

const ISO_INTERVAL = /^(?:\.\.|\d{4}(?:-[01]\d(?:-\d\d)?)?)(?:\/(?:\.\.|\d{4}(?:-[01]\d(?:-\d\d)?)?))?$/;

/**
 * Returns the date as ISO 8601: a day, month or year from 0000 to 9999, or an interval with at most one open end.
 * Undefined for dates that ISO 8601 cannot express: qualified dates, seasons and unknown ends.
 */
export function toIso8601(date: string): string | undefined {
  const known = date.replace(/(?:-XX)+$/, '');
  const iso = known.includes('X') ? `${known.replaceAll('X', '0')}/${known.replaceAll('X', '9')}` : known;
  return ISO_INTERVAL.test(iso) ? iso : undefined;
}

type Style = 'day' | 'month' | 'long';

function oneYear(year: number): string {
  if (year < 1) return `${1 - year} BC`;
  return year < 100 || year > 9999 ? `AD ${year}` : String(year);
}

function yearWords({ year, lastYear }: DatePart): string {
  if (year === lastYear) return oneYear(year);
  if (year >= 100 && lastYear - year === 9) return `the ${year}s`;
  if (year >= 0 && lastYear - year === 99) return `the ${ordinal(year / 100 + 1)} century`;
  return `${oneYear(year)} – ${oneYear(lastYear)}`;
}

function ordinal(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14;
  return `${number}${(!isTeen && ['th', 'st', 'nd', 'rd'][number % 10]) || 'th'}`;
}

const hasDay = ({ day }: DatePart, style: Style) => day !== null && style !== 'month';

/** "2 Nov", "November", "spring"; "" for a year. */
function wordsInYear(part: DatePart, style: Style): string {
  const month = MONTHS[(part.month ?? 0) - 1];
  if (!month) return SEASONS[part.season ?? -1]?.name ?? '';
  return `${hasDay(part, style) ? `${part.day} ` : ''}${style === 'long' ? month : month.slice(0, 3)}`;
}

const HEDGES: Record<string, string> = { '?': 'possibly ', '~': 'about ', '%': 'possibly about ' };

const hedgeOf = ({ sign }: DatePart) => HEDGES[sign] ?? '';

const plainWords = (part: DatePart, style: Style) =>
  [wordsInYear(part, style), yearWords(part)].filter(Boolean).join(' ');

/**
 * Formats a date in English words, only as precisely as it is known. The result fits after "as of".
 *
 * - `day`: "2 Nov 2023", "27 Jun – 1 Jul 2023", "about Nov 2023", "possibly spring 2023", "2022 and later"
 * - `month`: "Nov 2023", "Jun – Jul 2023"
 * - `long`: "2 November 2023"
 */
export function formatDate(date: string, style: Style): string {
  return FORMATS[style](date);
}

function format(date: string, style: Style): string {
  const [start, end] = mustRead(date);
  const [from, to] = [start, end].map((part) =>
    typeof part === 'string' ? 'an unknown date' : `${hedgeOf(part)}${plainWords(part, style)}`,
  );
  if (start === '..') return `${to} and earlier`;
  if (end === '..') return `${from} and later`;
  if (typeof start === 'string' || typeof end === 'string' || start.sign !== end.sign) return `${from} to ${to}`;
  return `${hedgeOf(start)}${spanWords(start, end, style)}`;
}

const FORMATS = {
  day: keep((date) => format(date, 'day')),
  month: keep((date) => format(date, 'month')),
  long: keep((date) => format(date, 'long')),
};

/** Prints the common part of both ends once. */
function spanWords(start: DatePart, end: DatePart, style: Style): string {
  const [from, to] = [plainWords(start, style), plainWords(end, style)];
  if (from === to) return to;
  const inYear = wordsInYear(start, style);
  const isSameForm = (start.season === null) === (end.season === null) && hasDay(start, style) === hasDay(end, style);
  if (start.year !== end.year || !inYear || !wordsInYear(end, style) || !isSameForm) return `${from} – ${to}`;
  return hasDay(start, style) && start.month === end.month ? `${start.day}–${to}` : `${inYear} – ${to}`;
}

/** A single day. Dates of captures, checks and changes have this form. */
export const Day = z
  .string('must be a day: YYYY-MM-DD')
  .refine((date) => /^\d{4}-\d{2}-\d{2}$/.test(date) && isDate(date), 'must be a day: YYYY-MM-DD');
