/** Reads the unit of a number (percent, degrees), and whether a unit or a scale follows. Pure. */
import { currencyAfter } from './currency.ts';
import type { Lexicon } from './lexicon.ts';
import { matchAt } from './phrases.ts';
import { readScale } from './scale.ts';
import type { Token } from './tokens.ts';

export function readPercent(tokens: Token[], at: number, lexicon: Lexicon): { unit: string; end: number } | undefined {
  const token = tokens[at];
  if (!token || token.breaks) return undefined;
  if (token.text === '%' || token.text === '‰') {
    const points = matchAt(tokens, at + 1, {
      values: new Map([
        ['- punkte', true],
        ['points', true],
      ]),
      longest: 2,
    });
    return points ? { unit: 'pp', end: points.end } : { unit: token.text, end: at + 1 };
  }
  const from = token.text === '-' && token.glued && tokens[at + 1]?.glued ? at + 1 : at;
  const points = matchAt(tokens, from, lexicon.points);
  if (points) return { unit: 'pp', end: points.end };
  const percent = matchAt(tokens, from, lexicon.percent);
  return percent && { unit: '%', end: percent.end };
}

/** "°C" */
export function readDegree(tokens: Token[], at: number): { unit: string; end: number } | undefined {
  const [token, scale] = [tokens[at], tokens[at + 1]];
  if (/^[℃℉]$/.test(token?.text ?? '')) return { unit: token?.text === '℃' ? '°C' : '°F', end: at + 1 };
  if (!/^[°º]$/.test(token?.text ?? '')) return undefined;
  if (scale && /^[CFСK]$/.test(scale.text)) return { unit: `°${scale.text.replace('С', 'C')}`, end: at + 2 };
  return token?.text === '°' ? { unit: '°', end: at + 1 } : undefined;
}

/** Whether a token is a percent sign, a currency or a scale. */
export function isQuantified(tokens: Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at];
  if (!token || token.breaks) return false;
  return (
    token.text === '%' ||
    matchAt(tokens, at, lexicon.percent) !== undefined ||
    currencyAfter(tokens, at, lexicon) !== undefined ||
    readScale(tokens, at, lexicon, { money: false, decimal: false }) !== undefined
  );
}
