/** The stored findings for one source: their schema, and the repair of invalid or future-dated values. Pure. */
import { z } from 'zod';
import { WATCH_STATES } from '../card/watch.ts';
import { VISIT_FAILURES } from '../page/visit.ts';
import { HISTORY_DAYS, isDay, untilDay } from './timeline.ts';

/** The result of the last visit. `stopped`: reading the page stopped the program. Others: why the page was not read. */
export const OUTCOMES = ['read', 'unchanged', 'stopped', ...VISIT_FAILURES] as const;
export type Outcome = (typeof OUTCOMES)[number];

const Day = z.string().refine(isDay);
const State = z.enum(WATCH_STATES);
const Score = z.number().min(0).max(1).nullable();
const Observation = z.object({ day: Day, state: State, score: Score });
const ConfirmedState = z.object({ state: State, since: Day, score: Score });
const Surroundings = z.object({ before: z.string(), after: z.string(), day: Day });

/** `quote`: the revision of the quote that the watch searched for. */
const CardFindings = z.object({
  quote: z.string(),
  surroundings: Surroundings.nullable().catch(null),
  confirmed: ConfirmedState.nullable(),
  recent: z.array(Observation),
});
export type CardFindings = z.infer<typeof CardFindings>;

/**
 * The page when it was last read. `prose`: the smallest amount of prose with which a quote was ever found. `quotes`: the
 * revision of the quotes that the watch searched for. `seen`: the result for each card. `readOn`: the day of the visit.
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

/** A change of state. `day`: when the change was confirmed; `since`: when the new state was first seen. */
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
 * `lastLooked`: empty before the first visit. `movedTo`: the new address, if the old one redirects permanently.
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
  cards: validEntries(CardFindings),
  changes: z
    .array(z.unknown())
    .catch([])
    .transform((values) => values.flatMap((value) => Change.safeParse(value).data ?? [])),
});
export type SourceFindings = z.infer<typeof SourceFindings>;

/** Drops the invalid entries of a record. */
function validEntries<T>(schema: z.ZodType<T>) {
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
 * Reads the stored findings of a source. Drops invalid values, and values that a wrong clock dated after `day`. Undefined if
 * nothing can be used.
 */
export function readFindings(value: unknown, day: string): SourceFindings | undefined {
  const { data } = SourceFindings.safeParse(value);
  if (!data) return undefined;
  const cards = Object.entries(data.cards).map(([id, { confirmed, recent, ...card }]): [string, CardFindings] => [
    id,
    {
      ...card,
      confirmed: confirmed && confirmed.since > day ? { ...confirmed, since: day } : confirmed,
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
