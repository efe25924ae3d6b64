/** Reads ranges: "2-3 million", "between 3 and 5 million", "$3bn–$5bn". Pure. */
import { type Amount, readAmount } from './amount.ts';
import type { NoCardinal } from './cardinal.ts';
import { readDate } from './date.ts';
import { hasChangeBefore } from './hedge.ts';
import type { Lexicon } from './lexicon.ts';
import { readOther } from './other.ts';
import { matchAt } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Two amounts, or a single one as both. */
export type Span = { type: 'span'; start: number; end: number; low: Amount; high: Amount };

const DASH = /^[-‐‑‒–—−~]$/;

/** Whether a reading can be an end of a range. Times only range with times; dates and names never do. */
function readEnd(tokens: Token[], at: number, lexicon: Lexicon, money: boolean): Amount | NoCardinal | undefined {
  if (!tokens[at] || readDate(tokens, at, lexicon)) return undefined;
  const other = readOther(tokens, at, lexicon);
  if (other) return other.type === 'time' ? { type: 'time', end: other.end } : undefined;
  return readAmount(tokens, at, lexicon, money);
}

/** "between 3 and 5 million", "from 3 to 5 million" */
export function readOpenedRange(tokens: Token[], at: number, lexicon: Lexicon): Span | NoCardinal | undefined {
  for (const [opener, middle] of [
    [lexicon.between, lexicon.betweenAnd],
    [lexicon.from, lexicon.to],
  ] as const) {
    const open = matchAt(tokens, at, opener);
    if (!open) continue;
    const first = readEnd(tokens, skipAbout(tokens, open.end, lexicon), lexicon, false);
    if (first?.type !== 'amount' || first.vague || tokens[first.end]?.breaks) continue;
    const joint = matchAt(tokens, first.end, middle);
    if (!joint || tokens[joint.end]?.breaks) continue;
    const second = readEnd(tokens, skipAbout(tokens, joint.end, lexicon), lexicon, isMoney(first));
    if (second?.type === 'time') return second;
    if (second?.type !== 'amount' || (opener === lexicon.from && hasChangeBefore(tokens, at, lexicon))) continue;
    const span = join(first, second, 'words');
    if (span) return span.type === 'span' ? { ...span, start: at } : span;
  }
  return undefined;
}

/** Before the end of a range: "tra il 10 e il 15%". */
const ARTICLES = /^(?:the|el|los|las|les?|la|il|i|gli|l'|de|dem|den|die|os?|as)$/;

/** "some" in "between some 3 and 5 million", "the" in "between the 3 and the 5". */
function skipAbout(tokens: Token[], at: number, { hedges }: Lexicon): number {
  const hedge = matchAt(tokens, at, hedges);
  if (hedge?.value === 'about') return hedge.end;
  return ARTICLES.test(tokens[at]?.key ?? '') ? at + 1 : at;
}

const isMoney = ({ unit }: Amount) => unit !== null && !/^(?:[%‰°]|°[CF]|pp)$/.test(unit);

/** "2-3 million", "3 to 5", "two or three" */
export function readRange(tokens: Token[], first: Amount, lexicon: Lexicon): Span | NoCardinal | undefined {
  const token = tokens[first.end];
  if (!token || token.breaks || first.vague) return undefined;
  // "a 100- to 150-strong unit"
  const hangs = token.text === '-' && token.glued && tokens[first.end + 1]?.glued === false;
  const from = hangs && matchAt(tokens, first.end + 1, lexicon.to) ? first.end + 1 : first.end;
  const to = matchAt(tokens, from, lexicon.to);
  if (!to && DASH.test(token.text)) return readDashed(tokens, first, lexicon);
  const or = to ? undefined : matchAt(tokens, from, lexicon.or);
  const joint = to ?? or;
  if (!joint || (to && isChange(tokens, first.start, lexicon))) return undefined;
  const second = readEnd(tokens, joint.end, lexicon, isMoney(first));
  if (second?.type === 'time' && first.digits !== null) return second;
  if (second?.type !== 'amount' || second.vague) return undefined;
  if (to) return join(first, second, 'words');
  if (first.scale > 1 && second.scale > 1) return undefined;
  const span = join(first, second, 'words');
  return span?.type === 'span' && isNext(span) ? span : undefined;
}

/** "from" of a change, in languages where ranges use another word. */
const FROM_OF_CHANGE = /^(?:з|із|зі|с|со|z|ze)$/;

/** "rose 3 to 5" is a change. So is "з 3 до 5", whereas "від 3 до 5" is a range. */
function isChange(tokens: Token[], at: number, lexicon: Lexicon): boolean {
  return FROM_OF_CHANGE.test(tokens[at - 1]?.key ?? '') || hasChangeBefore(tokens, at, lexicon);
}

function readDashed(tokens: Token[], first: Amount, lexicon: Lexicon): Span | NoCardinal | undefined {
  const [dash, next] = [tokens[first.end] as Token, tokens[first.end + 1]];
  // "7-Eleven" is not a range.
  if (!next || next.breaks || (first.digits !== null && next.type === 'word' && /^\p{Lu}\p{Ll}/u.test(next.text)))
    return undefined;
  // "1000 -5000" has a minus sign; "80%-90%" and "3 – 5" have a dash.
  if (dash.glued !== next.glued && !(dash.glued && /[–—]/.test(dash.text))) return undefined;
  const second = readEnd(tokens, first.end + 1, lexicon, isMoney(first));
  if (second?.type === 'time' && first.digits !== null) return second;
  if (second?.type !== 'amount' || second.negative || second.vague) return undefined;
  const after = tokens[second.end];
  if (after?.glued && DASH.test(after.text) && tokens[second.end + 1]?.type === 'digits') return undefined;
  return join(first, second, 'dash');
}

/** "five or six": an estimate only if the numbers are consecutive. */
function isNext({ low, high }: Span): boolean {
  return high.value - low.value <= high.scale || high.value - low.value <= low.value / 2;
}

/** A range of two amounts that share unit and scale. Undefined if it is not a range but a score or a change. */
function join(first: Amount, second: Amount, by: 'dash' | 'words'): Span | NoCardinal | undefined {
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit && !isSameMoney(first, second))
    return undefined;
  const unit = second.unit ?? first.unit;
  const low = shareScale(first, second, by);
  if (low === 'unclear') {
    const because = `“${first.digits}” can be thousands here, or the number as written`;
    return { type: 'unclear', end: second.end, because };
  }
  if (low.value >= second.value) return undefined;
  return { type: 'span', start: first.start, end: second.end, low: { ...low, unit }, high: { ...second, unit } };
}

/** "$3bn–5bn dollars" names its currency twice. */
const isSameMoney = (first: Amount, second: Amount) => first.unit === '$' && /^[A-Z]{3}$/.test(second.unit ?? '');

/** Applies the scale of the upper end to the lower: "2-3 million", and "10-12,000" if it only makes sense in thousands. */
function shareScale(first: Amount, second: Amount, by: 'dash' | 'words'): Amount | 'unclear' {
  if (first.scale > 1 || first.value < 0) return first;
  if (second.scale > 1) {
    const power = Math.log10(second.scale);
    const scaled = Number.isInteger(power) ? Number(`${first.value}e${power}`) : first.value * second.scale;
    return scaled <= second.value ? { ...first, value: scaled, scale: second.scale } : first;
  }
  const thousands = first.value * 1000;
  if (first.digits === null || second.digits !== null || second.value % 1000 !== 0) return first;
  if (thousands >= second.value || second.value / thousands > 10) return first;
  return by === 'dash' ? { ...first, value: thousands } : 'unclear';
}

/** Words between the two numbers of a change, in addition to those of a range: "von 3 auf 5 Prozent". */
const CHANGE_TO = /^(?:auf|naar|na|para)$/;
/** The maximum factor of a shared scale: "from 500 to 2 million" does not mean 500 million. */
const MAX_TIMES = 20;

/** The first number of a change with the scale and unit of the second: "from 10 to 20 million". */
export function shareChange(tokens: Token[], first: Amount, lexicon: Lexicon): Amount {
  if (first.digits === null || first.unit !== null || first.start === 0) return first;
  const before = tokens[first.start - 1] as Token;
  if (!lexicon.from.values.has(before.key) && !FROM_OF_CHANGE.test(before.key)) return first;
  const to = CHANGE_TO.test(tokens[first.end]?.key ?? '')
    ? { end: first.end + 1 }
    : matchAt(tokens, first.end, lexicon.to);
  const second = to && readEnd(tokens, to.end, lexicon, false);
  if (second?.type !== 'amount' || second.vague || !Number.isInteger(Math.log10(second.scale))) return first;
  if (second.scale > 1 && first.value > MAX_TIMES * (second.value / second.scale)) return first;
  const power = Math.round(Math.log10(second.scale));
  return { ...first, value: Number(`${first.value}e${power}`), scale: second.scale, unit: second.unit };
}
