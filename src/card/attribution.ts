/** The attribution of a card: the speaker, then each outlet that passed the words on. Schema and accessors. Pure. */
import { z } from 'zod';
import { line, type Source } from './source.ts';
import { findSpeaker, type Speaker } from './speaker.ts';

/** How a step obtained the words. */
export const STEP_KINDS = ['said', 'told', 'translated', 'reported', 'caption', 'agency'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const StepKindSchema = z.enum(STEP_KINDS).meta({
  description:
    'said: made the statement. told: heard it from the previous step. translated: translated the words. reported: reported them. caption: the words are its caption. agency: distributed them as a news agency.',
});

const Name = line(60);

const Step = z
  .union([Name, z.strictObject({ name: Name, as: StepKindSchema })], {
    error: ({ input }) =>
      (typeof input === 'string' && Name.safeParse(input).error?.issues[0]?.message) ||
      `must be a name, or a map { name: …, as: … } in which as is one of ${STEP_KINDS.join(', ')}`,
  })
  .meta({ id: 'Step' });
type Step = z.infer<typeof Step>;

export const Attribution = z.array(Step).min(1).max(5);
export type Attribution = z.infer<typeof Attribution>;

const nameOf = (step: Step): string => (typeof step === 'string' ? step : step.name);
const kindOf = (step: Step): StepKind | null => (typeof step === 'string' ? null : step.as);

/** The names of an attribution, in order. */
export function stepNames(attribution: Attribution): string[] {
  return attribution.map(nameOf);
}

/** Notes in short forms. The other kinds need none, because the order of the names shows them. */
const SHORT_NOTES: Partial<Record<StepKind, string>> = {
  translated: 'translation',
  caption: 'caption',
  agency: 'agency',
};

/** The names with their notes: "pledgetimes.com (translation)". */
export function stepLabels(attribution: Attribution): string[] {
  return attribution.map((step) => {
    const note = SHORT_NOTES[kindOf(step) ?? 'said'];
    return note === undefined ? nameOf(step) : `${nameOf(step)} (${note})`;
  });
}

/** The news agencies that distributed the words. */
export function agenciesOf(attribution: Attribution): string[] {
  return attribution.filter((step) => kindOf(step) === 'agency').map(nameOf);
}

const STEP_WORDS: Record<StepKind, string> = {
  said: 'said this',
  told: 'was told this',
  translated: 'translated the words',
  reported: 'reported it',
  caption: 'in a caption',
  agency: 'as a news agency',
};

type Attributed = {
  card: { attribution: Attribution };
  source: Pick<Source, 'publisher' | 'translated'>;
  speakers?: readonly Speaker[] | undefined;
};

/** `type`: known for listed speakers and for publishers; otherwise null. */
export type AttributionStep = {
  name: string;
  as: StepKind | null;
  speaker: Speaker | undefined;
  type: Speaker['type'] | null;
};

/** The steps of an attribution, each with its listed speaker. */
export function stepsOf({ card, source, speakers = [] }: Attributed): AttributionStep[] {
  const publishers = [source.publisher, source.translated?.publisher];
  return card.attribution.map((step) => {
    const name = nameOf(step);
    const speaker = findSpeaker(speakers, name);
    const type = speaker?.type ?? (publishers.includes(name) ? 'organisation' : null);
    return { name, as: kindOf(step), speaker, type };
  });
}

/** The note in long forms: "Belarusian opposition leader; was told this". Empty if there is none. */
export function stepNote({ as, speaker }: AttributionStep): string {
  const isSaid = as === 'agency' && speaker?.role?.includes('agency');
  return [speaker?.role, as && !isSaid && STEP_WORDS[as]].filter(Boolean).join('; ');
}

/** Whether the words are the outlet's own, so that it quotes nobody. */
export function isOutletSpeaking(attributed: Attributed): boolean {
  const [first, ...others] = stepsOf(attributed);
  if (!first || others.length > 0 || (first.as !== null && first.as !== 'said')) return false;
  const { publisher } = attributed.source;
  return first.name === publisher || (first.speaker !== undefined && isNameOf(first.speaker, publisher));
}

const isNameOf = (speaker: Speaker, name: string) => findSpeaker([speaker], name) !== undefined;
