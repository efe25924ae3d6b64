/** A number as it is read in a text: a quantity, or something else with a number in it. Types only. */
import type { Range } from '../find-quote.ts';

/**
 * - `exactly`: "exactly 1,000"
 * - `about`: "around 1,000", "some 1,000", "an estimated 1,000"
 * - `nearly`: "almost 1,000": a little less
 * - `at-most`: "up to 1,000", "no more than 1,000"
 * - `below`: "fewer than 1,000"
 * - `at-least`: "at least 1,000", "1,000 or more"
 * - `above`: "more than 1,000", "over 1,000"
 */
export type NumberHedge = 'exactly' | 'about' | 'nearly' | 'at-most' | 'below' | 'at-least' | 'above';

/** An end of a range. `open`: the value itself is not in it, as in "more than 5". */
export type Bound = { value: number; open: boolean };

/** An amount of something. The range of offsets covers the number with its sign, scale word, unit sign and hedge. */
export type Quantity = Range & {
  type: 'quantity';
  /** The lowest that it can be; null where the words give none. Equal to `max` for a single value. */
  min: Bound | null;
  max: Bound | null;
  hedge: NumberHedge | null;
  /** Whether the words give a number that was rounded or estimated: "about", "nearly", "tens of thousands". */
  approximate: boolean;
  /** What the number was multiplied by: 1,000,000 for "1.5 million", 1 where no scale is written. */
  scale: number;
  /**
   * "%", "‰", "pp" for percentage points, "°C", "°F", "°", an ISO 4217 code where a sign or word names one currency ("EUR"), the
   * sign or a short name where several have it ("$", "руб"), or null.
   */
  unit: string | null;
  /** The number with its sign, scale and unit sign, without its hedge: "1.5 million", "$1,234.56". */
  number: Range;
};

/** A date or a part of one, as precise as it is written. Null where the part is not written, or not clear; a decade has none. */
export type ReadDate = Range & { type: 'date'; year: number | null; month: number | null; day: number | null };

/** A number that counts nothing: "10:30", "the 76th", "COVID-19", "T-90", "24/7". */
export type OtherNumber = Range & { type: 'time' | 'ordinal' | 'name' };

/** A number that can mean different values: "1.000" where the language is not known, "100m", "10 to 12,000". */
export type UnclearNumber = Range & { type: 'unclear'; because: string };

export type NumberReading = Quantity | ReadDate | OtherNumber | UnclearNumber;
