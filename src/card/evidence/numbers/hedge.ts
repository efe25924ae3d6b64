/** Reads the hedge of a number: words that make it exact, approximate, or a limit. Pure. */
import type { Lexicon } from './lexicon.ts';
import { matchAt, matchBefore } from './phrases.ts';
import type { NumberHedge } from './reading.ts';
import type { Token } from './tokens.ts';

export type Hedged = {
  hedge: NumberHedge | null;
  /** Whether the words mean a rounded or estimated number. */
  approximate: boolean;
  /** The first token of the hedge, and the token after the words that follow the number. */
  start: number;
  end: number;
};

/** How many tokens before "from 3 to 5" or "up to 5" a verb of change can be. */
const CHANGE_DISTANCE = 8;

const LIMITS: NumberHedge[] = ['at-most', 'below', 'at-least', 'above'];

/** Reads the hedge of the number between two tokens. `from`: the token where the last reading ended. */
export function readHedge(
  tokens: Token[],
  number: { start: number; end: number },
  from: number,
  lexicon: Lexicon,
): Hedged {
  const found: NumberHedge[] = [];
  let { start, end } = number;
  for (let next = start; next > from && !tokens[next]?.breaks; ) {
    const match = matchBefore(tokens, next, from, lexicon.hedges);
    if (match && !isChange(tokens, match, next, from, lexicon)) {
      found.push(match.value);
      next = match.start;
      start = match.start;
    } else {
      const filler = matchBefore(tokens, next, from, lexicon.fillers);
      if (!filler || filler.start <= from) break;
      next = filler.start;
    }
  }
  const plus = tokens[end];
  if (plus?.text === '+' && plus.glued && !(tokens[end + 1]?.glued && tokens[end + 1]?.type !== 'sign')) {
    found.push('at-least');
    end++;
  } else {
    const after = matchAt(tokens, end, lexicon.hedgesAfter);
    if (after) {
      found.push(after.value);
      end = after.end;
    }
  }
  const limit = found.find((hedge) => LIMITS.includes(hedge));
  const approximate = found.some((hedge) => hedge === 'about' || hedge === 'nearly');
  return { hedge: limit ?? found[0] ?? null, approximate, start, end };
}

/** "увеличилось до 1000" is not a limit: the word is the "to" of a change. */
function isChange(
  tokens: Token[],
  { value, start }: { value: NumberHedge; start: number },
  end: number,
  from: number,
  lexicon: Lexicon,
): boolean {
  if (value !== 'at-most' || end - start > 1 || !lexicon.to.values.has(tokens[start]?.key ?? '')) return false;
  // "з 10 до 20": the number before the word is the start of the change.
  return (start === from && from > 0) || hasChangeBefore(tokens, start, lexicon);
}

/** Whether a verb of change occurs shortly before a token in the same sentence. */
export function hasChangeBefore(tokens: Token[], at: number, { change }: Lexicon): boolean {
  for (let before = at - 1; before >= 0 && at - before <= CHANGE_DISTANCE; before--) {
    const token = tokens[before] as Token;
    if (/^[.;!?]$/.test(token.text) || tokens[before + 1]?.breaks) return false;
    if (
      token.type === 'word' &&
      change.some((stem) => token.key.startsWith(stem) && token.key.length <= stem.length + 6)
    )
      return true;
  }
  return false;
}
