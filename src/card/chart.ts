/** What a drawing of a number may show: its bounds and its whole, and nothing that the words do not say. Pure. */
import { deriveBounds } from './evidence/numbers/figure.ts';
import { readNumbers } from './evidence/numbers/read-numbers.ts';
import type { Quantity } from './evidence/numbers/reading.ts';
import type { Nature } from './status.ts';

/** `min`, `max`: null if the words give none. `limit`: the bound itself is excluded. `approximate`: "around 2,000". */
export type Amount = { min: number | null; max: number | null; approximate: boolean };

/** How a part of a drawing is filled. `solid`: counted or reported. `tint`: a limit, a range or an estimate. `hollow`: planned or possible. */
export type Fill = 'solid' | 'tint' | 'hollow';

/** The part of a drawing from one number to another. */
export type Part = { from: number; to: number; fill: Fill };

/**
 * - `waffle`: a share of 100
 * - `bar`: from 0 to `end`. `open`: the side at which the words give no bound.
 */
export type Chart = {
  type: 'waffle' | 'bar';
  parts: Part[];
  /** The number at the end of the drawing: the whole, or the largest number. */
  end: number;
  whole: number | null;
  open: 'below' | 'above' | null;
  /** The explanation of each fill, in the order of `parts`. */
  legend: { fill: Fill; text: string }[];
};

type Numbers = {
  text: string;
  unit: string;
  value?: number | undefined;
  min?: number | undefined;
  max?: number | undefined;
};
type FigureCard = { figure: Numbers; nature?: Nature | undefined; language?: string | undefined };

/** The first words of a unit that is a share of something. */
export const SHARE_OF =
  /^(?:of|der|des|von|vom|du|de|del|della|delle|dei|degli|di|do|da|dos|das|van|z|ze|з|із|из|ад)(?!\p{L})/iu;

/** Signs of scales whose zero is not "nothing": bars would mislead. */
const NOT_FROM_ZERO = /^(?:°|°C|°F|pp)$/;

/** The natures of numbers of things that do not exist, or do not exist yet. */
const ABSENT: readonly (Nature | undefined)[] = ['capacity', 'plan', 'forecast'];

/** The filling of a number of a nature; null means that the nature is not stated. */
export function fillOfNature(nature: Nature | undefined): Fill {
  if (ABSENT.includes(nature)) return 'hollow';
  return nature === 'estimate' ? 'tint' : 'solid';
}

/** The number of a figure as an amount that can be drawn from zero; undefined if it cannot. */
export function amountOf({ figure, language = 'en' }: FigureCard): Amount | undefined {
  const read = deriveBounds(figure.text, language);
  if (read?.unit && NOT_FROM_ZERO.test(read.unit)) return undefined;
  const { value, min = value, max = value } = figure;
  const amount = read
    ? { min: read.min?.value ?? null, max: read.max?.value ?? null, approximate: read.approximate }
    : { min: min ?? null, max: max ?? null, approximate: false };
  const known = [amount.min, amount.max].filter((number) => number !== null);
  return known.length > 0 && known.every((number) => number >= 0 && Number.isFinite(number)) ? amount : undefined;
}

/** The sign of a figure's number: "%", "$"; null if there is none. */
export function signOf({ figure, language = 'en' }: FigureCard): string | null {
  return deriveBounds(figure.text, language)?.unit ?? null;
}

/** The parts of a bar or waffle that starts at 0. `beyond`: where a drawing without a maximum ends. */
export function partsOf({ min, max, approximate }: Amount, nature: Nature | undefined, beyond: number): Part[] {
  const known = approximate && fillOfNature(nature) === 'solid' ? 'tint' : fillOfNature(nature);
  if (min !== null && min === max) return [{ from: 0, to: min, fill: known }];
  // The ends of a range are stated, also if the whole is an estimate.
  const certain: Fill = ABSENT.includes(nature) ? 'hollow' : 'solid';
  const parts: Part[] = [
    { from: 0, to: min ?? 0, fill: certain },
    { from: min ?? 0, to: max ?? beyond, fill: min === null && certain === 'hollow' ? 'hollow' : 'tint' },
  ];
  return parts.filter(({ from, to }) => to > from);
}

/** The drawing of a figure; null if its unit has no natural whole and its number no bound. */
export function chartOf(card: FigureCard): Chart | null {
  const amount = amountOf(card);
  if (!amount) return null;
  const read = deriveBounds(card.figure.text, card.language ?? 'en');
  const whole = wholeOf(card, read, amount);
  if (whole === null && amount.min === amount.max) return null;
  const scaled = whole?.factor === 100 ? timesHundred(amount) : amount;
  const { min, max } = scaled;
  const end = whole?.size ?? max ?? (min ?? 0) * OPEN_LENGTH;
  if (!(end > 0) || (max ?? min ?? 0) > end) return null;
  const parts = partsOf(scaled, card.nature, end);
  const open = min === null ? 'below' : max === null ? 'above' : null;
  const of = whole === null ? '' : ` of ${formatNumber(whole.size)}`;
  return {
    type: whole?.isPercent ? 'waffle' : 'bar',
    parts,
    end,
    whole: whole?.size ?? null,
    open,
    legend: legendOf(scaled, parts, { ...card.figure, read, of }),
  };
}

/** How far a bar without a maximum goes on, as a multiple of its minimum. */
const OPEN_LENGTH = 1.15;

type Whole = { size: number; factor: 1 | 100; isPercent: boolean };

function wholeOf({ figure, language = 'en' }: FigureCard, read: Quantity | undefined, amount: Amount): Whole | null {
  if (!SHARE_OF.test(figure.unit)) return null;
  if (read?.unit === '%') return { size: 100, factor: 1, isPercent: true };
  if (read?.unit) return null;
  const [reference, ...others] = readNumbers(figure.unit, language).filter(
    ({ type }) => type === 'quantity',
  ) as Quantity[];
  const { min, max } = reference ?? { min: null, max: null };
  const largest = amount.max ?? amount.min ?? 0;
  if (reference && others.length === 0 && min && max && min.value === max.value && largest <= min.value)
    return { size: min.value, factor: 1, isPercent: false };
  // "two thirds of Belarusians"
  return largest < 1 ? { size: 100, factor: 100, isPercent: true } : null;
}

const timesHundred = ({ min, max, approximate }: Amount): Amount => ({
  min: min === null ? null : Number((min * 100).toFixed(2)),
  max: max === null ? null : Number((max * 100).toFixed(2)),
  approximate,
});

function legendOf(
  { min, max, approximate }: Amount,
  parts: Part[],
  { text: said, read, of }: { text: string; read: Quantity | undefined; of: string },
): Chart['legend'] {
  const [first, second] = parts.map(({ fill }) => fill);
  const [low, high] = [min, max].map((number) => (number === null ? '' : formatNumber(number)));
  const above = read?.min?.open ? 'more than' : 'at least';
  const below = read?.max?.open ? 'fewer than' : 'at most';
  if (min !== null && min === max)
    return [{ fill: first ?? 'solid', text: `${approximate ? 'about ' : ''}${low}${of}` }];
  if (min === null) return [{ fill: first ?? 'tint', text: `${below} ${high}${of}` }];
  if (max === null)
    return [
      // "just over 30" says more than "more than 30".
      { fill: first ?? 'solid', text: of ? `${above} ${low}${of}` : said },
      ...(of ? [{ fill: second ?? 'tint', text: 'no maximum given' } as const] : []),
    ];
  return [
    { fill: first ?? 'solid', text: `${above} ${low}${of}` },
    { fill: second ?? 'tint', text: `${read?.max?.open ? below : 'up to'} ${high}` },
  ];
}

/** 30000 → "30,000"; as pictures are in English. */
export function formatNumber(number: number): string {
  const [whole = '', fraction] = String(number).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
