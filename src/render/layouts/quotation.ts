/** The words of the source on cards: serif type on a raised panel, with the highlighted words marked. Pure. */
import { noticesOf, pictureWhen } from '../../card/headline.ts';
import { noticeOf } from '../../card/history.ts';
import { quotedText } from '../../card/quoted-text.ts';
import type { CardRecord, QuotedRecord } from '../../card/record.ts';
import type { Colors } from '../../card/site.ts';
import { box, column } from '../element.ts';
import type { FittedText } from '../fit.ts';
import { drawParagraph, type Paragraph, setParagraph, type TextSpec } from '../paragraph.ts';
import { type Block, rectangle, stack } from '../shapes.ts';
import { type Canvas, type Frame, innerWidth, layoutFrame, type Part, pageOf, scaled, spaceOf } from './frame.ts';
import { chipsOf, layoutHead } from './head.ts';
import { layoutStrip, sourceLines } from './strip.ts';

/** The quote with its highlight, and its context in grey; or its translation if the quote is in another language. */
export function quotationText(record: QuotedRecord, { ink, muted, ...colors }: Colors): TextSpec {
  const { quote } = record.card;
  const { text, words, mark } = quotedText(record);
  const { before, after } = quote.context ?? {};
  const own = { start: before ? words.start : 0, end: after ? words.end : text.length };
  const aside = quote.context && !quote.translation && { ...own, color: muted };
  const spec = {
    text,
    face: 'serif',
    color: ink,
    lineHeight: 1.34,
    mark: inColor(mark, colors),
  } as const;
  return { ...spec, ...(aside && { aside }) };
}

/** The original words of a translated quote, in the quotation marks of their language; empty if not translated. */
export function originalText({ card, source, evidence }: QuotedRecord, colors: Colors): TextSpec[] {
  const { exact, highlight, translation } = card.quote;
  if (!translation) return [];
  const quote = { exact, ...(highlight !== undefined && { highlight }) };
  const { text, mark } = quotedText({ card: { language: source.language, quote }, evidence });
  return [{ text, face: 'serif', color: colors.muted, lineHeight: 1.34, mark: inColor(mark, colors) }];
}

type MarkColors = Pick<Colors, 'marker' | 'markerInk'>;

function inColor(mark: { start: number; end: number } | undefined, colors: MarkColors): TextSpec['mark'] {
  return mark && { ...mark, background: colors.marker, color: colors.markerInk };
}

/** The few sizes of the source's words, for a picture 1200 px wide, so that cards of one size look alike. */
export const QUOTE_SIZES = [44, 38, 34, 30, 26, 24];

/** A panel is as wide as its words, but at least this share of the width, and as wide as the card from the second share on. */
const [NARROWEST, WHOLE] = [0.6, 0.85];

/** The padding of the panel, and the width of the tab at its side, in px per 1200. */
const [PAD_X, PAD_Y, TAB] = [24, 16, 8];

export type Cutting = {
  /** The texts of the panel for `fitTexts`. */
  texts: FittedText[];
  /** The height of the panel without its texts, in px. */
  padding: number;
  draw(paragraphs: readonly Paragraph[]): Block;
};

/** The source as a cutting: a raised panel with its words. `sizes`: in px of the canvas. */
export function cuttingOf(record: QuotedRecord, canvas: Canvas, width: number, sizes: readonly number[]): Cutting {
  const { colors } = canvas;
  const [padX, padY, tab] = [PAD_X, PAD_Y, TAB].map((px) => spaceOf(canvas, px)) as [number, number, number];
  const maxWidth = width - tab - 2 * padX;
  const { mark, ...quotation } = quotationText(record, colors);
  return {
    texts: [
      { ...quotation, ...(mark && { mark: { ...mark, breaks: true } }), sizes, maxWidth },
      ...originalText(record, colors).map((text) => ({ ...text, sizes: scaled(canvas, [30, 28, 26, 24]), maxWidth })),
    ],
    padding: 2 * padY,
    draw(paragraphs) {
      const words = stack(paragraphs.map((paragraph) => ({ ...paragraph, element: drawParagraph(paragraph) })));
      const height = words.height + 2 * padY;
      const hugged = Math.ceil(tab + 2 * padX + Math.max(0, ...paragraphs.map((paragraph) => paragraph.width)));
      const panelWidth = hugged < WHOLE * width ? Math.max(hugged, Math.round(NARROWEST * width)) : width;
      const element = box(
        {
          width: panelWidth,
          height,
          background: colors.panel,
          padding: `${padY}px ${padX}px ${padY}px ${tab + padX}px`,
        },
        words.element,
      );
      return {
        element,
        height,
        shapes: [{ name: 'tab', x: 0, y: 0, d: rectangle(0, 0, tab, height), color: colors.stripTab }],
      };
    },
  };
}

/** The frame of a card with a quote. `head`: without it, the topics and the date. */
export function layoutQuotedFrame(record: QuotedRecord, canvas: Canvas, head = layoutTopicHead(record, canvas)): Frame {
  return layoutFrame(canvas, withNotice(head, record, canvas), layoutStrip(sourceLines(record), record, canvas));
}

/** The head with the topics, the status and a date, unless the foot has the same. */
export function layoutTopicHead(
  { card, source }: QuotedRecord,
  canvas: Canvas,
  dated: string | undefined = card.saidOn || card.asOf?.date !== source.published.date ? pictureWhen(card) : undefined,
): Part {
  return layoutHead({ topics: card.topics, chips: chipsOf(card, canvas), dated }, canvas);
}

/** Adds notices below the head of a card. */
export function withNotice(head: Part, record: CardRecord, canvas: Canvas): Part {
  const [first, ...others] = noticesOf(record);
  const notice = noticeOf(record.card);
  const by = notice?.type === 'superseded' ? ': another card replaces it' : '';
  const { accent } = canvas.colors;
  const { small } = pageOf(canvas);
  const paragraphs = [
    ...(first === undefined
      ? []
      : [{ text: [`${first}${by}`, ...others].join(' · '), face: 'bold', color: accent } as const]),
  ].map((text) => setParagraph({ ...text, lineHeight: 1.3 }, small, innerWidth(canvas)));
  if (paragraphs.length === 0) return head;
  const gap = Math.round(small / 3);
  return {
    ...head,
    element: column({}, head.element, box({ height: gap }), ...paragraphs.map(drawParagraph)),
    height: head.height + gap + paragraphs.reduce((sum, { height }) => sum + height, 0),
  };
}
