/** Whether the numbers and dates of a claim are in the paragraph of its quote. Pure. */
import { datePoints } from '../../date.ts';
import { readNumbers } from '../numbers/read-numbers.ts';
import type { NumberReading, Quantity, ReadDate } from '../numbers/reading.ts';
import type { Judged } from './check.ts';
import { confirmed, type Finding, notCheckable, warn } from './findings.ts';

export function checkClaimNumbers({ card, source, passage, languages }: Judged): Finding | undefined {
  const { claim } = card;
  const said = readNumbers(claim, languages.card).filter((reading) => !isPronoun(claim, reading));
  if (said.length === 0) return undefined;
  const known = readNumbers(passage.paragraph, languages.source);
  const words = (reading: NumberReading) => claim.slice(reading.start, reading.end);

  const quantities = known.filter((reading) => reading.type === 'quantity');
  for (const quantity of said.filter((reading) => reading.type === 'quantity')) {
    const same = quantities.filter((other) => isSameNumber(quantity, other));
    if (same.length === 0) {
      return warn(
        'number-not-in-text',
        `says “${words(quantity)}”, which is neither in the quote nor in its paragraph.`,
        'State numbers that the source has there.',
      );
    }
    if (!isDuration(claim, quantity) && !same.some((other) => isSameHedge(quantity, other))) {
      return warn(
        'hedge-dropped',
        `says “${words(quantity)}”, and the source says “${passage.paragraph.slice(same[0]?.start, same[0]?.end)}”.`,
        'Keep the hedge of the number.',
      );
    }
  }

  const dates = [
    ...known.filter((reading) => reading.type === 'date'),
    ...(card.asOf ? datePoints(card.asOf.date) : []),
    ...(card.saidOn ? datePoints(card.saidOn.date) : []),
    ...datePoints(source.published.date),
  ];
  const unknown = said.find((reading) => reading.type === 'date' && !isKnownDate(reading, dates));
  if (unknown) {
    return warn(
      'number-not-in-text',
      `says “${words(unknown)}”, a date that is neither in the paragraph of the quote nor that of the card or its source.`,
      'State dates that the source has there.',
    );
  }
  const other = said.find(
    (reading) =>
      isOther(reading) && !digitsOf(words(reading)).every((digits) => digitsOf(passage.paragraph).includes(digits)),
  );
  if (other) {
    return warn(
      'number-not-in-text',
      `says “${words(other)}”, which is neither in the quote nor in its paragraph.`,
      'Name it as the source does there.',
    );
  }
  const unclear = said.find((reading) => reading.type === 'unclear');
  return unclear ? notCheckable(`“${words(unclear)}” cannot be read: ${unclear.because}.`) : confirmed;
}

/** "5.3", "4-1", "10:30", "the 76th": what counts nothing is compared by its digits. */
const isOther = ({ type }: NumberReading) => type === 'name' || type === 'ordinal' || type === 'time';
const digitsOf = (text: string): string[] => text.match(/\d+(?:[.:–-]\d+)*/gu) ?? [];

/** "one of them" */
function isPronoun(text: string, reading: NumberReading): boolean {
  return reading.type === 'quantity' && reading.min?.value === 1 && !/\d/.test(text.slice(reading.start, reading.end));
}

/** "over 15 years" can mean that something took so long, and not that it took longer. */
function isDuration(text: string, { start, end }: NumberReading): boolean {
  return (
    /^over\s/i.test(text.slice(start, end)) && /^[\s-](?:years?|months?|weeks?|days?|hours?)/i.test(text.slice(end))
  );
}

/** The same amount, whatever hedge goes with it. A claim may leave out a unit sign, but not have another. */
function isSameNumber(one: Quantity, other: Quantity): boolean {
  const values = ({ min, max }: Quantity) => [
    ...new Set([min?.value, max?.value].filter((value) => value !== undefined)),
  ];
  const isSameUnit = one.unit === null || other.unit === null || one.unit === other.unit;
  return isSameUnit && values(one).join(' ') === values(other).join(' ');
}

function isSameHedge(one: Quantity, other: Quantity): boolean {
  const side = ({ min, max }: Quantity) => [min !== null, max !== null].join(' ');
  return side(one) === side(other) && (one.approximate || !other.approximate);
}

type DatePart = Pick<ReadDate, 'year' | 'month' | 'day'>;

/** A date is known where each part that it has is that of one known date; one without a year is of any year. */
function isKnownDate(date: DatePart, known: readonly DatePart[]): boolean {
  const parts = ['year', 'month', 'day'] as const;
  return known.some((other) =>
    parts.every(
      (part) => date[part] === null || date[part] === other[part] || (part === 'year' && other.year === null),
    ),
  );
}
