/** Reads a number with its sign and unit: "−3.2 °C", "$1.5bn", "80 percent". Pure. */
import type { Cardinal, NoCardinal } from './cardinal.ts';
import { currencyAfter, currencyBefore } from './currency.ts';
import type { Lexicon } from './lexicon.ts';
import { matchAt, matchBefore } from './phrases.ts';
import { readCardinal } from './read-cardinal.ts';
import { readScale } from './scale.ts';
import type { Token } from './tokens.ts';
import { readDegree, readPercent } from './unit.ts';

export type Amount = Omit<Cardinal, 'type'> & {
  type: 'amount';
  start: number;
  unit: string | null;
  negative: boolean;
};

/** Reads the amount at a token. `money`: whether a currency is already known. */
export function readAmount(
  tokens: Token[],
  at: number,
  lexicon: Lexicon,
  money = false,
): Amount | NoCardinal | undefined {
  let next = at;
  let negative = false;
  const takeMinus = () => {
    const minus = readMinus(tokens, next, at, lexicon);
    if (minus === undefined) return;
    negative ||= minus.negative;
    next = minus.end;
  };
  takeMinus();
  const currency = currencyBefore(tokens, next);
  if (currency) {
    next = currency.end;
    if (!negative) takeMinus();
  }
  const first = tokens[next];
  if (!first || (next > at && first.breaks)) return undefined;
  const cardinal = readCardinal(tokens, next, lexicon, { money: money || currency !== undefined });
  if (cardinal?.type !== 'cardinal') return currency && cardinal?.type === 'name' ? undefined : cardinal;
  const scaled = currency?.power ? multiply(cardinal, currency.power) : cardinal;
  const amount: Amount = {
    ...scaled,
    type: 'amount',
    start: at,
    unit: currency?.unit ?? null,
    negative,
  };
  const complete = withUnit(tokens, amount, lexicon);
  return negative ? { ...complete, value: -complete.value } : complete;
}

function multiply<Part extends { value: number; scale: number }>(part: Part, power: number): Part {
  return { ...part, value: Number(`${part.value}e${power}`), scale: part.scale * 10 ** power };
}

/** Reads the sign of a number: a word, or a character directly before the number. */
function readMinus(
  tokens: Token[],
  at: number,
  start: number,
  lexicon: Lexicon,
): { negative: boolean; end: number } | undefined {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || !next || next.breaks) return undefined;
  if (token.type === 'word') {
    const word = matchAt(tokens, at, lexicon.minus);
    if (!word || !startsNumber(tokens[word.end], lexicon)) return undefined;
    // "au moins 300" is not "moins 300".
    const isHedge = matchBefore(tokens, word.end, 0, lexicon.hedges) !== undefined;
    return isHedge ? undefined : { negative: true, end: word.end };
  }
  // "− 5" is negative. "- 5" is a list item, unless it is the whole text.
  const isSpaced = !next.glued && next.type === 'digits' && !token.glued;
  if (isSpaced && (token.text === '−' || (token.text === '-' && at === 0 && tokens.length <= 3)))
    return { negative: true, end: at + 1 };
  if (!/^[-‑−–+]$/.test(token.text) || !next.glued) return undefined;
  if (next.type !== 'digits' && !/^[.,½¼¾⅓⅔]$/.test(next.text) && !currencyBefore(tokens, at + 1)) return undefined;
  if (tokens[at + 2]?.text === ':') return undefined;
  const before = tokens[at - 1];
  const free = at > start || !token.glued || before === undefined || /^[(["“‘«„'~<>=:/]$/.test(before.text);
  if (!free && !(token.text === '−' && before?.type === 'sign')) return undefined;
  return { negative: token.text !== '+', end: at + 1 };
}

function startsNumber(token: Token | undefined, { units, tens, hundreds, fractions }: Lexicon): boolean {
  if (!token || token.breaks) return false;
  return (
    token.type === 'digits' ||
    [units, tens, hundreds, fractions].some(({ values }) => values.has(token.key)) ||
    /^\p{Sc}$/u.test(token.text)
  );
}

function withUnit(tokens: Token[], amount: Amount, lexicon: Lexicon): Amount {
  const { end, unit } = amount;
  const token = tokens[end];
  if (!token || token.breaks) return amount;
  const of = amount.scale > 1 && lexicon.of.values.has(token.key) ? end + 1 : end;
  const after = currencyAfter(tokens, of, lexicon);
  if (unit !== null) {
    // "$10 dollars", "US$5m USD": the second name repeats the first.
    const same =
      after && (after.unit === unit || unit === '$') && (tokens[after.end - 1]?.type === 'word' || tokens[end]?.glued);
    return same && /^[A-Z]{3}$|^\$$/.test(after.unit) ? { ...amount, unit: after.unit, end: after.end } : amount;
  }
  // "half a percent"
  const isPart = amount.value < 1 && lexicon.article.values.has(token.key);
  const percent = readPercent(tokens, isPart ? end + 1 : end, lexicon);
  if (percent) return { ...amount, ...percent };
  const degree = readDegree(tokens, end);
  if (degree) return { ...amount, ...degree };
  if (!after) return amount;
  const priced = after.power > 0 ? multiply(amount, after.power) : amount;
  return withMinorUnit(tokens, { ...priced, unit: after.unit, end: after.end }, lexicon);
}

const CENTS = /^(?:cents?|pence|penny|centimes|centavos|céntimos|cêntimos|centesimi|kopecks|копеек|копейки|копійок)$/;

/** "75 USD million", "15 dollars 50", "thirteen dollars and forty-five cents" */
function withMinorUnit(tokens: Token[], amount: Amount, lexicon: Lexicon): Amount {
  if (amount.scale === 1) {
    const scale = readScale(tokens, amount.end, lexicon, { money: true, decimal: false });
    if (scale?.power != null && scale.power > 0)
      return { ...multiply(amount, scale.power), digits: null, end: scale.end };
  }
  if (!Number.isInteger(amount.value) || amount.scale > 1) return amount;
  const from = lexicon.and.values.has(tokens[amount.end]?.key ?? '') ? amount.end + 1 : amount.end;
  const minor = readCardinal(tokens, from, lexicon, { money: false });
  if (
    minor?.type !== 'cardinal' ||
    minor.vague ||
    !Number.isInteger(minor.value) ||
    minor.value < 1 ||
    minor.value > 99 ||
    minor.scale > 1
  )
    return amount;
  const after = tokens[minor.end];
  const isCents = after !== undefined && CENTS.test(after.key);
  const ends = after === undefined || after.breaks || /^[.,;:!?)]$/.test(after.text);
  const isCode =
    /^[A-Z]{3}$/.test(tokens[amount.end - 1]?.text ?? '') && /^\d\d$/.test(minor.digits ?? '') && from === amount.end;
  const isPriced =
    after !== undefined && (currencyAfter(tokens, minor.end, lexicon) !== undefined || after.text === '%');
  if (!isCents && !(isCode && !isPriced) && !(ends && (minor.value >= 10 || minor.digits === null))) return amount;
  return {
    ...amount,
    value: Number((amount.value + minor.value / 100).toFixed(2)),
    digits: null,
    end: isCents ? minor.end + 1 : minor.end,
  };
}
