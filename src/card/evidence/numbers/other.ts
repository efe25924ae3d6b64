/** Reads numbers that are not quantities: ordinals, and names such as "T-90", "COVID-19", "24/7". Pure. */
import { currencyAfter, currencyBefore } from './currency.ts';
import type { Lexicon } from './lexicon.ts';
import { matchAt } from './phrases.ts';
import type { OtherNumber } from './reading.ts';
import { readScale } from './scale.ts';
import { readTime } from './time.ts';
import type { Token } from './tokens.ts';
import { isQuantified } from './unit.ts';

export type FoundOther = { type: OtherNumber['type']; start: number; end: number };

/** Units of measurement directly after digits: "10km". */
const UNITS =
  /^(?:[kmcd]?m|km|mi|ft|in|yd|nm|[kmcµ]?g|lbs?|oz|t|kt|[mcd]?l|gal|[kMGT]?W|[kMGT]?Wh|[kMG]?Hz|[kMGT]?B|[kMG]?bit|mph|kmh|kph|h|hr|hrs|min|mins|s|ms|sec|bpd|ha|mm|ppm|dB|K|V|kV|A|mAh|bar|mbar|hPa|кг|км|м|см|мм|г|т|л|мл|га|кВт|МВт|ГВт|год|хв|ч|мин|сек)$/;

/** Reads the ordinal or name at a token; undefined if there is none. */
export function readOther(tokens: Token[], at: number, lexicon: Lexicon): FoundOther | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.type === 'name') return /\d/.test(token.text) ? { type: 'name', start: at, end: at + 1 } : undefined;
  if (token.type === 'word') return readNamed(tokens, at, lexicon) ?? readLabelled(tokens, at, lexicon);
  if (token.type === 'sign') return /^[§№#]$/.test(token.text) ? readLabelled(tokens, at, lexicon) : undefined;
  return readTime(tokens, at, lexicon) ?? readOrdinal(tokens, at, lexicon) ?? readCode(tokens, at, lexicon);
}

/** "T-90", "G7", "COVID-19": a word with digits. */
function readNamed(tokens: Token[], at: number, lexicon: Lexicon): FoundOther | undefined {
  const word = tokens[at] as Token;
  const dash = tokens[at + 1];
  if (!dash?.glued || /['’]$/.test(word.text)) return undefined;
  const hasDash = /^[-‐‑–/^]$/.test(dash.text);
  const digits = hasDash ? tokens[at + 2] : dash;
  if (digits?.type !== 'digits' || !digits.glued) return undefined;
  const currency = currencyBefore(tokens, at);
  // "EUR-1.00" is a negative amount.
  if (currency && currency.end === at + 1 && (!hasDash || dash.text === '-')) return undefined;
  // "mid-1990s" contains a year. "one-2" is not a name.
  if (hasDash && /^(?:mid|pre|post|early|late|mi|debut|fin|meados)$/.test(word.key) && /^\d{4}$/.test(digits.text))
    return undefined;
  if (hasDash && (lexicon.units.values.has(word.key) || lexicon.tens.values.has(word.key))) return undefined;
  if (lexicon.hedges.values.has(word.key) && !hasDash) return undefined;
  return { type: 'name', start: at, end: clusterEnd(tokens, at) };
}

/** The token after everything that is written without spaces. */
function clusterEnd(tokens: Token[], at: number): number {
  let end = at + 1;
  for (;;) {
    const [token, next] = [tokens[end], tokens[end + 1]];
    if (!token?.glued) return end;
    if (token.type === 'word' || token.type === 'digits') end++;
    else if (/^[-‐‑–/.:^]$/.test(token.text) && next?.glued && (next.type === 'word' || next.type === 'digits'))
      end += 2;
    else return end;
  }
}

/** "Article 5", "No. 5", "§ 5" */
function readLabelled(tokens: Token[], at: number, lexicon: Lexicon): FoundOther | undefined {
  const label = tokens[at] as Token;
  if (label.type === 'word' && !lexicon.labels.values.has(label.key)) return undefined;
  let next = at + 1;
  const needsSign = /^[np]$/.test(label.key);
  if (tokens[next]?.text === '.' && tokens[next]?.glued) next++;
  const signed = /^[º°ºo]$/.test(tokens[next]?.text ?? '') && tokens[next]?.glued;
  if (signed) next++;
  if (needsSign && !signed && tokens[at + 1]?.text !== '.') return undefined;
  const digits = tokens[next];
  if (digits?.type !== 'digits' || digits.breaks || (next === at + 1 && digits.glued && label.type === 'word'))
    return undefined;
  const end = clusterEnd(tokens, next);
  if (end === next + 1 && isQuantified(tokens, end, lexicon)) return undefined;
  return { type: 'name', start: at, end };
}

/** "76th", "3-я", "die 20. Brigade" */
function readOrdinal(tokens: Token[], at: number, lexicon: Lexicon): FoundOther | undefined {
  const { text } = tokens[at] as Token;
  if (!/^\d{1,3}(?:[.,]?\d{3})*$/.test(text)) return undefined;
  const next = tokens[at + 1];
  const ordinal = (end: number): FoundOther => ({ type: 'ordinal', start: at, end });
  if (next?.glued) {
    const suffix = matchAt(tokens, at + 1, lexicon.ordinalSuffix);
    const isCount = /^[234]$/.test(text) && suffix?.end === at + 3 && tokens[at + 2]?.text === 'х';
    if (
      (suffix && !isCount && !tokens[suffix.end]?.glued) ||
      (suffix && tokens[suffix.end]?.type === 'sign' && !isCount)
    )
      return ordinal(suffix.end);
    const sign = next.text === '.' ? tokens[at + 2] : next;
    if (sign?.glued && /^[ºª]$/.test(sign.text) && !/^[CFС]$/.test(tokens[at + (sign === next ? 2 : 3)]?.text ?? ''))
      return ordinal(sign === next ? at + 2 : at + 3);
  }
  if (next?.text !== '.' || !next.glued || lexicon.beforeOrdinal.longest === 0) return undefined;
  const [before, after] = [tokens[at - 1], tokens[at + 2]];
  if (after?.type !== 'word' || after.glued || after.breaks) return undefined;
  const opens = before === undefined || tokens[at]?.breaks || /^[.,;!?:"„“»«(]$/.test(before.text);
  const isNamed = before !== undefined && lexicon.beforeOrdinal.values.has(before.key);
  return opens || isNamed || /^\p{Ll}/u.test(after.text) ? ordinal(at + 2) : undefined;
}

/** "3-1", "1111-2222-3333", "4x4", "5G": codes, scores and names that start with digits. */
function readCode(tokens: Token[], at: number, lexicon: Lexicon): FoundOther | undefined {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  // "1800 x 1920"
  if (next && /^[x×х]$/.test(next.text) && tokens[at + 2]?.type === 'digits')
    return { type: 'name', start: at, end: at + 3 };
  if (isListMark(tokens, at) || (tokens[at - 1]?.text === '[' && tokens[at - 1]?.glued && next?.text === ']'))
    return { type: 'name', start: at, end: at + 1 };
  if (!next?.glued) return undefined;
  const name = (): FoundOther => ({ type: 'name', start: at, end: clusterEnd(tokens, at) });
  // "100s" means hundreds, "5s" seconds.
  const isPlural = next.text === 's' && /^1(?:0{2}|[0,]{3,})$/.test(token.text);
  if (next.type === 'word' && (isPlural || !belongsToNumber(tokens, at + 1, lexicon))) return name();
  // "7-Eleven", and a height such as 5'10"
  const after = tokens[at + 2];
  if (lexicon.language === 'en' && next.text === '-' && after?.glued && /^\p{Lu}\p{Ll}/u.test(after.text))
    return name();
  if (/^['’]$/.test(next.text) && after?.glued && after.type === 'digits')
    return { type: 'name', start: at, end: at + 3 };
  if (next.text === '^' && tokens[at + 2]?.glued) return name();
  if (!/^[-–]$/.test(next.text) || tokens[at + 2]?.type !== 'digits' || !tokens[at + 2]?.glued) return undefined;
  const second = tokens[at + 2] as Token;
  const third = tokens[at + 3];
  if (third?.glued && /^[-–]$/.test(third.text) && tokens[at + 4]?.glued && tokens[at + 4]?.type === 'digits')
    return name();
  const isPlain = /^\d+$/.test(token.text) && /^\d+$/.test(second.text);
  const alone = !third?.glued || /^[.,;:!?)'"”’]$/.test(third.text);
  if (isPlain && alone && Number(token.text) >= Number(second.text) && !isQuantified(tokens, at + 3, lexicon))
    return name();
  return undefined;
}

/** "1." or "1)" of a list item, at the start of a paragraph. */
function isListMark(tokens: Token[], at: number): boolean {
  const [token, point, after] = [tokens[at] as Token, tokens[at + 1], tokens[at + 2]];
  if (!(at === 0 || token.breaks) || !/^\d{1,2}$/.test(token.text) || !point?.glued || !/^[.)]$/.test(point.text))
    return false;
  return after?.type === 'word' && !after.glued && !after.breaks;
}

/** Whether letters directly after digits are a scale, a unit, a currency or a number word. */
function belongsToNumber(tokens: Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at] as Token;
  if (
    UNITS.test(token.text) ||
    readScale(tokens, at, lexicon, { money: false, decimal: /[.,]/.test(tokens[at - 1]?.text ?? '') })
  )
    return true;
  if (lexicon.multiples.values.has(token.key) || lexicon.hundred.values.has(token.key)) return true;
  return currencyAfter(tokens, at, lexicon) !== undefined || matchAt(tokens, at, lexicon.percent) !== undefined;
}
