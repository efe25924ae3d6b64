import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  datePoints,
  faultOfDate,
  firstDay,
  firstDayOfEnd,
  firstKnownDay,
  formatDate,
  isDate,
  lastDay,
  toIso8601,
} from '../../src/card/date.ts';

const STYLES = ['day', 'month', 'long'] as const;
const words = (date: string) => STYLES.map((style) => formatDate(date, style));

describe('a date in words', () => {
  test.each([
    ['2023-11-02', '2 Nov 2023', 'Nov 2023', '2 November 2023'],
    ['2023-11', 'Nov 2023', 'Nov 2023', 'November 2023'],
    ['2023-11~', 'about Nov 2023', 'about Nov 2023', 'about November 2023'],
    ['2023-11-02?', 'possibly 2 Nov 2023', 'possibly Nov 2023', 'possibly 2 November 2023'],
    ['2023-11%', 'possibly about Nov 2023', 'possibly about Nov 2023', 'possibly about November 2023'],
    ['2023-11-XX', 'Nov 2023', 'Nov 2023', 'November 2023'],
    ['0044-03-15', '15 Mar AD 44', 'Mar AD 44', '15 March AD 44'],
    ['-0043-03-15', '15 Mar 44 BC', 'Mar 44 BC', '15 March 44 BC'],
    ['2023-01-29/2023-01-31', '29–31 Jan 2023', 'Jan 2023', '29–31 January 2023'],
    ['2023-06-27/2023-07-01', '27 Jun – 1 Jul 2023', 'Jun – Jul 2023', '27 June – 1 July 2023'],
    ['2022-12-30/2023-01-02', '30 Dec 2022 – 2 Jan 2023', 'Dec 2022 – Jan 2023', '30 December 2022 – 2 January 2023'],
    ['2022-12/2023-01', 'Dec 2022 – Jan 2023', 'Dec 2022 – Jan 2023', 'December 2022 – January 2023'],
    ['0988-06/0988-07', 'Jun – Jul 988', 'Jun – Jul 988', 'June – July 988'],
    ['0999-12-30/1000-01-02', '30 Dec 999 – 2 Jan 1000', 'Dec 999 – Jan 1000', '30 December 999 – 2 January 1000'],
    ['-0043-03/-0043-04', 'Mar – Apr 44 BC', 'Mar – Apr 44 BC', 'March – April 44 BC'],
    ['2023-11-02/2023-12', '2 Nov 2023 – Dec 2023', 'Nov – Dec 2023', '2 November 2023 – December 2023'],
    ['2023-11-02/2023-11', '2 Nov 2023 – Nov 2023', 'Nov 2023', '2 November 2023 – November 2023'],
    ['2022/2023-05-01', '2022 – 1 May 2023', '2022 – May 2023', '2022 – 1 May 2023'],
    ['2023-06-01?/2023-06-02?', 'possibly 1–2 Jun 2023', 'possibly Jun 2023', 'possibly 1–2 June 2023'],
    ['2023-06-24/..', '24 Jun 2023 and later', 'Jun 2023 and later', '24 June 2023 and later'],
    [
      '2023-06-24~/2023-07?',
      'about 24 Jun 2023 to possibly Jul 2023',
      'about Jun 2023 to possibly Jul 2023',
      'about 24 June 2023 to possibly July 2023',
    ],
  ])('%s is never more precise than it is known', (date, ...expected) => {
    expect(words(date)).toEqual(expected);
  });

  test.each([
    ['2023', '2023'],
    ['2023-XX', '2023'],
    ['2023-XX-XX', '2023'],
    ['2022/2023', '2022 – 2023'],
    ['2022/..', '2022 and later'],
    ['../2023', '2023 and earlier'],
    ['2022/', '2022 to an unknown date'],
    ['/2023', 'an unknown date to 2023'],
    ['2022~/..', 'about 2022 and later'],
    ['2021~/2021~', 'about 2021'],
    ['2021~/2023~', 'about 2021 – 2023'],
    ['2021/2023~', '2021 to about 2023'],
    ['2023-21', 'spring 2023'],
    ['2023-22', 'summer 2023'],
    ['2023-23~', 'about autumn 2023'],
    ['2023-24', 'winter 2023'],
    ['2022-24/2023-21', 'winter 2022 – spring 2023'],
    ['2023-21/2023-22', 'spring – summer 2023'],
    ['202X', 'the 2020s'],
    ['198X?', 'possibly the 1980s'],
    ['20XX', 'the 21st century'],
    ['11XX', 'the 12th century'],
    ['006X', 'AD 60 – AD 69'],
    ['-004X', '50 BC – 41 BC'],
    ['000X', '1 BC – AD 9'],
    ['0988', '988'],
    ['0044', 'AD 44'],
    ['0000', '1 BC'],
    ['-0043', '44 BC'],
    ['-0049/-0043', '50 BC – 44 BC'],
    ['Y12023', 'AD 12023'],
    ['Y-17000', '17001 BC'],
  ])('%s is “%s” in every style', (date, expected) => {
    expect(words(date)).toEqual([expected, expected, expected]);
  });
});

describe('is no date', () => {
  test.each([
    ...['', '..', '23', '2023-1-2', '2 Nov 2023', '2023-11-02T10:00:00Z', '+2023', 'Y2023', '-0000', 'XXXX', '2XXX'],
    ...['202X-05', '2023-XX-05', '~2023', '2023-~11', '2023~?', 'Y12023-05', '2023/2024/2025', '2023-11-02/x', 'since'],
  ])('“%s”: the message has the forms', (date) => {
    expect(faultOfDate(date)).toMatch(/^must be a date: YYYY, YYYY-MM, YYYY-MM-DD, a season /);
    expect(() => formatDate(date, 'day')).toThrow('not a date');
  });

  test.each([
    ['2023-13', /calendar/],
    ['2023-00', /calendar/],
    ['2023-25', /calendar/],
    ['2023-02-29', /calendar/],
    ['1900-02-29', /calendar/],
    ['2023-11-31/..', /calendar/],
    ['2023-21-05', /calendar/],
    ['/', /a start, an end, or both/],
    ['../..', /a start, an end, or both/],
    ['2023-11-02/2023-11-01', /ends before it begins/],
    ['-0043/-0049', /ends before it begins/],
    ['2023-12/2023-11-30', /ends before it begins/],
    ['2022/202X', /an interval cannot contain X/],
  ])('%s: the message says why', (date, message) => {
    expect(faultOfDate(date)).toMatch(message);
    expect(isDate(date)).toBe(false);
  });
});

test.each([
  ['2023', '2023-01-01', '2023-12-31'],
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['0004-02~', '0004-02-01', '0004-02-29'],
  ['2023-06-27/2023-07', '2023-06-27', '2023-07-31'],
  ['202X', '2020-01-01', '2029-12-31'],
  ['2023-11-XX', '2023-11-01', '2023-11-30'],
  ['2023-21', '2023-03-01', '2023-05-31'],
  ['2023-24', '2023-12-01', '2024-02-29'],
  ['2022/..', '2022-01-01', '~'],
  ['2022-05/', '2022-05-01', '~'],
  ['../2023', '', '2023-12-31'],
  ['/2023', '', '2023-12-31'],
])('%s spans all days that it can mean', (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
});

test('the end of an interval begins no earlier than the interval', () => {
  const dates = ['2023-06-27/2023-07', '2023-06-27/2023', '../2023', '2022/..', '2022/', '2023-11'];
  expect(dates.map(firstDayOfEnd)).toEqual([
    '2023-07-01',
    '2023-06-27',
    '2023-01-01',
    '2022-01-01',
    '2022-01-01',
    '2023-11-01',
  ]);
});

test('a date without a start has its place at its end', () => {
  expect(firstKnownDay('../2023-05')).toBe('2023-05-01');
  expect(firstKnownDay('2022/2023')).toBe('2022-01-01');
});

test('days sort as text, whatever their year', () => {
  const dates = [
    'Y-170000',
    'Y-17000',
    '-0044-12-31',
    '-0043',
    '-0001-03',
    '0000',
    '0044',
    '0988',
    '2023-21',
    '2023-24',
  ];
  const sorted = [...dates, '9999-12-31', 'Y10000', 'Y170000002'];
  expect(sorted.toSorted((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))).toEqual(sorted);
  expect(sorted.toReversed().toSorted((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))).toEqual(sorted);
});

test('the parts of a date are those that are known', () => {
  const years = (date: string) => datePoints(date).map(({ year }) => year);
  expect(years('2022/2023')).toEqual([2022, 2023]);
  expect(years('2022/..')).toEqual([2022]);
  expect(years('/2023')).toEqual([2023]);
  expect(years('199X')).toEqual([1990, 1999]);
  expect(datePoints('2023-11-XX')).toMatchObject([{ year: 2023, month: 11, day: null }]);
});

test.each([
  ['2023-11-02', '2023-11-02'],
  ['2022/2023-05', '2022/2023-05'],
  ['2022-11/..', '2022-11/..'],
  ['2023-XX-XX', '2023'],
  ['202X', '2020/2029'],
  ['20XX', '2000/2099'],
  ['2023-11~', undefined],
  ['2022?/2023', undefined],
  ['2023-21', undefined],
  ['2023-21/..', undefined],
  ['2022/', undefined],
  ['/2022', undefined],
  ['-0044', undefined],
  ['Y12023', undefined],
])('%s in ISO 8601 is %s', (date, iso) => {
  expect(toIso8601(date)).toBe(iso);
});

const two = (min: number, max: number) => fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'));
const year = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0')),
  fc.integer({ min: 1, max: 9999 }).map((number) => `-${String(number).padStart(4, '0')}`),
);
const point = fc.oneof(
  year,
  fc.integer({ min: 10_000, max: 999_999_999 }).map((number) => `Y${number}`),
  fc.integer({ min: 10_000, max: 999_999_999 }).map((number) => `Y-${number}`),
  fc.tuple(year, two(1, 12)).map((parts) => parts.join('-')),
  fc.tuple(year, two(1, 12), two(1, 28)).map((parts) => parts.join('-')),
  fc.tuple(year, two(21, 24)).map((parts) => parts.join('-')),
);
const sign = fc.constantFrom('', '~', '?', '%');
const qualified = fc.tuple(point, sign).map((parts) => parts.join(''));
const unspecified = fc.oneof(
  year.map((text) => text.replace(/.$/, 'X')),
  year.map((text) => text.replace(/..$/, 'XX')),
  fc.tuple(year, fc.constantFrom('-XX', '-XX-XX', '-05-XX')).map((parts) => parts.join('')),
);
const interval = fc
  .tuple(qualified, qualified)
  .map(([a, b]) => (firstDay(a) <= lastDay(b) ? `${a}/${b}` : `${b}/${a}`));
const halfOpen = fc
  .tuple(qualified, fc.constantFrom('..', ''), fc.boolean())
  .map(([known, open, isStart]) => (isStart ? `${open}/${known}` : `${known}/${open}`));
const anyDate = fc.oneof(
  qualified,
  fc.tuple(unspecified, sign).map((parts) => parts.join('')),
  interval,
  halfOpen,
);

test('every date of level 1 has words, days in order and parts', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      expect(faultOfDate(date)).toBeUndefined();
      for (const text of words(date)) expect(text).toMatch(/^[\p{L}\d][\p{L}\d –]*\p{L}?\d*$/u);
      expect(words(date).join()).not.toMatch(/undefined|null|NaN/);
      expect(firstDay(date) <= firstDayOfEnd(date) && firstDayOfEnd(date) <= lastDay(date)).toBe(true);
      expect(firstKnownDay(date)).not.toBe('');
      expect(datePoints(date).length).toBeGreaterThan(0);
      const iso = toIso8601(date);
      if (iso !== undefined) expect([firstDay(iso), lastDay(iso)]).toEqual([firstDay(date), lastDay(date)]);
    }),
  );
});

test('no text makes the reader throw', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'0129-/.XY~?%') });
  fc.assert(fc.property(signs, (text) => isDate(text) === (faultOfDate(text) === undefined)));
});
