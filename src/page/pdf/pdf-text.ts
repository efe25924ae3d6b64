/**
 * The text of a PDF with its blocks: each paragraph, heading and cell is a block, and a form feed separates pages. Joins words that
 * are hyphenated at the end of a line. Headers and footers are furniture, and occur only once. Pure.
 */
import type { Block, BlockType, StructuredText } from '../../card/evidence/place.ts';
import { furnitureOf, isPageNumber, keyOf, type PdfPage } from './pdf-furniture.ts';
import { isBeside, type Line } from './pdf-lines.ts';

/** Additional space that separates paragraphs, and an indent that does; both relative to the font size. */
const PARAGRAPH_GAP = 0.45;
const INDENT = 0.8;
/** A line that is shorter by this is the last of its paragraph. */
const SHORT = 8;
const OTHER_SIZE = 0.12;
const HEADING_SIZE = 1.15;
const MAX_HEADING = 200;

const ENDS = /[.!?:;…]["'”“’»)\]]*\d{0,3}$/u;
const BULLET = /^[•◦▪‣●■∙–—]\s/u;
const HYPHEN = /(?<=\p{L})[-\u2010\u00ad]$/u;
/** A range of numbers, or an address, that continues in the next line. */
const TIED = /(?:\p{N}[-\u2010–]|(?:https?:\/\/|www\.)\S*[/_=&?.-])$/u;
/** "Vor- und Nachteile" */
const LEFT_OPEN = /^(?:und|oder|bzw\.|and|or|et|ou|y|o|e|i|та|и|або|или)(?!\p{L})/iu;

type Draft = { lines: Line[]; type: BlockType; isFurniture: boolean; page: number; isCell: boolean };

export function pdfText(pages: readonly PdfPage[]): StructuredText & { pages: number[] } {
  const furniture = furnitureOf(pages);
  const all = pages.flatMap(({ lines }) => lines);
  const body = bodySize(all);
  const leading = leadingOf(all);
  const known = new Set<string>();
  const drafts: Draft[] = [];
  for (const [page, { lines }] of pages.entries()) {
    const isFurniture = (line: Line) => furniture[page]?.[lines.indexOf(line)] === true;
    for (const line of lines.filter(isFurniture)) {
      const key = keyOf(line);
      if (isPageNumber(line) || known.has(key)) continue;
      known.add(key);
      drafts.push({ lines: [line], type: 'paragraph', isFurniture: true, page, isCell: false });
    }
    let before: Line | undefined;
    for (const line of lines.filter((each) => !isFurniture(each))) {
      const isCell = isBeside(before, line);
      const last = drafts.at(-1);
      if (last && !last.isFurniture && continues(last, line, { page, isCell, leading })) last.lines.push(line);
      else {
        const type: BlockType = isHeading(line, body) ? 'heading' : BULLET.test(line.text) ? 'list-item' : 'paragraph';
        if (isCell && last) [last.isCell, last.type] = [true, 'table-cell'];
        drafts.push({ lines: [line], type: isCell ? 'table-cell' : type, isFurniture: false, page, isCell });
      }
      before = line;
    }
  }
  return written(drafts, { pages: pages.length, words: wordsIn(all), starts: pages.map(({ lines }) => lines) });
}

/** The size of most characters. */
function bodySize(lines: readonly Line[]): number {
  const sizes = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
  }
  return [...sizes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** The usual distance of two lines, relative to the font size. */
function leadingOf(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const gap = before ? (before.y - line.y) / line.size : 0;
    return before && isSameSize(before, line) && gap > 0.8 && gap < 3 ? [gap] : [];
  });
  return gaps.length < MIN_GAPS ? USUAL_LEADING : (gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 4)] as number);
}

const MIN_GAPS = 6;
const USUAL_LEADING = 1.2;

const isSameSize = (one: Line, other: Line) => Math.abs(one.size - other.size) <= OTHER_SIZE * one.size;
const isHeading = ({ size, text }: Line, body: number) => size > HEADING_SIZE * body && text.length <= MAX_HEADING;

type Next = { page: number; isCell: boolean; leading: number };

/** Whether a line continues a paragraph. */
function continues({ lines, isCell: isInCell }: Draft, line: Line, { isCell, leading }: Next): boolean {
  const last = lines.at(-1) as Line;
  if (isCell || isInCell || !isSameSize(last, line) || BULLET.test(line.text)) return false;
  const isOpen = !ENDS.test(last.text);
  const gap = (last.y - line.y) / line.size;
  // Another column, or another page.
  if (gap <= 0 || gap > 20) return isOpen && (/^["'“„«(]?\p{Ll}/u.test(line.text) || HYPHEN.test(last.text));
  if (gap > leading + PARAGRAPH_GAP) return false;
  const right = Math.max(...lines.map((each) => each.right));
  const isIndented = line.x - last.x > INDENT * line.size && !BULLET.test(lines[0]?.text ?? '');
  const isShort = right - last.right > SHORT * line.size && lines.length > 1;
  return isOpen || !(isIndented || isShort);
}

/** The words of the whole document, to decide whether a hyphen at the end of a line belongs to the word. */
function wordsIn(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*/gu) ?? []),
  );
}

/** Joins two lines of a paragraph: returns the first, without a hyphen if it is not part of the word, and the gap. */
function joint(before: string, after: string, words: ReadonlySet<string>): [before: string, gap: '' | ' '] {
  if (TIED.test(before) && /^[\p{L}\p{N}]/u.test(after)) return [before, ''];
  if (!HYPHEN.test(before)) return [before, ' '];
  if (before.endsWith('\u00ad')) return [before.slice(0, -1), ''];
  if (LEFT_OPEN.test(after)) return [before, ' '];
  if (!/^\p{Ll}/u.test(after)) return [before, ''];
  const [start = ''] = /[\p{L}\p{N}-]+$/u.exec(before.slice(0, -1)) ?? [];
  const [end = ''] = /^[\p{L}\p{N}-]+/u.exec(after) ?? [];
  const isCompound = words.has(`${start}-${end}`.toLowerCase()) && !words.has(`${start}${end}`.toLowerCase());
  return [isCompound ? before : before.slice(0, -1), ''];
}

type Whole = { pages: number; words: ReadonlySet<string>; starts: readonly (readonly Line[])[] };

/** `pages` of the result: where each page starts. */
function written(
  drafts: readonly Draft[],
  { pages: count, words, starts }: Whole,
): StructuredText & { pages: number[] } {
  const pageOf = new Map(starts.flatMap((lines, page) => lines.map((line) => [line, page] as const)));
  const pages: number[] = [];
  const blocks: Block[] = [];
  let text = '';
  let block = '';
  const enter = (page: number) => {
    while (pages.length <= page) pages.push(text.length + block.length);
  };
  for (const { lines, type, isFurniture, page, isCell } of drafts) {
    const isInRow = isCell && blocks.at(-1)?.type === 'table-cell';
    if (text !== '') text += pages.length <= page ? '\n\f' : isInRow ? '\t' : '\n';
    enter(page);
    for (const [at, line] of lines.entries()) {
      if (at > 0) {
        const next = pageOf.get(line) ?? page;
        const [whole, gap] = joint(block, line.text, words);
        block = `${whole}${pages.length <= next && gap !== '' ? '\f' : gap}`;
        enter(next);
      }
      block += line.text;
    }
    blocks.push({
      start: text.length,
      end: text.length + block.length,
      type,
      part: isFurniture ? 'furniture' : 'article',
    });
    text += block;
    block = '';
  }
  enter(count - 1);
  return { text, blocks, pages };
}
