/** What the watch keeps of a source, as it is stored: its schema, and how broken or future-dated values are healed. Pure. */
import { z } from 'zod';
import { WATCH_STATES } from '../card/watch.ts';
import { VISIT_FAILURES } from '../page/visit.ts';
import { HISTORY_DAYS, isDay, untilDay } from './timeline.ts';

/** How the last look went: the page was read, is as it was, why it was not read, or that reading it stopped the program. */
export const OUTCOMES = ['read', 'unchanged', 'stopped', ...VISIT_FAILURES] as const;
export type Outcome = (typeof OUTCOMES)[number];

const Day = z.string().refine(isDay);
const State = z.enum(WATCH_STATES);
const Score = z.number().min(0).max(1).nullable();
const Observation = z.object({ day: Day, state: State, score: Score });
const Standing = z.object({ state: State, since: Day, score: Score });
const Surroundings = z.object({ before: z.string(), after: z.string(), day: Day });

/** `quote`: the revision of the quote that was looked for. */
const CardFindings = z.object({
  quote: z.string(),
  surroundings: Surroundings.nullable().catch(null),
  stands: Standing.nullable(),
  recent: z.array(Observation),
});
export type CardFindings = z.infer<typeof CardFindings>;

/**
 * What the page was when it was read last. `prose`: the least that there ever was of it with a quote in it. `quotes`: the
 * revision of what was looked for. `seen`: of each card. `readOn`: the day on which it was read.
 */
const KnownPage = z.object({
  validators: z
    .object({ url: z.string(), etag: z.string().nullable(), lastModified: z.string().nullable() })
    .nullable(),
  prose: z.number().nullable(),
  quotes: z.string(),
  seen: z.record(z.string(), z.object({ state: State, score: Score })),
  readOn: Day,
});
export type KnownPage = z.infer<typeof KnownPage>;

/** A state that changed. `day`: on which it was believed; `since`: from which on it was seen. */
const Change = z.object({
  day: Day,
  card: z.string(),
  source: z.string(),
  from: State.nullable(),
  to: State,
  since: Day,
  score: Score,
});
export type Change = z.infer<typeof Change>;

/**
 * `lastLooked`: empty before the first look. `movedTo`: where the page is now, where its old address leads there for good.
 * `skippedUntil`: the day before which the page is not read, because reading it stopped the program.
 */
const SourceFindings = z.object({
  url: z.string(),
  lastLooked: z.union([Day, z.literal('')]).catch(''),
  outcome: z.enum(OUTCOMES),
  movedTo: z.string().nullable().catch(null),
  skippedUntil: Day.nullable().catch(null),
  page: KnownPage.nullable().catch(null),
  history: z
    .object({ from: Day, marks: z.string().max(2 * HISTORY_DAYS) })
    .nullable()
    .catch(null),
  cards: sound(CardFindings),
  changes: z
    .array(z.unknown())
    .catch([])
    .transform((values) => values.flatMap((value) => Change.safeParse(value).data ?? [])),
});
export type SourceFindings = z.infer<typeof SourceFindings>;

/** A record without the entries that are broken. */
function sound<T>(schema: z.ZodType<T>) {
  return z
    .record(z.string(), z.unknown())
    .catch({})
    .transform(
      (entries): Record<string, T> =>
        Object.fromEntries(
          Object.entries(entries).flatMap(([key, value]) => {
            const parsed = schema.safeParse(value);
            return parsed.success ? [[key, parsed.data]] : [];
          }),
        ),
    );
}

/**
 * What is stored of a source, as it can be known on `day`: without what is broken, and without what a wrong clock dated
 * after that day. Undefined where nothing can be used.
 */
export function readFindings(value: unknown, day: string): SourceFindings | undefined {
  const { data } = SourceFindings.safeParse(value);
  if (!data) return undefined;
  const cards = Object.entries(data.cards).map(([id, { stands, recent, ...card }]): [string, CardFindings] => [
    id,
    {
      ...card,
      stands: stands && stands.since > day ? { ...stands, since: day } : stands,
      recent: recent.filter((seen) => seen.day <= day),
    },
  ]);
  return {
    ...data,
    lastLooked: data.lastLooked > day ? '' : data.lastLooked,
    page: data.page && data.page.readOn > day ? { ...data.page, validators: null, readOn: day } : data.page,
    history: data.history && untilDay(data.history, day),
    cards: Object.fromEntries(cards),
    changes: data.changes.filter((change) => change.day <= day),
  };
}
