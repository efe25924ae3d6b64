/** The number words of a language, in addition to CLDR. Case and accents are ignored. */
import type { NumberHedge } from '../reading.ts';

export type LanguageWords = {
  /** 0, 1, 2 … in order. "/" separates forms of the same number. */
  units: string[];
  /** 20, 30 … 90. */
  tens: string[];
  /** 100, 200 … 900, if they are single words. */
  hundreds: string[];
  /** Multiplies by a hundred. */
  hundred: string[];
  /** Joins the parts of a one-word number: "zweihundertzwölf". */
  compound: { and: string; hundred: string; thousand: string } | null;
  /** May join the parts of a number: "two hundred and five". */
  and: string[];
  /** "a" in "a million". Not a number by itself. */
  article: string[];
  /** The decimal sign as a word: "five point five". */
  point: string[];
  minus: string[];
  /** The power of ten of words that CLDR lacks: inflected forms, and press abbreviations with their sources. */
  scales: Record<string, number>;
  /** Scale words that are a number by themselves: "mil". The vague ones among them need a hedge. */
  alone: string[];
  /** Multipliers that are not a scale: a dozen. */
  multiples: Record<string, number>;
  /** Words that give only the magnitude of a number: "dozens", "hundreds". */
  vague: Record<string, number>;
  /** "several" in "several thousand". */
  several: string[];
  /** "of" in "tens of thousands". */
  of: string[];
  /** Approximate numbers in one word: "une dizaine". */
  approximate: Record<string, number>;
  /** Fractions that need a base: "medio" in "medio millón". */
  parts: Record<string, number>;
  /** Fractions that can be used without a base: "anderthalb", "half of them". */
  shares: Record<string, number>;
  /** The denominator that follows a number: "thirds". */
  fractions: Record<string, number>;
  /** An added half: "and a half". */
  plusHalf: string[];
  /** "in" in "one in five". */
  outOf: string[];
  /** "jeder" in "jeder fünfte", with its ordinals. */
  everyBefore: string[];
  everyOrdinals: Record<string, number>;
  hedges: Record<NumberHedge, string[]>;
  hedgesAfter: Partial<Record<NumberHedge, string[]>>;
  between: string[];
  betweenAnd: string[];
  from: string[];
  to: string[];
  or: string[];
  /** Stems of verbs that make "from 3 to 5" a change, not a range: "rose". */
  change: string[];
  percent: string[];
  points: string[];
  /** An ISO 4217 code, or a sign if several currencies share the name. */
  currencies: Record<string, string>;
  /** Words before a number that make it a name: "article 5". */
  labels: string[];
  /** The month numbers of spellings that CLDR lacks. */
  months: Record<string, number>;
  /** The order of day and month in digits; null if the language uses both orders. */
  dateOrder: 'dmy' | 'mdy' | null;
  dateOf: string[];
  daySuffix: string[];
  /** "in" of "in 2022". */
  yearBefore: string[];
  /** "року" in "2022 року". */
  yearAfter: string[];
  /** "s" in "1990s". */
  decade: string[];
  timeBefore: string[];
  timeAfter: string[];
  /** Directly after the digits: "5pm". */
  timeSuffix: string[];
  ordinalSuffix: string[];
  /** "die" in "die 20. Brigade". A full stop after an ordinal looks like the end of a sentence. */
  beforeOrdinal: string[];
  /** "first". Not a quantity. */
  ordinals: string[];
  /** Number words that are not numbers here: "no one". */
  idioms: string[];
};

export const words = (list: string): string[] => list.split(' ').filter(Boolean);
export const phrases = (list: string): string[] => list.split(' | ').filter(Boolean);
