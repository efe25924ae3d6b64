/** Status and nature of a statement: its basis, and the kind of number or event. Schema and words. Pure. */
import { z } from 'zod';

export const Status = z.enum(['stated', 'reported', 'claimed', 'assessed']).meta({
  description:
    'stated: stated openly by someone in a position to know. reported: an outlet reports it. claimed: asserted by an interested side. assessed: somebody’s judgement, not an observation.',
});
export type Status = z.infer<typeof Status>;

export const Nature = z.enum(['count', 'estimate', 'capacity', 'plan', 'forecast']).meta({
  description:
    'count: counted. estimate: estimated, not counted. capacity: the maximum possible, not the actual number. plan: intended, but not in place yet. forecast: expected, but not in place yet.',
});
export type Nature = z.infer<typeof Nature>;

const STATUS_MEANINGS: Record<Status, string> = {
  stated: 'stated openly by someone in a position to know',
  reported: 'an outlet reports it',
  claimed: 'asserted by an interested side',
  assessed: 'somebody’s judgement, not an observation',
};

const NATURE_MEANINGS: Record<Nature, string> = {
  count: 'counted',
  estimate: 'estimated, not counted',
  capacity: 'the maximum possible, not the actual number',
  plan: 'intended, but not in place yet',
  forecast: 'expected, but not in place yet',
};

const NATURE_NOUNS: Record<Nature, string> = {
  count: 'a count',
  estimate: 'an estimate',
  capacity: 'a capacity',
  plan: 'a plan',
  forecast: 'a forecast',
};

/** "Reported" */
export function statusWord(status: Status): string {
  return status.charAt(0).toUpperCase() + status.slice(1);
}

/** "a capacity" */
export function natureNoun(nature: Nature): string {
  return NATURE_NOUNS[nature];
}

type Stated = { status: Status; nature?: Nature | undefined };

/** "Reported, a capacity": the status, and the nature if known. */
export function statusLine({ status, nature }: Stated): string {
  return nature === undefined ? statusWord(status) : `${statusWord(status)}, ${natureNoun(nature)}`;
}

/** The meaning of status and nature: "an outlet reports it; the maximum possible, not the actual number". */
export function statusMeaning({ status, nature }: Stated): string {
  return [STATUS_MEANINGS[status], nature && NATURE_MEANINGS[nature]].filter(Boolean).join('; ');
}

/** "the maximum possible, not the actual number" */
export function natureMeaning(nature: Nature): string {
  return NATURE_MEANINGS[nature];
}

/** Whether a card is about a plan or a forecast. Its date may be later than its source. */
export function isPlanOrForecast({ nature }: Stated): boolean {
  return nature === 'plan' || nature === 'forecast';
}

/** "a plan": the nature of a number that may not exist yet. Without this note, readers would take the number for a count. */
export function natureCaveat(card: Stated): string | undefined {
  const isAbsent = card.nature === 'capacity' || isPlanOrForecast(card);
  return isAbsent && card.nature ? natureNoun(card.nature) : undefined;
}
