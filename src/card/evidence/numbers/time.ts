/** Reads times: "10:30", "10.30 Uhr", "22h30", "5 p.m.". Pure. */
import { currencyBefore } from './currency.ts';
import type { Lexicon } from './lexicon.ts';
import { matchAt } from './phrases.ts';
import type { Token } from './tokens.ts';
import { isQuantified } from './unit.ts';

/** A name in the form of a time that cannot be one: "4:1". */
type FoundTime = { type: 'time' | 'name'; start: number; end: number };

const isClock = (hours: string | undefined, minutes: string | undefined) =>
  Number(hours) <= 24 && /^[0-5]\d$/.test(minutes ?? '');

/** "10:30", "10.30 Uhr", "22h30", "5 p.m." */
export function readTime(tokens: Token[], at: number, lexicon: Lexicon): FoundTime | undefined {
  const { text } = tokens[at] as Token;
  const time = (end: number): FoundTime => ({ type: 'time', start: at, end: skipTimeWord(tokens, end, lexicon) });
  if (
    tokens[at + 1]?.text === ':' &&
    tokens[at + 1]?.glued &&
    tokens[at + 2]?.type === 'digits' &&
    tokens[at + 2]?.glued
  ) {
    let end = at + 3;
    while (
      tokens[end]?.text === ':' &&
      tokens[end]?.glued &&
      tokens[end + 1]?.glued &&
      tokens[end + 1]?.type === 'digits'
    )
      end += 2;
    return isClock(text, tokens[at + 2]?.text.slice(0, 2)) ? time(end) : { type: 'name', start: at, end };
  }
  const before = tokens[at - 1];
  const beforePoint = before?.text === '.' && before.glued ? tokens[at - 2] : before;
  const isAt = beforePoint !== undefined && lexicon.timeBefore.values.has(beforePoint.key);
  // "ore 18", "godz. 17"
  if (/^(?:ore|godz|godzinie|godzina|godziny)$/.test(beforePoint?.key ?? '') && /^\d{1,2}(?:\.\d\d)?$/.test(text))
    return time(at + 1);
  const isMilitary = isClock(text.slice(0, 2), text.slice(2)) && /^\d{4}$/.test(text);
  if (isMilitary && /^(?:hrs|hours|gmt|utc)$/.test(tokens[at + 1]?.key ?? '')) return time(at + 2);
  const pointed = /^(\d{1,2})\.(\d\d)$/.exec(text);
  if (pointed && isClock(pointed[1], pointed[2])) {
    const end = timeWordEnd(tokens, at + 1, lexicon);
    if (
      end !== undefined ||
      (isAt &&
        lexicon.separators.decimal !== '.' &&
        !isQuantified(tokens, at + 1, lexicon) &&
        !currencyBefore(tokens, at - 1))
    )
      return time(at + 1);
  }
  if (!/^\d{1,2}$/.test(text) || Number(text) > 24) return undefined;
  const suffix = tokens[at + 1];
  if (suffix?.glued && suffix.type === 'word') {
    if (/^[hu]$/.test(suffix.key) && /^[0-5]\d$/.test(tokens[at + 2]?.text ?? '') && tokens[at + 2]?.glued)
      return time(at + 3);
    if (/^[ap]m$/.test(suffix.key)) return time(at + 2);
    // "9h à 17h"
    if (suffix.key === 'h' && matchAt(tokens, at + 2, lexicon.to) && tokens[at + 4]?.key === 'h') return time(at + 2);
    if (isAt && lexicon.timeSuffix.values.has(suffix.key)) return time(at + 2);
  }
  if (
    suffix?.key === 'h' &&
    !suffix.glued &&
    /^[0-5]\d$/.test(tokens[at + 2]?.text ?? '') &&
    lexicon.timeSuffix.values.has('h')
  )
    return time(at + 3);
  const isAfterAt = isAt && timeWordEnd(tokens, at + 1, lexicon) !== undefined;
  return isAfterAt || readClockWord(tokens, at + 1, lexicon) ? time(at + 1) : undefined;
}

const DURATION = /^(?:h|hrs|hours?|heures?|horas?|ore|часов|часа|час|ч|год|гадзіны?)$/;

/** The token after a word that makes the preceding number a time: "p.m.", "Uhr". "24 hours" is a duration. */
export function readClockWord(tokens: Token[], at: number, lexicon: Lexicon): number | undefined {
  return DURATION.test(tokens[at]?.key ?? '') ? undefined : timeWordEnd(tokens, at, lexicon);
}

/** Reads "p.m." or "Uhr" after a number; undefined if there is none. */
function timeWordEnd(tokens: Token[], at: number, lexicon: Lexicon): number | undefined {
  const token = tokens[at];
  if (!token || token.breaks || (/^[ap]$/.test(token.key) && tokens[at + 1]?.text !== '.')) return undefined;
  const word = matchAt(tokens, at, lexicon.timeAfter);
  if (!word) return undefined;
  const point = tokens[word.end];
  return point?.text === '.' && point.glued && word.end - at > 1 ? word.end + 1 : word.end;
}

function skipTimeWord(tokens: Token[], at: number, lexicon: Lexicon): number {
  return timeWordEnd(tokens, at, lexicon) ?? at;
}
