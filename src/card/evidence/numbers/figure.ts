/** Reads the numbers in a figure's text, and compares them with the quote. Pure. */
import { LRUCache } from 'lru-cache';
import { normalise } from '../normalise.ts';
import { isKnownLanguage } from './lexicon.ts';
import { readNumbers } from './read-numbers.ts';
import type { Bound, NumberReading, Quantity } from './reading.ts';

export type FigureWords = {
  text: string;
  /** The thing counted. It may contain the currency or "percent" that the quote has next to its number. */
  unit?: string;
  language: string;
};
export type QuotedWords = { text: string; language: string };

/** The result of the comparison. `message` is a predicate: "says “5”, but …". A difference needs the author's reason. */
export type Agreement =
  | { outcome: 'confirmed'; message: null }
  | { outcome: 'not checkable' | 'differs'; message: string };

/** The numbers of a figure: a value, a minimum, a maximum, or a range. */
export type FigureNumbers = { value?: number; min?: number; max?: number };

const CONFIRMED: Agreement = { outcome: 'confirmed', message: null };

/** Caches the quantities of recent texts, because a document, a picture and a check each need them more than once. */
const cache = new LRUCache<string, { quantity: Quantity | undefined }>({ max: 500 });
const MAX_CACHED_CHARACTERS = 80;

/** The quantity in a figure's text. Undefined if the text does not contain exactly one. */
export function deriveBounds(text: string, language: string | null): Quantity | undefined {
  const known = cache.get(keyOf(text, language));
  if (known) return known.quantity;
  const quantity = readBounds(text, language);
  cacheBounds({ text, language }, quantity);
  return quantity;
}

/** Caches the quantity of a text, for example one that was read at compile time. */
export function cacheBounds({ text, language }: { text: string; language: string | null }, quantity?: Quantity): void {
  const key = keyOf(text, language);
  if (key.length <= MAX_CACHED_CHARACTERS) cache.set(key, { quantity });
}

const keyOf = (text: string, language: string | null) => `${language} ${text}`;

function readBounds(text: string, language: string | null): Quantity | undefined {
  const [reading, ...more] = readNumbers(text, language);
  if (!reading || more.length > 0) return undefined;
  if (reading.type === 'quantity') return reading;
  // "2022" alone is a number here, not a year.
  const isYear =
    reading.type === 'date' && reading.year !== null && reading.month === null && /^\d{4}$/.test(text.trim());
  return isYear ? plainQuantity(reading, reading.year as number) : undefined;
}

function plainQuantity({ start, end }: NumberReading, value: number): Quantity {
  const bound: Bound = { value, open: false };
  const number = { start, end };
  return {
    type: 'quantity',
    ...number,
    min: bound,
    max: bound,
    hedge: null,
    approximate: false,
    scale: 1,
    unit: null,
    number,
  };
}

/** The numbers in a figure's text, as values of its fields; undefined if they cannot be read. */
export function deriveNumbers(text: string, language: string | null): FigureNumbers | undefined {
  const quantity = deriveBounds(text, language);
  if (!quantity) return undefined;
  const { min, max } = quantity;
  if (min && max && min.value === max.value) return { value: min.value };
  return { ...(min && { min: min.value }), ...(max && { max: max.value }) };
}

/** Compares the number of a figure with the quote: value, scale, sign, unit sign and hedge. */
export function agreesWithQuote(figure: FigureWords, quote: QuotedWords): Agreement {
  const own = deriveBounds(figure.text, figure.language);
  if (!own) return notReadable(figure);
  const readings = readNumbers(quote.text, quote.language);
  const wordsOf = ({ start, end }: NumberReading) => quote.text.slice(start, end);
  const quantities = readings.filter((reading) => reading.type === 'quantity');
  const withUnit =
    own.unit === null && figure.unit ? deriveBounds(`${figure.text} ${figure.unit}`, figure.language) : own;
  const units = [own.unit, withUnit?.unit ?? null];
  const alike = quantities.filter((quantity) => isSameNumber(own, quantity) && isSameHedge(own, quantity));
  if (alike.some(({ unit }) => units.some((one) => isSameUnit(one, unit)))) return CONFIRMED;
  const closer = alike.find(({ unit }) => units.some((one) => isSameUnit(unit, one)));
  if (closer) {
    return {
      outcome: 'not checkable',
      message: `says “${figure.text}”, but the quote says “${wordsOf(closer)}” without naming the currency`,
    };
  }
  const unclear = readings.find((reading) => reading.type === 'unclear');
  if (unclear) {
    const message = `cannot be compared, because “${wordsOf(unclear)}” in the quote is ambiguous: ${unclear.because}`;
    return { outcome: 'not checkable', message };
  }
  if (!isKnownLanguage(quote.language)) {
    const message = `cannot be compared, because numbers in the language “${quote.language}” cannot be read`;
    return { outcome: 'not checkable', message };
  }
  const said = quantities.length === 0 ? 'no number' : quantities.map((one) => `“${wordsOf(one)}”`).join(' and ');
  return { outcome: 'differs', message: `says “${figure.text}”, but the quote says ${said}` };
}

function notReadable({ text, language }: FigureWords): Agreement {
  const unclear = readNumbers(text, language).find((reading) => reading.type === 'unclear');
  const because = unclear ? `: ${unclear.because}` : '';
  return {
    outcome: 'not checkable',
    message: `is “${text}”, but this does not contain exactly one readable number (language “${language}”)${because}`,
  };
}

function isSameNumber(one: Quantity, other: Quantity): boolean {
  return isSameBound(one.min, other.min) && isSameBound(one.max, other.max);
}

function isSameBound(one: Bound | null, other: Bound | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one.value - other.value) <= Math.abs(other.value) * 1e-9 && one.open === other.open;
}

/** Whether two hedges are equivalent: "around" is "some", "exactly 5" is "5", "up to 5" is neither "5" nor "fewer than 5". */
function isSameHedge(one: Quantity, other: Quantity): boolean {
  const kind = ({ hedge }: Quantity) => (hedge === 'exactly' ? null : hedge);
  return kind(one) === kind(other) && one.approximate === other.approximate;
}

/** The currencies that a sign or name can mean. Other signs mean only themselves. */
const COULD_BE: Record<string, RegExp> = {
  $: /^(?:USD|CAD|AUD|NZD|HKD|SGD|TWD|MXN|ARS|CLP|COP)$/,
  '¥': /^(?:JPY|CNY)$/,
  '£': /^(?:GBP|EGP)$/,
  '₨': /^(?:INR|PKR|LKR)$/,
  руб: /^(?:RUB|BYN)$/,
  kr: /^(?:SEK|NOK|DKK|ISK|CZK)$/,
  franc: /^(?:CHF|FRF|XAF|XOF)$/,
  peso: /^(?:MXN|ARS|CLP|COP|PHP|UYU)$/,
  won: /^KRW$/,
  lira: /^(?:TRY|ITL)$/,
};

/** Whether the first unit equals the second or is less specific: "$" for USD. */
function isSameUnit(one: string | null, other: string | null): boolean {
  if (one === other) return true;
  return one !== null && other !== null && Object.hasOwn(COULD_BE, one) && COULD_BE[one]?.test(other) === true;
}

/**
 * Whether the text of a figure occurs in the quote. If the languages differ, only the numbers must agree, because words and
 * decimal signs differ.
 */
export function occursInQuote(figure: FigureWords, quote: QuotedWords): Agreement {
  if (containsWords(fold(quote.text), fold(figure.text))) return CONFIRMED;
  const isTranslated = primary(figure.language) !== primary(quote.language);
  const withoutSign = figure.text.replace(/\s?%/gu, '');
  if (containsWords(fold(quote.text), fold(withoutSign)) && agreesWithQuote(figure, quote).outcome === 'confirmed')
    return CONFIRMED;
  if ((isTranslated || hasNumberOf(quote, figure)) && agreesWithQuote(figure, quote).outcome === 'confirmed')
    return CONFIRMED;
  return { outcome: 'differs', message: `is “${figure.text}”, but these words are not in the quote` };
}

/** "under 50" and "fewer than 50" are the same limit. "around" and "almost" differ. */
function hasNumberOf(quote: QuotedWords, { text, language }: FigureWords): boolean {
  const own = deriveBounds(text, language);
  if (!own?.hedge || own.approximate || own.hedge === 'exactly') return false;
  return containsWords(fold(quote.text), fold(text.slice(own.number.start, own.number.end)));
}

const primary = (language: string) => language.toLowerCase().split('-')[0];

/** Folds a figure for comparison: no case, spaces or typographic variants; a range needs only one unit sign. */
function fold(text: string): string {
  return normalise(text)
    .text.toLowerCase()
    .replace(/\s?([%‰])/gu, '$1')
    .replace(/\s?-\s?/gu, '-')
    .replace(/(?<=\d)[%‰](?=-\d)/gu, '')
    .replace(/(?<=\p{Sc}[\d.,]+\p{L}*-)\p{Sc}/gu, '');
}

function containsWords(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0 && words !== ''; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + words.length, at + words.length + 2)];
    const goesOn =
      (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(words)) || (/\d[.,]$/.test(before) && /^\d/.test(words));
    const goesOnAfter =
      (/^[\p{L}\p{N}]/u.test(after) && /[\p{L}\p{N}]$/u.test(words)) || (/^[.,]\d/.test(after) && /\d$/.test(words));
    if (!goesOn && !goesOnAfter) return true;
  }
  return false;
}

const FROM = /(?<!\p{L})(?:from|von|desde|de|від|з|с)\s+$/iu;
const TO = /^\s(?:\p{L}+\s){0,3}(?:to|auf|a|hasta|à|до)\s+$/iu;

/** Proposes the words of a new figure: the first number with a hedge, or else the new number of a change, or else the first number. */
export function proposeFigureText(quote: string, language: string): string | undefined {
  const readings = readNumbers(quote, language === '' ? null : language);
  const wordsOf = ({ start, end }: NumberReading) => quote.slice(start, end);
  // A card is seldom about a small number in words.
  const figures = readings.filter(
    (reading) =>
      reading.type === 'unclear' ||
      (reading.type === 'quantity' && (reading.scale > 1 || /\p{N}/u.test(wordsOf(reading)))),
  );
  const [first] = figures;
  // "rose from 2,900 to 4,300": the new number.
  const risen =
    first && FROM.test(quote.slice(0, first.start))
      ? figures.find(({ start, end }) => start > first.end && TO.test(quote.slice(first.end, start)) && end > start)
      : undefined;
  const chosen = figures.find((reading) => reading.type === 'quantity' && reading.hedge !== null) ?? risen ?? first;
  return chosen && wordsOf(chosen);
}
