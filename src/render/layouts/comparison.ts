/** The layout of comparison cards: a row per card, with bars for the rows that count the same thing. Pure. */
import type { Fill } from '../../card/chart.ts';
import type { ComparisonRecord, ComparisonRow } from '../../card/record.ts';
import { box } from '../element.ts';
import { drawParagraph, lineHeightPx, setParagraph } from '../paragraph.ts';
import { type Block, stack } from '../shapes.ts';
import { drawFill } from '../symbols.ts';
import { barOf, layoutRow, type RowOptions, sharedScale } from './comparison-row.ts';
import { type Canvas, type Drawing, type Frame, innerWidth, layoutFrame, pageOf } from './frame.ts';
import { layoutHead } from './head.ts';
import { withNotice } from './quotation.ts';
import { layoutStrip } from './strip.ts';

type Step = { claim: number; label: number; value: number; space: number };

/** Sizes of the claim, the labels, the values and the space around rows, as multiples of the smallest type, largest first. */
const STEPS: readonly Step[] = [
  { claim: 2.8, label: 1.5, value: 3.1, space: 1.2 },
  { claim: 2.5, label: 1.4, value: 2.7, space: 1 },
  { claim: 2.3, label: 1.25, value: 2.3, space: 0.8 },
  { claim: 2.1, label: 1.25, value: 2, space: 0.6 },
  { claim: 2, label: 1.25, value: 1.8, space: 0.5 },
  { claim: 1.9, label: 1.25, value: 1.65, space: 0.4 },
  { claim: 1.8, label: 1.2, value: 1.5, space: 0.35 },
  { claim: 1.7, label: 1.17, value: 1.42, space: 0.25 },
  { claim: 1.65, label: 1.17, value: 1.35, space: 0.12 },
];

/** For full cards only: the text is hard to read on a phone. */
const SMALL_STEPS: readonly Step[] = [
  { claim: 1.5, label: 1.1, value: 1.25, space: 0.15 },
  { claim: 1.4, label: 1, value: 1.15, space: 0.1 },
  { claim: 1.3, label: 1, value: 1, space: 0.1 },
  { claim: 1.1, label: 1, value: 1, space: 0.1 },
];

/** The most that the space around rows grows if the card is not full, as a multiple of the smallest type. */
const MAX_SPACE = 1.3;

/** The least space above the first row, if no rule is there, as a multiple of the smallest type. */
const FIRST_SPACE = 0.3;

type Arrangement = Pick<RowOptions, 'source' | 'place'>;

/** In the order of preference. The rows of a full picture need the space of a part of the sources. */
const ARRANGEMENTS: readonly Arrangement[] = [
  { source: 'full', place: 'beside' },
  { source: 'brief', place: 'beside' },
  { source: 'full', place: 'below' },
  { source: 'short', place: 'beside' },
  { source: 'shortest', place: 'beside' },
  { source: 'shortest', place: 'either' },
];

/** On a narrow page, a source beside its label would make both small. */
const NARROW_ARRANGEMENTS = ARRANGEMENTS.toSorted((a, b) => Number(b.place === 'below') - Number(a.place === 'below'));

const RULE_HEIGHT = 2;

export function layoutComparison(record: ComparisonRecord, canvas: Canvas): Drawing {
  const strip = layoutStrip([{ text: record.card.note }], record, canvas);
  const frameWith = (topics: readonly string[]) =>
    layoutFrame(canvas, withNotice(layoutHead({ topics, chips: [] }, canvas), record, canvas), strip);
  const { topics } = record.card;
  // Topics are drawn if all texts are large enough with them.
  const [withTopics, without] = [frameWith(topics), frameWith([])];
  const arrangements = pageOf(canvas).narrow ? NARROW_ARRANGEMENTS : ARRANGEMENTS;
  const ways: [Frame, readonly Arrangement[], readonly Step[]][] = [
    [withTopics, arrangements.slice(0, 3), STEPS],
    [without, arrangements, STEPS],
    [without, arrangements.toReversed(), SMALL_STEPS],
  ];
  let last: Drawing | undefined;
  for (const [frame, its, steps] of ways) {
    for (const arrangement of its) {
      for (const step of steps) {
        last = drawBody(record, canvas, { frame, step, arrangement });
        if (last.fits) return last;
      }
    }
  }
  return last as Drawing;
}

type BodyOptions = { frame: Frame; step: Step; arrangement: Arrangement };

function drawBody(record: ComparisonRecord, canvas: Canvas, { frame, step, arrangement }: BodyOptions): Drawing {
  const { small, narrow } = pageOf(canvas);
  const { colors } = canvas;
  const { width } = frame;
  const px = (share: number) => Math.round(share * small);
  const claim = setParagraph(
    { text: record.card.claim, face: 'bold', color: colors.ink, lineHeight: 1.14, letterSpacing: -0.01 },
    px(step.claim),
    width,
  );
  const scale = sharedScale(record.rows);
  const rows = record.rows.map((row) =>
    layoutRow(row, canvas, { width, labelSize: px(step.label), valueSize: px(step.value), scale, ...arrangement }),
  );
  const rule: Block = { element: box({ width, height: RULE_HEIGHT, background: colors.rule }), height: RULE_HEIGHT };
  const legend = scale === null ? [] : [layoutLegend(record.rows, canvas)];
  const bodyOf = (space: number) =>
    stack([
      ...rows.flatMap((row, index) =>
        scale === null ? [space, rule, space, row] : [index === 0 ? Math.max(space, px(FIRST_SPACE)) : 2 * space, row],
      ),
      ...legend.flatMap((block) => [space, block]),
    ]);
  const least = px(step.space);
  const used = claim.height + bodyOf(least).height;
  const isCut = claim.cut || claim.lines.length > (narrow ? 4 : 2) || rows.some((row) => row.cut);
  const fits = !isCut && used <= frame.height;
  const grown = least + Math.floor(Math.max(0, frame.height - used) / (2 * rows.length + legend.length));
  const lower = bodyOf(Math.max(least, Math.min(grown, px(MAX_SPACE))));
  return frame.draw([{ ...claim, element: drawParagraph(claim) }, lower], fits);
}

const LEGEND: Record<Fill, string> = {
  solid: 'counted or reported',
  tint: 'limit, range or estimate',
  hollow: 'planned or possible',
};

/** The fillings of the bars, and what the bars count. */
function layoutLegend(rows: readonly ComparisonRow[], canvas: Canvas): Block {
  const { colors } = canvas;
  const { small, tall } = pageOf(canvas);
  const used = new Set(rows.flatMap((row) => barOf(row)?.parts.map(({ fill }) => fill) ?? []));
  const measure = rows.find((row) => row.measure !== undefined)?.measure ?? '';
  const side = Math.round(small * 0.75);
  const width = innerWidth(canvas);
  const set = (text: string, color: string, maxWidth: number) =>
    setParagraph({ text, face: 'sans', color, lineHeight: 1.18 }, small, maxWidth);
  const keys = (Object.keys(LEGEND) as Fill[]).filter((fill) => used.has(fill));
  const gap = Math.round(small * 0.45);
  let x = 0;
  const shapes = [];
  const elements = [];
  const line = lineHeightPx({ lineHeight: 1.18 }, small);
  for (const fill of keys) {
    const paragraph = set(LEGEND[fill], colors.ink, width);
    shapes.push(
      ...drawFill(`key ${fill}`, fill, { x, y: Math.round((line - side) / 2), width: side, height: side }, colors),
    );
    elements.push(box({ paddingLeft: side + gap, marginRight: 2 * gap }, drawParagraph(paragraph)));
    x += side + gap + paragraph.width + 2 * gap;
  }
  const counted = `Bars: ${measure}`;
  const beside = set(counted, colors.muted, width - x);
  if (!tall && beside.lines.length === 1)
    return { element: box({ height: line }, ...elements, drawParagraph(beside)), height: line, shapes };
  const whole = set(counted, colors.muted, width);
  return stack([
    { element: box({ height: line }, ...elements), height: line, shapes },
    { ...whole, element: drawParagraph(whole) },
  ]);
}
