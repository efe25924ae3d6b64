/** Locates a range of a source text: its block, part of the page, sentence and surrounding words. Pure. */
import { createHash } from 'node:crypto';
import type { Range } from './find-quote.ts';
import { normalise } from './normalise.ts';
import { type Block, type Place, pageAt, type StructuredText } from './place.ts';
import { endsOf } from './sentences.ts';

export type Line = Range & Partial<Pick<Block, 'type' | 'part'>>;

/** The blocks of a text. Plain text is split into lines, or into paragraphs if sentences continue across lines. */
export function blocksOf({ text, blocks }: StructuredText): readonly Line[] {
  if (blocks) return blocks;
  const lines = [...text.matchAll(/[^\n\r\u2028\u2029]+/gu)]
    .filter(([line]) => line.trim() !== '')
    .map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
  const isNext = (at: number) => /^\r?.$/su.test(text.slice(lines[at - 1]?.end, lines[at]?.start));
  const isLowerCase = (at: number) => /^\s*[\p{Ll}\p{Nd}]/u.test(text.slice(lines[at]?.start, lines[at]?.end));
  const isOpen = (at: number) => /[\p{L}\p{N},]\s*$/u.test(text.slice(lines[at]?.start, lines[at]?.end).slice(-20));
  const isWrapped = isHardWrapped(text, lines, (at) => isNext(at) && isLowerCase(at));
  const joined: Range[] = [];
  for (const [at, line] of lines.entries()) {
    const last = joined.at(-1);
    if (last && isNext(at) && (isWrapped || (isLowerCase(at) && isOpen(at - 1)))) last.end = line.end;
    else joined.push({ ...line });
  }
  return joined;
}

/** The maximum line length of hard-wrapped text. */
const WRAPPED_CHARACTERS = 100;
const WRAPPED_SHARE = 0.2;

/** Whether a plain text has short lines and many of them continue in the next. */
function isHardWrapped(text: string, lines: readonly Range[], continuesIn: (at: number) => boolean): boolean {
  if (lines.some(({ start, end }) => text.slice(start, end).trim().length > WRAPPED_CHARACTERS)) return false;
  const going = lines.filter((_, at) => at > 0 && continuesIn(at)).length;
  return lines.length > 5 && going >= WRAPPED_SHARE * lines.length;
}

/** The index of the block at an offset, or of the last block before it. */
function indexAt(blocks: readonly Range[], at: number): number {
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The block at an offset. */
export const blockAt = (blocks: readonly Line[], at: number): Line | undefined => blocks[indexAt(blocks, at)];

type LocateOptions = {
  /** BCP 47, if known. */
  language?: string | undefined;
  /** The blocks of the text, if already computed. */
  blocks?: readonly Line[];
};

/** Locates a range that contains at least one word. */
export function locate(source: StructuredText, range: Range, options: LocateOptions = {}): Place {
  const { language, blocks = blocksOf(source) } = options;
  const { text } = source;
  const [first, last] = [indexAt(blocks, range.start), indexAt(blocks, range.end - 1)];
  const whole: Line = { start: 0, end: text.length };
  const [from, to] = [blocks[first] ?? whole, blocks[last] ?? whole];
  const head = text.slice(from.start, from.end);
  const tail = text.slice(to.start, to.end);
  const isWithin = from === to;
  const inHead = { start: range.start - from.start, end: isWithin ? range.end - from.start : head.length };
  const inTail = { start: isWithin ? inHead.start : 0, end: Math.min(range.end, to.end) - to.start };
  const { begins } = endsOf(head, inHead, language);
  const { ends } = endsOf(tail, inTail, language);
  const startsBlock = head.slice(0, range.start - from.start).trim() === '';
  const endsBlock = text.slice(range.end, to.end).trim() === '';
  const page = pageAt(source, range.start);
  return {
    block: from.type ?? null,
    part: from.part ?? null,
    beginsSentence: begins && !(startsBlock && continuesIn(text, blocks[first - 1], from)),
    endsSentence: ends && !(endsBlock && continuesIn(text, to, blocks[last + 1])),
    ...(page === undefined ? {} : { page }),
    around: hashAround(text.slice(from.start, range.start), text.slice(range.end, to.end)),
  };
}

/** Punctuation between a quote and its context, which the card need not repeat: `,”` before "he said". */
const JOINT = /[\s"',:-]+/.source;
const JOINT_AFTER = new RegExp(`^${JOINT}`, 'u');
const JOINT_BEFORE = new RegExp(`${JOINT}$`, 'u');

/** Whether the context that a card gives matches the words of the block. */
export function hasContext(
  source: StructuredText,
  { start, end }: Range,
  { before, after }: { before?: string | null | undefined; after?: string | null | undefined },
): boolean {
  const blocks = blocksOf(source);
  const wordsBefore = (text: string) => normalise(text).text.replace(JOINT_BEFORE, '');
  const wordsAfter = (text: string) => normalise(text).text.replace(JOINT_AFTER, '');
  const head = wordsBefore(source.text.slice(blocks[indexAt(blocks, start)]?.start ?? 0, start));
  const tail = wordsAfter(source.text.slice(end, blocks[indexAt(blocks, end - 1)]?.end));
  const [wantedBefore, wantedAfter] = [wordsBefore(before ?? ''), wordsAfter(after ?? '')];
  const isWholeBefore =
    head.endsWith(wantedBefore) && !splitsWord(head.slice(0, head.length - wantedBefore.length), wantedBefore);
  const isWholeAfter = tail.startsWith(wantedAfter) && !splitsWord(wantedAfter, tail.slice(wantedAfter.length));
  return isWholeBefore && isWholeAfter;
}

/** Whether a word continues from one text into the next. */
const splitsWord = (one: string, next: string) => /[\p{L}\p{N}]$/u.test(one) && /^[\p{L}\p{N}]/u.test(next);

/** Whether a range spans more than one block. */
export function crossesBlocks(blocks: readonly Range[], { start, end }: Range): boolean {
  return indexAt(blocks, start) !== indexAt(blocks, end - 1);
}

/** Whether a sentence continues in the next paragraph, for example around an advertisement. */
function continuesIn(text: string, before: Line | undefined, after: Line | undefined): boolean {
  if (!before || !after) return false;
  const areParagraphs = [before, after].every(({ type = 'paragraph' }) => type === 'paragraph');
  const head = text.slice(Math.max(before.start, before.end - 20), before.end);
  return areParagraphs && /[\p{L}\p{N},]\s*$/u.test(head) && /^\s*\p{Ll}/u.test(text.slice(after.start, after.end));
}

const WORDS_AROUND = 8;

/** The SHA-256 of the eight words before and after, within the block. */
function hashAround(before: string, after: string): string {
  const words = (part: string) => normalise(part).text.split(' ').filter(Boolean);
  const around = [words(before.slice(-400)).slice(-WORDS_AROUND), words(after.slice(0, 400)).slice(0, WORDS_AROUND)];
  return createHash('sha256').update(JSON.stringify(around)).digest('hex');
}
