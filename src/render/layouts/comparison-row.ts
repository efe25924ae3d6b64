/** The texts of a comparison's row: who speaks and when, and the outlet with the status. The words of a row as a panel. Pure. */
import { publisherName } from '../../card/citation.ts';
import { comparedValue, pictureDate } from '../../card/headline.ts';
import type { ComparisonRow, QuotedRecord } from '../../card/record.ts';
import { statusLine } from '../../card/status.ts';
import { translationOf, translationWord } from '../../card/translation.ts';
import { box, column } from '../element.ts';
import { baselineOf } from '../fonts.ts';
import { drawParagraph, lineHeightPx, type Paragraph, setParagraph } from '../paragraph.ts';
import { type Block, moved, rectangle, stack } from '../shapes.ts';
import { statusSymbol } from '../symbols.ts';
import { type Canvas, pageOf, spaceOf } from './frame.ts';

/** `cut`: a text is wider than its place. */
export type DrawnRow = Block & { cut: boolean };

/** `isBeside`: the outlet is at the right of the label, as in all rows of a card, or else at the end of the row. */
export type RowOptions = { width: number; labelSize: number; valueSize: number; isBeside: boolean };

export const blockOf = (paragraph: Paragraph): Block => ({ ...paragraph, element: drawParagraph(paragraph) });

/** The day on which the words were said, or the date of the fact; months for an interval, in every size. */
function rowDate({ card }: QuotedRecord): string {
  const when = card.saidOn ?? card.asOf;
  return when === null ? 'date not known' : pictureDate(when, when.date.includes('/') ? 'month' : 'day');
}

/** "Zelenskiy, c. 11 Jan 2023" */
export function setLabel({ label, record }: ComparisonRow, canvas: Canvas, size: number, width: number): Paragraph {
  const { ink, muted } = canvas.colors;
  const text = `${label}, ${rowDate(record).replaceAll(' ', '\u00a0')}`;
  const aside = { start: 0, end: label.length, color: muted };
  return setParagraph({ text, face: 'bold', color: ink, lineHeight: 1.2, aside }, size, width);
}

/** The status and the outlet, in one line or in a line each; with less about the translation if that saves a line. */
function setSource(record: QuotedRecord, canvas: Canvas, width: number): Paragraph[] {
  const { small } = pageOf(canvas);
  const { muted } = canvas.colors;
  const set = (text: string) => setParagraph({ text, face: 'sans', color: muted, lineHeight: 1.2 }, small, width);
  const { publisher, translated } = record.source;
  const [said, outlet] = [statusLine(record.card), publisherName(record.source)];
  const word = translationWord(translationOf(record));
  const full = [outlet, word].filter(Boolean).join(', ');
  const brief = [outlet, word?.replace(/ from .*/, '')].filter(Boolean).join(', ');
  // The alternative text says that a machine translated the words.
  const least = [outlet, word && 'translated'].filter(Boolean).join(', ');
  const line = [full, brief, least].map((from) => set(`${said} · ${from}`)).find(({ lines }) => lines.length === 1);
  if (line) return [line];
  // The foot names who republished a translation.
  const original = translated?.publisher ?? publisher;
  const ways = [full, ...[word, word && 'translated'].map((words) => [original, words].filter(Boolean).join(', '))];
  return [set(said), ways.map(set).reduce((best, way) => (way.height < best.height ? way : best))];
}

export type Texts = Block & { lines: number; width: number };

/** The outlet with the symbol of the status. */
export function layoutSource(record: QuotedRecord, canvas: Canvas, width: number): Texts {
  const { small } = pageOf(canvas);
  const side = Math.round(small * 0.62);
  const lead = side + Math.round(small * 0.4);
  const paragraphs = setSource(record, canvas, width - lead);
  const { element, height } = stack(paragraphs.map(blockOf));
  const top = Math.round((lineHeightPx({ lineHeight: 1.2 }, small) - side) / 2);
  const { status } = record.card;
  return {
    element: box({ paddingLeft: lead }, element),
    height,
    shapes: moved(statusSymbol(status).draw(side, canvas.colors[status]), 0, top),
    lines: paragraphs.reduce((sum, { lines }) => sum + lines.length, 0),
    width: lead + Math.ceil(Math.max(...paragraphs.map((paragraph) => paragraph.width))),
  };
}

/** The first line of a row, and what follows at its end: the label, and the outlet beside it or at the end. */
export function layoutHeading(row: ComparisonRow, canvas: Canvas, options: RowOptions): [DrawnRow, Block[]] {
  const { width, labelSize, isBeside } = options;
  const { small } = pageOf(canvas);
  const label = setLabel(row, canvas, labelSize, width);
  if (!isBeside) return [{ ...blockOf(label), cut: false }, [layoutSource(row.record, canvas, width)]];
  const source = layoutSource(row.record, canvas, Math.max(small, width - Math.ceil(label.width) - small));
  const left = width - source.width;
  const top = Math.max(0, Math.round(label.height - source.height - small / 8));
  const block = {
    element: box(
      { height: label.height },
      box({ width: left }, drawParagraph(label)),
      box({ paddingTop: top }, source.element),
    ),
    height: label.height,
    shapes: moved(source.shapes, left, top),
    cut: label.lines.length > 1 || source.lines > 1,
  };
  return [block, []];
}

/** The space in a panel, and the width of its tab, in px per 1200. */
const [PAD_X, PAD_Y, TAB] = [18, 10, 6];

/** A row of words, or of a number without a bar: a cutting, as high as its neighbours. */
export type Panel = { height: number; cut: boolean; draw(height: number): Block };

export function layoutPanel(row: ComparisonRow, canvas: Canvas, options: RowOptions): Panel {
  const { colors } = canvas;
  const { small } = pageOf(canvas);
  const [padX, padY, tab] = [spaceOf(canvas, PAD_X), spaceOf(canvas, PAD_Y), spaceOf(canvas, TAB)];
  const width = options.width - tab - 2 * padX;
  const [heading, after] = layoutHeading(row, canvas, { ...options, width });
  const value = layoutValue(row, canvas, { ...options, width });
  const gap = Math.round(small / 6);
  const above = stack([heading, gap, value]);
  const below = stack(after);
  const least = above.height + (after.length > 0 ? gap + below.height : 0);
  return {
    height: least + 2 * padY,
    cut: heading.cut || value.cut,
    draw(height) {
      const inner = height - 2 * padY;
      // The words are in the middle of the space between label and outlet.
      const rest = inner - least;
      const texts = stack([
        heading,
        gap + Math.floor(rest / 2),
        value,
        ...(after.length > 0 ? [gap + Math.ceil(rest / 2), below] : []),
      ]);
      const element = column(
        {
          width: options.width,
          height,
          background: colors.panel,
          padding: `${padY}px ${padX}px ${padY}px ${tab + padX}px`,
        },
        texts.element,
      );
      const edge = { name: 'tab', x: 0, y: 0, d: rectangle(0, 0, tab, height), color: colors.stripTab };
      return { element, height, shapes: [edge, ...moved(texts.shapes, tab + padX, padY)] };
    },
  };
}

/** The size of a number, as a multiple of the size of words. */
const NUMBER_SHARE = 1.3;

/** The number with its unit, or the marked words of the source. */
function layoutValue({ record, mark }: ComparisonRow, canvas: Canvas, options: RowOptions): DrawnRow {
  const { card } = record;
  const { ink, marker, markerInk } = canvas.colors;
  const { width, valueSize, labelSize } = options;
  if (card.kind !== 'figure') {
    const text = comparedValue(record);
    const start = mark === undefined ? -1 : text.indexOf(mark);
    const marked = { start, end: start + (mark?.length ?? 0), background: marker, color: markerInk };
    const spec = { text, face: 'serif', color: ink, lineHeight: 1.16, ...(start >= 0 && { mark: marked }) } as const;
    const words = setParagraph(spec, valueSize, width);
    return { ...blockOf(words), cut: words.cut };
  }
  const size = Math.round(NUMBER_SHARE * valueSize);
  const number = setParagraph({ text: card.figure.text, face: 'bold', color: ink, lineHeight: 1.1 }, size, width);
  const unit = setParagraph({ text: card.figure.unit, face: 'sans', color: ink, lineHeight: 1.2 }, labelSize, width);
  const gap = Math.round(labelSize / 3);
  const isBeside = number.lines.length === 1 && unit.lines.length === 1 && number.width + gap + unit.width <= width;
  if (!isBeside) return { ...stack([blockOf(number), blockOf(unit)]), cut: number.cut || unit.cut };
  const baseline = ({ spec, fontSize, height }: Paragraph) => baselineOf(spec.face, fontSize, height);
  const paddingTop = Math.round(baseline(number) - baseline(unit));
  const element = box({ height: number.height, gap }, drawParagraph(number), box({ paddingTop }, drawParagraph(unit)));
  return { element, height: number.height, cut: false };
}
