/** The layout of comparison cards: bars for the rows that count the same thing, a panel for each other row. Pure. */
import { firstKnownDay, lastDay } from '../../card/date.ts';
import type { ComparisonRecord } from '../../card/record.ts';
import type { Source } from '../../card/source.ts';
import { setParagraph, type TextSpec } from '../paragraph.ts';
import { type Block, stack } from '../shapes.ts';
import { barRowsOf, besideEachOther, layoutBars, layoutLegend } from './comparison-bars.ts';
import { blockOf, layoutPanel } from './comparison-row.ts';
import { type Canvas, type Drawing, type Frame, layoutFrame, pageOf, spaceOf } from './frame.ts';
import { layoutHead } from './head.ts';
import { withNotice } from './quotation.ts';
import { layoutStrip, type StripLine } from './strip.ts';

type Step = { claim: number; label: number; value: number; space: number };

/** Sizes of the claim, the labels, the values and the space between rows, as multiples of the smallest type, largest first. */
const STEPS: readonly Step[] = [
  { claim: 2.3, label: 1.3, value: 2.5, space: 0.8 },
  { claim: 2.2, label: 1.25, value: 2.3, space: 0.7 },
  { claim: 2.1, label: 1.25, value: 2.1, space: 0.6 },
  { claim: 2, label: 1.2, value: 1.95, space: 0.5 },
  { claim: 1.9, label: 1.2, value: 1.8, space: 0.45 },
  { claim: 1.8, label: 1.17, value: 1.65, space: 0.4 },
  { claim: 1.7, label: 1.12, value: 1.5, space: 0.35 },
  { claim: 1.65, label: 1.1, value: 1.4, space: 0.3 },
  { claim: 1.6, label: 1.08, value: 1.32, space: 0.25 },
];

/** For full cards only: the text is hard to read on a phone. */
const SMALL_STEPS: readonly Step[] = [
  { claim: 1.5, label: 1.05, value: 1.2, space: 0.2 },
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

/** The least space below the title, and the largest type of the note, as multiples of the smallest type. */
const [TITLE_GAP, MAX_NOTE] = [0.8, 1.1];

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
  const { narrow } = pageOf(canvas);
  const strip = layoutStrip(footLines(record), record, canvas);
  const head = withNotice(layoutHead({ topics: [], chips: [] }, canvas), record, canvas);
  const frame = layoutFrame(canvas, head, strip);
  const ways = arrangementsOf(record.rows.length - barRowsOf(record.rows).length, narrow);
  let last: Drawing | undefined;
  // Text that is easy to read is more important than the topic.
  for (const [steps, topics] of [
    [STEPS, [true]],
    [STEPS.slice(-3), [false]],
    [SMALL_STEPS, [true, false]],
  ] as const) {
    for (const step of steps) {
      for (const arrangement of ways) {
        for (const hasTopic of topics) {
          last = drawBody(record, canvas, { frame, step, arrangement, hasTopic });
          if (last.fits) return last;
        }
      }
    }
  }
  return last as Drawing;
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
  return [{ text: `${count}${when}`, strong: true }, { text: outlets.join(', ') }];
}

type BodyOptions = { frame: Frame; step: Step; arrangement: Arrangement; hasTopic: boolean };

function drawBody(record: ComparisonRecord, canvas: Canvas, options: BodyOptions): Drawing {
  const { frame, step, arrangement } = options;
  const { small } = pageOf(canvas);
  const { width } = frame;
  const px = (share: number) => Math.round(share * small);
  const rowOptions = { labelSize: px(step.label), valueSize: px(step.value), isBeside: arrangement.isBeside };
  const barRows = barRowsOf(record.rows);
  const bars =
    barRows.length > 0
      ? layoutBars(barRows, canvas, { ...rowOptions, width, isBeside: arrangement.areBarsBeside })
      : [];
  const { upper, legend, cut } = layoutUpper(record, canvas, options);
  const words = record.rows.filter((row) => !barRows.some((barred) => barred.row === row));
  const columns = Math.max(1, Math.min(arrangement.columns, words.length));
  const gap = px(Math.max(step.space, 0.35));
  const panelWidth = Math.floor((width - (columns - 1) * gap) / columns);
  const panels = words.map((row) => layoutPanel(row, canvas, { ...rowOptions, width: panelWidth }));
  const lines = Array.from({ length: Math.ceil(panels.length / columns) }, (_, at) =>
    panels.slice(at * columns, (at + 1) * columns),
  );
  const bodyOf = (space: number, growth: number) => {
    const drawn = lines.map((line): Block => {
      const height = Math.max(...line.map((panel) => panel.height)) + growth;
      const its = line.map((panel) => ({ ...panel.draw(height), width: panelWidth }));
      return besideEachOther(its, gap);
    });
    // An outlet below its bar is nearer to it than to the next label.
    const apart = arrangement.areBarsBeside ? space : space + px(0.4);
    const chart = bars.flatMap((bar, index) => (index === 0 ? [bar] : [apart, bar]));
    return stack([
      ...chart,
      ...(legend ? [space, legend] : []),
      ...drawn.flatMap((line, index) => (index === 0 && bars.length === 0 ? [line] : [space, line])),
    ]);
  };
  const least = px(step.space);
  const used = upper.height + px(TITLE_GAP) + bodyOf(least, 0).height;
  const fits = !cut && ![...bars, ...panels].some((row) => row.cut) && used <= frame.height;
  const rest = Math.max(0, frame.height - used);
  const share = bars.length > 0 ? BARRED_SHARE : GROWTH_SHARE;
  const blocks = bars.length + (legend ? 1 : 0) + lines.length;
  const growth = Math.min(px(MAX_GROWTH), Math.floor((share * rest) / Math.max(1, lines.length)));
  const more = Math.floor((rest - growth * lines.length) / Math.max(1, blocks - 1));
  const lower = bodyOf(least + Math.max(0, Math.min(px(MAX_SPACE), more)), growth);
  return frame.draw([upper, lower], fits);
}

/** The topic, the claim and the note. The legend is beside the note, or, if there is no room, for a place below the bars. */
function layoutUpper(record: ComparisonRecord, canvas: Canvas, { frame, step, hasTopic }: BodyOptions) {
  const { small, narrow } = pageOf(canvas);
  const { ink, muted, accent } = canvas.colors;
  const { card } = record;
  const px = (share: number) => Math.round(share * small);
  const set = (spec: TextSpec, size: number) => setParagraph(spec, size, frame.width);
  const topic = set(
    { text: (card.topics[0] ?? '').toUpperCase(), face: 'bold', color: accent, lineHeight: 1.3, letterSpacing: 0.04 },
    small,
  );
  const claim = set(
    { text: card.claim, face: 'bold', color: ink, lineHeight: 1.12, letterSpacing: -0.01 },
    px(step.claim),
  );
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
