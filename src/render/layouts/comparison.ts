/** A comparison card: its rows under each other, and the note that says why they are not like for like. Pure. */
import type { ComparisonRecord } from '../../domain/record.ts';
import { box, column, type Element } from '../element.ts';
import { drawParagraph, setParagraph } from '../paragraph.ts';
import { qrSide } from '../qr.ts';
import { type Canvas, type Drawing, pageOf } from './canvas.ts';
import { layRow, type Row, sharedScale } from './comparison-row.ts';
import { layTextFoot } from './foot.ts';
import { type Frame, innerWidth, layFrame } from './frame.ts';
import { layHead } from './head.ts';
import { withNotice } from './notice.ts';

/** Type sizes of claim and values and the space around rows, step by step, as multiples of the smallest type. */
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

export function layComparison(record: ComparisonRecord, canvas: Canvas): Drawing {
  // The QR code stands beside topics and claim, so that rows and note have the whole width.
  const page = pageOf(canvas);
  const side = qrSide(canvas.pageUrl, pageOf(canvas).qrModule);
  const beside = innerWidth(canvas) - side - page.gap;
  const head = withNotice(layHead({ topics: record.card.topics }, canvas, beside), record, canvas, beside);
  const frame = layFrame(canvas, head, layTextFoot(record.card.note, canvas), 'head');
  const room = { claimWidth: beside, claimHeight: side - head.height - page.gap };
  for (const [index, step] of STEPS.entries()) {
    const body = layBody(record, canvas, frame, { ...room, ...step });
    const fits = body.height <= frame.height;
    if (fits || index === STEPS.length - 1) return frame.draw(body.parts, fits);
  }
  throw new Error('the last step always draws');
}

type BodyOptions = {
  claim: number;
  value: number;
  space: number;
  claimWidth: number;
  /** The claim takes at least so much: as far as the QR code reaches down. */
  claimHeight: number;
};

function layBody(
  record: ComparisonRecord,
  canvas: Canvas,
  frame: Frame,
  options: BodyOptions,
): { parts: Element[]; height: number } {
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
    layRow(row, canvas, { width: frame.width, valueSize: Math.round(options.value * small), scale }),
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
  };
}
