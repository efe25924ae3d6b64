/** The other events of a topic that are near an event, for the timeline of its picture. Pure. */
import { z } from 'zod';
import type { QuotedCard } from './card.ts';
import { firstDay, lastDay } from './date.ts';
import { retractionOf } from './history.ts';
import { DatedFact } from './source.ts';

/** Few, so that the dots can be told apart, and a new event changes the pictures of its neighbours only. */
const NEIGHBOURS_PER_SIDE = 3;

/** The longest part of the axis that the event itself and another event may take. */
const [LONGEST, LONGEST_OTHER] = [0.7, 0.4];

export const Timeline = z.strictObject({
  /** The topic that all of these events have. */
  topic: z.string(),
  dates: z.array(DatedFact.omit({ reason: true })),
});
export type Timeline = z.infer<typeof Timeline>;

export type EventCard = Extract<QuotedCard, { kind: 'event' }>;

/** In days since 1970, both included. */
export type Span = { from: number; to: number };

/** A span of time; null if an end is open, or not in the years 1000 to 9999. */
export function daysOf(date: string): Span | null {
  const [from, to] = [firstDay(date), lastDay(date)].map((day) =>
    /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) / DAY_MS : NaN,
  );
  return Number.isFinite(from) && Number.isFinite(to) ? { from: from as number, to: to as number } : null;
}

export const DAY_MS = 86_400_000;

/** "2023-06-24T00:00:00.000Z" */
export const isoDay = (day: number) => new Date(day * DAY_MS).toISOString();

/** Whether the event lasted from the first to the last day of its date, and was not only some time between them. */
export function isDuration({ date, basis }: Timeline['dates'][number]): boolean {
  return date.includes('/') && basis !== 'inferred' && !/[?~%]/.test(date);
}

/** The axis of some spans: it begins and ends with a month. */
export function axisOf(spans: readonly Span[]): Span {
  const monthStart = (day: number, months: number) => {
    const date = new Date(day * DAY_MS);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / DAY_MS;
  };
  return {
    from: monthStart(Math.min(...spans.map(({ from }) => from)), 0),
    to: monthStart(Math.max(...spans.map(({ to }) => to)), 1) - 1,
  };
}

type Dated = Span & Timeline['dates'][number];

const lengthOf = ({ from, to }: Span) => to + 1 - from;

/** The nearest spans that are apart from this one, and short enough for its axis. `others`: in order. */
function neighboursOf(own: Span, others: readonly Dated[]): Dated[] {
  const before = others.filter(({ to }) => to < own.from).slice(-NEIGHBOURS_PER_SIDE);
  const near = [...before, ...others.filter(({ from }) => from > own.to).slice(0, NEIGHBOURS_PER_SIDE)];
  const axis = lengthOf(axisOf([own, ...near]));
  const long = near.find((other) => lengthOf(other) > LONGEST_OTHER * axis);
  if (long) {
    return neighboursOf(
      own,
      others.filter((other) => other !== long),
    );
  }
  return lengthOf(own) <= LONGEST * axis ? near : [];
}

/** For each event, the first of its topics with other events beside it, and their dates in order, each once. */
export function timelinesOf(cards: readonly QuotedCard[]): (event: EventCard) => Timeline | null {
  const byTopic = new Map<string, Map<string, Dated>>();
  for (const card of cards) {
    const days = card.asOf && daysOf(card.asOf.date);
    if (card.kind !== 'event' || retractionOf(card) || !days) continue;
    const { date, basis } = card.asOf;
    for (const topic of card.topics) {
      const dates = byTopic.get(topic) ?? new Map<string, Dated>();
      // A date that one text states is not an inferred one.
      if (basis !== 'inferred' || !dates.has(date)) dates.set(date, { date, basis, ...days });
      byTopic.set(topic, dates);
    }
  }
  const ordered = new Map(
    [...byTopic].map(([topic, dates]) => [
      topic,
      [...dates.values()].sort((a, b) => a.from - b.from || a.to - b.to || (a.date < b.date ? -1 : 1)),
    ]),
  );
  return (event) => {
    const own = retractionOf(event) ? null : daysOf(event.asOf.date);
    for (const topic of own ? event.topics : []) {
      const dates = neighboursOf(own as Span, ordered.get(topic) ?? []);
      if (dates.length > 0) return { topic, dates: dates.map(({ date, basis }) => ({ date, basis })) };
    }
    return null;
  };
}
