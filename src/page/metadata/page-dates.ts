/** Reads the dates in a page's metadata and bylines as days. The day is that of the page's own time zone. Pure. */
import { isDate } from '../../card/date.ts';
import { readNumbers } from '../../card/evidence/numbers/read-numbers.ts';

/** A point in time as written in a page. `day`: EDTF, as written. */
export type Stamp = {
  day: string;
  /** Hours from midnight; null if only the day is given. */
  hour: number | null;
  /** Whether it is in UTC. A program wrote it, so the day in the page's time zone can be the one before or after. */
  isUtc: boolean;
};

const ISO =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?/i;
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2})?)?(Z|[+-]\d{2}:?\d{2})?$/i;
/** "2019年02月22日 14時37分", "2020년 3월 1일" */
const EAST_ASIAN =
  /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일](?:\D{0,4}(\d{1,2})(?:[:：]|\s*[時时시]\s*)(\d{2}))?()/u;
const EPOCH = /^\d{10}(?:\d{3})?$/;
const ZONE = /(?<=\d{1,2}:\d{2}(?::\d{2})?\s*)(Z|UTC|GMT|[+-]\d{2}:?\d{2})(?!\d)/i;
const UTC = /^(?:Z|UTC|GMT|[+-]00:?00)$/i;

/** "12-15-2016", "28.01.22" */
const NUMERIC = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d./-]*\d)/;
/** Where the month comes first; elsewhere the day does, and in East Asia and Hungary the year. */
const MONTH_FIRST = /^en-(?:US|PH)$/i;
const DAY_FIRST = /^(?!en$|en-(?:US|PH|CA)$|hu|ja|ko|zh|lt|sv)/i;
/** The year of two digits: from 1970 to 2069. */
const LAST_CENTURY = 70;
/** "Mon Aug 03 12:45:00 EDT 2015" */
const UNIX = /^\p{Lu}\p{Ll}{2} (\p{Lu}\p{Ll}{2}) +(\d{1,2}) [\d:]+ \p{Lu}{3,4} (\d{4})$/u;

/** Undefined if the text has no date, or an incomplete one ("March 18"). */
export function readStamp(text: string, language: string | null): Stamp | undefined {
  const value = text.trim();
  const seconds = EPOCH.test(value) ? Number(value.slice(0, 10)) : 0;
  if (seconds > 0) return readStamp(new Date(seconds * 1000).toISOString(), language);
  const parts = ISO.exec(value) ?? DIGITS.exec(value) ?? EAST_ASIAN.exec(value.slice(0, 200));
  if (parts) {
    const [, year = '', month = '', day = '', hour, minute] = parts;
    const zone = parts.at(-1) as string | undefined;
    return stampOf(
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
      hour ? Number(hour) + Number(minute) / 60 : null,
      zone,
    );
  }
  if (/^\d{4}(?:[-/]\d{2})?$/.test(value)) return stampOf(value.replace('/', '-'), null, undefined);
  return readWords(value, language);
}

function stampOf(day: string, hour: number | null, zone: string | undefined): Stamp | undefined {
  if (!isDate(day) || day < '1500' || day.startsWith('1970-01-01')) return undefined;
  return { day, hour, isUtc: hour !== null && zone !== undefined && UTC.test(zone) };
}

/** "04/05/2015" is 4 May or 5 April, by the country; undefined where that is not known. */
function readNumeric(
  [, one = '', sign, two = '', year = '']: RegExpExecArray,
  language: string | null,
): string | undefined {
  const isDayFirst = language !== null && DAY_FIRST.test(language);
  if (year.length === 2 && !isDayFirst) return undefined;
  const [a, b] = [one.padStart(2, '0'), two.padStart(2, '0')];
  const full = year.length === 4 ? year : `${Number(year) < LAST_CENTURY ? 20 : 19}${year}`;
  if (b > '12' || (a <= '12' && sign !== '.' && language !== null && MONTH_FIRST.test(language)))
    return `${full}-${a}-${b}`;
  return a > '12' || a === b || sign === '.' || isDayFirst ? `${full}-${b}-${a}` : undefined;
}

/** "Thu, 10 Jul 2015 09:53:00 -0400", "1 de diciembre de 2017", "21.dez.2018" */
function readWords(value: string, language: string | null): Stamp | undefined {
  const numeric = NUMERIC.exec(value.slice(0, 200));
  if (numeric) {
    const day = readNumeric(numeric, language);
    const time = /(\d{1,2}):(\d{2})/.exec(value.slice(numeric.index + numeric[0].length));
    return day === undefined
      ? undefined
      : stampOf(day, time ? Number(time[1]) + Number(time[2]) / 60 : null, ZONE.exec(value)?.[1]);
  }
  const plain = value
    .replace(UNIX, '$2 $1 $3')
    .replace(/(?<=\d)[.-](\p{L}{3,9}\.?)[.-](?=\d{4})/gu, ' $1 ')
    .slice(0, 200);
  for (const tag of new Set([language, 'en'])) {
    const date = readNumbers(plain, tag).find(
      (reading) => reading.type === 'date' && reading.year !== null && reading.month !== null && reading.day !== null,
    );
    if (date?.type !== 'date') continue;
    const two = (number: number | null) => String(number).padStart(2, '0');
    const time = /(\d{1,2}):(\d{2})/.exec(plain);
    const day = `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
    return stampOf(day, time ? Number(time[1]) + Number(time[2]) / 60 : null, ZONE.exec(plain)?.[1]);
  }
  return undefined;
}

/** The date in the path of an address: "/2015/03/18/". */
export function dateInAddress(address: string): string | undefined {
  const found = /\/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_-]|$)/.exec(address);
  if (!found) return undefined;
  const [, year = '', month = '', day = ''] = found;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : undefined;
}

const MS_PER_DAY = 86_400_000;

/** The number of days between two dates; NaN if one of them is not a day. */
export const daysBetween = (one: string, other: string): number => (Date.parse(other) - Date.parse(one)) / MS_PER_DAY;
