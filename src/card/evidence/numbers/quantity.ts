/** Reads a quantity: a number or a range of two, with its unit and hedge. Pure. */
import { type Amount, readAmount } from './amount.ts';
import type { NoCardinal } from './cardinal.ts';
import { hasChangeBefore, readHedge } from './hedge.ts';
import { type Lexicon, matchAt } from './lexicon.ts';
import type { NumberHedge, Quantity } from './reading.ts';
import type { Token } from './tokens.ts';

/** `end`: the token after it. */
export type ReadQuantity = { type: 'quantity'; reading: Quantity; end: number };

const DASH = /^[-‐‑‒–—−~]$/;

/** The quantity that begins at a token, or what else is there. `from`: the token where the last reading ended. */
export function readQuantity(
  tokens: Token[],
  at: number,
  from: number,
  lexicon: Lexicon,
): ReadQuantity | NoCardinal | undefined {
  const opened = readOpenedRange(tokens, at, lexicon);
  if (opened) return opened.type === 'unclear' ? opened : toQuantity(tokens, opened, from, lexicon);
  const first = readAmount(tokens, at, lexicon);
  if (first?.type !== 'amount') return first;
  const range = readRange(tokens, first, lexicon);
  if (range?.type === 'unclear') return range;
  return toQuantity(
    tokens,
    range ?? { type: 'span', start: at, end: first.end, low: first, high: first },
    from,
    lexicon,
  );
}

type Span = { type: 'span'; start: number; end: number; low: Amount; high: Amount };
type Unclear = Extract<NoCardinal, { type: 'unclear' }>;

/** "between 3 and 5 million", "from 3 to 5 million" */
function readOpenedRange(tokens: Token[], at: number, lexicon: Lexicon): Span | Unclear | undefined {
  for (const [opener, isMiddle] of [
    [lexicon.between, (next: number) => matchAt(tokens, next, lexicon.betweenAnd)],
    [lexicon.from, (next: number) => matchAt(tokens, next, lexicon.to)],
  ] as const) {
    const open = matchAt(tokens, at, opener);
    if (!open) continue;
    const first = readAmount(tokens, skipAbout(tokens, open.end, lexicon), lexicon);
    if (first?.type !== 'amount' || first.vague) continue;
    const middle = isMiddle(first.end);
    if (!middle || tokens[first.end]?.breaks) continue;
    const second = readAmount(tokens, skipAbout(tokens, middle.end, lexicon), lexicon);
    if (second?.type !== 'amount' || tokens[middle.end]?.breaks) continue;
    if (opener === lexicon.from && hasChangeBefore(tokens, at, lexicon)) continue;
    const span = join(first, second, 'words');
    if (span) return span.type === 'span' ? { ...span, start: at } : span;
  }
  return undefined;
}

/** "some" in "between some 3 and 5 million" */
function skipAbout(tokens: Token[], at: number, { hedges }: Lexicon): number {
  const hedge = matchAt(tokens, at, hedges);
  return hedge?.value === 'about' ? hedge.end : at;
}

/** "2-3 million", "3 to 5", "two or three" */
function readRange(tokens: Token[], first: Amount, lexicon: Lexicon): Span | Unclear | undefined {
  const token = tokens[first.end];
  if (!token || token.breaks || first.vague) return undefined;
  const next = tokens[first.end + 1];
  if (DASH.test(token.text) && next && !next.breaks) {
    // "1000 -5000" has a sign; "80%-90%" and "3 – 5" have a dash.
    if (token.glued !== next.glued && !(token.glued && /[–—]/.test(token.text))) return undefined;
    const second = readAmount(tokens, first.end + 1, lexicon);
    if (
      second?.type !== 'amount' ||
      second.negative ||
      (tokens[second.end]?.glued &&
        DASH.test(tokens[second.end]?.text ?? '') &&
        tokens[second.end + 1]?.type === 'digits')
    )
      return undefined;
    return join(first, second, 'dash');
  }
  const to = matchAt(tokens, first.end, lexicon.to);
  if (to) {
    const second = readAmount(tokens, to.end, lexicon);
    const isChange = hasChangeBefore(tokens, first.start, lexicon);
    return second?.type === 'amount' && !isChange && !second.vague ? join(first, second, 'words') : undefined;
  }
  if (matchAt(tokens, first.end, lexicon.or)) {
    const second = readAmount(tokens, first.end + 1, lexicon);
    if (second?.type !== 'amount' || (first.scale > 1 && second.scale > 1)) return undefined;
    const span = join(first, second, 'words');
    return span?.type === 'span' && isNext(span) ? span : undefined;
  }
  return undefined;
}

/** "five or six": only numbers that follow each other are one guess. */
function isNext({ low, high }: Span): boolean {
  return high.value - low.value <= high.scale || high.value - low.value <= low.value / 2;
}

/** A range of two amounts; what only one of them has is shared. Undefined where it is no range: a score, a change. */
function join(first: Amount, second: Amount, by: 'dash' | 'words'): Span | Unclear | undefined {
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit && !isMoney(first, second))
    return undefined;
  const unit = second.unit ?? first.unit;
  const low = shareScale(first, second, by);
  if (low === 'unclear') {
    const because = `"${first.digits}" may be thousands here, or as it is written`;
    return { type: 'unclear', end: second.end, because };
  }
  if (low.value >= second.value) return undefined;
  return { type: 'span', start: first.start, end: second.end, low: { ...low, unit }, high: { ...second, unit } };
}

/** "$3bn–5bn dollars" names its currency twice. */
const isMoney = (first: Amount, second: Amount) => first.unit === '$' && /^[A-Z]{3}$/.test(second.unit ?? '');

/** The lower end with the scale of the upper: "2-3 million", and "10-12,000", where only thousands make sense. */
function shareScale(first: Amount, second: Amount, by: 'dash' | 'words'): Amount | 'unclear' {
  if (first.scale > 1 || first.value < 0) return first;
  if (second.scale > 1 && Number.isInteger(Math.log10(second.scale))) {
    const scaled = Number(`${first.value}e${Math.round(Math.log10(second.scale))}`);
    return scaled <= second.value ? { ...first, value: scaled, scale: second.scale } : first;
  }
  const thousands = first.value * 1000;
  if (first.digits === null || second.digits !== null || second.value % 1000 !== 0) return first;
  if (thousands >= second.value || second.value / thousands > 10) return first;
  return by === 'dash' ? { ...first, value: thousands } : 'unclear';
}

function toQuantity(tokens: Token[], span: Span, from: number, lexicon: Lexicon): ReadQuantity {
  const { low, high } = span;
  const { hedge: said, approximate, start, end } = readHedge(tokens, span, from, lexicon);
  // "тысячи" after "более" is one thousand, and alone it is thousands.
  const isOne =
    low.vague &&
    said !== null &&
    span.end === span.start + 1 &&
    lexicon.alone.values.has(tokens[span.start]?.key ?? '');
  const vague = low.vague && !isOne;
  const hedge: NumberHedge | null = said ?? (low.about || high.about ? 'about' : null);
  const min = { value: low.value, open: hedge === 'above' };
  const max = { value: high.value, open: hedge === 'below' };
  const reading: Quantity = {
    type: 'quantity',
    start: tokens[start]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
    min: hedge === 'at-most' || hedge === 'below' ? null : min,
    max: hedge === 'at-least' || hedge === 'above' || vague ? null : max,
    hedge,
    approximate: approximate || vague || low.about || high.about,
    scale: high.scale,
    unit: high.unit,
    number: { start: tokens[span.start]?.start ?? 0, end: tokens[span.end - 1]?.end ?? 0 },
  };
  return { type: 'quantity', reading, end };
}
