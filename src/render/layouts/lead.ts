/** The shared layout of cards with a short lead text: the lead, the statement and the source. Pure. */
import type { QuotedRecord } from '../../card/record.ts';
import { type FittedText, fitTexts } from '../fit.ts';
import { drawParagraph, type Paragraph, setParagraph, type TextSpec } from '../paragraph.ts';
import { type Block, pair, stack } from '../shapes.ts';
import { type Canvas, type Drawing, type Part, pageOf, scaled, spaceOf } from './frame.ts';
import { cuttingOf, layoutQuotedFrame, QUOTE_SIZES } from './quotation.ts';
import type { TimelineBlock } from './timeline.ts';

/** The largest lead above an axis, and the smallest beside a key, as shares of its largest size. */
const [LARGEST_LEAD, LEAST_LEAD] = [0.73, 0.54];

type LeadTexts = {
  /** One line, as large as possible. `strong`: how many of its sizes take precedence over larger texts below; the default is all. */
  lead: TextSpec & { sizes: readonly number[]; strong?: number };
  statement: TextSpec & { sizes: readonly number[] };
  /** The space between the two, in px. */
  gap: number;
  /** An axis below the lead, and its key beside the lead or below the axis. Left out if the card is full. */
  timeline?: (width: number) => TimelineBlock | null;
  /** The default has the topics, the status and the date. */
  head?: Part;
};

/** Lays out a card with a lead text. Type sizes are for a picture 1200 px wide. */
export function layoutLeadCard(
  record: QuotedRecord,
  canvas: Canvas,
  { lead, statement, gap, timeline, head }: LeadTexts,
): Drawing {
  const frame = layoutQuotedFrame(record, canvas, head);
  const cutting = cuttingOf(record, canvas, frame.width, scaled(canvas, QUOTE_SIZES));
  const fitted = (text: LeadTexts['statement'], extra: Partial<FittedText>): FittedText => ({
    ...text,
    maxWidth: frame.width,
    ...extra,
    sizes: scaled(canvas, text.sizes),
  });
  const between = spaceOf(canvas, 20);
  const space = spaceOf(canvas, gap);
  // `extra`: the height that a drawing takes.
  const fitIn = (extra: number, sizes: readonly number[]) => {
    const texts = [fitted({ ...lead, sizes }, { maxLines: 1 }), fitted(statement, { gap: space }), ...cutting.texts];
    return fitTexts(
      texts as [FittedText, FittedText, ...FittedText[]],
      frame.height - between - cutting.padding - extra,
    );
  };
  const block = (paragraph: Paragraph): Block => ({ ...paragraph, element: drawParagraph(paragraph) });
  const draw = (
    { paragraphs, fits }: ReturnType<typeof fitIn>,
    top: (lead: Paragraph) => readonly (Block | number)[],
  ) => {
    const [first, second, ...words] = paragraphs;
    return frame.draw([stack([...top(first), space, block(second)]), cutting.draw(words)], fits);
  };
  const isGood = ({ fits, paragraphs: [first] }: ReturnType<typeof fitIn>) =>
    fits && !first.cut && first.lines.length === 1;
  const drawn = timeline?.(frame.width);
  if (drawn) {
    const { axis, key } = drawn;
    const [above, tight, below] = [12, 4, 10].map((px) => spaceOf(canvas, px)) as [number, number, number];
    const [largest = 0] = lead.sizes;
    const sizes = lead.sizes.filter((size) => size <= LARGEST_LEAD * largest);
    const room = frame.width - key.width - 2 * between;
    const widthAt = (size: number) =>
      setParagraph(lead, Math.round(size * pageOf(canvas).scale), Number.POSITIVE_INFINITY).width;
    const isBeside = (size: number) => size >= LEAST_LEAD * largest && widthAt(size) <= room;
    const beside = fitIn(above + axis.height + below, sizes.filter(isBeside));
    if (isGood(beside)) {
      const top = (first: Paragraph) => pair(block(first), key, frame.width - key.width, 'bottom');
      return draw(beside, (first) => [top(first), above, axis, below]);
    }
    const stacked = fitIn(above + axis.height + tight + key.height + below, sizes);
    if (isGood(stacked)) return draw(stacked, (first) => [block(first), above, axis, tight, key, below]);
  }
  const strong = fitIn(0, lead.sizes.slice(0, lead.strong));
  return draw(isGood(strong) ? strong : fitIn(0, lead.sizes), (first) => [block(first)]);
}
