/** Reads numbers in words: "two hundred and five thousand", "zweihundertfünf", "deux cent mille". Pure. */

import { readCompound } from './compound.ts';
import type { Lexicon } from './lexicon.ts';
import { matchAt } from './phrases.ts';
import type { Token } from './tokens.ts';

export type NumberWords = {
  value: number;
  scale: number;
  end: number /** Only a word that is an article, too. */;
  article: boolean;
};

/** The state of the reader: the part in thousands or more, and the part below. */
type State = { total: number; part: number; scale: number; words: number };

export function readNumberWords(tokens: Token[], at: number, lexicon: Lexicon): NumberWords | undefined {
  const state: State = { total: 0, part: 0, scale: 1, words: 0 };
  let end = at;
  let zero = false;
  let onlyArticle = false;
  if (hasWord(tokens, at, lexicon.article) && opensNumber(tokens, at + 1, lexicon)) {
    state.part = 1;
    end = at + 1;
  }
  for (let next = end; next < tokens.length; ) {
    const from = skipJoiner(tokens, next, lexicon, state);
    if (from === undefined) break;
    const taken = takeWord(tokens, from, lexicon, state);
    if (taken === undefined) break;
    zero ||= tokens[from] !== undefined && lexicon.units.values.get((tokens[from] as Token).key) === 0;
    onlyArticle = state.words === 0 && end === at && hasWord(tokens, from, lexicon.article);
    state.words++;
    next = taken;
    end = taken;
  }
  if (state.words === 0) return undefined;
  const value = state.total + state.part;
  if (value === 0 && !zero) return undefined;
  const decimals = readDecimals(tokens, end, lexicon);
  if (decimals) return { value: Number(`${value}.${decimals.digits}`), scale: 1, end: decimals.end, article: false };
  // "two to three hundred" shares the hundred, "zwei- bis dreitausend" the thousand.
  const round = [1000, 100].find((unit) => state.scale === 1 && value >= unit && value % unit === 0) ?? state.scale;
  return { value, scale: isMultiplied(tokens, end - 1, lexicon) ? round : state.scale, end, article: onlyArticle };
}

/** Whether a number ends with a hundred or a thousand, as a separate word or inside one. */
function isMultiplied(tokens: Token[], at: number, { hundred, compounds }: Lexicon): boolean {
  const key = tokens[at]?.key ?? '';
  return (
    hundred.values.has(key) ||
    (compounds !== null && (key.endsWith(compounds.hundred) || key.endsWith(compounds.thousand)))
  );
}

function hasWord(tokens: Token[], at: number, list: Lexicon['article']): boolean {
  const token = tokens[at];
  return token !== undefined && list.values.has(token.key);
}

/** Whether a number follows "a": a hundred, a million, a dozen. */
function opensNumber(tokens: Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at];
  if (token?.type !== 'word' || token.breaks) return false;
  if (lexicon.vague.values.has(token.key) && !lexicon.alone.values.has(token.key)) return false;
  return [lexicon.hundred, lexicon.multiples, lexicon.scales].some(({ values }) => values.has(token.key));
}

/** The token after a hyphen or an "and" inside a number; undefined if the number ends. */
function skipJoiner(tokens: Token[], at: number, lexicon: Lexicon, state: State): number | undefined {
  const token = tokens[at];
  if (!token || (token.breaks && state.words > 0)) return undefined;
  if (state.words === 0) return at;
  if (/^[-‐‑]$/.test(token.text)) {
    const next = tokens[at + 1];
    return next && token.glued === next.glued ? at + 1 : undefined;
  }
  if (!hasWord(tokens, at, lexicon.and)) return at;
  const joins = state.total > 0 || state.part >= 20;
  const next = tokens[at + 1];
  if (!joins || !next || next.breaks) return undefined;
  if (
    lexicon.language === 'en' &&
    (hasWord(tokens, at + 1, lexicon.article) || fractionFollows(tokens, at + 2, lexicon))
  )
    return undefined;
  return at + 1;
}

function fractionFollows(tokens: Token[], at: number, { fractions }: Lexicon): boolean {
  const step = tokens[at]?.text === '-' ? 1 : 0;
  return fractions.values.has(tokens[at + step]?.key ?? '');
}

/** Adds a word to the number. Returns the token after it, or undefined if the word does not continue the number. */
function takeWord(tokens: Token[], at: number, lexicon: Lexicon, state: State): number | undefined {
  const token = tokens[at];
  if (token?.type !== 'word') return undefined;
  const { key } = token;
  const hyphened = readHyphened(tokens, at, lexicon);
  const small = hyphened?.value ?? lexicon.units.values.get(key);
  if (small !== undefined && joinsUnit(state, small, key, lexicon)) {
    state.part += small;
    return hyphened?.end ?? at + 1;
  }
  const ten = lexicon.tens.values.get(key);
  if (ten !== undefined && (state.part === 0 || state.part % 100 === 0)) {
    state.part += ten;
    return at + 1;
  }
  // "quatre-vingts" is four times twenty.
  if (ten === 20 && lexicon.language === 'fr' && state.part % 100 === 4) {
    state.part += 76;
    return at + 1;
  }
  const hundreds = lexicon.hundreds.values.get(key);
  if (hundreds !== undefined && state.part === 0) {
    state.part = hundreds;
    return at + 1;
  }
  if (lexicon.hundred.values.has(key) && state.part < 100) {
    if (state.part === 0 && state.words === 0 && !lexicon.alone.values.has(key)) return undefined;
    state.part = (state.part || 1) * 100;
    return at + 1;
  }
  const multiple = lexicon.multiples.values.get(key);
  if (multiple !== undefined && (state.part > 0 || state.words === 0)) {
    state.part = (state.part || 1) * multiple;
    return at + 1;
  }
  if (lexicon.compounds && state.part === 0) {
    const value = readCompound(key, lexicon.compounds);
    if (value !== undefined && value >= 20) {
      state.part = value;
      return at + 1;
    }
  }
  return takeScale(tokens, at, lexicon, state);
}

function takeScale(tokens: Token[], at: number, lexicon: Lexicon, state: State): number | undefined {
  const match = matchAt(tokens, at, lexicon.scales);
  if (match?.value == null) return undefined;
  const { key } = tokens[at] as Token;
  // Abbreviations only follow digits.
  if (key.length <= 3 && key !== 'mil') return undefined;
  const scale = 10 ** match.value;
  if (state.part === 0 && state.total === 0 && !lexicon.alone.values.has(key)) return undefined;
  if (state.part === 0 && state.total > 0) state.total *= scale;
  else {
    const part = (state.part || 1) * scale;
    if (state.total > 0 && state.total < part) state.total = (state.total + (state.part || 1)) * scale;
    else state.total += part;
  }
  state.part = 0;
  state.scale = Math.max(state.scale, scale);
  return match.end;
}

/** "dix-sept" is a single entry of the list. */
function readHyphened(tokens: Token[], at: number, { units }: Lexicon): { value: number; end: number } | undefined {
  if (tokens[at + 1]?.text !== '-' || !tokens[at + 1]?.glued) return undefined;
  return matchAt(tokens, at, { values: units.values, longest: 3 });
}

/** Whether a number under twenty continues the number: after a scale, a hundred, or tens ("two hundred", "twenty-five"). */
function joinsUnit({ total, part, words }: State, small: number, key: string, lexicon: Lexicon): boolean {
  if (words === 0 && part === 0) return true;
  if (small === 0 || (lexicon.article.values.has(key) && part === 0 && total === 0)) return false;
  if (part === 0) return total > 0;
  if (part % 100 === 0) return true;
  if (lexicon.language === 'fr' && (part % 100 === 60 || part % 100 === 80)) return small < 20;
  return part % 10 === 0 && part % 100 >= 20 && small < 10;
}

/** "point five", "Komma null drei" */
function readDecimals(tokens: Token[], at: number, lexicon: Lexicon): { digits: string; end: number } | undefined {
  if (!hasWord(tokens, at, lexicon.point)) return undefined;
  let digits = '';
  let end = at + 1;
  for (let token = tokens[end]; token && !token.breaks; token = tokens[end]) {
    const value = lexicon.units.values.get(token.key) ?? lexicon.tens.values.get(token.key);
    if (value === undefined) {
      if (token.text === '-' && digits !== '' && token.glued) {
        end++;
        continue;
      }
      break;
    }
    // After the point, "seventy-one" is 71.
    digits = /[1-9]0$/.test(digits) && value < 10 && value > 0 ? digits.slice(0, -1) + value : digits + value;
    end++;
  }
  return digits === '' ? undefined : { digits, end };
}
