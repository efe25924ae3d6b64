/**
 * What every card shares: the paper, the line at the top, and the foot with source and QR code. A layout fills the
 * space between. Sizes in px of a picture 1200 wide. Pure.
 */

import { statusWord } from '../../domain/alt.ts';
import { datedCitation } from '../../domain/citation.ts';
import { formatDate } from '../../domain/date.ts';
import type { QuotedRecord } from '../../domain/record.ts';
import { box, column, type Element } from '../element.ts';
import { faceStyle, measure } from '../fonts.ts';
import { drawParagraph, type Paragraph, setParagraph } from '../paragraph.ts';
import { drawQr } from '../qr.ts';
import { SIZES, type Size } from '../size.ts';
import type { Colors } from '../theme.ts';

/** Where the picture is drawn for: its size and colours, and the address that the QR code leads to. */
export type Canvas = { size: Size; colors: Colors; pageUrl: string };

const PADDING_X = 64;
/** With the head's height, these keep every text at least 60 px from the edges: some sites crop that much. */
const PADDING_TOP = 54;
const PADDING_BOTTOM = 44;
const SMALL = 24;
const GAP = 22;
const QR_SIZE = 116;

export type Frame = { width: number; height: number; draw: (body: Element[]) => Element };

/** Lays out the head and the foot of a card. `width` and `height` are what is left for the body between them. */
export function layFrame(record: QuotedRecord, canvas: Canvas): Frame {
  const { width, height } = SIZES[canvas.size];
  const inner = width - 2 * PADDING_X;
  const head = drawHead(record, canvas.colors, inner);
  const foot = layFoot(record, canvas, inner);
  const bodyHeight = height - PADDING_TOP - PADDING_BOTTOM - HEAD_HEIGHT - foot.height - 3 * GAP - 2;

  const draw = (body: Element[]) =>
    column(
      {
        width,
        height,
        padding: `${PADDING_TOP}px ${PADDING_X}px ${PADDING_BOTTOM}px`,
        background: canvas.colors.paper,
        color: canvas.colors.ink,
        ...faceStyle('sans'),
      },
      head,
      column({ height: bodyHeight, margin: `${GAP}px 0`, justifyContent: 'space-between' }, ...body),
      box({ height: 2, background: canvas.colors.rule, marginBottom: GAP }),
      foot.element,
    );
  return { width: inner, height: bodyHeight, draw };
}

const HEAD_HEIGHT = 42;

function drawHead({ card }: QuotedRecord, colors: Colors, width: number): Element {
  const chip = box(
    { background: colors.chip, borderRadius: 6, padding: '0 14px', height: HEAD_HEIGHT, alignItems: 'center' },
    statusWord(card.status),
  );
  const asOf = card.asOf === null ? 'date not known' : `as of ${formatDate(card.asOf.date, 'day')}`;
  const dated = card.asOf?.basis === 'inferred' ? `${asOf} (inferred)` : asOf;
  const right = measure(statusWord(card.status), 'sans', SMALL) + 28 + 18 + measure(dated, 'sans', SMALL);
  return box(
    { height: HEAD_HEIGHT, justifyContent: 'space-between', alignItems: 'center', fontSize: SMALL, lineHeight: 1 },
    box(
      { ...faceStyle('bold'), color: colors.accent, letterSpacing: TOPIC_SPACING },
      fitTopics(card.topics, width - right - 32),
    ),
    box({ alignItems: 'center' }, chip, box({ marginLeft: 18, color: colors.muted }, dated)),
  );
}

const TOPIC_SPACING = 1;

/** As many topics as the line holds, the main one first. */
function fitTopics(topics: string[], width: number): string {
  for (let count = topics.length; count > 1; count--) {
    const text = topics.slice(0, count).join(' · ').toUpperCase();
    if (measure(text, 'bold', SMALL, TOPIC_SPACING) <= width) return text;
  }
  return (topics[0] ?? '').toUpperCase();
}

function layFoot(record: QuotedRecord, canvas: Canvas, width: number): { element: Element; height: number } {
  const { colors, pageUrl } = canvas;
  const host = setParagraph(small(new URL(pageUrl).host, 'bold', colors.ink), SMALL, 300);
  const invitation = setParagraph(small('read it in the source', 'sans', colors.muted), SMALL, 300);
  const besideQr = Math.ceil(Math.max(host.width, invitation.width));
  const left = width - besideQr - QR_SIZE - 20 - 40;

  const publisher = setParagraph(small(datedCitation(record.source), 'bold', colors.ink, 1.25), 28, left);
  const chain = setParagraph(small(attributionLine(record), 'sans', colors.muted), SMALL, left);
  const height = Math.max(QR_SIZE, publisher.height + 8 + chain.height);
  const element = box(
    { height, justifyContent: 'space-between' },
    column({}, drawParagraph(publisher), box({ height: 8 }), drawParagraph(chain)),
    box(
      {},
      column({ alignItems: 'flex-end', marginRight: 20, paddingTop: 2 }, drawRight(invitation), drawRight(host)),
      drawQr(pageUrl, QR_SIZE, colors),
    ),
  );
  return { element, height };
}

function small(text: string, face: 'sans' | 'bold', color: string, lineHeight = 1.3) {
  return { text, face, color, lineHeight };
}

function drawRight(paragraph: Paragraph): Element {
  return box({ justifyContent: 'flex-end' }, drawParagraph(paragraph));
}

/** The speaker, then each outlet; and whether the words are a translation of theirs. */
export function attributionLine({ card, source }: QuotedRecord): string {
  const own = card.attribution.length === 1 && card.attribution[0] === source.publisher;
  const chain = own ? 'In the outlet’s own words' : card.attribution.join(' → ');
  const { translated } = card.quote;
  if (!translated) return chain;
  return `${chain} (${translated.by ? `translated by ${translated.by}` : 'translated'})`;
}
