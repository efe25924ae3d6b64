/** The strip at the foot of a card: the source at the left, then the mark, the address in words, and the QR code. Pure. */
import { attributionLine } from '../../card/citation.ts';
import { pictureCitation } from '../../card/headline.ts';
import { type CardRecord, type QuotedRecord, quotedOf } from '../../card/record.ts';
import { box, column, type Element } from '../element.ts';
import { drawParagraph, type Paragraph, setParagraph } from '../paragraph.ts';
import { makeQr } from '../qr.ts';
import type { Shape } from '../shapes.ts';
import { rectangle } from '../shapes.ts';
import { type Canvas, pageOf, type Strip } from './frame.ts';

/** The lines of a strip's text, from the top. */
export type StripLine = { text: string; strong?: boolean; isRight?: boolean };

/** The publisher with the date, and the attribution. */
export function sourceLines(record: QuotedRecord): StripLine[] {
  return [
    { text: keepDate(pictureCitation(record.source)), strong: true },
    { text: keepNames(attributionLine(record)) },
  ];
}

/** What is known of the words: that a program found them, and nothing more. `record`: null for a retracted card. */
function proofOf(record: CardRecord | null): string {
  const isFound =
    record !== null &&
    quotedOf(record).every(({ evidence }) => evidence !== null) &&
    record.sourceChanged === undefined;
  return isFound ? 'words found in the source' : 'read it in the source';
}

/** The height and maximum width of the logo, as multiples of the smallest type. */
const [LOGO_HEIGHT, LOGO_MAX_WIDTH] = [1.6, 9];

type Drawn = { element: Element; width: number; height: number };

/** The logo, as large as possible; none if the brand has none. */
function drawLogo({ logo, ...canvas }: Canvas): Drawn[] {
  if (!logo) return [];
  const { small } = pageOf({ logo, ...canvas });
  const scale = Math.min((LOGO_HEIGHT * small) / logo.height, (LOGO_MAX_WIDTH * small) / logo.width);
  const [width, height] = [Math.round(logo.width * scale), Math.round(logo.height * scale)];
  const image = { type: 'img', key: null, props: { src: logo.uri, width, height, style: {} } };
  return [{ element: box({ width, height }, image), width, height }];
}

/** The smallest space above and below the content, in px per 1200. */
const PADDING = 12;

/** The widest text beside the code, and the proof in two lines, as multiples of the smallest type. */
const [BESIDE_WIDTH, TIGHT_PROOF] = [13.4, 7];

export function layoutStrip(lines: readonly StripLine[], record: CardRecord | null, canvas: Canvas): Strip {
  const { colors, pageUrl } = canvas;
  const page = pageOf(canvas);
  const { width, paddingX, paddingBottom, small, medium, narrow } = page;
  const padding = Math.round(PADDING * page.scale);
  const code = makeQr(pageUrl, page.qrModule);
  const gap = Math.round(small * 0.9);
  const set = (
    { text, strong = false, isRight = false }: StripLine,
    size: number,
    color: string,
    maxWidth: number,
  ): Drawn => {
    const face = strong ? 'bold' : 'sans';
    const paragraph: Paragraph = setParagraph({ text, face, color, lineHeight: 1.25, isRight }, size, maxWidth);
    return { ...paragraph, element: drawParagraph(paragraph) };
  };
  const { host } = new URL(pageUrl);
  const inner = width - 2 * paddingX - code.side - gap;
  const addressIn = (maxWidth: number, isRight: boolean, proofWidth = maxWidth): Drawn[] => [
    ...drawLogo(canvas),
    set({ text: proofOf(record), isRight }, small, colors.stripTab, proofWidth),
    set({ text: host, strong: true, isRight }, small, colors.stripInk, maxWidth),
  ];
  const heightOf = (parts: Drawn[]) => parts.reduce((sum, part) => sum + part.height, 0);
  const arrange = (proofWidth: number) => {
    const beside = narrow ? [] : addressIn(BESIDE_WIDTH * small, true, proofWidth);
    const besideWidth = Math.ceil(Math.max(0, ...beside.map((part) => part.width)));
    const left = inner - (besideWidth > 0 ? besideWidth + gap : 0);
    const texts = lines.map((line) =>
      set(line, line.strong ? medium : small, line.strong ? colors.stripInk : colors.stripMuted, left),
    );
    const lefts = narrow ? [...texts, ...addressIn(left, false)] : texts;
    return { beside, left, lefts, content: Math.max(code.side, heightOf(lefts), heightOf(beside)) };
  };
  // A proof in two lines leaves more space for a source that would need a further line.
  const [wide, tight] = [arrange(BESIDE_WIDTH * small), arrange(TIGHT_PROOF * small)];
  const { beside, left, lefts, content } = tight.content < wide.content ? tight : wide;
  const height = padding + content + Math.max(padding, paddingBottom);
  const elements = (parts: Drawn[]) => parts.map((part) => part.element);
  const element = box(
    { width, height, background: colors.strip, padding: `${padding}px ${paddingX}px 0` },
    column({ width: left, height: content, justifyContent: 'center' }, ...elements(lefts)),
    ...(narrow
      ? []
      : [
          column(
            { width: inner - left, height: content, justifyContent: 'center', alignItems: 'flex-end' },
            ...elements(beside),
          ),
        ]),
  );
  const qr = {
    ...code,
    left: width - paddingX - code.side,
    top: padding + Math.round((content - code.side) / 2),
    tile: colors.tile,
    module: colors.module,
  };
  return { element, height, shapes: drawTab(canvas, padding + content + padding, height), qr };
}

/** The tab at the left edge with the opening quotation mark: the mark of the project. */
function drawTab(canvas: Canvas, visible: number, height: number): Shape[] {
  const { colors } = canvas;
  const { paddingX } = pageOf(canvas);
  const width = Math.round(paddingX * 0.62);
  const size = width * 0.66;
  return [
    { name: 'tab', x: 0, y: 0, d: rectangle(0, 0, width, height), color: colors.stripTab },
    {
      name: 'tab',
      x: (width - size) / 2,
      y: Math.round((visible - size * 0.8) / 2),
      d: quotationMark(size),
      color: colors.strip,
    },
  ];
}

/** An opening double quotation mark, `size` px wide. */
function quotationMark(size: number): string {
  const single = (x: number) => {
    const n = (value: number) => Math.round(value * size * 10) / 10;
    return (
      `M${n(x)} ${n(0.52)}C${n(x)} ${n(0.24)} ${n(x + 0.14)} ${n(0.06)} ${n(x + 0.38)} ${n(0)}L${n(x + 0.42)} ${n(0.12)}` +
      `C${n(x + 0.29)} ${n(0.17)} ${n(x + 0.22)} ${n(0.24)} ${n(x + 0.21)} ${n(0.34)}` +
      `C${n(x + 0.34)} ${n(0.34)} ${n(x + 0.43)} ${n(0.43)} ${n(x + 0.43)} ${n(0.56)}` +
      `C${n(x + 0.43)} ${n(0.69)} ${n(x + 0.34)} ${n(0.78)} ${n(x + 0.22)} ${n(0.78)}C${n(x + 0.08)} ${n(0.78)} ${n(x)} ${n(0.68)} ${n(x)} ${n(0.52)}z`
    );
  };
  return single(0) + single(0.55);
}

/** Keeps each name of a chain on one line, with the arrow before it. */
function keepNames(chain: string): string {
  return chain
    .split(' → ')
    .map((name) => name.replaceAll(' ', '\u00a0'))
    .join(' →\u00a0');
}

/** Keeps the date after the last comma on one line. */
function keepDate(citation: string): string {
  return citation.replace(/, [^,]+$/, (date) => `, ${date.slice(2).replaceAll(' ', '\u00a0')}`);
}
