/** Reads words that give only the magnitude of a number: "tens of thousands", "several hundred", "une dizaine". Pure. */
import { type Cardinal, cardinal } from './cardinal.ts';
import { readWhole } from './fraction.ts';
import type { Lexicon } from './lexicon.ts';
import { matchAt } from './phrases.ts';
import type { Token } from './tokens.ts';

/** "tens of thousands", "several hundred" */
export function readVague(tokens: Token[], at: number, lexicon: Lexicon): Cardinal | undefined {
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

/** "une dizaine de milliers" */
export function readApproximate(tokens: Token[], at: number, lexicon: Lexicon): Cardinal | undefined {
  const start = lexicon.article.values.has(tokens[at]?.key ?? '') ? at + 1 : at;
  const value = lexicon.approximate.values.get(tokens[start]?.key ?? '');
  if (value === undefined) return undefined;
  const whole = lexicon.of.values.has(tokens[start + 1]?.key ?? '') ? readWhole(tokens, start + 1, lexicon) : undefined;
  const scale = whole?.scale ?? 1;
  return cardinal(value * scale, whole?.end ?? start + 1, { scale, about: true });
}
