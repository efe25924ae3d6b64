/** What the checks of a card's meaning can find, and the warnings that an editor can accept. Schemas and types. Pure. */
import { z } from 'zod';

/** The checks, in the order in which they are reported, and what each confirms. */
export const CHECKS = {
  figure: 'The figure is the number of the quote, with its hedge and unit sign.',
  unit: 'The source counts the same unit there.',
  hedges: 'The hedges and negations of the quote and beside it are kept, and what is only planned there is no fact.',
  numbers: 'The numbers and dates of the claim are in the paragraph of the quote.',
  names: 'The names of the claim are in the source text.',
  place: 'The place is named in the source text.',
  speaker: 'The source gives the words to this speaker.',
  asOf: 'The date occurs in the source text.',
  saidOn: 'The date of the words occurs in the source text.',
  published: 'The publication date occurs in the source text.',
  title: 'The title occurs in the source text.',
  authors: 'The authors are named in the source text.',
  furniture: 'The quote is in the article and not in what surrounds it.',
} as const;
export type Check = keyof typeof CHECKS;
export const CHECK_NAMES = Object.keys(CHECKS) as [Check, ...Check[]];

/** The warnings, and the field that each is about: of the card, or of its source. */
export const WARNINGS = {
  'figure-differs': ['figure', 'text'],
  'figure-not-in-quote': ['figure', 'text'],
  'unit-not-in-text': ['figure', 'unit'],
  'part-of-whole': ['figure', 'text'],
  'hedge-dropped': ['claim'],
  'negation-dropped': ['claim'],
  'negation-added': ['claim'],
  'plan-as-fact': ['claim'],
  'number-not-in-text': ['claim'],
  'name-not-in-text': ['claim'],
  'place-not-in-text': ['place'],
  'speaker-not-in-text': ['attribution', 0],
  'speaker-unclear': ['attribution', 0],
  'outlet-not-in-text': ['attribution'],
  'date-not-in-text': ['asOf', 'date'],
  'said-date-not-in-text': ['saidOn', 'date'],
  'published-not-in-text': ['source', 'published', 'date'],
  'page-furniture': ['quote', 'exact'],
  'heading-as-speech': ['quote', 'exact'],
} as const satisfies Record<string, readonly (string | number)[]>;

/** What readers call the fields of warnings. */
const SUBJECTS: Record<string, string> = {
  'figure.text': 'The figure',
  'figure.unit': 'The unit',
  claim: 'The claim',
  place: 'The place',
  'attribution.0': 'The speaker',
  attribution: 'The attribution',
  'asOf.date': 'The date',
  'saidOn.date': 'The date of the words',
  'source.published.date': 'The publication date',
  'quote.exact': 'The quote',
};
const subjectOf = (warning: Warning) => SUBJECTS[WARNINGS[warning].join('.')] ?? '';
export type Warning = keyof typeof WARNINGS;
const WARNING_NAMES = Object.keys(WARNINGS) as [Warning, ...Warning[]];

export const Finding = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('confirmed') }),
  z.strictObject({ outcome: z.literal('not checkable'), because: z.string() }),
  z.strictObject({
    outcome: z.literal('warning'),
    warning: z.enum(WARNING_NAMES),
    /** For the author: what the field does, and how to fix it. */
    message: z.string(),
    /** For readers: a sentence without the fix. A lock that was written before this has none. */
    doubt: z.string().optional(),
  }),
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
  warning: z
    .strictObject({ code: z.enum(WARNING_NAMES), message: z.string() })
    .nullable()
    // Of cards that were released before, it is not known.
    .default(null)
    .meta({ description: 'What the program doubts, where an editor accepts it, too; null where it doubts nothing.' }),
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
/** `what`: what the field of the warning does: "says “5”, and …." */
export const warn = (warning: Warning, what: string, fix: string): Finding => ({
  outcome: 'warning',
  warning,
  message: `${what} ${fix}`,
  doubt: `${subjectOf(warning)} ${what}`,
});

/** What readers learn of the checks of a card. A warning that nobody has accepted stays one; no such card is published. */
export function outcomesOf(findings: Findings, accept: readonly Accepted[] = []): Outcome[] {
  return CHECK_NAMES.flatMap((check): Outcome[] => {
    const finding = findings[check];
    if (!finding) return [];
    if (finding.outcome === 'confirmed') return [{ check, outcome: 'confirmed', because: null, warning: null }];
    if (finding.outcome === 'not checkable') return [{ check, ...finding, warning: null }];
    const { warning: code, message, doubt = `${subjectOf(code)} ${message}` } = finding;
    const because = accept.find((one) => one.check === code)?.because;
    const warning = { code, message: doubt };
    if (because !== undefined) return [{ check, outcome: 'accepted', because, warning }];
    return [{ check, outcome: 'warning', because: doubt, warning }];
  });
}
