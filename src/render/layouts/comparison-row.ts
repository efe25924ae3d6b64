/** The texts of a comparison's row: who speaks and when, and the outlet with the status. The words of a row as a panel. Pure. */
import { publisherName } from '../../card/citation.ts';
import { namesWords } from '../../card/evidence/highlight.ts';
import { comparedValue, pictureDate } from '../../card/headline.ts';
import type { ComparisonRow, QuotedRecord } from '../../card/record.ts';
import { statusLine } from '../../card/status.ts';
import { translationOf, translationWord, withoutLanguage } from '../../card/translation.ts';
import { box, column } from '../element.ts';
import { baselineOf } from '../fonts.ts';
import { drawParagraph, lineHeightPx, type Paragraph, setParagraph } from '../paragraph.ts';
import { type Block, besideEachOther, moved, rectangle, stack } from '../shapes.ts';
import { statusSymbol } from '../symbols.ts';
import { type Canvas, pageOf, spaceOf } from './frame.ts';

/** `cut`: a text is wider than its place. */
export type DrawnRow = Block & { cut: boolean };

/** `isBeside`: the outlet is at the right of the label, as in all rows of a card, or else at the end of the row. `space`: between rows. */
export type RowOptions = { width: number; labelSize: number; valueSize: number; isBeside: boolean; space: number };

export const blockOf = (paragraph: Paragraph): Block => ({ ...paragraph, element: drawParagraph(paragraph) });

/** The day on which the words were said, or the date of the fact; months for an interval, in every size. */
function rowDate({ card, source }: QuotedRecord): string {
  const when = card.saidOn ?? card.asOf;
  if (when === null) return 'date not known';
  // A date of publication does not say when something happened.
  const isPublication = !card.saidOn && card.kind !== 'quote' && when.date === source.published.date;
  const word = card.saidOn && card.asOf ? 'said ' : isPublication ? 'as of ' : '';
  return `${word}${pictureDate(when, when.date.includes('/') ? 'month' : 'day')}`;
}

/** "Zelenskiy, c. 11 Jan 2023" */
export function setLabel({ label, record }: ComparisonRow, canvas: Canvas, size: number, width: number): Paragraph {
  const { ink, muted } = canvas.colors;
  const text = `${label}, ${rowDate(record).replaceAll(' ', '\u00a0')}`;
  const aside = { start: 0, end: label.length, color: muted, face: 'sans' } as const;
  return setParagraph({ text, face: 'bold', color: ink, lineHeight: 1.2, aside }, size, width);
}

/** The status and the outlet, in a line or in a line each. A label that names the outlet need not be repeated. */
function setSource({ label, record }: ComparisonRow, canvas: Canvas, width: number, lead: number): Paragraph[] {
  const { small } = pageOf(canvas);
  const { muted } = canvas.colors;
  const set = (text: string, room: number) =>
    setParagraph({ text, face: 'sans', color: muted, lineHeight: 1.2 }, small, room);
  const { publisher, translated } = record.source;
  const said = statusLine(record.card);
  const original = translated?.publisher ?? publisher;
  const outlets = namesWords(label, original) ? [''] : [publisherName(record.source), original];
  const translation = translationOf(record);
  const [word, short] = [translationWord(translation), translationWord(withoutLanguage(translation))];
  const words = word && short ? [word, short] : [''];
  const join = (separator: string, ...parts: string[]) => parts.filter(Boolean).join(separator);
  const fitting = (texts: string[]) =>
    texts.map((text) => set(text, width - lead)).find(({ lines }) => lines.length === 1);
  // The foot names who republished a translation.
  const line = fitting(outlets.flatMap((by) => words.map((from) => join(' · ', said, join(', ', by, from)))));
  if (line) return [line];
  const first = fitting(words.map((from) => join(' · ', said, from)));
  const status = first ? [first] : [set(said, width - lead), ...(short ? [set(short, width)] : [])];
  return [...status, ...(outlets[0] ? [set(original, width)] : [])];
}

export type Texts = Block & { lines: number; width: number };

/** The outlet with the symbol of the status. */
export function layoutSource(row: ComparisonRow, canvas: Canvas, width: number): Texts {
  const { small } = pageOf(canvas);
  const side = Math.round(small * 0.62);
  const lead = side + Math.round(small * 0.4);
  const [first, ...others] = setSource(row, canvas, width, lead) as [Paragraph, ...Paragraph[]];
  const top = Math.round((lineHeightPx({ lineHeight: 1.2 }, small) - side) / 2);
  const { status } = row.record.card;
  const start: Block = {
    element: box({ paddingLeft: lead }, drawParagraph(first)),
    height: first.height,
    shapes: moved(statusSymbol(status).draw(side, canvas.colors[status]), 0, top),
  };
  return {
    ...stack([start, ...others.map(blockOf)]),
    lines: [first, ...others].reduce((sum, { lines }) => sum + lines.length, 0),
    width: Math.ceil(Math.max(lead + first.width, ...others.map((paragraph) => paragraph.width))),
  };
}

/** The first line of a row, and what follows at its end: the label, and the outlet beside it or at the end. */
export function layoutHeading(row: ComparisonRow, canvas: Canvas, options: RowOptions): [DrawnRow, Block[]] {
  const { width, labelSize, isBeside } = options;
  const { small } = pageOf(canvas);
  const label = setLabel(row, canvas, labelSize, width);
  if (!isBeside) return [{ ...blockOf(label), cut: false }, [layoutSource(row, canvas, width)]];
  const source = layoutSource(row, canvas, Math.max(small, width - Math.ceil(label.width) - small));
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

/** The space beside the texts of a panel, and the width of its tab, in px per 1200. */
const [PAD_X, TAB] = [16, 6];

/** The parts of a row of words, or of a number without a bar, from the top. */
type Panel = { heading: DrawnRow; value: DrawnRow; source: Block | undefined };

/** Panels beside each other. `grow`: makes them higher than their texts. */
export type PanelLine = { height: number; cut: boolean; draw(growth: number): Block };

/** Cuttings of the same height, whose parts are on common lines: label above, words below it, outlet at the end. */
export function layoutPanels(rows: readonly ComparisonRow[], canvas: Canvas, options: RowOptions): PanelLine {
  const { colors } = canvas;
  const [padX, tab] = [PAD_X, TAB].map((space) => spaceOf(canvas, space)) as [number, number];
  const [padY, gap] = [0.75, 0.6].map((share) => Math.round(share * options.space)) as [number, number];
  const width = options.width - tab - 2 * padX;
  const panels = rows.map((row): Panel => {
    const [heading, after] = layoutHeading(row, canvas, { ...options, width });
    return { heading, value: layoutValue(row, canvas, { ...options, width }), source: after[0] };
  });
  const most = (heightOf: (panel: Panel) => number) => Math.max(...panels.map(heightOf));
  const [above, middle, below] = [
    most((its) => its.heading.height),
    most((its) => its.value.height),
    most((its) => its.source?.height ?? 0),
  ];
  const least = above + gap + middle + (below > 0 ? gap + below : 0) + 2 * padY;
  return {
    height: least,
    cut: panels.some(({ heading, value }) => heading.cut || value.cut),
    draw(growth) {
      const height = least + growth;
      const drawn = panels.map(({ heading, value, source }) => {
        const lead = Math.floor(growth / 2);
        const rest = growth - lead + middle - value.height;
        const texts = stack([
          heading,
          above - heading.height + gap + lead,
          value,
          ...(source ? [rest + gap + below - source.height, source] : []),
        ]);
        const padding = `${padY}px ${padX}px ${padY}px ${tab + padX}px`;
        const element = column({ width: options.width, height, background: colors.panel, padding }, texts.element);
        const edge = { name: 'tab', x: 0, y: 0, d: rectangle(0, 0, tab, height), color: colors.stripTab };
        return { element, height, shapes: [edge, ...moved(texts.shapes, tab + padX, padY)], width: options.width };
      });
      return besideEachOther(drawn, options.space);
    },
  };
}

/** The size of a number, as a multiple of the size of words. */
const NUMBER_SHARE = 1.3;

/** The least size of words, as a multiple of the smallest type, at which no word is broken. */
const LEAST_WHOLE = 1.3;

const breaksWord = ({ lines }: Paragraph) => lines.some(({ end }, at) => lines[at + 1]?.start === end);

/** The number with its unit, or the marked words of the source. */
function layoutValue(row: ComparisonRow, canvas: Canvas, options: RowOptions): DrawnRow {
  const { record, mark } = row;
  const { card } = record;
  const { ink, marker, markerInk } = canvas.colors;
  const { width, valueSize, labelSize } = options;
  const { small } = pageOf(canvas);
  if (card.kind !== 'figure') {
    const text = comparedValue(row);
    const start = mark === undefined ? -1 : text.indexOf(mark);
    const marked = { start, end: start + (mark?.length ?? 0), background: marker, color: markerInk, breaks: true };
    const spec = { text, face: 'serif', color: ink, lineHeight: 1.16, ...(start >= 0 && { mark: marked }) } as const;
    const words = setParagraph(spec, valueSize, width);
    return { ...blockOf(words), cut: words.cut || (valueSize > LEAST_WHOLE * small && breaksWord(words)) };
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
