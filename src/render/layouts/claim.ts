/** The layout of claim cards: the statement, and under it the source as a cutting. Pure. */
import type { QuotedRecord } from '../../card/record.ts';
import { fitTexts } from '../fit.ts';
import { drawParagraph } from '../paragraph.ts';
import { type Canvas, type Drawing, scaled, spaceOf } from './frame.ts';
import { cuttingOf, layoutQuotedFrame, QUOTE_SIZES } from './quotation.ts';

export function layoutClaim(record: QuotedRecord, canvas: Canvas): Drawing {
  const frame = layoutQuotedFrame(record, canvas);
  const cutting = cuttingOf(record, canvas, frame.width, scaled(canvas, QUOTE_SIZES));
  const gap = spaceOf(canvas, 20);
  const claim = {
    text: record.card.claim,
    face: 'bold',
    color: canvas.colors.ink,
    lineHeight: 1.14,
    letterSpacing: -0.015,
    sizes: scaled(canvas, [76, 72, 68, 64, 60, 56, 52, 48, 44, 40, 36, 32]),
    maxWidth: frame.width,
  } as const;
  const { paragraphs, fits } = fitTexts([claim, ...cutting.texts], frame.height - gap - cutting.padding);
  const [statement, ...quotation] = paragraphs;
  if (!statement) throw new Error('there is one paragraph per text');
  return frame.draw([{ ...statement, element: drawParagraph(statement) }, cutting.draw(quotation)], fits);
}
