/** What the checks of a card's meaning can find, and the warnings that an editor can accept. Schemas and types. Pure. */
import { z } from 'zod';

/** The checks, in the order in which they are reported, and what each confirms. */
export const CHECKS = {
  figure: 'The figure is the number of the quote, with its hedge and unit sign.',
  unit: 'The source counts the same unit there.',
  hedges: 'The hedges and negations of the quote and beside it are kept.',
  numbers: 'The numbers and dates of the claim are in the paragraph of the quote.',
  names: 'The names of the claim are in the source text.',
  place: 'The place is named in the source text.',
  speaker: 'The source gives the words to this speaker.',
  asOf: 'The date is stated in the source text.',
  furniture: 'The quote is in the article and not in what surrounds it.',
} as const;
export type Check = keyof typeof CHECKS;
export const CHECK_NAMES = Object.keys(CHECKS) as [Check, ...Check[]];

/** The warnings, and the field that each is about. */
export const WARNINGS = {
  'figure-differs': ['figure', 'text'],
  'figure-not-in-quote': ['figure', 'text'],
  'unit-not-in-text': ['figure', 'unit'],
  'hedge-dropped': ['claim'],
  'negation-dropped': ['claim'],
  'negation-added': ['claim'],
  'number-not-in-text': ['claim'],
  'name-not-in-text': ['claim'],
  'place-not-in-text': ['place'],
  'speaker-not-in-text': ['attribution', 0],
  'speaker-unclear': ['attribution', 0],
  'outlet-not-in-text': ['attribution'],
  'date-not-in-text': ['asOf', 'date'],
  'page-furniture': ['quote', 'exact'],
  'heading-as-speech': ['quote', 'exact'],
} as const satisfies Record<string, readonly (string | number)[]>;
export type Warning = keyof typeof WARNINGS;
const WARNING_NAMES = Object.keys(WARNINGS) as [Warning, ...Warning[]];

export const Finding = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('confirmed') }),
  z.strictObject({ outcome: z.literal('not checkable'), because: z.string() }),
  z.strictObject({ outcome: z.literal('warning'), warning: z.enum(WARNING_NAMES), message: z.string() }),
]);
export type Finding = z.infer<typeof Finding>;

/** What was found by each check that a card's kind has. */
export const Findings = z.partialRecord(z.enum(CHECK_NAMES), Finding);
export type Findings = z.infer<typeof Findings>;

/** What readers learn of a check. `because`: why it was not confirmed; of an accepted warning, the editor's reason. */
export const Outcome = z.strictObject({
  check: z.enum(CHECK_NAMES),
  outcome: z.enum(['confirmed', 'not checkable', 'accepted', 'warning']),
  because: z.string().nullable(),
});
export type Outcome = z.infer<typeof Outcome>;

/** An editor's answer to a warning. */
export const Accepted = z.strictObject({
  check: z.enum(WARNING_NAMES).meta({ description: 'The warning, as npm run verify names it.' }),
  because: z
    .string()
    .min(10, 'must be a reason that readers can understand')
    .max(300)
    .meta({ description: 'Why the card is true all the same. Readers see it.' }),
});
export type Accepted = z.infer<typeof Accepted>;

export const confirmed: Finding = { outcome: 'confirmed' };
export const notCheckable = (because: string): Finding => ({ outcome: 'not checkable', because });
export const warn = (warning: Warning, message: string): Finding => ({ outcome: 'warning', warning, message });

/** What readers learn of the checks of a card. A warning that nobody has accepted stays one; no such card is published. */
export function outcomesOf(findings: Findings, accept: readonly Accepted[] = []): Outcome[] {
  return CHECK_NAMES.flatMap((check): Outcome[] => {
    const finding = findings[check];
    if (!finding) return [];
    if (finding.outcome === 'confirmed') return [{ check, outcome: 'confirmed', because: null }];
    if (finding.outcome === 'not checkable') return [{ check, ...finding }];
    const accepted = accept.find((one) => one.check === finding.warning);
    if (accepted) return [{ check, outcome: 'accepted', because: accepted.because }];
    return [{ check, outcome: 'warning', because: finding.message }];
  });
}
