/** Checks that the numbers and dates of a claim occur in the paragraph of its quote. Pure. */
import { datePoints } from '../../date.ts';
import { readNumbers } from '../numbers/read-numbers.ts';
import type { NumberReading, Quantity, ReadDate } from '../numbers/reading.ts';
import type { CheckInput } from './check.ts';
import { confirmed, type Finding, notCheckable, warn } from './findings.ts';

export function checkClaimNumbers({ card, source, passage, languages }: CheckInput): Finding | undefined {
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
        `says “${words(quantity)}”, but neither the quote nor its paragraph does.`,
        'Use the numbers of that paragraph.',
      );
    }
    if (!isDuration(claim, quantity) && !same.some((other) => isSameHedge(quantity, other))) {
      return warn(
        'hedge-dropped',
        `says “${words(quantity)}”, but the source says “${passage.paragraph.slice(same[0]?.start, same[0]?.end)}”.`,
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
      `says “${words(unknown)}”, but this date is neither in the paragraph of the quote nor a date of the card or its source.`,
      'Use the dates of the source.',
    );
  }
  const other = said.find(
    (reading) =>
      isOther(reading) && !digitsOf(words(reading)).every((digits) => digitsOf(passage.paragraph).includes(digits)),
  );
  if (other) {
    return warn(
      'number-not-in-text',
      `says “${words(other)}”, but neither the quote nor its paragraph does.`,
      'Write it as the source does.',
    );
  }
  const unclear = said.find((reading) => reading.type === 'unclear');
  return unclear ? notCheckable(`“${words(unclear)}” cannot be read: ${unclear.because}.`) : confirmed;
}

/** "5.3", "4-1", "10:30", "the 76th": numbers that are not quantities are compared by their digits. */
const isOther = ({ type }: NumberReading) => type === 'name' || type === 'ordinal' || type === 'time';
const digitsOf = (text: string): string[] => text.match(/\d+(?:[.:–-]\d+)*/gu) ?? [];

/** "one of them" */
function isPronoun(text: string, reading: NumberReading): boolean {
  return reading.type === 'quantity' && reading.min?.value === 1 && !/\d/.test(text.slice(reading.start, reading.end));
}

/** "over 15 years" can mean "during 15 years", not "more than 15 years". */
function isDuration(text: string, { start, end }: NumberReading): boolean {
  return (
    /^over\s/i.test(text.slice(start, end)) && /^[\s-](?:years?|months?|weeks?|days?|hours?)/i.test(text.slice(end))
  );
}

/** Whether two quantities have the same numbers, ignoring hedges. A claim may omit a unit sign, but not change it. */
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

/** Whether a known date agrees in every given part. A known date without a year matches any year. */
function isKnownDate(date: DatePart, known: readonly DatePart[]): boolean {
  const parts = ['year', 'month', 'day'] as const;
  return known.some((other) =>
    parts.every(
      (part) => date[part] === null || date[part] === other[part] || (part === 'year' && other.year === null),
    ),
  );
}
