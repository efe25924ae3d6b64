/** Reads a number with its scale and fraction, but without sign, unit and hedge: "1.5 million", "two thirds", "12½". Pure. */
import { type Cardinal, cardinal, type NoCardinal } from './cardinal.ts';
import { readDigits } from './digits.ts';
import { FRACTION_SIGNS, readDenominator, readEvery, readOutOf, readPart, readSlash } from './fraction.ts';
import type { Lexicon } from './lexicon.ts';
import { readNumberWords } from './number-words.ts';
import { matchAt } from './phrases.ts';
import { readScale } from './scale.ts';
import type { Token } from './tokens.ts';
import { readApproximate, readVague } from './vague.ts';

const RAISED = /^[\u00b2\u00b3\u00b9\u2070-\u2079]$/;

type Options = { money: boolean };

export function readCardinal(
  tokens: Token[],
  at: number,
  lexicon: Lexicon,
  options: Options,
): Cardinal | NoCardinal | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const fraction = FRACTION_SIGNS.get(token.text);
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
  if (next?.glued && RAISED.test(next.text))
    return { type: 'unclear', end: at + 2, because: 'it is followed by a raised digit' };
  const value = Number(read.plain);
  const isPlain = /^\d+$/.test(text);

  const slash = readSlash(tokens, at);
  if (slash)
    return slash.value === undefined
      ? { type: 'name', end: slash.end }
      : withScale(tokens, slash.value, slash.end, lexicon, options);
  if (isPlain) {
    const sign = FRACTION_SIGNS.get(next?.text ?? '');
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

/** Reads a number with its multipliers and addends. */
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

/** Reads "200 thousand" in "1 million 200 thousand". */
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
  // Without its own scale, the number may begin something else. "12 mil 500" is one number in Spanish and Portuguese.
  else if (!/^(?:es|pt)$/.test(lexicon.language ?? '') || scale !== 1000 || !/^[1-9]\d\d$/.test(token.text))
    return undefined;
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
  if (read.article || isPronoun(tokens, at, end, lexicon)) return undefined;
  // "nineteen eighty-four" is a year or a name.
  const rest = value >= 18 && value <= 20 && !tokens[end]?.breaks ? readNumberWords(tokens, end, lexicon) : undefined;
  if (rest && rest.value >= 10 && rest.value < 100) return { type: 'name', end: rest.end };
  // "twenty-first" is an ordinal.
  if (tokens[end]?.text === '-' && lexicon.ordinals.values.has(tokens[end + 1]?.key ?? ''))
    return { type: 'ordinal', end: end + 2 };
  const scaled = withScale(tokens, value, end, lexicon, options);
  if (scaled.type !== 'cardinal') return scaled;
  if (scaled.end > end && scaled.scale === 1 && read.scale >= 1000) {
    return cardinal(value + (scaled.value - value) * read.scale, scaled.end, { scale: read.scale });
  }
  return { ...scaled, scale: Math.max(read.scale, scaled.scale) };
}

/** Whether "one" refers to a thing or a person: "the long one", "one could say". */
function isPronoun(tokens: Token[], at: number, end: number, { language }: Lexicon): boolean {
  if (language !== 'en' || end > at + 1 || tokens[at]?.key !== 'one') return false;
  const [before, after] = [tokens[at - 1], tokens[end]];
  if (after?.type === 'word' && !after.glued)
    return /^(?:can|could|may|might|must|should|would|will|needs?|has|is|was|in|to|who|that|which|with|wants|might|more|another|day)$/.test(
      after.key,
    );
  if (after?.text === '-') return false;
  return (
    before?.type === 'word' &&
    /^(?:\p{Ll}|The|This|That)/u.test(before.text) &&
    !tokens[at]?.breaks &&
    !COUNTED.test(before.key)
  );
}

/** Words before a "one" that is a number at the end of a clause. */
const COUNTED =
  /^(?:about|around|by|exactly|fewer|for|from|just|kill|killed|killing|least|left|lost|minus|most|negative|nearly|number|only|over|than|to|under|wounded|wounding|injured|injuring|is|was|and|or|of|zero)$/;
