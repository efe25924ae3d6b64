/** The texts below a timeline: dates of marks, joint dates of marks that are near each other, and names of ticks. Pure. */
import { formatDate } from '../../card/date.ts';
import { DAY_MS, isoDay, type Span } from '../../card/timeline.ts';
import { box, type Element } from '../element.ts';
import { drawParagraph, type Paragraph } from '../paragraph.ts';

/** From the left edge of the axis, in px. */
export type Place = { left: number; right: number };
export const middleOf = ({ left, right }: Place) => (left + right) / 2;
export const meet = (a: Place, b: Place, apart = 0) => a.left < b.right + apart && b.left < a.right + apart;

export type Label = Place & { label: Paragraph };

type LabelSpace = { width: number; apart: number };

/** Sets a label in the middle of a place, or as near to it as the axis allows. */
export function labelAt(label: Paragraph, place: Place, { width }: Pick<LabelSpace, 'width'>): Label {
  const left = Math.min(Math.max(middleOf(place) - label.width / 2, 0), width - label.width);
  return { label, left, right: left + label.width };
}

/** A label with the marks that it names, from the left. */
type Named<Mark> = Label & { marks: Mark[] };

/**
 * The labels of marks. Marks that are too near for a label each have a joint one, or none if it is not below all of them.
 */
export function labelMarks<Mark extends Place & { text: string }>(
  marks: readonly Mark[],
  set: (text: string) => Paragraph,
  space: LabelSpace,
): Named<Mark>[] {
  const nameAll = (named: Mark[]): Named<Mark> => {
    const [left, right] = [named[0], named.at(-1)].map((mark) => (mark ? middleOf(mark) : 0)) as [number, number];
    const label = set(joinDates(named.map(({ text }) => text)));
    return { ...labelAt(label, { left, right }, space), marks: named };
  };
  const labels: Named<Mark>[] = [];
  for (const mark of marks.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    let next = nameAll([mark]);
    for (let last = labels.pop(); last; last = labels.pop()) {
      const before = labels.at(-1);
      const right = Math.min(last.right, next.left - space.apart);
      const left = right - last.label.width;
      // A label of its own that is not centred is better than a joint one.
      if (left >= (before ? before.right + space.apart : 0) && isBelow({ ...last, left, right })) {
        labels.push({ ...last, left, right });
        break;
      }
      next = nameAll([...last.marks, ...next.marks]);
    }
    labels.push(next);
  }
  return labels.filter((label) => label.label.lines.length === 1 && isBelow(label));
}

/** Whether a label is below the middles of all its marks. */
const isBelow = <Mark extends Place>({ left, right, marks }: Named<Mark>) =>
  marks.every((mark) => left <= middleOf(mark) && middleOf(mark) <= right);

/** "c. Jan, c. 24 and 30 Jun 2023": what a date has in common with the next one is said once. */
export function joinDates(texts: readonly string[]): string {
  const short = texts.map((text, index) => {
    const next = texts[index + 1] ?? '';
    // What follows a day, or the year after a month or season.
    const [, rest = text, shared] = /^((?:c\. )?\d{1,2}) (\p{L}[^–]*)$/u.exec(text) ?? [];
    if (shared && next.endsWith(` ${shared}`)) return rest;
    const [, inYear = text, year] = /^(.*\p{L}{3}.*) (\d{4})$/u.exec(text) ?? [];
    return year && /\p{L}{3}/u.test(next) && next.endsWith(` ${year}`) ? inYear : text;
  });
  return [short.slice(0, -1).join(', '), short.at(-1)].filter(Boolean).join(' and ');
}

/** Draws labels that are apart in a row. */
export function drawLabels(labels: readonly Label[]): Element {
  let end = 0;
  const cells = labels
    .toSorted((a, b) => a.left - b.left)
    .map(({ label, left }) => {
      const marginLeft = Math.floor(left) - end;
      end = Math.floor(left) + Math.ceil(label.width);
      return box({ marginLeft, width: Math.ceil(label.width) }, drawParagraph(label));
    });
  return box({}, ...cells);
}

/** The first day of a month or year. `name`: of a day if the axis is one month. */
export type Tick = { day: number; name: string };

/** The most ticks of an axis, and the months between two ticks. */
const MOST_TICKS = 13;
const STEPS = [1, 3, 12, 60, 120, 600, 1200, 6000];

/** The starts of years, or of months if the axis has no two starts of years. The first, the last, and the years come first. */
export function ticksOf({ from, to }: Span): Tick[] {
  const start = new Date(from * DAY_MS);
  // Months since the year 0.
  const first = 12 * start.getUTCFullYear() + start.getUTCMonth();
  const startsOf = (months: number) => {
    const days: number[] = [];
    for (let month = Math.ceil(first / months) * months; ; month += months) {
      const day = Date.UTC(2000, month - 24_000, 1) / DAY_MS;
      if (day > to + 1 || month >= 120_000) return days;
      days.push(day);
    }
  };
  const isYears = startsOf(12).length > 1;
  const steps = STEPS.filter((months) => months >= 12 === isYears).map(startsOf);
  const days = steps.find(({ length }) => length <= MOST_TICKS) ?? [];
  const ticks = days.map((day, index): Tick => {
    const [year = '', month] = isoDay(day).split('-');
    if (isYears) return { day, name: year };
    if (days.length === 2) return { day, name: formatDate(isoDay(day).slice(0, 10), 'day').replace(` ${year}`, '') };
    const name = formatDate(`${year}-${month}`, 'month');
    return { day, name: index === 0 || month === '01' ? name : name.replace(` ${year}`, '') };
  });
  const rank = ({ name }: Tick) => (/\d{4}$/.test(name) ? 0 : 1);
  return [
    ...ticks.slice(0, 1),
    ...ticks.slice(1).slice(-1),
    ...ticks.slice(1, -1).toSorted((a, b) => rank(a) - rank(b)),
  ];
}
