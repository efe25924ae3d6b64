/** The plan: which sources are due, stored between passes. Pure. */
import { z } from 'zod';
import { revisionOf } from '../card/revision.ts';
import type { Source } from '../card/source.ts';
import { addDays, isDay } from './timeline.ts';

const Day = z.string().refine(isDay);

/**
 * `asked`: the day on which each source was last requested. `reading`: the source that is being read; if the next pass still
 * finds one here, that source stopped the last pass. `stopped`: how many times in a row each source did that, and the day
 * before which it is skipped. `unpublished`: the sources whose findings are not yet in the published values.
 */
const Plan = z.object({
  asked: z.record(z.string(), Day).catch({}),
  reading: z.string().nullable().catch(null),
  stopped: z.record(z.string(), z.object({ times: z.int().min(1), until: Day })).catch({}),
  unpublished: z.array(z.string()).catch([]),
});
export type Plan = z.infer<typeof Plan>;

const NO_PLAN: Plan = { asked: {}, reading: null, stopped: {}, unpublished: [] };

/** A source that stops every pass that reads it is read again after 1, 2, 4, 8 and 16 days, and then every 16. */
const LONGEST_SKIP_DAYS = 16;

/** Reads the stored plan. Drops removed sources and dates that a wrong clock put after `day`. An invalid plan starts empty. */
export function readPlan(value: unknown, day: string, ids: ReadonlySet<string>): Plan {
  const plan = Plan.safeParse(value).data ?? NO_PLAN;
  const entries = <T>(record: Record<string, T>, isValid: (entry: T) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([id, entry]) => ids.has(id) && isValid(entry)));
  return {
    asked: entries(plan.asked, (asked) => asked <= day),
    reading: plan.reading !== null && ids.has(plan.reading) ? plan.reading : null,
    stopped: entries(plan.stopped, ({ until }) => until <= addDays(day, LONGEST_SKIP_DAYS)),
    unpublished: plan.unpublished.filter((id) => ids.has(id)),
  };
}

/** The plan before a source is read. */
export function beginReading(plan: Plan, id: string, day: string): Plan {
  return { ...plan, asked: { ...plan.asked, [id]: day }, reading: id };
}

/** The plan after a source was read. */
export function endReading(plan: Plan, id: string): Plan {
  const { [id]: _, ...stopped } = plan.stopped;
  return { ...plan, reading: null, stopped, unpublished: [...new Set([...plan.unpublished, id])] };
}

/** The plan after a source stopped the last pass. */
export function skip(plan: Plan, id: string, day: string): Plan {
  const times = (plan.stopped[id]?.times ?? 0) + 1;
  const until = addDays(day, Math.min(2 ** (times - 1), LONGEST_SKIP_DAYS));
  return {
    ...endReading(plan, id),
    asked: { ...plan.asked, [id]: day },
    stopped: { ...plan.stopped, [id]: { times, until } },
  };
}

/** A source with an address. */
export type WatchedSource = Source & { url: string };

export function isWatched(source: Source): source is WatchedSource {
  return source.url !== null;
}

/** Up to 216 sources (12 × 18 hours) have their own hour each day. */
export const SOURCES_PER_PASS = 12;

/** The last six hours of a day are for sources that did not fit into earlier passes. */
const HOURS_WITH_VISITS = 18;

type DueOptions = { plan: Pick<Plan, 'asked' | 'stopped'>; day: string; hour: number };

/**
 * The sources that are due in an hour of a day (UTC, 0 to 23): those whose hour has come and that were not requested on that
 * day. The one with the oldest request comes first; those that stopped a pass come last. If there are too many for the hours
 * of a day, all are due from hour 0 on.
 */
export function dueSources(sources: readonly Source[], { plan, day, hour }: DueOptions): WatchedSource[] {
  const watched = sources.filter(isWatched);
  const hasOwnHours = watched.length <= SOURCES_PER_PASS * HOURS_WITH_VISITS;
  return watched
    .map((source) => ({
      source,
      last: plan.asked[source.id] ?? '',
      hour: hasOwnHours ? hourOf(source.id) : 0,
      stopped: plan.stopped[source.id],
    }))
    .filter(({ last, hour: own, stopped }) => last < day && own <= hour && (stopped?.until ?? '') <= day)
    .sort(
      (a, b) =>
        Number(a.stopped !== undefined) - Number(b.stopped !== undefined) ||
        compare(a.last, b.last) ||
        a.hour - b.hour ||
        compare(a.source.id, b.source.id),
    )
    .map(({ source }) => source);
}

const hours = new Map<string, number>();

/** The hour of a source: always the same, and derived from its id, which spreads the visits over the day. */
function hourOf(id: string): number {
  const hour = hours.get(id) ?? Number.parseInt(revisionOf(id), 16) % HOURS_WITH_VISITS;
  hours.set(id, hour);
  return hour;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
