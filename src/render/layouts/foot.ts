/** The foot of a card: a text at the left, the host beside the QR code. Pure. */
import { attributionLine, datedCitation } from '../../card/citation.ts';
import type { QuotedRecord } from '../../card/record.ts';
import { box, column, type Element } from '../element.ts';
import { drawParagraph, type Paragraph, setParagraph, type TextSpec } from '../paragraph.ts';
import { qrSide } from '../qr.ts';
import { type Canvas, innerWidth, type Part, pageOf } from './frame.ts';

const INVITATION = 'read it in the source';

/** The offset of the text beside the QR code from its top edge, in px. */
const BESIDE_TOP = 2;

/** The lines of a foot's text, from the top. */
export type FootLine = { text: string; face: 'sans' | 'bold'; medium?: boolean };

/** The publisher with the date, and the attribution. */
export function sourceLines(record: QuotedRecord): FootLine[] {
  return [
    { text: keepDate(datedCitation(record.source)), face: 'bold', medium: true },
    { text: attributionLine(record), face: 'sans' },
  ];
}

/** The height and maximum width of the logo, as multiples of the smallest type. */
const [LOGO_HEIGHT, LOGO_MAX_WIDTH] = [1.7, 9];

type DrawnLogo = { element: Element; width: number; height: number };

/** The logo, as large as possible; `undefined` if the brand has none. */
function drawLogo(canvas: Canvas): DrawnLogo | undefined {
  const { logo } = canvas;
  if (!logo) return undefined;
  const { small } = pageOf(canvas);
  const scale = Math.min((LOGO_HEIGHT * small) / logo.height, (LOGO_MAX_WIDTH * small) / logo.width);
  const [width, height] = [Math.round(logo.width * scale), Math.round(logo.height * scale)];
  const image = { type: 'img', key: null, props: { src: logo.uri, width, height, style: {} } };
  return { element: box({ width, height }, image), width, height };
}

/** A foot with a text and the logo, for layouts with the QR code in the head. */
export function layoutTextFoot(text: string, canvas: Canvas): Part {
  const { small } = pageOf(canvas);
  const logo = drawLogo(canvas);
  const width = innerWidth(canvas) - (logo ? logo.width + small : 0);
  const paragraph = setParagraph({ text, face: 'sans', color: canvas.colors.muted, lineHeight: 1.3 }, small, width);
  if (!logo) return { element: drawParagraph(paragraph), height: paragraph.height, fits: true };
  const height = Math.max(paragraph.height, logo.height);
  const element = box({ height, justifyContent: 'space-between' }, drawParagraph(paragraph), logo.element);
  return { element, height, fits: true };
}

/** A foot with space for the QR code. Logo and host are beside the code, or below the text on a narrow page. */
export function layoutFoot(lines: FootLine[], canvas: Canvas): Part {
  const { colors, pageUrl } = canvas;
  const page = pageOf(canvas);
  const qrSize = qrSide(canvas.pageUrl, pageOf(canvas).qrModule);
  const gap = Math.round(page.small * 0.8);
  const space = Math.round(page.small / 4);
  const maxBeside = Math.round(page.small * 12.5);
  const set = (text: string, face: 'sans' | 'bold', color: string, size: number, width: number) =>
    setParagraph({ text, face, color, lineHeight: 1.3 } satisfies TextSpec, size, width);
  const draw = (paragraph: Paragraph) => ({ ...paragraph, element: drawParagraph(paragraph) });

  const { host } = new URL(pageUrl);
  const logo = drawLogo(canvas);
  const logoPart = logo ? [logo] : [];
  const beside = page.narrow
    ? []
    : [
        ...logoPart,
        draw(set(INVITATION, 'sans', colors.muted, page.small, maxBeside)),
        draw(set(host, 'bold', colors.ink, page.small, maxBeside)),
      ];
  const besideWidth = Math.ceil(Math.max(0, ...beside.map(({ width }) => width)));
  const left = innerWidth(canvas) - qrSize - gap - (besideWidth > 0 ? besideWidth + 2 * gap : gap);

  const texts = lines.map(({ text, face, medium }) =>
    draw(set(text, face, face === 'bold' ? colors.ink : colors.muted, medium ? page.medium : page.small, left)),
  );
  const below = draw(set(`${INVITATION}: ${host}`, 'sans', colors.muted, page.small, left));
  const stack = page.narrow ? [...texts, below, ...logoPart] : texts;
  const textHeight = stack.reduce((sum, { height }) => sum + height, space * (stack.length - 1));
  const besideHeight = beside.reduce((sum, { height }) => sum + height, BESIDE_TOP + (logo ? space : 0));
  const height = Math.max(qrSize, textHeight, besideHeight);
  const besideStyle = { alignItems: 'flex-end', marginRight: qrSize + gap, paddingTop: BESIDE_TOP };
  const [first, ...others] = beside.map(({ element }) => element);
  const spaced =
    logo && first ? [box({ marginBottom: space }, first), ...others] : beside.map(({ element }) => element);
  const element = box(
    { height, justifyContent: 'space-between' },
    column({ gap: space }, ...stack.map(({ element: part }) => part)),
    column(besideStyle, ...spaced),
  );
  return { element, height, fits: true };
}

/** Keeps the date after the last comma on one line. */
function keepDate(citation: string): string {
  return citation.replace(/, [^,]+$/, (date) => `, ${date.slice(2).replaceAll(' ', '\u00a0')}`);
}
