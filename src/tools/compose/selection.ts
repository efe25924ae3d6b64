/** Proposes a card for a selection in an article. Pure. */
import type { Range } from '../../card/evidence/find-quote.ts';
import type { QuotedKind } from '../../card/kind.ts';
import { type ProposeContext, type ProposedCard, proposeFor } from '../new/propose-card.ts';
import type { FoundQuote } from '../new/quote.ts';
import { locateIn } from '../new/suggest.ts';
import type { Reading } from './readings.ts';
import { Refused } from './refused.ts';

export function proposeCard(
  reading: Reading,
  range: Range,
  wanted: QuotedKind | undefined,
  context: ProposeContext,
): ProposedCard {
  return proposeFor(locateWords(reading, range), reading, wanted, context);
}

/** The words of a selection, completed to whole words. @throws Refused with the message of `npm run new`. */
function locateWords({ text }: Reading, { start, end }: Range): FoundQuote {
  const whole = wholeWords(text.text, { start, end });
  const words = text.text.slice(whole.start, whole.end);
  if (!/[\p{L}\p{N}]/u.test(words)) throw new Refused('Select some words of the article.');
  const located = locateIn(text, words, whole);
  if (located.ok) return located;
  throw new Refused(located.message.replace(', or add --across-blocks if this is intended', ''));
}

/** Without the white space around it, and with all letters of its first and last word. */
function wholeWords(text: string, { start, end }: Range): Range {
  const inside = text.slice(start, end);
  const from = start + (inside.length - inside.trimStart().length);
  const to = from + inside.trim().length;
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, from - 40), from))?.[0] ?? '';
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(to, to + 40))?.[0] ?? '';
  const isInWord = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  return { start: isInWord(from) ? from - before.length : from, end: isInWord(to - 1) ? to + after.length : to };
}
