/** The source's own words as cards set them: in the serif, with the marker behind the decisive ones. Pure. */
import type { QuotedCard } from '../../domain/card.ts';
import { findHighlight } from '../../domain/highlight.ts';
import { quotationMarks } from '../../domain/quotation-marks.ts';
import { box, type Element } from '../element.ts';
import { drawParagraph, type Paragraph, type TextSpec } from '../paragraph.ts';
import type { Colors } from '../theme.ts';
import { type Canvas, pageOf } from './canvas.ts';

/** The quote in quotation marks, with an ellipsis where it plainly starts or stops inside a sentence. */
export function quotationText({ language = 'en', quote }: QuotedCard, colors: Colors, color: string): TextSpec {
  const { exact } = quote;
  const [open, close] = quotationMarks(language);
  const opening = /^\p{Ll}/u.test(exact) ? `${open}… ` : open;
  const closing = /[.!?…]["”’»]?$/u.test(exact) ? close : ` …${close}`;
  const found = findHighlight(quote);
  const mark = found && {
    start: opening.length + found.start,
    end: opening.length + found.end,
    background: colors.marker,
    color: colors.markerInk,
  };
  return { text: `${opening}${exact}${closing}`, face: 'serif', color, lineHeight: 1.36, mark };
}

/** The width that the bar before a quotation takes, its space included, in px. */
export function barWidth(canvas: Canvas): number {
  return Math.round(26 * pageOf(canvas).scale);
}

/** A quotation with a bar of the marker's colour at its side. */
export function drawQuotation(paragraph: Paragraph, canvas: Canvas): Element {
  const bar = Math.round(5 * pageOf(canvas).scale);
  return box(
    {},
    box({ width: bar, marginRight: barWidth(canvas) - bar, background: canvas.colors.marker }),
    drawParagraph(paragraph),
  );
}
