/**
 * Splits a block of text into sentences. Full stops in abbreviations, initials, numbers and dates end no sentence. Closing
 * quotation marks and note marks after a full stop belong to its sentence. Pure. Linear.
 */
import { BEFORE_NAME, BEFORE_NUMBER, MAYBE_LAST, MONTHS, STARTERS } from './abbreviations.ts';
import type { Range } from './find-quote.ts';

/** Quotation marks, brackets and note marks that can follow a sentence-ending mark. */
const CLOSERS = String.raw`(?:["'”’“»«›‹)\]}]|\p{Default_Ignorable_Code_Point}|[¹²³⁰⁴-⁹]|(?<=[¹²³⁰⁴-⁹])[,–-](?=[¹²³⁰⁴-⁹])|\[[\p{L}\p{N}]{1,4}\])*`;
const CANDIDATE = new RegExp(String.raw`(?<![.!?…])[.!?…]+${CLOSERS}(?=\s|$)|(?<![。！？])[。！？]+${CLOSERS}`, 'gu');

/** Marks before the first word of a sentence: quotation marks, brackets, dashes, bullets. */
const OPENERS = /^[\s"'“”„‟«»‹›‘’‚([{¿¡•·–—―-]*/u;

/** The sentences of a block in order, without the white space between them. `language`: BCP 47, if known. */
export function sentencesOf(block: string, language = ''): Range[] {
  const sentences: Range[] = [];
  let start = block.search(/\S/u);
  if (start < 0) return [];
  for (const { 0: sign, index } of block.matchAll(CANDIDATE)) {
    const end = index + sign.length;
    if (end <= start || !endsSentence(block, index, end, language)) continue;
    sentences.push({ start, end });
    start = end + (/^\s*/u.exec(block.slice(end, end + 200))?.[0].length ?? 0);
  }
  const last = block.trimEnd().length;
  if (last > start) sentences.push({ start, end: last });
  return sentences;
}

/** The number of characters read before and after a full stop. */
const WINDOW = 40;

function endsSentence(block: string, stop: number, end: number, language: string): boolean {
  const rest = block.slice(end, end + WINDOW).replace(OPENERS, '');
  const next = /^[\p{L}\p{M}\p{N}’'-]+/u.exec(rest)?.[0] ?? '';
  if (/^\p{Ll}/u.test(next)) return false;
  // Only a single full stop can be part of an abbreviation.
  if (block[stop] !== '.' || block[stop + 1] === '.') return true;
  if (next === '') return true;
  const word =
    /(?:\p{L}\p{M}*|[.’ª-])+$/u.exec(block.slice(Math.max(0, stop - WINDOW), stop))?.[0].replace(/^[.’-]+/, '') ?? '';
  const begins = STARTERS.has(next.toLowerCase()) && !(next.length === 1 && rest[1] === '.');
  const isNumber = /^\p{N}/u.test(next);
  if (word === '') return !isOrdinal(block.slice(Math.max(0, stop - WINDOW), stop), next, language);
  const lower = word.toLowerCase();
  if (BEFORE_NUMBER.has(lower) && isNumber) return false;
  if (BEFORE_NAME.has(lower) && !isPlainWord(lower, word)) return false;
  const isInitial = /^\p{L}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word);
  if (isInitial || MAYBE_LAST.has(lower)) return begins;
  return true;
}

/** Whether an abbreviation is used as a word: titles are capitalised ("Gen."), words are not ("al."). */
function isPlainWord(lower: string, word: string): boolean {
  return /^(?:me|on|im|al|fr|hon|st|m|d|det)$/.test(lower) && word === lower && word.length > 1;
}

/** "am 24. Februar"; in German also before nouns: "die 76. Brigade". */
function isOrdinal(before: string, next: string, language: string): boolean {
  if (!/(?:^|[^\p{L}\p{N}.,])\d{1,3}$/u.test(before)) return false;
  if (MONTHS.has(next.toLowerCase())) return true;
  return language.startsWith('de') && /^\p{Lu}/u.test(next) && !STARTERS.has(next.toLowerCase());
}

/** Whether a sentence begins and ends with a range of a block. A quotation that is a sentence counts as one. */
export function endsOf(block: string, { start, end }: Range, language?: string): { begins: boolean; ends: boolean } {
  const sentences = sentencesOf(block, language);
  const begins = beginsAt(block, start, sentences);
  return { begins, ends: endsAt(block, end, sentences) || endsSpeech(block, { start, end }, sentences, begins) };
}

function beginsAt(block: string, at: number, sentences: readonly Range[]): boolean {
  const sentence = sentences.findLast(({ start }) => start <= at);
  if (!sentence) return true;
  const before = block.slice(sentence.start, at);
  if (before.replace(OPENERS, '') === '') return true;
  const opening = /["“„«»‘‚]\s*$/u.exec(before);
  return opening !== null && isSpeech(block, sentence.start + opening.index, sentences);
}

/** Marks that may follow the last word of a sentence. */
const REST = new RegExp(`^[.!?…。！？]*${CLOSERS}[.!?…]*${CLOSERS}$`, 'u');
const REST_LENGTH = 40;

function endsAt(block: string, at: number, sentences: readonly Range[]): boolean {
  const sentence = sentences.find(({ end }) => end >= at);
  if (!sentence) return true;
  const rest = block.slice(at, sentence.end).trim();
  return rest.length <= REST_LENGTH && REST.test(rest) && !/[,;:\p{Pd}]$/u.test(block.slice(0, at).trimEnd());
}

const MARKS = /["“”„‟«»]/gu;

/** Whether a quotation ends with a range and does not continue in the sentence: “They left,” he said. */
function endsSpeech(block: string, { end }: Range, sentences: readonly Range[], begins: boolean): boolean {
  const rest = block.slice(end, sentences.find((sentence) => sentence.end >= end)?.end);
  const isClosed = /^(?:[,.!?…]+["”’“»]|["”’“»],)/u.test(rest) || /[,.!?…]["”’“»]$/u.test(block.slice(0, end));
  if (!isClosed || /["“„«‘‚]/u.test(rest.replace(/^[,.!?…]*["”’“»]?/u, ''))) return false;
  const opening = openingBefore(block, end);
  return begins || (opening !== undefined && isSpeech(block, opening, sentences));
}

/** The opening mark of the quotation that is open at an offset. Straight marks open and close alternately. */
function openingBefore(block: string, at: number): number | undefined {
  let opening: number | undefined;
  for (const { 0: mark, index } of block.slice(0, at).matchAll(MARKS)) {
    const opensAgain = opening !== undefined && /[“„«]/u.test(mark) && block[opening] === mark;
    opening = opening === undefined || opensAgain ? index : undefined;
  }
  return opening;
}

/** Whether a quotation is direct speech: it starts the sentence or follows a colon, comma or dash, and starts with a capital. */
function isSpeech(block: string, opening: number, sentences: readonly Range[]): boolean {
  const start = sentences.findLast((sentence) => sentence.start <= opening)?.start ?? 0;
  const before = block.slice(start, opening).trimEnd();
  const follows = before.replace(OPENERS, '') === '' || /(?:[:,]|[^\p{L}\p{N}]\p{Pd})$/u.test(before);
  return follows && /^.\s*[\p{Lu}\p{Lt}]/u.test(block.slice(opening));
}
