/** The layout of comparison cards: the rows, and the note on why they differ. Pure. */

import { shortCitation } from '../../card/citation.ts';
import { formatDate } from '../../card/date.ts';
import { comparedOf } from '../../card/headline.ts';
import type { ComparisonRecord, ComparisonRow, QuotedRecord } from '../../card/record.ts';
import { statusLine } from '../../card/status.ts';
import { translationOf, translationWord } from '../../card/translation.ts';
import { datedText } from '../../card/when.ts';
import { box, column, type Element } from '../element.ts';
import { measure } from '../fonts.ts';
import { drawParagraph, type Paragraph, setParagraph } from '../paragraph.ts';
import { qrSide } from '../qr.ts';
import { layoutTextFoot } from './foot.ts';
import { type Canvas, type Drawing, type Frame, innerWidth, layoutFrame, pageOf } from './frame.ts';
import { layoutHead } from './head.ts';
import { withNotice } from './quotation.ts';

/** Sizes of the claim, the values and the space around rows, as multiples of the smallest type, largest first. */
const STEPS = [
  { claim: 2.4, value: 2.6, space: 1.2 },
  { claim: 2.2, value: 2.2, space: 1.1 },
  { claim: 2, value: 1.9, space: 1 },
  { claim: 1.85, value: 1.75, space: 0.9 },
  { claim: 1.7, value: 1.6, space: 0.8 },
  { claim: 1.6, value: 1.45, space: 0.7 },
  { claim: 1.5, value: 1.35, space: 0.6 },
  { claim: 1.4, value: 1.25, space: 0.5 },
  { claim: 1.3, value: 1.15, space: 0.4 },
  { claim: 1.2, value: 1.05, space: 0.3 },
  { claim: 1.2, value: 1, space: 0.2 },
  { claim: 1.1, value: 1, space: 0.12 },
] as const;

const RULE_HEIGHT = 1;

export function layoutComparison(record: ComparisonRecord, canvas: Canvas): Drawing {
  // The QR code is beside topics and claim, so that rows and note have the full width.
  const page = pageOf(canvas);
  const side = qrSide(canvas.pageUrl, pageOf(canvas).qrModule);
  const beside = innerWidth(canvas) - side - page.gap;
  const head = withNotice(layoutHead({ topics: record.card.topics }, canvas, beside), record, canvas, beside);
  const frame = layoutFrame(canvas, head, layoutTextFoot(record.card.note, canvas), 'head');
  const room = { claimWidth: beside, claimHeight: side - head.height - page.gap };
  for (const [index, step] of STEPS.entries()) {
    const body = layoutBody(record, canvas, frame, { ...room, ...step });
    const fits = body.height <= frame.height;
    if ((fits && !body.cut) || index === STEPS.length - 1) return frame.draw(body.parts, fits);
  }
  throw new Error('the last step always returns');
}

type BodyOptions = {
  claim: number;
  value: number;
  space: number;
  claimWidth: number;
  /** The minimum height of the claim: down to the bottom of the QR code. */
  claimHeight: number;
};

function layoutBody(
  record: ComparisonRecord,
  canvas: Canvas,
  frame: Frame,
  options: BodyOptions,
): { parts: Element[]; height: number; cut: boolean } {
  const { small } = pageOf(canvas);
  const { colors } = canvas;
  const space = Math.round(options.space * small);
  const claim = setParagraph(
    { text: record.card.claim, face: 'bold', color: colors.ink, lineHeight: 1.16 },
    Math.round(options.claim * small),
    options.claimWidth,
  );
  const claimHeight = Math.max(claim.height, options.claimHeight);
  const scale = sharedScale(record.rows);
  const rows = record.rows.map((row) =>
    layoutRow(row, canvas, { width: frame.width, valueSize: Math.round(options.value * small), scale }),
  );
  const ruled = (row: Row) =>
    column(
      {},
      box({ height: RULE_HEIGHT, background: colors.rule, marginTop: space, marginBottom: space }),
      row.element,
    );
  const rowsHeight = rows.reduce((sum, row) => sum + row.height + 2 * space + RULE_HEIGHT, 0);
  return {
    parts: [box({ height: claimHeight }, drawParagraph(claim)), column({}, ...rows.map(ruled))],
    height: claimHeight + rowsHeight,
    cut: claim.cut || rows.some((row) => row.cut),
  };
}

export type Row = { element: Element; height: number };

/** `cut`: the value is wider than its column. */
type DrawnRow = Row & { cut: boolean };

type RowOptions = {
  width: number;
  valueSize: number;
  /** The number for a bar of full width; null if the rows do not share a measure. */
  scale: number | null;
};

/** The share of the width for a row's value. Date, status and source are beside it. */
const VALUE_SHARE = 0.54;

/** A bar's height, as a multiple of the smallest type. */
const BAR_HEIGHT = 0.3;

/**
 * The number for the longest bar, if all rows have exactly the same measure, because only then bar lengths are comparable.
 * Null otherwise.
 */
export function sharedScale(rows: readonly ComparisonRow[]): number | null {
  const measures = rows.map(({ record }) => comparedOf(record).measure);
  const [first] = measures;
  if (!first || !measures.every((measure) => measure?.name === first.name)) return null;
  const scale = Math.max(...measures.map((measure) => measure?.size ?? 0));
  return scale > 0 ? scale : null;
}

export function layoutRow(row: ComparisonRow, canvas: Canvas, { width, valueSize, scale }: RowOptions): DrawnRow {
  const { colors } = canvas;
  const { small, tall } = pageOf(canvas);
  const { card } = row.record;
  const { text, measure: measured } = comparedOf(row.record);
  const gap = Math.round(0.8 * small);
  const left = tall ? width : Math.round(width * VALUE_SHARE) - gap;
  const right = tall ? width : width - left - gap;
  const quiet = (text: string, maxWidth: number) =>
    setParagraph({ text, face: 'sans', color: colors.muted, lineHeight: 1.25, tabular: true }, small, maxWidth);
  const value = setParagraph(
    {
      text,
      face: measured ? 'bold' : 'serif',
      color: colors.ink,
      lineHeight: 1.2,
      tabular: measured !== null,
    },
    valueSize,
    left,
  );
  const bar = measured && scale !== null ? layoutBar(measured.size / scale, left, canvas) : undefined;
  const known = [
    quiet(`${datedText(card.asOf)} · ${statusLine(card)}`, right),
    quiet(
      sourceText(row.record, (text) => measure(text, { face: 'sans', fontSize: small }) <= right),
      right,
    ),
  ];
  const said = stack([value, quiet(row.label, left)], bar);
  const beside = stack(known);
  const { cut } = value;
  if (tall) return { element: column({}, said.element, beside.element), height: said.height + beside.height, cut };
  const height = Math.max(said.height, beside.height);
  return { element: box({ height }, box({ width: left + gap }, said.element), beside.element), height, cut };
}

/** The citation and "translated from …"; shortened to "Merkur, Jul 2023, from German" if it is too long for a line. */
function sourceText({ card, source }: QuotedRecord, fits: (text: string) => boolean): string {
  const translated = translationWord(translationOf({ card, source }));
  const whole = [shortCitation(source), translated].filter(Boolean).join(', ');
  if (translated === undefined || fits(whole) || !source.translated) return whole;
  const from = translated.replace('translated ', '');
  return [source.translated.publisher, formatDate(source.published.date, 'month'), from].join(', ');
}

function stack(paragraphs: Paragraph[], bar?: Row): Row {
  const parts = [
    ...paragraphs.map((paragraph) => ({ element: drawParagraph(paragraph), height: paragraph.height })),
    ...(bar ? [bar] : []),
  ];
  return {
    element: column({}, ...parts.map(({ element }) => element)),
    height: parts.reduce((sum, { height }) => sum + height, 0),
  };
}

function layoutBar(share: number, width: number, canvas: Canvas): Row {
  const height = Math.round(BAR_HEIGHT * pageOf(canvas).small);
  const bar = box({ width: Math.max(height, Math.round(share * width)), height, background: canvas.colors.accent });
  return { element: column({ padding: `${height}px 0` }, bar), height: 3 * height };
}
