/** What has become of a card since it was published: corrected, updated, superseded, retracted. Schema and rules. Pure. */
import { z } from 'zod';
import { Day, Id, line } from './source.ts';

/** What a card said before, as far as it has changed. */
export const Earlier = z
  .strictObject({
    claim: line(140).optional(),
    figure: line(65).optional().meta({ description: 'The figure with its unit, as it was: "up to 2,000 fighters".' }),
    quote: line(300).optional(),
  })
  .refine((earlier) => Object.values(earlier).some((text) => text !== undefined), {
    error: 'is empty: give the earlier claim, figure or quote',
  })
  .meta({ description: 'What the card said before.' });

const dated = { date: Day, reason: line(200).meta({ description: 'What changed and why, in your own words.' }) };

const Corrected = z.strictObject({ type: z.literal('corrected'), ...dated, earlier: Earlier });
const Updated = z.strictObject({ type: z.literal('updated'), ...dated, earlier: Earlier.optional() });
const Retracted = z.strictObject({ type: z.literal('retracted'), ...dated });
const Superseded = z.strictObject({
  type: z.literal('superseded'),
  ...dated,
  by: Id.meta({ description: 'The id of the card that stands in its place.' }),
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

/** A card's history, the oldest entry first. What ends a card ends its history. */
export const History = z
  .array(HistoryEntry)
  .min(1, 'is empty; leave it out where nothing has changed')
  .max(50)
  .refine((entries) => entries.every(({ date }, at) => at === 0 || date >= (entries[at - 1]?.date ?? '')), {
    error: 'is out of order: the oldest entry comes first',
  })
  .refine((entries) => entries.slice(0, -1).every(({ type }) => type !== 'retracted' && type !== 'superseded'), {
    error: 'goes on after the card was retracted or superseded; that entry has to be the last',
  })
  .meta({ description: 'What has changed since the card was published, the oldest entry first.' });
export type History = z.infer<typeof History>;

/** Whether a card still says what it says, and if not, what has become of it. */
export const STATES = ['current', 'corrected', 'superseded', 'retracted'] as const;
export type State = (typeof STATES)[number];

type WithHistory = { history?: History | undefined };

/** What has become of a card. One that was only updated is current. */
export function stateOf({ history = [] }: WithHistory): State {
  const last = history.at(-1)?.type;
  if (last === 'retracted' || last === 'superseded') return last;
  return history.some(({ type }) => type === 'corrected') ? 'corrected' : 'current';
}

/** The last correction of a card. */
export function correctionOf({ history = [] }: WithHistory): HistoryEntry | undefined {
  return history.findLast(({ type }) => type === 'corrected');
}

/** The id of the card that has taken a card's place. */
export function successorOf({ history = [] }: WithHistory): string | undefined {
  const last = history.at(-1);
  return last?.type === 'superseded' ? last.by : undefined;
}

/** The entry that a reader of the card has to know of: what ended it, or else its last correction. */
export function noticeOf({ history = [] }: WithHistory): Exclude<HistoryEntry, { type: 'updated' }> | undefined {
  return history.findLast((entry) => entry.type !== 'updated');
}

/** The retraction of a card that is retracted. */
export function retractionOf({ history = [] }: WithHistory): Retraction | undefined {
  const last = history.at(-1);
  return last?.type === 'retracted' ? last : undefined;
}
