/** The passage of a quote: the sentences and paragraphs around it, as the checks use them. Pure. */
import { isBetweenQuotationMarks } from '../between-marks.ts';
import type { Range } from '../find-quote.ts';
import type { Line } from '../locate.ts';
import type { Block, StructuredText } from '../place.ts';
import { sentencesOf } from '../sentences.ts';

export type Passage = {
  quote: string;
  /** Whether the text has the quote between quotation marks. */
  isSpoken: boolean;
  /** The sentence or sentences of the quote. */
  sentence: string;
  /** The parts of the sentence before and after the quote. */
  before: string;
  after: string;
  /** The preceding sentences, nearest first, from its paragraph and the three paragraphs before it. */
  earlier: string[];
  /** The next sentence in its paragraph; "" if there is none. */
  next: string;
  paragraph: string;
  /** The nearest heading above; "" if there is none or headings are unknown. */
  heading: string;
  /** The block in which the quote begins; null if the structure of the text is unknown. */
  block: Block | null;
};

const PARAGRAPHS_BEFORE = 3;

export type PassageOptions = {
  /** The blocks of the text, or the paragraphs of plain text. */
  paragraphs: readonly Line[];
  language: string;
};

/** Headings, captions and page furniture may occur between the paragraphs of an article. */
function isProse({ type, part }: Line): boolean {
  return type !== 'heading' && type !== 'caption' && part !== 'furniture';
}

/** Reads the passage of a quote at `range`. */
export function readPassage({ text, blocks }: StructuredText, { start, end }: Range, options: PassageOptions): Passage {
  const { language, paragraphs } = options;
  const first = Math.max(
    0,
    paragraphs.findLastIndex((block) => block.start <= start),
  );
  const last = paragraphs.findLastIndex((block) => block.start < end);
  const paragraph = { start: paragraphs[first]?.start ?? 0, end: paragraphs[last]?.end ?? text.length };
  const words = (range: Range) => text.slice(range.start, range.end);

  const sentences = sentencesIn(text, paragraph, language);
  const inside = sentences.filter((range) => range.start < end && range.end > start);
  const sentence = { start: inside[0]?.start ?? start, end: inside.at(-1)?.end ?? end };
  const before = paragraphs
    .slice(0, first)
    .filter((block) => words(block).trim() !== '' && isProse(block))
    .slice(-PARAGRAPHS_BEFORE);
  const earlier = [...before.flatMap((block) => sentencesIn(text, block, language)), ...sentences].filter(
    (range) => range.end <= sentence.start,
  );
  const heading = blocks?.slice(0, first).findLast(({ type }) => type === 'heading');
  const next = sentences.find((range) => range.start >= sentence.end);
  return {
    quote: text.slice(start, end),
    isSpoken: isBetweenQuotationMarks(text, { start, end }),
    sentence: words(sentence),
    before: text.slice(sentence.start, start),
    after: text.slice(end, sentence.end),
    earlier: earlier.map(words).reverse(),
    next: next ? words(next) : '',
    paragraph: words(paragraph),
    heading: heading ? words(heading) : '',
    block: blocks?.[first] ?? null,
  };
}

function sentencesIn(text: string, { start, end }: Range, language: string): Range[] {
  return sentencesOf(text.slice(start, end), language).map((range) => ({
    start: range.start + start,
    end: range.end + start,
  }));
}
