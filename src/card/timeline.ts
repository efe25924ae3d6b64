/** The other events of a topic that are near an event, for the timeline of its picture. Pure. */
import type { QuotedCard } from './card.ts';
import { firstDay, lastDay } from './date.ts';
import { retractionOf } from './history.ts';

/** Few, so that the dots can be told apart, and a new event changes the pictures of its neighbours only. */
const NEIGHBOURS_PER_SIDE = 3;

export type EventCard = Extract<QuotedCard, { kind: 'event' }>;

/** A span of time in days since 1970; null if an end is open, or not in the years 1000 to 9999. */
export function daysOf(date: string): { from: number; to: number } | null {
  const [from, to] = [firstDay(date), lastDay(date)].map((day) =>
    /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) / 86_400_000 : NaN,
  );
  return Number.isFinite(from) && Number.isFinite(to) ? { from: from as number, to: to as number } : null;
}

/** For each event, the dates of the nearest other events that have its main topic, in order, each once. */
export function timelinesOf(cards: readonly QuotedCard[]): (event: EventCard) => string[] {
  const events = cards.filter(
    (card) => card.kind === 'event' && !retractionOf(card) && daysOf(card.asOf.date),
  ) as EventCard[];
  const byTopic = new Map<string, string[]>();
  for (const { topics, asOf } of events) {
    for (const topic of topics) byTopic.set(topic, [...(byTopic.get(topic) ?? []), asOf.date]);
  }
  const start = (date: string) => daysOf(date)?.from ?? 0;
  const datesOf = new Map(
    [...byTopic].map(([topic, dates]) => [
      topic,
      [...new Set(dates)].sort((a, b) => start(a) - start(b) || (a < b ? -1 : 1)),
    ]),
  );
  return ({ topics: [topic = ''], asOf }) => {
    const dates = datesOf.get(topic) ?? [];
    const at = dates.indexOf(asOf.date);
    if (at < 0) return [];
    return [
      ...dates.slice(Math.max(0, at - NEIGHBOURS_PER_SIDE), at),
      ...dates.slice(at + 1, at + 1 + NEIGHBOURS_PER_SIDE),
    ];
  };
}
