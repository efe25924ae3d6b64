/** The words of a language that the number reader knows, besides those of CLDR. Case and accents do not count. */
import type { NumberHedge } from '../reading.ts';

export type LanguageWords = {
  /** 0, 1, 2 … in order; forms of the same number have "/" between. */
  units: string[];
  /** 20, 30 … 90. */
  tens: string[];
  /** 100, 200 … 900, where they are words of their own. */
  hundreds: string[];
  /** What multiplies by a hundred. */
  hundred: string[];
  /** The words between the parts of a number that is written as one word: "zweihundertzwölf". */
  compound: { and: string; hundred: string; thousand: string } | null;
  /** May be between the parts of a number: "two hundred and five". */
  and: string[];
  /** "a" in "a million". It is no number by itself. */
  article: string[];
  /** The decimal sign as a word: "five point five". */
  point: string[];
  minus: string[];
  /** The power of ten of words that CLDR lacks: other cases, and the press's abbreviations, each with its source. */
  scales: Record<string, number>;
  /** Scale words that are a number without another before: "mil". Of these, the vague ones are so only after a hedge. */
  alone: string[];
  /** Words that multiply, and are no scale: a dozen. */
  multiples: Record<string, number>;
  /** Words that give the size of a number: "dozens", "hundreds". */
  vague: Record<string, number>;
  /** "several" in "several thousand". */
  several: string[];
  /** "of" in "tens of thousands". */
  of: string[];
  /** Words for about a number: "une dizaine". */
  approximate: Record<string, number>;
  /** Parts that need what they are a part of: "medio" in "medio millón". */
  parts: Record<string, number>;
  /** Numbers that are no whole ones, and may be alone: "anderthalb", "half of them". */
  shares: Record<string, number>;
  /** The denominator that follows a number: "thirds". */
  fractions: Record<string, number>;
  /** A half that is added: "and a half". */
  plusHalf: string[];
  /** "in" of "one in five". */
  outOf: string[];
  /** "jeder" of "jeder fünfte", and its ordinals. */
  everyBefore: string[];
  everyOrdinals: Record<string, number>;
  hedges: Record<NumberHedge, string[]>;
  hedgesAfter: Partial<Record<NumberHedge, string[]>>;
  between: string[];
  betweenAnd: string[];
  from: string[];
  to: string[];
  or: string[];
  /** Stems of verbs that make "from 3 to 5" a change, and no range: "rose". */
  change: string[];
  percent: string[];
  points: string[];
  /** An ISO 4217 code, or a sign where several currencies have the name. */
  currencies: Record<string, string>;
  /** Words before a number that make it a name: "article 5". */
  labels: string[];
  /** The number of months that CLDR spells otherwise. */
  months: Record<string, number>;
  /** Of a date in digits; null where the language has both orders. */
  dateOrder: 'dmy' | 'mdy' | null;
  dateOf: string[];
  daySuffix: string[];
  /** "in" of "in 2022". */
  yearBefore: string[];
  /** "року" of "2022 року". */
  yearAfter: string[];
  /** "s" of "1990s". */
  decade: string[];
  timeBefore: string[];
  timeAfter: string[];
  /** Right after the digits: "5pm". */
  timeSuffix: string[];
  ordinalSuffix: string[];
  /** "die" of "die 20. Brigade": an ordinal has a point, as the end of a sentence does. */
  beforeOrdinal: string[];
  /** "first". No number of things. */
  ordinals: string[];
  /** Number words that are none: "no one". */
  idioms: string[];
};

export const words = (list: string): string[] => list.split(' ').filter(Boolean);
export const phrases = (list: string): string[] => list.split(' | ').filter(Boolean);
