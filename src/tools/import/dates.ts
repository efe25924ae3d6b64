/** Reads dates in the notations that spreadsheets use. Pure. */
import { isDate } from '../../card/date.ts';
import { readNumbers } from '../../card/evidence/numbers/read-numbers.ts';
import { Unreadable } from '../../card/spreadsheet/cells.ts';

const FORMS = 'Write it as 2023-11-02, 2023-11 or 2023, and give the column the format “text”';

/** The date of a cell in EDTF. @throws Unreadable */
export function readDate(cell: string): string {
  if (isDate(cell)) return cell;
  const numeric = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})$/.exec(cell);
  if (numeric) return orderParts(cell, numeric[2] ?? '', [numeric[1], numeric[3], numeric[4]].map(Number) as Parts);
  const readings = readNumbers(cell, 'en');
  const [date] = readings;
  if (
    readings.length === 1 &&
    date?.type === 'date' &&
    date.year !== null &&
    date.start === 0 &&
    date.end === cell.length
  )
    return checked(cell, [date.year, date.month, date.day]);
  throw new Unreadable(`“${cell}” is not a date. ${FORMS}`);
}

type Parts = [number, number, number];

/** 2.11.2023 begins with the day. 2/11/2023 may begin with the day or with the month. */
function orderParts(cell: string, separator: string, [a, b, c]: Parts): string {
  if (a > 31) return checked(cell, [a, b, c]);
  if (c < 100) throw new Unreadable(`“${cell}” has a two-digit year. ${FORMS}`);
  if (separator === '.' || a > 12) return checked(cell, [c, b, a]);
  if (b > 12 || a === b) return checked(cell, [c, a, b]);
  throw new Unreadable(`“${cell}” is ambiguous: the day or the month may come first. ${FORMS}`);
}

function checked(cell: string, [year, month, day]: readonly [number, number | null, number | null]): string {
  const parts = [String(year).padStart(4, '0'), ...[month, day].filter((part) => part !== null).map(twoDigits)];
  if (isDate(parts.join('-'))) return parts.join('-');
  throw new Unreadable(`“${cell}” is not a date. ${FORMS}`);
}

const twoDigits = (part: number) => String(part).padStart(2, '0');
