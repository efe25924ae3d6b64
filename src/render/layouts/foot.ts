/** The foot of a card: a text at the left, and the host's name beside the place of the QR code. Pure. */
import { attributionLine } from '../../card/attribution.ts';
import { datedCitation } from '../../card/citation.ts';
import type { QuotedRecord } from '../../card/record.ts';
import { box, column } from '../element.ts';
import { drawParagraph, setParagraph, type TextSpec } from '../paragraph.ts';
import { qrSide } from '../qr.ts';
import { type Canvas, innerWidth, type Part, pageOf } from './frame.ts';

const INVITATION = 'read it in the source';

/** Sets the text beside the QR code a little below its upper edge, in px. */
const BESIDE_TOP = 2;

/** The lines of a foot's text, from the top. */
export type FootLine = { text: string; face: 'sans' | 'bold'; medium?: boolean };

/** Publisher and date, and who says so, in the order the words travelled. */
export function sourceLines(record: QuotedRecord): FootLine[] {
  return [
    { text: keepDate(datedCitation(record.source)), face: 'bold', medium: true },
    { text: attributionLine(record), face: 'sans' },
  ];
}

/** A foot of text alone: the QR code is elsewhere, and tells the host. */
export function layTextFoot(text: string, canvas: Canvas): Part {
  const { small } = pageOf(canvas);
  const paragraph = setParagraph(
    { text, face: 'sans', color: canvas.colors.muted, lineHeight: 1.3 },
    small,
    innerWidth(canvas),
  );
  return { element: drawParagraph(paragraph), height: paragraph.height, fits: true };
}

/** Lays out a foot with room for the QR code. The host stands beside that, or on a narrow page below the text. */
export function layFoot(lines: FootLine[], canvas: Canvas): Part {
  const { colors, pageUrl } = canvas;
  const page = pageOf(canvas);
  const qrSize = qrSide(canvas.pageUrl, pageOf(canvas).qrModule);
  const gap = Math.round(page.small * 0.8);
  const maxBeside = Math.round(page.small * 12.5);
  const set = (text: string, face: 'sans' | 'bold', color: string, size: number, width: number) =>
    setParagraph({ text, face, color, lineHeight: 1.3 } satisfies TextSpec, size, width);

  const { host } = new URL(pageUrl);
  const beside = page.narrow
    ? []
    : [
        set(INVITATION, 'sans', colors.muted, page.small, maxBeside),
        set(host, 'bold', colors.ink, page.small, maxBeside),
      ];
  const besideWidth = Math.ceil(Math.max(0, ...beside.map(({ width }) => width)));
  const left = innerWidth(canvas) - qrSize - gap - (besideWidth > 0 ? besideWidth + 2 * gap : gap);

  const texts = lines.map(({ text, face, medium }) =>
    set(text, face, face === 'bold' ? colors.ink : colors.muted, medium ? page.medium : page.small, left),
  );
  if (page.narrow) texts.push(set(`${INVITATION}: ${host}`, 'sans', colors.muted, page.small, left));
  const space = Math.round(page.small / 4);
  const textHeight = texts.reduce((sum, { height }) => sum + height, space * (texts.length - 1));
  const besideHeight = beside.reduce((sum, { height }) => sum + height, BESIDE_TOP);
  const height = Math.max(qrSize, textHeight, besideHeight);
  const element = box(
    { height, justifyContent: 'space-between' },
    column({ gap: space }, ...texts.map(drawParagraph)),
    column({ alignItems: 'flex-end', marginRight: qrSize + gap, paddingTop: BESIDE_TOP }, ...beside.map(drawParagraph)),
  );
  return { element, height, fits: true };
}

/** Keeps the date, which stands behind the last comma, in one line. */
function keepDate(citation: string): string {
  return citation.replace(/, [^,]+$/, (date) => `, ${date.slice(2).replaceAll(' ', '\u00a0')}`);
}
