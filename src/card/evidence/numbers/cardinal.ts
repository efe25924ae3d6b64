/** Reads a number with its scale and fraction, without sign, unit and hedge: "1.5 million", "two thirds", "12½". Pure. */
import { readDigits } from './digits.ts';
import { type Lexicon, matchAt } from './lexicon.ts';
import { readNumberWords } from './number-words.ts';
import { readScale } from './scale.ts';
import type { Token } from './tokens.ts';

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

const FRACTIONS = new Map<string, [number, number]>(
  Object.entries({
    '½': [1, 2],
    '⅓': [1, 3],
    '⅔': [2, 3],
    '¼': [1, 4],
    '¾': [3, 4],
    '⅕': [1, 5],
    '⅖': [2, 5],
    '⅗': [3, 5],
    '⅘': [4, 5],
    '⅙': [1, 6],
    '⅚': [5, 6],
    '⅐': [1, 7],
    '⅛': [1, 8],
    '⅜': [3, 8],
    '⅝': [5, 8],
    '⅞': [7, 8],
    '⅑': [1, 9],
    '⅒': [1, 10],
  }),
);
const DENOMINATORS = [2, 3, 4, 5, 6, 8, 10, 16, 100, 1000];
const RAISED = /^[\u00b2\u00b3\u00b9\u2070-\u2079]$/;
const TIME = /^(?:year|month|week|day|hour|minute|second|game|match|season|round|ano|dia|mes|semana|hora|jogo)s?$/;

type Options = { money: boolean };

const cardinal = (value: number, end: number, more: Partial<Cardinal> = {}): Cardinal => ({
  type: 'cardinal',
  value,
  scale: 1,
  vague: false,
  about: false,
  digits: null,
  ...more,
  end,
});

export function readCardinal(
  tokens: Token[],
  at: number,
  lexicon: Lexicon,
  options: Options,
): Cardinal | NoCardinal | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const fraction = FRACTIONS.get(token.text);
  if (fraction) return withScale(tokens, fraction[0] / fraction[1], at + 1, lexicon, options);
  if (token.type === 'digits') return readDigital(tokens, at, lexicon, options);
  if (/^[.,]$/.test(token.text) && isLeadingPoint(tokens, at)) {
    return withScale(tokens, Number(`0.${tokens[at + 1]?.text}`), at + 2, lexicon, options);
  }
  if (token.type !== 'word') return undefined;
  return (
    readEvery(tokens, at, lexicon) ??
    readVague(tokens, at, lexicon) ??
    readPart(tokens, at, lexicon) ??
    readWorded(tokens, at, lexicon, options)
  );
}

/** ".08" */
function isLeadingPoint(tokens: Token[], at: number): boolean {
  const [before, point, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (after?.type !== 'digits' || !after.glued || /\D/.test(after.text)) return false;
  return !point?.glued || before === undefined || /^[-−(~$€£<>=]$/.test(before.text);
}

function readDigital(tokens: Token[], at: number, lexicon: Lexicon, options: Options): Cardinal | NoCardinal {
  const { text } = tokens[at] as Token;
  const read = readDigits(text, lexicon.separators);
  const next = tokens[at + 1];
  if (read.type === 'unclear') return { ...read, end: scaleEnd(tokens, at + 1, lexicon) };
  if (read.type !== 'number') return { type: read.type, end: at + 1 };
  if (next?.glued && RAISED.test(next.text)) return { type: 'unclear', end: at + 2, because: 'a raised digit follows' };
  const value = Number(read.plain);
  const isPlain = /^\d+$/.test(text);

  const slash = readSlash(tokens, at);
  if (slash)
    return slash.value === undefined
      ? { type: 'name', end: slash.end }
      : withScale(tokens, slash.value, slash.end, lexicon, options);
  if (isPlain) {
    const sign = FRACTIONS.get(next?.text ?? '');
    if (sign) return withScale(tokens, value + sign[0] / sign[1], at + 2, lexicon, options);
    const mixed = next && !next.glued ? readSlash(tokens, at + 1) : undefined;
    if (mixed?.value !== undefined) return withScale(tokens, value + mixed.value, mixed.end, lexicon, options);
    const share = readOutOf(tokens, at + 1, value, lexicon);
    if (share) return share;
    const parts = readDenominator(tokens, at + 1, value, lexicon);
    if (parts) return parts;
  }
  return withScale(tokens, value, at + 1, lexicon, options, read.plain, isPlain ? text : null);
}

function scaleEnd(tokens: Token[], at: number, lexicon: Lexicon): number {
  return readScale(tokens, at, lexicon, { money: true, decimal: true })?.end ?? at;
}

/** "3/4" is a fraction, "24/7" a name. Undefined where there is no slash. */
function readSlash(tokens: Token[], at: number): { value?: number; end: number } | undefined {
  const [above, slash, below] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (above?.type !== 'digits' || below?.type !== 'digits' || !slash?.glued || !below.glued) return undefined;
  if (!/^[/⁄]$/.test(slash.text)) return undefined;
  let end = at + 3;
  while (tokens[end]?.glued && /^[/⁄]$/.test(tokens[end]?.text ?? '') && tokens[end + 1]?.type === 'digits') end += 2;
  const [over, under] = [Number(above.text), Number(below.text)];
  if (end === at + 3 && over < under && DENOMINATORS.includes(under) && over > 0) return { value: over / under, end };
  return { end };
}

/** A number with what multiplies it and is added to it. */
function withScale(
  tokens: Token[],
  number: number,
  from: number,
  lexicon: Lexicon,
  { money }: Options,
  plain = String(number),
  digits: string | null = null,
): Cardinal | NoCardinal {
  let [end, power, value] = [from, 0, number];
  const half = readHalf(tokens, end, lexicon);
  if (half && scaleAt(tokens, half.end)) {
    value += half.value;
    end = half.end;
  }
  function scaleAt(tokens: Token[], at: number): boolean {
    const scale = readScale(tokens, at, lexicon, { money: false, decimal: true });
    return scale !== undefined && scale.power !== null;
  }
  const decimal = !Number.isInteger(number);
  let multiple = 1;
  for (;;) {
    const following = moneyFollows(tokens, end + 1);
    const scale = readScale(tokens, end, lexicon, { money: money || following, decimal });
    if (scale?.power === null) return { type: 'unclear', end: scale.end, because: scale.because };
    const hundred = !scale && power === 0 && lexicon.hundred.values.has(tokens[end]?.key ?? '') ? 2 : undefined;
    const dozen = power === 0 ? lexicon.multiples.values.get(tokens[end]?.key ?? '') : undefined;
    if (scale) {
      power += scale.power;
      end = scale.end;
    } else if (hundred) {
      power += hundred;
      end++;
    } else if (dozen !== undefined && multiple === 1) {
      multiple = dozen;
      end++;
    } else break;
  }
  const exact = value === number ? Number(`${plain}e${power}`) : value * 10 ** power;
  let total = exact * multiple;
  const scale = 10 ** power * multiple;
  const isScaled = scale > 1;
  const added = readHalf(tokens, end, lexicon);
  if (added && value === number && (isScaled || !/^\d/.test(tokens[added.end]?.text ?? ''))) {
    total += added.value * scale;
    end = added.end;
  } else if (isScaled) {
    const rest = readRest(tokens, end, scale, lexicon);
    if (rest) {
      total += rest.value;
      end = rest.end;
    }
  }
  return cardinal(total, end, { scale, digits: isScaled || total !== number ? null : digits });
}

function moneyFollows(tokens: Token[], at: number): boolean {
  return /^[€$£¥₴₽₹]$/.test(tokens[at]?.text ?? '');
}

/** "200 thousand" of "1 million 200 thousand" */
function readRest(
  tokens: Token[],
  at: number,
  scale: number,
  lexicon: Lexicon,
): { value: number; end: number } | undefined {
  const token = tokens[at];
  if (token?.type !== 'digits' || token.glued || token.breaks) return undefined;
  const read = readDigits(token.text, lexicon.separators);
  if (read.type !== 'number' || !/^\d+$/.test(read.plain)) return undefined;
  let [value, end] = [Number(read.plain), at + 1];
  const lower = readScale(tokens, end, lexicon, { money: false, decimal: false });
  const hundred = lexicon.hundred.values.has(tokens[end]?.key ?? '');
  if (lower?.power != null) [value, end] = [value * 10 ** lower.power, lower.end];
  else if (hundred) [value, end] = [value * 100, end + 1];
  // Without a scale of its own, it may begin something else.
  else return undefined;
  return value < scale ? { value, end } : undefined;
}

/** "and a half", "et demi", "and three quarters" */
function readHalf(tokens: Token[], at: number, lexicon: Lexicon): { value: number; end: number } | undefined {
  const half = matchAt(tokens, at, lexicon.plusHalf);
  if (half) return { value: 0.5, end: half.end };
  if (!lexicon.and.values.has(tokens[at]?.key ?? '') || lexicon.language !== 'en') return undefined;
  const above = tokens[at + 1];
  const count = lexicon.article.values.has(above?.key ?? '') ? 1 : lexicon.units.values.get(above?.key ?? '');
  if (count === undefined) return undefined;
  const parts = readDenominator(tokens, at + 2, count, lexicon);
  return parts && parts.scale === 1 && parts.value < 1 ? { value: parts.value, end: parts.end } : undefined;
}

/** "thirds" after "two", with what it is a part of: "of a million". */
function readDenominator(tokens: Token[], at: number, count: number, lexicon: Lexicon): Cardinal | undefined {
  const step = tokens[at]?.text === '-' ? 1 : 0;
  const token = tokens[at + step];
  const under = token && !token.breaks ? lexicon.fractions.values.get(token.key) : undefined;
  if (under === undefined || !Number.isInteger(count) || count <= 0) return undefined;
  // "three thirds" is plural in English, and "one third" is not: "five second" is no fraction.
  if (lexicon.language === 'en' && (count === 1) === /s$/.test(token?.key ?? '')) return undefined;
  return withWhole(tokens, count / under, at + step + 1, lexicon);
}

/** "half" with what it is a part of: "a million", "of a million". */
function withWhole(tokens: Token[], value: number, at: number, lexicon: Lexicon): Cardinal {
  const whole = readWhole(tokens, at, lexicon);
  return whole ? cardinal(value * whole.scale, whole.end, { scale: whole.scale }) : cardinal(value, at);
}

function readWhole(tokens: Token[], at: number, lexicon: Lexicon): { scale: number; end: number } | undefined {
  let next = at;
  if (tokens[next]?.text === '-') next++;
  if (lexicon.of.values.has(tokens[next]?.key ?? '')) next++;
  if (lexicon.article.values.has(tokens[next]?.key ?? '')) next++;
  const token = tokens[next];
  if (token?.type !== 'word' || token.breaks) return undefined;
  const multiple = lexicon.multiples.values.get(token.key);
  if (multiple !== undefined) return { scale: multiple, end: next + 1 };
  const scale = matchAt(tokens, next, lexicon.scales);
  return scale?.value == null ? undefined : { scale: 10 ** scale.value, end: scale.end };
}

/** "in five" after "one" */
function readOutOf(tokens: Token[], at: number, count: number, lexicon: Lexicon): Cardinal | undefined {
  const of = matchAt(tokens, at, lexicon.outOf);
  if (!of || !Number.isInteger(count) || count <= 0) return undefined;
  const token = tokens[of.end];
  if (!token || token.breaks) return undefined;
  const words = token.type === 'word' ? readNumberWords(tokens, of.end, lexicon) : undefined;
  const all = words?.value ?? (/^\d{1,4}$/.test(token.text) ? Number(token.text) : 0);
  const end = words?.end ?? of.end + 1;
  if (all <= count || all > 1000 || tokens[end]?.text === '%') return undefined;
  const [following] = tokens.slice(end, end + 1);
  if (following && TIME.test(following.key)) return undefined;
  return cardinal(count / all, end);
}

/** "jeder fünfte" */
function readEvery(tokens: Token[], at: number, lexicon: Lexicon): Cardinal | undefined {
  if (!lexicon.everyBefore.values.has(tokens[at]?.key ?? '')) return undefined;
  const under = lexicon.everyOrdinals.values.get(tokens[at + 1]?.key ?? '');
  return under === undefined ? undefined : cardinal(1 / under, at + 2);
}

/** "tens of thousands", "several hundred" */
function readVague(tokens: Token[], at: number, lexicon: Lexicon): Cardinal | undefined {
  const several = matchAt(tokens, at, lexicon.several);
  let end = several?.end ?? at;
  let value = 1;
  for (let next = end; ; ) {
    const isFirst = value === 1;
    if (!isFirst && lexicon.of.values.has(tokens[next]?.key ?? '')) next++;
    const token = tokens[next];
    if (token?.type !== 'word' || token.breaks) break;
    const word = matchAt(tokens, next, lexicon.vague);
    const size = word?.value ?? (several || !isFirst ? sizeAt(tokens, next, lexicon) : undefined);
    if (size === undefined) break;
    value *= size;
    next = word?.end ?? next + 1;
    end = next;
  }
  if (value === 1) return undefined;
  return cardinal(value, end, { scale: value, vague: true });
}

function sizeAt(tokens: Token[], at: number, lexicon: Lexicon): number | undefined {
  const { key } = tokens[at] as Token;
  if (lexicon.hundred.values.has(key)) return 100;
  const power = lexicon.scales.values.get(key);
  return lexicon.multiples.values.get(key) ?? (power == null ? undefined : 10 ** power);
}

/** "half a million", "polowa", "medio millón" */
function readPart(tokens: Token[], at: number, lexicon: Lexicon): Cardinal | undefined {
  const start = lexicon.article.values.has(tokens[at]?.key ?? '') ? at + 1 : at;
  const token = tokens[start];
  if (!token) return undefined;
  const part = lexicon.parts.values.get(token.key) ?? lexicon.shares.values.get(token.key);
  const whole = part === undefined ? undefined : readWhole(tokens, start + 1, lexicon);
  if (part !== undefined && whole) return cardinal(part * whole.scale, whole.end, { scale: whole.scale });
  const share = lexicon.shares.values.get(token.key);
  if (share !== undefined && isShare(tokens, start, lexicon)) return cardinal(share, start + 1);
  // "a third of", "a quarter": "a third attack" is an ordinal.
  const under = start > at ? lexicon.fractions.values.get(token.key) : undefined;
  if (under === undefined || (lexicon.language === 'en' && /s$/.test(token.key))) return undefined;
  const parts = withWhole(tokens, 1 / under, start + 1, lexicon);
  const after = tokens[start + 1];
  const isAlone =
    !after || after.breaks || (after.type === 'sign' && after.text !== '-') || lexicon.of.values.has(after.key);
  return parts.scale > 1 || isAlone ? parts : undefined;
}

/** "half" is a number in "half of them", and none in "the second half". */
function isShare(tokens: Token[], at: number, lexicon: Lexicon): boolean {
  if (lexicon.language !== 'en') return true;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (/^(?:first|second|other|last|latter|better|this|that|one|each|every)$/.test(before?.key ?? '')) return false;
  if (/^(?:than|about|around|nearly|almost|over|under|some|roughly|approximately|least|a)$/.test(before?.key ?? ''))
    return after?.text !== '-';
  return /^(?:of|the|its|their|his|her|our|all|those|these|people)$/.test(after?.key ?? '');
}

function readWorded(
  tokens: Token[],
  at: number,
  lexicon: Lexicon,
  options: Options,
): Cardinal | NoCardinal | undefined {
  const about = readApproximate(tokens, at, lexicon);
  if (about) return about;
  const read = readNumberWords(tokens, at, lexicon);
  if (!read) return undefined;
  const { value, end } = read;
  if (value < 1000) {
    const parts = readOutOf(tokens, end, value, lexicon) ?? readDenominator(tokens, end, value, lexicon);
    if (parts) return parts;
  }
  if (read.article) return undefined;
  // "nineteen eighty-four" is a year, or a name.
  const rest = value >= 11 && value <= 20 && !tokens[end]?.breaks ? readNumberWords(tokens, end, lexicon) : undefined;
  if (rest && rest.value >= 10 && rest.value < 100) return { type: 'name', end: rest.end };
  // "twenty-first" is an ordinal.
  if (tokens[end]?.text === '-' && lexicon.ordinals.values.has(tokens[end + 1]?.key ?? ''))
    return { type: 'ordinal', end: end + 2 };
  const scaled = withScale(tokens, value, end, lexicon, options);
  if (scaled.type !== 'cardinal') return scaled;
  if (scaled.end > end && scaled.scale === 1 && read.scale > 1) {
    return cardinal(value + (scaled.value - value) * read.scale, scaled.end, { scale: read.scale });
  }
  return { ...scaled, scale: Math.max(read.scale, scaled.scale) };
}

/** "une dizaine de milliers" */
function readApproximate(tokens: Token[], at: number, lexicon: Lexicon): Cardinal | undefined {
  const start = lexicon.article.values.has(tokens[at]?.key ?? '') ? at + 1 : at;
  const value = lexicon.approximate.values.get(tokens[start]?.key ?? '');
  if (value === undefined) return undefined;
  const whole = lexicon.of.values.has(tokens[start + 1]?.key ?? '') ? readWhole(tokens, start + 1, lexicon) : undefined;
  const scale = whole?.scale ?? 1;
  return cardinal(value * scale, whole?.end ?? start + 1, { scale, about: true });
}
