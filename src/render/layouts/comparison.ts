/** The layout of comparison cards: bars for the rows that count the same thing, a panel for each other row. Pure. */
import { firstKnownDay, lastDay } from '../../card/date.ts';
import type { ComparisonRecord } from '../../card/record.ts';
import type { Source } from '../../card/source.ts';
import { setParagraph, type TextSpec } from '../paragraph.ts';
import { besideEachOther, stack } from '../shapes.ts';
import { barRowsOf, layoutBars, layoutLegend } from './comparison-bars.ts';
import { blockOf, layoutPanels } from './comparison-row.ts';
import { type Canvas, type Drawing, type Frame, layoutFrame, pageOf, spaceOf } from './frame.ts';
import { layoutHead } from './head.ts';
import { withNotice } from './quotation.ts';
import { layoutStrip, type StripLine } from './strip.ts';

/** Sizes of the claim, the labels, the values and the space between rows, as multiples of the smallest type. */
type Step = { claim: number; label: number; value: number; space: number };

/** The sizes of values, largest first, and the space between rows. */
const VALUES: readonly Pick<Step, 'value' | 'space'>[] = [
  ...[3.2, 3, 2.8, 2.65, 2.5, 2.35, 2.2, 2.1, 2, 1.9, 1.8, 1.7, 1.6].map((value) => ({ value, space: 0.4 })),
  { value: 1.5, space: 0.35 },
  { value: 1.4, space: 0.3 },
  { value: 1.32, space: 0.25 },
];

/** The largest number at the tip of a bar. */
const MAX_BARRED = 2.5;

/** The sizes of the claim and of labels, largest first. They grow in the space that the values leave. */
const [CLAIMS, LABELS] = [
  [2.2, 2.1, 2, 1.9, 1.8, 1.7, 1.6, 1.5, 1.4],
  [1.1, 1],
];

/** For full cards only: the text is hard to read on a phone. */
const SMALL_STEPS: readonly Step[] = [
  { claim: 1.5, label: 1, value: 1.2, space: 0.2 },
  { claim: 1.4, label: 1, value: 1.1, space: 0.15 },
  { claim: 1.3, label: 1, value: 1, space: 0.1 },
  { claim: 1.1, label: 1, value: 1, space: 0.1 },
];

/** The most that the space between rows grows if the card is not full, as a multiple of the smallest type. */
const MAX_SPACE = 1.2;

/** The most that a panel grows beyond its texts, as a multiple of the smallest type. */
const MAX_GROWTH = 2.4;

/** The share of the space left over for panels, alone and below bars; the rest is between the rows. */
const [GROWTH_SHARE, BARRED_SHARE] = [0.7, 0.25];

/** The least space between a bar and the label of the next one, as a multiple of the smallest type. */
const LEAST_APART = 0.5;

/** The least space below the title, and the largest type of the note, as multiples of the smallest type. */
const [TITLE_GAP, MAX_NOTE] = [0.8, 1.1];

/** Values side by side are at least so large, if there is another arrangement, as a multiple of the smallest type. */
const LEAST_BESIDE = 1.6;

/** How many panels are side by side, and whether the outlets of panels and of bars are beside their labels. */
type Arrangement = { columns: number; isBeside: boolean; areBarsBeside: boolean };

/** In the order of preference: panels side by side make a picture of contradicting words. */
function arrangementsOf(panels: number, narrow: boolean): Arrangement[] {
  const below = { columns: 1, isBeside: false, areBarsBeside: false };
  if (narrow) return [below];
  const columns = { columns: panels === 4 ? 2 : panels, isBeside: false, areBarsBeside: true };
  const beside = { columns: 1, isBeside: true, areBarsBeside: true };
  return [...(panels === 1 ? [] : [columns]), beside, { ...beside, areBarsBeside: false }, below];
}

export function layoutComparison(record: ComparisonRecord, canvas: Canvas): Drawing {
  const { small, narrow } = pageOf(canvas);
  const strip = layoutStrip(footLines(record), record, canvas);
  const head = withNotice(layoutHead({ topics: [], chips: [] }, canvas), record, canvas);
  const frame = layoutFrame(canvas, head, strip);
  const barred = barRowsOf(record.rows).length;
  const ways = arrangementsOf(record.rows.length - barred, narrow);
  const values = VALUES.filter(({ value }) => barred === 0 || value <= MAX_BARRED);
  const draw = (step: Step, arrangement: Arrangement, hasTopic = narrow) =>
    drawBody(record, canvas, { frame, step, arrangement, hasTopic });
  const [claim, label] = [CLAIMS.at(-1) ?? 0, LABELS.at(-1) ?? 0];
  const linesAt = (size: number) => setParagraph(claimText(record, canvas), size * small, frame.width).lines.length;
  const claims = CLAIMS.filter((size) => linesAt(size) <= linesAt(claim));
  for (const [some, from] of [
    [ways.slice(0, 1), values.filter(({ value }) => value >= LEAST_BESIDE)],
    [ways, values],
  ] as const) {
    for (const size of from) {
      for (const arrangement of some) {
        const step = { claim: Math.min(claim, size.value), label, ...size };
        const least = draw(step, arrangement);
        if (least.fits) return growTexts(step, claims, (larger) => draw(larger, arrangement)) ?? least;
      }
    }
  }
  let last: Drawing | undefined;
  for (const step of SMALL_STEPS) {
    for (const arrangement of ways) {
      for (const hasTopic of narrow ? [true, false] : [false]) {
        last = draw(step, arrangement, hasTopic);
        if (last.fits) return last;
      }
    }
  }
  return last as Drawing;
}

/** The drawing with the largest claim that fits and is not larger than the values, and then the largest labels. */
function growTexts(least: Step, claims: readonly number[], draw: (step: Step) => Drawing): Drawing | undefined {
  for (const claim of claims.filter((size) => size <= Math.max(least.claim, least.value))) {
    for (const label of LABELS) {
      const drawing = draw({ ...least, claim, label });
      if (drawing.fits) return drawing;
    }
  }
  return undefined;
}

const NUMBERS = ['No', 'One', 'Two', 'Three', 'Four'];

/** "RFE/RL, Kyiv Independent, 2023"; or "Three outlets, 2023", with the outlets in a further line, and who republished them. */
function footLines({ rows }: ComparisonRecord): StripLine[] {
  const sources = rows.map(({ record }) => record.source);
  const names = (some: readonly Source[]) => [
    ...new Set(some.map((source) => source.translated?.publisher ?? source.publisher)),
  ];
  const by = [...new Set(sources.map(({ publisher, translated }) => (translated ? publisher : null)))];
  const outlets = by.map((republisher) => {
    const its = names(sources.filter(({ publisher, translated }) => (translated ? publisher : null) === republisher));
    return republisher === null ? its.join(', ') : `${its.join(' and ')} via ${republisher}`;
  });
  const dates = sources.map(({ published }) => published.date).filter((date) => date !== '');
  const years = dates.flatMap((date) =>
    [firstKnownDay(date), lastDay(date)].flatMap((day) => /^\d{4}/.exec(day) ?? []),
  );
  const [first, final] = [years.toSorted()[0], years.toSorted().at(-1)];
  const when = first === undefined ? '' : first === final ? `, ${first}` : `, ${first}–${final}`;
  const all = names(sources);
  if (all.length < 3 && by.every((republisher) => republisher === null))
    return [{ text: `${all.join(', ')}${when}`, strong: true }, { text: 'Each row is a card of its own' }];
  const count = `${NUMBERS[all.length]} outlet${all.length === 1 ? '' : 's'}`;
  return [{ text: `${count}${when}`, strong: true }, { text: outlets.join('; ') }];
}

type BodyOptions = { frame: Frame; step: Step; arrangement: Arrangement; hasTopic: boolean };

function drawBody(record: ComparisonRecord, canvas: Canvas, options: BodyOptions): Drawing {
  const { frame, step, arrangement } = options;
  const { small } = pageOf(canvas);
  const { width } = frame;
  const px = (share: number) => Math.round(share * small);
  const rowOptions = {
    labelSize: px(step.label),
    valueSize: px(step.value),
    isBeside: arrangement.isBeside,
    space: px(step.space),
  };
  const barRows = barRowsOf(record.rows);
  const bars =
    barRows.length > 0
      ? layoutBars(barRows, canvas, { ...rowOptions, width, isBeside: arrangement.areBarsBeside })
      : [];
  const { upper, legend, cut } = layoutUpper(record, canvas, options);
  const words = record.rows.filter((row) => !barRows.some((barred) => barred.row === row));
  const columns = Math.max(1, Math.min(arrangement.columns, words.length));
  const gap = px(step.space);
  const panelWidth = Math.floor((width - (columns - 1) * gap) / columns);
  const lines = Array.from({ length: Math.ceil(words.length / columns) }, (_, at) =>
    layoutPanels(words.slice(at * columns, (at + 1) * columns), canvas, { ...rowOptions, width: panelWidth }),
  );
  const bodyOf = (space: number, growth: number) => {
    const drawn = lines.map((line) => line.draw(growth));
    // A label is nearer to its bar than to the one above, and so is an outlet below a bar.
    const apart = Math.max(space, px(arrangement.areBarsBeside ? LEAST_APART : LEAST_APART + 0.1));
    const chart = bars.flatMap((bar, index) => (index === 0 ? [bar] : [apart, bar]));
    return stack([
      ...chart,
      ...(legend ? [space, legend] : []),
      ...drawn.flatMap((line, index) => (index === 0 && bars.length === 0 ? [line] : [space, line])),
    ]);
  };
  const least = px(step.space);
  const used = upper.height + px(TITLE_GAP) + bodyOf(least, 0).height;
  const fits = !cut && ![...bars, ...lines].some((row) => row.cut) && used <= frame.height;
  const rest = Math.max(0, frame.height - used);
  const share = bars.length > 0 ? BARRED_SHARE : GROWTH_SHARE;
  const blocks = bars.length + (legend ? 1 : 0) + lines.length;
  const growth = Math.min(px(MAX_GROWTH), Math.floor((share * rest) / Math.max(1, lines.length)));
  const more = Math.floor((rest - growth * lines.length) / Math.max(1, blocks - 1));
  const lower = bodyOf(least + Math.max(0, Math.min(px(MAX_SPACE), more)), growth);
  return frame.draw([upper, lower], fits);
}

const claimText = ({ card }: ComparisonRecord, { colors }: Canvas): TextSpec => ({
  text: card.claim,
  face: 'bold',
  color: colors.ink,
  lineHeight: 1.12,
  letterSpacing: -0.01,
});

/** The topic, the claim and the note. The legend is beside the note, or, if there is no room, for a place below the bars. */
function layoutUpper(record: ComparisonRecord, canvas: Canvas, { frame, step, hasTopic }: BodyOptions) {
  const { small, narrow } = pageOf(canvas);
  const { muted, accent } = canvas.colors;
  const { card } = record;
  const px = (share: number) => Math.round(share * small);
  const set = (spec: TextSpec, size: number) => setParagraph(spec, size, frame.width);
  const topic = set(
    { text: (card.topics[0] ?? '').toUpperCase(), face: 'bold', color: accent, lineHeight: 1.3, letterSpacing: 0.04 },
    small,
  );
  const claim = set(claimText(record, canvas), px(step.claim));
  const note = set(
    { text: card.note, face: 'sans', color: muted, lineHeight: 1.2 },
    px(Math.max(1, Math.min(step.label, MAX_NOTE))),
  );
  const barRows = barRowsOf(record.rows);
  const space = 2 * small;
  const room = note.lines.length > 1 || narrow ? 0 : frame.width - Math.ceil(note.width) - space;
  const beside = barRows.length > 0 ? layoutLegend(barRows, canvas, room) : undefined;
  const isBeside = beside !== undefined && beside.width <= room && beside.height <= note.height;
  const last = isBeside
    ? besideEachOther([{ ...blockOf(note), width: frame.width - beside.width - space }, beside], space)
    : blockOf(note);
  const legend = beside && !isBeside ? layoutLegend(barRows, canvas, frame.width) : undefined;
  return {
    upper: stack([...(hasTopic ? [blockOf(topic)] : []), blockOf(claim), spaceOf(canvas, 6), last]),
    legend,
    cut: claim.cut || claim.lines.length > (narrow ? 4 : 2),
  };
}
