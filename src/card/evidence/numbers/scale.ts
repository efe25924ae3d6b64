/** Reads the scale of a number: "million", "Mrd.", "k". Pure. */
import type { Lexicon } from './lexicon.ts';
import { matchAt } from './phrases.ts';
import type { Token } from './tokens.ts';

export type ReadScale = { power: number; end: number } | { power: null; end: number; because: string };

type Around = {
  /** Whether the number is money or has a decimal sign. Letters after it are then not a unit of measurement. */
  money: boolean;
  decimal: boolean;
};

/** Letters that are a scale only directly after digits, because other words and names begin with them. */
const NEEDS_MONEY = ['b', 't', 'm'];
/** Words after "100m" that make it a length. */
const METRES =
  /^(?:away|from|above|below|under|long|high|tall|wide|deep|race|races|sprint|final|hurdles|relay|freestyle|butterfly|backstroke|breaststroke|dash|title|gold|record|x|by|to|and|or|of|in|at|on|off|down|up|out|back|further|altitude|depth|resolution|radius|event|heat|runner|champion)$/;

const ADJECTIVES: [stem: string, power: number][] = [
  ['тысячн', 3],
  ['тисячн', 3],
  ['миллионн', 6],
  ['мільионн', 6],
  ['мільенн', 6],
  ['миллиардн', 9],
  ['мільярдн', 9],
  ['tysieczn', 3],
  ['milionow', 6],
  ['miliardow', 9],
];

/** Reads the scale after a number; undefined if there is none. */
export function readScale(tokens: Token[], at: number, lexicon: Lexicon, around: Around): ReadScale | undefined {
  const token = tokens[at];
  if (!token || token.breaks) return undefined;
  if (token.text === '-' && token.glued) {
    // "2-million" has a whole scale word; "300-тысячная" is an adjective.
    const word = tokens[at + 1];
    const adjective = word?.glued ? ADJECTIVES.find(([stem]) => word.key.startsWith(stem)) : undefined;
    if (adjective) return { power: adjective[1], end: at + 2 };
    const scale = word?.glued && word.key.length > 3 ? matchAt(tokens, at + 1, lexicon.scales) : undefined;
    return scale && toScale(scale.value, scale.end, word?.text);
  }
  if (token.type !== 'word') return undefined;
  const letters = lexicon.letters.get(token.text);
  if (letters !== undefined) return readLetters(tokens, at, letters, around);
  const match = matchAt(tokens, at, lexicon.scales);
  if (!match) return undefined;
  const point = tokens[match.end];
  const isAbbreviation = token.key.length <= 4 && token.key !== 'mil';
  const end = isAbbreviation && point?.text === '.' && point.glued ? match.end + 1 : match.end;
  return toScale(match.value, end, token.text);
}

function toScale(power: number | null, end: number, word = ''): ReadScale {
  if (power !== null) return { power, end };
  return { power, end, because: `“${word}” has different values in different languages` };
}

function readLetters(
  tokens: Token[],
  at: number,
  power: number | null,
  { money, decimal }: Around,
): ReadScale | undefined {
  const { text, glued } = tokens[at] as Token;
  const next = tokens[at + 1];
  if (next?.glued && (next.type !== 'sign' || (!money && /^[/'’]$/.test(next.text)))) return undefined;
  // "a 5m-long rope", "4K-video": a unit of measurement.
  if (
    !money &&
    text.length === 1 &&
    next?.text === '-' &&
    next.glued &&
    tokens[at + 2]?.glued &&
    tokens[at + 2]?.type === 'word'
  )
    return undefined;
  // "221B Baker Street" is an address.
  if (text === 'B' && !money && !decimal && next?.type === 'word' && /^\p{Lu}\p{Ll}/u.test(next.text)) return undefined;
  if (text === 'm' && !money) {
    // "1.5m-2m people": the unit follows the second number.
    const isRange =
      /^[-–—]$/.test(next?.text ?? '') && tokens[at + 2]?.type === 'digits' && tokens[at + 3]?.text === 'm';
    if (isRange) return readLetters(tokens, at + 3, power, { money, decimal }) && toScale(power, at + 1, text);
    if (!glued) return undefined;
    if (next && !next.glued && next.type === 'word' && /^\p{Ll}/u.test(next.text) && !METRES.test(next.key))
      return toScale(power, at + 1, text);
    // In a figure's text, the unit is a separate field.
    if (!next && at <= 2) return toScale(power, at + 1, text);
    return { power: null, end: at + 1, because: '“m” can be a million or metres' };
  }
  if (NEEDS_MONEY.includes(text) && !money && !(decimal && glued)) return undefined;
  if (text.length === 1 && !/[kKMBTGL]/.test(text) && !glued && !money) return undefined;
  const end = next?.text === '.' && next.glued && text.length > 1 && tokens[at + 2]?.type === 'word' ? at + 2 : at + 1;
  return toScale(power, end, text);
}
