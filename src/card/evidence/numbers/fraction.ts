/** Reads fractions: "two thirds", "one in five", "half a million", "3/4". Pure. */
import { type Cardinal, cardinal } from './cardinal.ts';
import type { Lexicon } from './lexicon.ts';
import { readNumberWords } from './number-words.ts';
import { matchAt } from './phrases.ts';
import type { Token } from './tokens.ts';

export const FRACTION_SIGNS = new Map<string, [number, number]>(
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

const DENOMINATORS = [2, 3, 4, 5, 6, 8, 16];

const TIME = /^(?:year|month|week|day|hour|minute|second|game|match|season|round|ano|dia|mes|semana|hora|jogo)s?$/;

/** "3/4" is a fraction, "24/7" a name. Undefined if there is no slash. */
export function readSlash(tokens: Token[], at: number): { value?: number; end: number } | undefined {
  const [above, slash, below] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (above?.type !== 'digits' || below?.type !== 'digits' || !slash?.glued || !below.glued) return undefined;
  if (!/^[/⁄]$/.test(slash.text)) return undefined;
  let end = at + 3;
  while (tokens[end]?.glued && /^[/⁄]$/.test(tokens[end]?.text ?? '') && tokens[end + 1]?.type === 'digits') end += 2;
  const [over, under] = [Number(above.text), Number(below.text)];
  if (
    end === at + 3 &&
    over < under &&
    over > 0 &&
    (DENOMINATORS.includes(under) || (over === 1 && /^10+$/.test(below.text)))
  )
    return { value: over / under, end };
  return { end };
}

/** Reads "thirds" after "two", with its base: "of a million". */
export function readDenominator(tokens: Token[], at: number, count: number, lexicon: Lexicon): Cardinal | undefined {
  const step = tokens[at]?.text === '-' ? 1 : 0;
  const token = tokens[at + step];
  const under = token && !token.breaks ? lexicon.fractions.values.get(token.key) : undefined;
  if (under === undefined || !Number.isInteger(count) || count <= 0) return undefined;
  // English needs a plural after numbers above one, so "five second" is not a fraction.
  if (lexicon.language === 'en' && (count === 1) === /s$/.test(token?.key ?? '')) return undefined;
  return withWhole(tokens, count / under, at + step + 1, lexicon);
}

/** Reads "half" with its base: "a million", "of a million". */
function withWhole(tokens: Token[], value: number, at: number, lexicon: Lexicon): Cardinal {
  const whole = readWhole(tokens, at, lexicon);
  return whole ? cardinal(value * whole.scale, whole.end, { scale: whole.scale }) : cardinal(value, at);
}

export function readWhole(tokens: Token[], at: number, lexicon: Lexicon): { scale: number; end: number } | undefined {
  let next = at;
  if (tokens[next]?.text === '-') next++;
  if (lexicon.of.values.has(tokens[next]?.key ?? '')) next++;
  if (lexicon.article.values.has(tokens[next]?.key ?? '')) next++;
  const token = tokens[next];
  if (token?.type !== 'word' || token.breaks) return undefined;
  const multiple = lexicon.multiples.values.get(token.key);
  if (multiple !== undefined) return { scale: multiple, end: next + 1 };
  const about = lexicon.approximate.values.get(token.key);
  if (about !== undefined) return { scale: about, end: next + 1 };
  const scale = matchAt(tokens, next, lexicon.scales);
  return scale?.value == null ? undefined : { scale: 10 ** scale.value, end: scale.end };
}

/** Reads "in five" after "one". */
export function readOutOf(tokens: Token[], at: number, count: number, lexicon: Lexicon): Cardinal | undefined {
  const of = matchAt(tokens, at, lexicon.outOf);
  if (!of || !Number.isInteger(count) || count <= 0) return undefined;
  const token = tokens[of.end];
  if (!token || token.breaks) return undefined;
  const words = token.type === 'word' ? readNumberWords(tokens, of.end, lexicon) : undefined;
  const all = words?.value ?? (/^\d{1,4}$/.test(token.text) ? Number(token.text) : 0);
  const end = words?.end ?? of.end + 1;
  // "12 out of 15" has two counts.
  const isShare = tokens[at]?.key === 'in' || count === 1 || all <= 10 || all % 100 === 0;
  if (all <= count || all > 1000 || !isShare || tokens[end]?.text === '%') return undefined;
  const [following] = tokens.slice(end, end + 1);
  if (following && TIME.test(following.key)) return undefined;
  return cardinal(count / all, end);
}

/** "jeder fünfte" */
export function readEvery(tokens: Token[], at: number, lexicon: Lexicon): Cardinal | undefined {
  if (!lexicon.everyBefore.values.has(tokens[at]?.key ?? '')) return undefined;
  const under = lexicon.everyOrdinals.values.get(tokens[at + 1]?.key ?? '');
  return under === undefined ? undefined : cardinal(1 / under, at + 2);
}

/** "half a million", "polowa", "medio millón" */
export function readPart(tokens: Token[], at: number, lexicon: Lexicon): Cardinal | undefined {
  const start = lexicon.article.values.has(tokens[at]?.key ?? '') ? at + 1 : at;
  const token = tokens[start];
  if (!token) return undefined;
  const part = lexicon.parts.values.get(token.key) ?? lexicon.shares.values.get(token.key);
  const whole = part === undefined ? undefined : readWhole(tokens, start + 1, lexicon);
  if (part !== undefined && whole) return cardinal(part * whole.scale, whole.end, { scale: whole.scale });
  // "a year and a half" is not half of something.
  if (lexicon.and.values.has(tokens[at - 1]?.key ?? '')) return undefined;
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

/** "half" is a number in "half of them", but not in "the second half". */
function isShare(tokens: Token[], at: number, lexicon: Lexicon): boolean {
  if (lexicon.language !== 'en') return true;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before?.key === 'a' && tokens[at - 2]?.key === 'and') return false;
  if (after?.key === 'a' && matchAt(tokens, at + 2, lexicon.percent)) return true;
  if (/^(?:first|second|other|last|latter|better|this|that|one|each|every)$/.test(before?.key ?? '')) return false;
  if (/^(?:than|about|around|nearly|almost|over|under|some|roughly|approximately|least|a)$/.test(before?.key ?? ''))
    return after?.text !== '-';
  return /^(?:of|the|its|their|his|her|our|all|those|these|people)$/.test(after?.key ?? '');
}
