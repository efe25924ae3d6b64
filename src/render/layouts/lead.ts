/** The shared layout of cards with a short lead text: the lead, the statement and the source. Pure. */
import type { QuotedRecord } from '../../card/record.ts';
import { type FittedText, fitTexts } from '../fit.ts';
import { drawParagraph, type Paragraph, type TextSpec } from '../paragraph.ts';
import { type Block, pair, stack } from '../shapes.ts';
import { type Canvas, type Drawing, type Part, scaled, spaceOf } from './frame.ts';
import { cuttingOf, layoutQuotedFrame } from './quotation.ts';

/** The narrowest drawing beside the lead, in px per 1200. */
const DRAWING_WIDTH = 360;

type LeadTexts = {
  /** One line, as large as possible. `strong`: how many of its sizes take precedence over larger texts below; the default is all. */
  lead: TextSpec & { sizes: readonly number[]; strong?: number };
  statement: TextSpec & { sizes: readonly number[] };
  /** The space between the two, in px. */
  gap: number;
  /** A drawing beside the lead, or below the statement. Left out if the card is full. */
  drawing?: (width: number) => (Block & { width: number }) | null;
  /** The default has the topics, the status and the date. */
  head?: Part;
};

/** Lays out a card with a lead text. Type sizes are for a picture 1200 px wide. */
export function layoutLeadCard(
  record: QuotedRecord,
  canvas: Canvas,
  { lead, statement, gap, drawing, head }: LeadTexts,
): Drawing {
  const frame = layoutQuotedFrame(record, canvas, head);
  const cutting = cuttingOf(record, canvas, frame.width, scaled(canvas, [40, 38, 36, 34, 32, 30, 28, 26, 24]));
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
  const strong = lead.sizes.slice(0, lead.strong);
  const fitWith = (extra: number) => {
    const fit = fitIn(extra, strong);
    const [first] = fit.paragraphs;
    return fit.fits && !first.cut && first.lines.length === 1 ? fit : fitIn(extra, lead.sizes);
  };
  const block = (paragraph: Paragraph): Block => ({ ...paragraph, element: drawParagraph(paragraph) });
  const draw = (
    { paragraphs, fits }: ReturnType<typeof fitIn>,
    beside: (Block & { width: number }) | null,
    below: Block | null,
  ): Drawing => {
    const [first, second, ...words] = paragraphs;
    const top = beside ? pair(block(first), beside, frame.width - beside.width) : block(first);
    const upper = stack([top, space, block(second), ...(below ? [between, below] : [])]);
    return frame.draw([upper, cutting.draw(words)], fits);
  };
  const alone = fitWith(0);
  if (!drawing) return draw(alone, null, null);
  // Beside the lead, a drawing takes less height.
  for (const sizes of [strong, strong.slice(-1)]) {
    const [first] = fitIn(0, sizes).paragraphs;
    const room = frame.width - first.width - 2 * between;
    const beside = first.lines.length === 1 && room >= spaceOf(canvas, DRAWING_WIDTH) ? drawing(room) : null;
    if (!beside) continue;
    const fit = fitIn(Math.max(0, beside.height - 0.9 * first.height), sizes);
    if (fit.fits && fit.paragraphs[0].width <= first.width) return draw(fit, beside, null);
  }
  const below = drawing(frame.width);
  const fit = fitWith(below ? below.height + between : 0);
  return fit.fits ? draw(fit, null, below) : draw(alone, null, null);
}
