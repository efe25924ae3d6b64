import { describe, expect, test } from 'vitest';
import { firstDay, formatDate, isDate, lastDay } from '../../src/card/date.ts';

describe('isDate', () => {
  test.each(['2023', '2023-11', '2023-11-02', '2024-02-29', '2023-06-27/2023-07-01', '2022/2023'])(
    'takes %s',
    (date) => {
      expect(isDate(date)).toBe(true);
    },
  );
  test.each([
    '',
    '23',
    '2023-13',
    '2023-02-29',
    '2023-1-2',
    '2 Nov 2023',
    '2023-11-02/2023-11-01',
    '2023/2024/2025',
    '2023-11/2023',
    '2023-11-02/2023-12',
  ])('refuses "%s"', (date) => {
    expect(isDate(date)).toBe(false);
  });
});

test('a date spans all days that it can mean', () => {
  expect([firstDay('2023-02'), lastDay('2023-02')]).toEqual(['2023-02-01', '2023-02-28']);
  expect([firstDay('2023'), lastDay('2023')]).toEqual(['2023-01-01', '2023-12-31']);
  expect([firstDay('2023-06-27/2023-07-01'), lastDay('2023-06-27/2023-07-01')]).toEqual(['2023-06-27', '2023-07-01']);
});

test.each([
  ['2023-11-02', '2 Nov 2023', 'Nov 2023', '2 November 2023'],
  ['2023-11', 'Nov 2023', 'Nov 2023', 'November 2023'],
  ['2023', '2023', '2023', '2023'],
  ['2023-01-29/2023-01-31', '29–31 Jan 2023', 'Jan 2023', '29–31 January 2023'],
  ['2023-06-27/2023-07-01', '27 Jun – 1 Jul 2023', 'Jun – Jul 2023', '27 June – 1 July 2023'],
  ['2022-12-30/2023-01-02', '30 Dec 2022 – 2 Jan 2023', 'Dec 2022 – Jan 2023', '30 December 2022 – 2 January 2023'],
])('%s is never said more precisely than it is known', (date, day, month, long) => {
  expect([formatDate(date, 'day'), formatDate(date, 'month'), formatDate(date, 'long')]).toEqual([day, month, long]);
});
