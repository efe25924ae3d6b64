/** Decides whether four digits are a year or a quantity. Pure. */
import type { Lexicon } from './lexicon.ts';
import { matchAt, matchBefore } from './phrases.ts';
import { readScale } from './scale.ts';
import type { Token } from './tokens.ts';

/** Words before a year, or before a round number with a noun after it. */
const STRONG = new Set(
  (
    'in since by during year years fy early late mid pre post winter spring summer autumn season im seit jahr jahre jahres jahren anfang mitte ende winter sommer ' +
    "herbst en depuis annee annees l'annee an debut mi hiver ete printemps automne desde ano anos principios mediados finales verano invierno primavera otono " +
    'nel dal del anno anni inizio meta estate inverno em sinds jaar jaren begin eind rok roku rokiem latach lata'
  ).split(' '),
);
/** Words that are not a noun after a number. */
const FUNCTION = new Set(
  (
    'and or but was is are were has had have as its this that when while which who with by to in on at of from for the a an after before because than then it he she they we until und oder ' +
    'war ist hat als mit bei zu im auf von fur der die das den dem nach vor weil wurde wurden et ou mais etait est a avec par pour dans les des du y e o pero fue es ha con por para los las del ' +
    'della delle dei nel ma era con per os as mas foi com i lub ale byl jest z do na po przed и или но был с по на для в до і та або але був з у до на для по й це'
  ).split(' '),
);

const PLURAL: Record<string, RegExp> = {
  en: /^(?:\p{Ll}[\p{Ll}-]*[^s']s|people|men|women|children|troops|police|personnel)$/u,
  es: /^\p{Ll}+s$/u,
  pt: /^\p{Ll}+s$/u,
  fr: /^\p{Ll}+[sx]$/u,
  de: /^\p{Lu}\p{Ll}{2,}/u,
  nl: /^\p{Ll}{2,}(?:en|s)$/u,
  it: /^\p{Ll}{3,}[iea]$/u,
};
const ANY_WORD = /^\p{Ll}{3,}$/u;

/** @param at the token with four digits. */
export function isYear(tokens: Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at] as Token;
  const year = Number(token.text);
  if (year > 2199) return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const next = after?.breaks ? undefined : after;
  if (before && /^\p{Sc}$/u.test(before.text) && token.glued) return false;
  if (next && isUnit(tokens, at + 1, lexicon)) return false;
  if (next && matchAt(tokens, at + 1, lexicon.yearAfter)) return true;
  const isModern = year >= 1900 && year < 2100;
  if (next && isJoined(tokens, at, 1)) return year >= 1500;
  if (isJoined(tokens, at, -1)) return year >= 1500;
  if (lexicon.language === null) return false;
  const hedge = matchBefore(tokens, at, Math.max(0, at - lexicon.hedges.longest), lexicon.hedges);
  const isTo =
    hedge &&
    at - hedge.start === 1 &&
    (lexicon.to.values.has(before?.key ?? '') || lexicon.yearBefore.values.has(before?.key ?? ''));
  if (hedge && !isTo && hedge.value !== 'about') return false;
  const isNoun = isNounAt(next, lexicon);
  const isRound = year % 100 === 0;
  const preposition = before && !token.breaks ? before.key : '';
  if (hedge?.value === 'about' && !isTo) {
    const isDated = lexicon.yearBefore.values.has(tokens[hedge.start - 1]?.key ?? '');
    return !isNoun && (isDated || (isModern && !isRound));
  }
  if (STRONG.has(preposition) && lexicon.yearBefore.values.has(preposition)) return !(isNoun && (isRound || !isModern));
  if (/^\($/.test(before?.text ?? '') && /^[),;]$/.test(next?.text ?? '')) return year >= 1500;
  if (isNoun) return false;
  return isModern && !(isRound && isContent(next));
}

/** Whether a percent sign, a currency or a scale follows. */
function isUnit(tokens: Token[], at: number, lexicon: Lexicon): boolean {
  const token = tokens[at] as Token;
  if (/^[%‰°]$|^\p{Sc}$/u.test(token.text)) return true;
  if (token.glued && token.type === 'word') return !matchAt(tokens, at, lexicon.yearAfter);
  return (
    [lexicon.percent, lexicon.points].some((list) => matchAt(tokens, at, list)) ||
    matchAt(tokens, at, lexicon.currencies) !== undefined ||
    readScale(tokens, at, lexicon, { money: false, decimal: false }) !== undefined
  );
}

/** "2014–2018": a dash and another year. */
function isJoined(tokens: Token[], at: number, step: 1 | -1): boolean {
  const other = tokens[at + 2 * step];
  if (!/^[-–—]$/.test(tokens[at + step]?.text ?? '') || !/^(?:1[5-9]|20|21)\d\d$/.test(other?.text ?? '')) return false;
  const [low, high] = step === 1 ? [at, at + 2] : [at - 2, at];
  const [from, to] = [Number(tokens[low]?.text), Number(tokens[high]?.text)];
  const past = tokens[high + 1];
  return (
    to > from &&
    to - from < 200 &&
    (from % 100 !== 0 || to % 100 !== 0) &&
    !(past && !past.breaks && /^[%]$|^\p{Sc}$/u.test(past.text))
  );
}

function isContent(next: Token | undefined): boolean {
  return next?.type === 'word' && !FUNCTION.has(next.key);
}

function isNounAt(next: Token | undefined, { language }: Lexicon): boolean {
  if (next?.type !== 'word' || FUNCTION.has(next.key)) return false;
  return (PLURAL[language ?? ''] ?? ANY_WORD).test(next.text);
}
