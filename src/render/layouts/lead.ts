/** The shared layout of cards with a short lead text: the lead, the statement and the source. Pure. */
import type { QuotedRecord } from '../../card/record.ts';
import { type FittedText, fitTexts } from '../fit.ts';
import { drawParagraph, type Paragraph, setParagraph, type TextSpec } from '../paragraph.ts';
import { type Block, pair, stack } from '../shapes.ts';
import { type Canvas, type Drawing, type Part, pageOf, scaled, spaceOf } from './frame.ts';
import { cuttingOf, layoutQuotedFrame, QUOTE_SIZES } from './quotation.ts';
import type { TimelineBlock } from './timeline.ts';

/** The largest statement, as a share of the lead. */
const STATEMENT_SHARE = 0.76;

/** The lead shrinks before words of the source are smaller than this. */
const LARGE_QUOTE = 30;

/** The spaces between the parts, and those of an axis: above it, above a key below it, and below it. */
const [BETWEEN, ABOVE_AXIS, ABOVE_KEY, BELOW_AXIS] = [20, 12, 4, 10];

type LeadTexts = {
  /** One line. The sizes are few, so that cards look alike: the first with which all texts fit is used. */
  lead: TextSpec & { sizes: readonly number[] };
  statement: TextSpec & { sizes: readonly number[] };
  /** The space between the two, in px. */
  gap: number;
  /** An axis below the lead, and its key beside the lead or below the axis. Left out if the card is full. */
  timeline?: (width: number) => TimelineBlock | null;
  /** The default has the topics, the status and the date. */
  head?: Part;
};

/** Lays out a card with a lead text. Sizes and spaces are for a picture 1200 px wide. */
export function layoutLeadCard(
  record: QuotedRecord,
  canvas: Canvas,
  { lead, statement, gap, timeline, head }: LeadTexts,
): Drawing {
  const frame = layoutQuotedFrame(record, canvas, head);
  const { width } = frame;
  const [between, space, above, aboveKey, below] = [BETWEEN, gap, ABOVE_AXIS, ABOVE_KEY, BELOW_AXIS].map((px) =>
    spaceOf(canvas, px),
  ) as [number, number, number, number, number];
  const leadSizes = scaled(canvas, lead.sizes);
  const statementSizes = scaled(canvas, statement.sizes);
  const quoteSizes = scaled(canvas, QUOTE_SIZES);
  const largeQuotes = quoteSizes.filter((size) => size >= LARGE_QUOTE * pageOf(canvas).scale);
  const block = (paragraph: Paragraph): Block => ({ ...paragraph, element: drawParagraph(paragraph) });

  /** `top`: the lead with its drawing, whose height is `extra`. */
  const draw = (
    { leads, quotes }: { leads: readonly number[]; quotes: readonly number[] },
    top: (lead: Block) => readonly (Block | number)[] = (first) => [first],
    extra = 0,
  ): { drawing: Drawing; isGood: boolean } => {
    const cutting = cuttingOf(record, canvas, width, quotes);
    const smaller = statementSizes.filter((size) => size <= STATEMENT_SHARE * (leads[0] ?? size));
    const texts: [FittedText, FittedText, ...FittedText[]] = [
      { ...lead, maxWidth: width, sizes: leads, maxLines: 1 },
      { ...statement, maxWidth: width, sizes: smaller.length > 0 ? smaller : statementSizes, gap: space },
      ...cutting.texts,
    ];
    const { paragraphs, fits } = fitTexts(texts, frame.height - between - cutting.padding - extra);
    const [first, second, ...words] = paragraphs as [Paragraph, Paragraph, ...Paragraph[]];
    const drawing = frame.draw([stack([...top(block(first)), space, block(second)]), cutting.draw(words)], fits);
    return { drawing, isGood: fits && !first.cut && first.lines.length === 1 };
  };

  const tries = [largeQuotes, quoteSizes].flatMap((quotes) => leadSizes.map((size) => ({ leads: [size], quotes })));
  const drawn = timeline?.(width);
  if (drawn) {
    const { axis, key } = drawn;
    const room = width - key.width - 2 * between;
    for (const sizes of tries) {
      const isBeside = setParagraph(lead, sizes.leads[0] ?? 0, Number.POSITIVE_INFINITY).width <= room;
      const { drawing, isGood } = isBeside
        ? draw(
            sizes,
            (first) => [pair(first, key, width - key.width, 'bottom'), above, axis, below],
            above + axis.height + below,
          )
        : draw(
            sizes,
            (first) => [first, above, axis, aboveKey, key, below],
            above + axis.height + aboveKey + key.height + below,
          );
      if (isGood) return drawing;
    }
  }
  for (const sizes of tries) {
    const { drawing, isGood } = draw(sizes);
    if (isGood) return drawing;
  }
  return draw({ leads: leadSizes, quotes: quoteSizes }).drawing;
}
