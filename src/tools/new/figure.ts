/** Reads the figure that a quote gives: the number as it stands there with its hedge, and what it means. Pure. */

import type { ReadFigure } from '../../card/kinds/spec.ts';

const MAX_HEDGES = 'up to|as many as|at most|(?:no|not) more than|fewer than|less than';
const MIN_HEDGES = 'at least|more than|(?:no|not) (?:fewer|less) than|over|upwards of';
const IS_MIN = /at least|(?<!no |not )more than|not? (?:fewer|less) than|over|upwards of|or more|\+/;
const IS_MAX = new RegExp(`${MAX_HEDGES}|or fewer|or less`);
const VALUE_HEDGES = 'about|around|approximately|roughly|nearly|almost|some|an estimated|estimated|circa|just';
const HEDGES = `(?:(?:${MIN_HEDGES}|${MAX_HEDGES}|${VALUE_HEDGES}) )*`.replaceAll(' ', '\\s+');

/** "1,000", "2.5", "10 000": digits, also in groups of three. */
const DIGITS = "\\d{1,3}(?:[.,’' \\u00a0\\u202f]\\d{3})+(?![\\d])(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?";
const SCALES: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const MINUS = '(?<=^|\\s)[-−]';
const CURRENCY = '(?:(?:US)?[$€£¥₴₽]\\s?)?';
const number = (name: string) =>
  `(?<${name}Minus>${MINUS})?${CURRENCY}(?<${name}>${DIGITS})(?:\\s?(?:%|percent\\b|per cent\\b))?(?:[\\s-](?<${name}Scale>${Object.keys(SCALES).join('|')})\\b)?`;
const RANGE = '(?:\\s?[-–—]\\s?|\\s+to\\s+|(?<=between\\s+\\S+(?:\\s\\S+)?)\\s+and\\s+)';
/** Not a part of a name ("T-90", "G7"), of a time ("10:30"), of "24/7", or an ordinal ("20th"). */
const BEFORE = '(?<![\\p{L}\\p{N}]|\\p{L}[-‑]|\\d[.,:/])';
const AFTER = '(?![\\p{L}\\p{N}]|[.,:/]\\d)';
const FIGURE = new RegExp(
  `${BEFORE}(?<hedge>${HEDGES})(?:between\\s+)?${number('first')}(?:${RANGE}${number('second')})?(?<more>\\+| or (?:more|fewer|less)\\b)?${AFTER}`,
  'giu',
);

const MONTH = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?\\.?';
const AFTER_MONTH = new RegExp(`\\b${MONTH}\\s+$`);
const BEFORE_MONTH = new RegExp(`^\\s+(?:of\\s+)?${MONTH}(?![\\p{L}])`, 'u');
const YEARS = /^(?:19|20)\d\d(?:\s?[-–—/]\s?(?:19|20)?\d\d)?$/;

/** The figure of a quote, or undefined where it holds no number but days and years. Of several, the first with a hedge. */
export function proposeFigure(quote: string, language: string): ReadFigure | undefined {
  const figures = [...quote.matchAll(FIGURE)].filter((match) => !isDate(quote, match));
  const chosen = figures.find((match) => match.groups?.hedge) ?? figures[0];
  return chosen && interpret(chosen, language);
}

function isDate(quote: string, { 0: words, index, groups }: RegExpExecArray): boolean {
  if (AFTER_MONTH.test(quote.slice(0, index)) || BEFORE_MONTH.test(quote.slice(index + words.length))) return true;
  return groups?.hedge === '' && YEARS.test(words);
}

/** A result ("3-1") is no range, and no figure either. */
function interpret({ 0: text, groups = {} }: RegExpExecArray, language: string): ReadFigure | undefined {
  const { hedge = '', more = '', second, secondScale } = groups;
  const { first = '', firstScale = secondScale, firstMinus, secondMinus } = groups;
  const from = readNumber(first, language, { scale: firstScale, minus: firstMinus });
  if (second !== undefined) {
    const to = readNumber(second, language, { scale: secondScale, minus: secondMinus });
    return from <= to ? { text, min: from, max: to } : undefined;
  }
  const bounds = `${hedge}${more}`.toLowerCase().replace(/\s+/g, ' ');
  if (IS_MIN.test(bounds)) return { text, min: from };
  if (IS_MAX.test(bounds)) return { text, max: from };
  return { text, value: from };
}

/** English writes 1,000.5 where most other languages write 1.000,5. */
function readNumber(digits: string, language: string, { scale = '', minus = '' }): number {
  const [group, point] = /^en\b/.test(language) || language === '' ? [',', '.'] : ['.', ','];
  const plain = digits
    .replace(/[’' \u00a0\u202f]/g, '')
    .replaceAll(group, '')
    .replace(point, '.');
  return Number(plain) * (SCALES[scale.toLowerCase()] ?? 1) * (minus ? -1 : 1);
}
