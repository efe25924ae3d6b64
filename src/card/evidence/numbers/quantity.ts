/** Reads a quantity: a number or a range, with its unit and hedge. Pure. */
import { readAmount } from './amount.ts';
import type { NoCardinal } from './cardinal.ts';
import { readHedge } from './hedge.ts';
import type { Lexicon } from './lexicon.ts';
import { readOpenedRange, readRange, type Span, shareChange } from './range.ts';
import type { NumberHedge, Quantity } from './reading.ts';
import { readClockWord } from './time.ts';
import type { Token } from './tokens.ts';

/** `end`: the token after the quantity. */
export type ReadQuantity = { type: 'quantity'; reading: Quantity; end: number };

/** Reads the quantity at a token. `from`: the token where the last reading ended. */
export function readQuantity(
  tokens: Token[],
  at: number,
  from: number,
  lexicon: Lexicon,
): ReadQuantity | NoCardinal | undefined {
  const opened = readOpenedRange(tokens, at, lexicon);
  if (opened) return opened.type === 'span' ? toQuantity(tokens, opened, from, lexicon) : opened;
  const first = readAmount(tokens, at, lexicon);
  if (first?.type !== 'amount') return first;
  const range = readRange(tokens, first, lexicon);
  if (range && range.type !== 'span') return range;
  const clock =
    first.scale === 1 && first.unit === null ? readClockWord(tokens, range?.end ?? first.end, lexicon) : undefined;
  if (clock) return { type: 'time', end: clock };
  const own = range ? first : shareChange(tokens, first, lexicon);
  return toQuantity(tokens, range ?? { type: 'span', start: at, end: first.end, low: own, high: own }, from, lexicon);
}

function toQuantity(tokens: Token[], span: Span, from: number, lexicon: Lexicon): ReadQuantity | NoCardinal {
  const { low, high } = span;
  if (!Number.isFinite(low.value) || !Number.isFinite(high.value)) return { type: 'name', end: span.end };
  const { hedge: said, approximate, start, end } = readHedge(tokens, span, from, lexicon);
  // "тысячи" is one thousand after "более", but thousands on its own.
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
    // "plus d'une centaine" means "more than a hundred".
    approximate: approximate || vague || (said === null && (low.about || high.about)),
    scale: high.scale,
    unit: high.unit,
    number: { start: tokens[span.start]?.start ?? 0, end: tokens[span.end - 1]?.end ?? 0 },
  };
  return { type: 'quantity', reading, end };
}
