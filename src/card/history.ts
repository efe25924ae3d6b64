/** The history of a card since its publication: corrections, updates, supersession, retraction. Schema and accessors. Pure. */
import { z } from 'zod';
import { Day } from './date.ts';
import { type FrozenFields, fieldValue, recordedValue, recordedWords } from './frozen.ts';
import { FROZEN } from './kind.ts';
import { FROZEN_OF_SOURCE, Id, line } from './source.ts';

/** The fields of `earlier`, all optional. */
type EarlierShape<Fields extends FrozenFields> = { [F in keyof Fields]: z.ZodOptional<Fields[F]['earlier']> };

function earlierShape<Fields extends FrozenFields>(fields: Fields): EarlierShape<Fields> {
  const shape = Object.entries(fields).map(([name, { earlier }]) => [name, earlier.optional()]);
  return Object.fromEntries(shape) as EarlierShape<Fields>;
}

const isFilled = (earlier: object) => Object.values(earlier).some((value) => value !== undefined);
const EMPTY = 'is empty: give the earlier value of each field that has changed';

/** Earlier values of a card and its source. Only changed fields are recorded. */
export const Earlier = z
  .strictObject({
    ...earlierShape(FROZEN),
    source: z.strictObject(earlierShape(FROZEN_OF_SOURCE)).refine(isFilled, { error: EMPTY }).optional(),
  })
  .refine(isFilled, { error: EMPTY })
  .meta({ id: 'Earlier', description: 'What the card said before.' });
export type Earlier = z.infer<typeof Earlier>;

/** The earlier values of a card in words, one per field. */
export function earlierWords({ source = {}, ...card }: Earlier): { label: string; words: string }[] {
  return [...wordsOf(FROZEN, card), ...wordsOf(FROZEN_OF_SOURCE, source)];
}

function wordsOf(fields: FrozenFields, earlier: Record<string, unknown>) {
  return Object.entries(fields).flatMap(([name, field]) =>
    earlier[name] === undefined ? [] : [{ label: field.label, words: recordedWords(field, earlier[name]) }],
  );
}

const dated = { date: Day, reason: line(200).meta({ description: 'What changed and why, in your own words.' }) };

const Corrected = z.strictObject({ type: z.literal('corrected'), ...dated, earlier: Earlier });
const Updated = z.strictObject({ type: z.literal('updated'), ...dated, earlier: Earlier.optional() });
const Retracted = z.strictObject({ type: z.literal('retracted'), ...dated });
const Superseded = z.strictObject({
  type: z.literal('superseded'),
  ...dated,
  by: Id.meta({ description: 'The id of the card that replaces this one.' }),
});

export const HistoryEntry = z.discriminatedUnion('type', [Corrected, Updated, Retracted, Superseded]);
export type HistoryEntry = z.infer<typeof HistoryEntry>;
export const HISTORY_TYPES = [
  'corrected',
  'updated',
  'retracted',
  'superseded',
] as const satisfies HistoryEntry['type'][];
export type Retraction = z.infer<typeof Retracted>;

/** The history of a card, oldest entry first. A retraction or supersession is the last entry. */
export const History = z
  .array(HistoryEntry)
  .min(1, 'is empty. Omit it if nothing has changed')
  .max(50)
  .refine((entries) => entries.every(({ date }, at) => at === 0 || date >= (entries[at - 1]?.date ?? '')), {
    error: 'is out of order: the oldest entry comes first',
  })
  .refine((entries) => entries.slice(0, -1).every(({ type }) => type !== 'retracted' && type !== 'superseded'), {
    error: 'continues after a retraction or supersession, which must be the last entry',
  })
  .meta({ description: 'The changes since the card was published, oldest first.' });
export type History = z.infer<typeof History>;

/** The state of a card. A card that was only updated is current. */
export const STATES = ['current', 'corrected', 'superseded', 'retracted'] as const;
export type State = (typeof STATES)[number];

/** The earlier values that an entry records. */
export function earlierOf(entry: HistoryEntry): Earlier | undefined {
  return 'earlier' in entry ? entry.earlier : undefined;
}

type Values = Record<string, unknown>;

/** What an entry changed, in words. `after`: as the next entry that changes the field records it, or as the card says now. */
export type Change = { label: string; before: string; after: string };

/** The changes of the entry with this position in the history. A comparison has no source. */
export function changesOf({ card, source }: { card: WithHistory; source?: object }, position: number): Change[] {
  const [{ source: ofSource = {}, ...ofCard } = {}, ...later] = (card.history ?? [])
    .slice(position)
    .map((entry): Earlier => earlierOf(entry) ?? {});
  return [
    ...changesIn(FROZEN, [ofCard, ...later], card),
    ...changesIn(FROZEN_OF_SOURCE, [ofSource, ...later.map((values) => values.source ?? {})], source ?? {}),
  ];
}

function changesIn(fields: FrozenFields, [earlier = {}, ...later]: Values[], now: object): Change[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (earlier[name] === undefined) return [];
    const next = later.find((values) => values[name] !== undefined);
    const after = next ? next[name] : recordedValue(field, fieldValue(now, field));
    return [{ label: field.label, before: recordedWords(field, earlier[name]), after: recordedWords(field, after) }];
  });
}

type WithHistory = { history?: History | undefined };

/** The state of a card, derived from its history. */
export function stateOf({ history = [] }: WithHistory): State {
  const last = history.at(-1)?.type;
  if (last === 'retracted' || last === 'superseded') return last;
  return history.some(({ type }) => type === 'corrected') ? 'corrected' : 'current';
}

/** The state of a card that readers should no longer use. */
export function withdrawalOf(card: WithHistory): 'retracted' | 'superseded' | undefined {
  const state = stateOf(card);
  return state === 'retracted' || state === 'superseded' ? state : undefined;
}

/** The last correction of a card. */
export function correctionOf({ history = [] }: WithHistory): HistoryEntry | undefined {
  return history.findLast(({ type }) => type === 'corrected');
}

/** The id of the card that supersedes a card. */
export function successorOf({ history = [] }: WithHistory): string | undefined {
  const last = history.at(-1);
  return last?.type === 'superseded' ? last.by : undefined;
}

/** The entry that readers must know: the retraction or supersession, else the last correction. */
export function noticeOf({ history = [] }: WithHistory): Exclude<HistoryEntry, { type: 'updated' }> | undefined {
  return history.findLast((entry) => entry.type !== 'updated');
}

/** The retraction of a retracted card. */
export function retractionOf({ history = [] }: WithHistory): Retraction | undefined {
  const last = history.at(-1);
  return last?.type === 'retracted' ? last : undefined;
}
