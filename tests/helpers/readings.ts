/** Readings of numbers in a short form, for tests. */
import { readNumbers } from '../../src/card/evidence/numbers/read-numbers.ts';
import type { Bound, NumberReading } from '../../src/card/evidence/numbers/reading.ts';

/** "1000", "≤ 1000", "> 5 %", "3–5 USD", "~1000", "date 2022-2-24", "name", each as it is read. */
export function shortReadings(text: string, language: string | null): string[] {
  return readNumbers(text, language).map(shortForm);
}

function shortForm(reading: NumberReading): string {
  if (reading.type === 'date')
    return `date ${[reading.year, reading.month, reading.day].map((part) => part ?? '?').join('-')}`;
  if (reading.type !== 'quantity') return reading.type;
  const { min, max, approximate, unit } = reading;
  const end = (bound: Bound, closed: string, open: string) => `${bound.open ? open : closed}${bound.value}`;
  const number = !max
    ? end(min as Bound, '≥', '>')
    : !min
      ? end(max, '≤', '<')
      : min.value === max.value
        ? `${max.value}`
        : `${min.value}–${max.value}`;
  return `${approximate ? '~' : ''}${number}${unit === null ? '' : ` ${unit}`}`;
}
