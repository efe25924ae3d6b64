/** A number with its scale, as it is read before its sign, unit and hedge. Types, and their defaults. */

export type Cardinal = {
  type: 'cardinal';
  value: number;
  scale: number;
  end: number;
  /** Only its size is given: "dozens", "several thousand". The value is the least. */
  vague: boolean;
  /** The word itself says that the number is rounded: "une dizaine". */
  about: boolean;
  /** The digits, where it is written in plain ones; null where it has words, a scale or a fraction. */
  digits: string | null;
};

export type NoCardinal =
  | { type: 'name' | 'ordinal' | 'time' | 'list'; end: number }
  | { type: 'unclear'; end: number; because: string };

export const cardinal = (value: number, end: number, more: Partial<Cardinal> = {}): Cardinal => ({
  type: 'cardinal',
  value,
  scale: 1,
  vague: false,
  about: false,
  digits: null,
  ...more,
  end,
});
