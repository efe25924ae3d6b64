/** How a statement is to be taken: on what footing it is made, and what a number or a deed in it is. Schema and words. Pure. */
import { z } from 'zod';

export const Status = z.enum(['stated', 'reported', 'claimed', 'assessed']).meta({
  description:
    'stated: said openly by the one who would know. reported: an outlet reports it. claimed: asserted by an interested side. assessed: somebody’s judgement, not an observation.',
});
export type Status = z.infer<typeof Status>;

export const Nature = z.enum(['count', 'estimate', 'capacity', 'plan', 'forecast']).meta({
  description:
    'count: counted. estimate: judged, not counted. capacity: what there is room for, not what is there. plan: meant to be, not there yet. forecast: expected, not there yet.',
});
export type Nature = z.infer<typeof Nature>;

const STATUS_MEANINGS: Record<Status, string> = {
  stated: 'said openly by the one who would know',
  reported: 'an outlet reports it',
  claimed: 'asserted by an interested side',
  assessed: 'somebody’s judgement, not an observation',
};

const NATURE_MEANINGS: Record<Nature, string> = {
  count: 'counted',
  estimate: 'judged, not counted',
  capacity: 'what there is room for, not what is there',
  plan: 'meant to be, not there yet',
  forecast: 'expected, not there yet',
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

/** "Reported, a capacity": the status, and what the number or the deed is where that is known. */
export function statusLine({ status, nature }: Stated): string {
  return nature === undefined ? statusWord(status) : `${statusWord(status)}, ${natureNoun(nature)}`;
}

/** What status and nature mean: "an outlet reports it; what there is room for, not what is there". */
export function statusMeaning({ status, nature }: Stated): string {
  return [STATUS_MEANINGS[status], nature && NATURE_MEANINGS[nature]].filter(Boolean).join('; ');
}

/** Whether a card is about what need not exist yet: its date may be later than its source. */
export function isAhead({ nature }: Stated): boolean {
  return nature === 'plan' || nature === 'forecast';
}

/** "a plan": what a number is of that is not there, or not known to be. Alone it would be read as one of what is. */
export function absentNature(card: Stated): string | undefined {
  const isAbsent = card.nature === 'capacity' || isAhead(card);
  return isAbsent && card.nature ? natureNoun(card.nature) : undefined;
}
