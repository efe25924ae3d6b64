/** The reading of a number in a text: a quantity, or another expression with a number. Types only. */
import type { Range } from '../find-quote.ts';

/**
 * - `exactly`: "exactly 1,000"
 * - `about`: "around 1,000", "some 1,000", "an estimated 1,000"
 * - `nearly`: "almost 1,000", slightly less
 * - `at-most`: "up to 1,000", "no more than 1,000"
 * - `below`: "fewer than 1,000"
 * - `at-least`: "at least 1,000", "1,000 or more"
 * - `above`: "more than 1,000", "over 1,000"
 */
export type NumberHedge = 'exactly' | 'about' | 'nearly' | 'at-most' | 'below' | 'at-least' | 'above';

/** An end of a range. `open`: the value itself is excluded, as in "more than 5". */
export type Bound = { value: number; open: boolean };

/** A quantity. Its range covers the number with its sign, scale word, unit sign and hedge. */
export type Quantity = Range & {
  type: 'quantity';
  /** The minimum; null if the words give none. Equal to `max` for a single value. */
  min: Bound | null;
  max: Bound | null;
  hedge: NumberHedge | null;
  /** Whether the words mean a rounded or estimated number: "about", "nearly", "tens of thousands". */
  approximate: boolean;
  /** The factor of the scale word: 1,000,000 for "1.5 million", 1 if there is none. */
  scale: number;
  /**
   * "%", "‰", "pp" for percentage points, "°C", "°F", "°", an ISO 4217 code if the sign or word means one currency ("EUR"), the
   * sign or a short name if several currencies share it ("$", "руб"), or null.
   */
  unit: string | null;
  /** The number with its sign, scale and unit sign, without its hedge: "1.5 million", "$1,234.56". */
  number: Range;
};

/** A date or a part of one, as precise as written. Missing and unclear parts are null; a decade has no year. */
export type ReadDate = Range & { type: 'date'; year: number | null; month: number | null; day: number | null };

/** A number that is not a quantity: "10:30", "the 76th", "COVID-19", "T-90", "24/7". */
export type OtherNumber = Range & { type: 'time' | 'ordinal' | 'name' };

/** An ambiguous number: "1.000" in an unknown language, "100m", "10 to 12,000". */
export type UnclearNumber = Range & { type: 'unclear'; because: string };

export type NumberReading = Quantity | ReadDate | OtherNumber | UnclearNumber;
