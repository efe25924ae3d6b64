/** A number with its scale, before its sign, unit and hedge are read. Types and defaults. */

export type Cardinal = {
  type: 'cardinal';
  value: number;
  scale: number;
  end: number;
  /** The words give only the magnitude: "dozens", "several thousand". The value is the minimum. */
  vague: boolean;
  /** The word itself means a rounded number: "une dizaine". */
  about: boolean;
  /** The digits of a plain number; null if it has words, a scale or a fraction. */
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
