/** The foot of a card: the brand, the source, the address in words, and the QR code. Pure. */
import { stepNames } from '../../card/attribution.ts';
import { attributionLine } from '../../card/citation.ts';
import { pictureCitation } from '../../card/headline.ts';
import { type CardRecord, type QuotedRecord, quotedOf } from '../../card/record.ts';
import { asTitle } from '../../card/sentence.ts';
import { translationOf, translationWord } from '../../card/translation.ts';
import { box, column, type Element } from '../element.ts';
import { drawParagraph, type Paragraph, setParagraph } from '../paragraph.ts';
import { makeQr } from '../qr.ts';
import { rectangle, type Shape } from '../shapes.ts';
import { type Canvas, pageOf, type Strip } from './frame.ts';
import { drawSignature, signatureHeight, signatureWidth } from './signature.ts';

/** The lines of a strip's text, from the top. `shorter` is used if it needs fewer lines. */
export type StripLine = { text: string; shorter?: string; strong?: boolean; isRight?: boolean };

/** The publisher with the date, and the attribution, which can omit the language that the words are translated from. */
export function sourceLines(record: QuotedRecord): StripLine[] {
  return [
    { text: keepDate(pictureCitation(record.source)), strong: true },
    { text: keepNames(attributionOf(record)), shorter: keepNames(attributionOf(record, true)) },
  ];
}

/** Who said it, through whom. The line above names an outlet that speaks itself, and who republished it. */
function attributionOf(record: QuotedRecord, isBrief = false): string {
  const { publisher, translated } = record.source;
  const names = stepNames(record.card.attribution).join();
  const word = translationWord(translationOf(record));
  const isRepublished = names === `${translated?.publisher},${publisher}`;
  return word && isRepublished ? asTitle(word, 'en') : attributionLine(record, isBrief);
}

/** What is known of the words: that a program found them, and nothing more. `record`: null for a retracted card. */
function proofOf(record: CardRecord | null): string {
  const isFound =
    record !== null &&
    quotedOf(record).every(({ evidence }) => evidence !== null) &&
    record.sourceChanged === undefined;
  const sources = record && new Set(quotedOf(record).map(({ source }) => source.id)).size > 1 ? 'sources' : 'source';
  return `${isFound ? 'words found in the' : 'read it in the'} ${sources}`;
}

type Drawn = { element: Element; width: number; height: number };

/** The smallest space above and below the content, in px per 1200. The QR code has a margin of its own. */
const PADDING = 8;

/** The widest text beside the code, as a multiple of the smallest type. The proof fits in one line. */
const BESIDE_WIDTH = 13.9;

/** The height of the lines of the foot "line", as multiples of the smallest type. */
const [RULE_HEIGHT, RULE_ACCENT] = [0.1, 0.3];

/** The colours of the foot: those of the strip, or those of the paper. */
function footColors({ colors, foot }: Canvas) {
  const { paper, ink, muted, accent, strip, stripInk, stripMuted, stripTab } = colors;
  if (foot === 'line') return { ground: paper, ink, muted, found: accent };
  return { ground: strip, ink: stripInk, muted: stripMuted, found: stripTab };
}

export function layoutStrip(lines: readonly StripLine[], record: CardRecord | null, canvas: Canvas): Strip {
  const { pageUrl, foot } = canvas;
  const page = pageOf(canvas);
  const { width, paddingX, paddingBottom, small, medium, narrow } = page;
  const { ground, ink, muted, found } = footColors(canvas);
  const padding = Math.round(PADDING * page.scale);
  // A line needs more space below it than the edge of a strip.
  const above = foot === 'line' ? 2 * padding : padding;
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
  const start = Math.max(paddingX, signatureWidth(canvas) + gap);
  const inner = width - start - paddingX - code.side - gap;
  const addressIn = (maxWidth: number, isRight: boolean): Drawn[] => {
    const proof = set({ text: proofOf(record), isRight }, small, found, maxWidth);
    const address = set({ text: host, strong: true, isRight }, small, ink, maxWidth);
    const width = proof.width + gap + address.width;
    // A narrow page has both in one line, if they fit.
    // After the proof, the address would seem to be the source.
    if (!narrow || width > maxWidth) return [address, proof];
    return [{ element: box({ gap }, address.element, proof.element), width, height: proof.height }];
  };
  /** A strong line is smaller if that saves a line. */
  const setLine = (line: StripLine, maxWidth: number): Drawn => {
    const [color, size] = line.strong ? [ink, medium] : [muted, small];
    const whole = set(line, size, color, maxWidth);
    const shorter = line.shorter === undefined ? whole : set({ ...line, text: line.shorter }, size, color, maxWidth);
    const large = shorter.height < whole.height ? shorter : whole;
    const less = [(small + medium) / 2, small].map((smaller) => set(line, Math.round(smaller), color, maxWidth));
    return (line.strong && less.find(({ height }) => height < 0.8 * large.height)) || large;
  };
  const heightOf = (parts: Drawn[]) => parts.reduce((sum, part) => sum + part.height, 0);
  const beside = narrow ? [] : addressIn(BESIDE_WIDTH * small, true);
  const besideWidth = Math.ceil(Math.max(0, ...beside.map((part) => part.width)));
  const left = inner - (besideWidth > 0 ? besideWidth + Math.round(gap / 2) : 0);
  const texts = lines.map((line) => setLine(line, left));
  const lefts = narrow ? [...texts, ...addressIn(left, false)] : texts;
  const content = Math.max(code.side, signatureHeight(canvas), heightOf(lefts), heightOf(beside));
  const height = above + content + Math.max(padding, paddingBottom);
  const elements = (parts: Drawn[]) => parts.map((part) => part.element);
  const signature = drawSignature(canvas, {
    // Apps cover the lower part of a story's strip.
    height: page.tall ? above + content + padding : height,
    contentTop: above,
    contentHeight: content,
  });
  const cell = { height: above + content, paddingTop: above, justifyContent: 'center' };
  const element = box(
    { width, height, background: ground },
    signature.element,
    column({ ...cell, width: left, marginLeft: start - signature.width }, ...elements(lefts)),
    ...(narrow ? [] : [column({ ...cell, width: inner - left, alignItems: 'flex-end' }, ...elements(beside))]),
  );
  const qr = {
    ...code,
    left: width - paddingX - code.side,
    top: above + Math.round((content - code.side) / 2),
    tile: canvas.colors.tile,
    module: canvas.colors.module,
  };
  const rules = foot === 'line' ? drawRules(canvas, signature.width) : [];
  return { element, height, shapes: [...signature.shapes, ...rules], qr };
}

/** The line above a foot on paper: thin, and thick above the signature. */
function drawRules(canvas: Canvas, end: number): Shape[] {
  const { width, paddingX, small } = pageOf(canvas);
  const { accent, rule } = canvas.colors;
  const line = (name: string, right: number, height: number, color: string): Shape => {
    const thickness = Math.round(height * small);
    return { name, x: paddingX, y: 0, d: rectangle(0, 0, right - paddingX, thickness), color };
  };
  return [line('rule', width - paddingX, RULE_HEIGHT, rule), line('tab', end, RULE_ACCENT, accent)];
}

/** Keeps each name of a chain on one line, with the arrow before it, and the note after it on one line. */
function keepNames(chain: string): string {
  return chain
    .split(' → ')
    .map((step) => step.replaceAll(' ', '\u00a0').replace('\u00a0(', ' ('))
    .join(' →\u00a0');
}

/** Keeps the date after the last comma on one line. */
function keepDate(citation: string): string {
  return citation.replace(/, [^,]+$/, (date) => `, ${date.slice(2).replaceAll(' ', '\u00a0')}`);
}
