/** The possible findings of the meaning checks, and the warnings that an editor can accept. Schemas and types. Pure. */
import { z } from 'zod';

/** The checks in report order, and what each one confirms. */
export const CHECKS = {
  figure: 'The figure is the number in the quote, with its hedge and unit sign.',
  unit: 'The source uses the same unit.',
  hedges: 'The card keeps the hedges and negations in and near the quote, and does not state a plan as a fact.',
  numbers: 'The numbers and dates of the claim occur in the paragraph of the quote.',
  names: 'The names in the claim occur in the source text.',
  place: 'The source text names the place.',
  speaker: 'The source attributes the words to this speaker.',
  asOf: 'The date occurs in the source text.',
  saidOn: 'The date on which the words were said occurs in the source text.',
  published: 'The publication date occurs in the source text, or in the metadata of its page.',
  title: 'The title occurs in the source text.',
  authors: 'The source text names the authors.',
  furniture: 'The quote is in the article, not in the rest of the page.',
} as const;
export type Check = keyof typeof CHECKS;
export const CHECK_NAMES = Object.keys(CHECKS) as [Check, ...Check[]];

/** The warnings, with the field of the card or its source that each one is about. */
export const WARNINGS = {
  'figure-differs': ['figure', 'text'],
  'figure-not-in-quote': ['figure', 'text'],
  'unit-not-in-text': ['figure', 'unit'],
  'bare-share': ['figure', 'unit'],
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
  'outlet-as-speaker': ['attribution', 0],
  'outlet-not-in-text': ['attribution'],
  'date-not-in-text': ['asOf', 'date'],
  'said-date-not-in-text': ['saidOn', 'date'],
  'published-not-in-text': ['source', 'published', 'date'],
  'page-furniture': ['quote', 'exact'],
  'heading-as-speech': ['quote', 'exact'],
} as const satisfies Record<string, readonly (string | number)[]>;

/** The names of these fields for readers. */
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
  z.strictObject({
    outcome: z.literal('confirmed'),
    /** Where the metadata of the page say it, for example "JSON-LD datePublished"; absent if the text does. */
    from: z.string().optional(),
  }),
  z.strictObject({ outcome: z.literal('not checkable'), because: z.string() }),
  z.strictObject({
    outcome: z.literal('warning'),
    warning: z.enum(WARNING_NAMES),
    /** For authors: the subject is the field; includes the fix. */
    message: z.string(),
    /** For readers: a complete sentence without the fix. Absent in older lock files. */
    doubt: z.string().optional(),
  }),
]);
export type Finding = z.infer<typeof Finding>;

/** The findings of all checks that apply to a card's kind. */
export const Findings = z.partialRecord(z.enum(CHECK_NAMES), Finding);
export type Findings = z.infer<typeof Findings>;

/**
 * The result of a check for readers. `because`: why it was not confirmed; for an accepted warning, the editor's reason; for what
 * only the metadata of the page confirm, where.
 */
export const Outcome = z.strictObject({
  check: z.enum(CHECK_NAMES),
  outcome: z.enum(['confirmed', 'not checkable', 'accepted', 'warning']),
  because: z.string().nullable(),
  warning: z
    .strictObject({ code: z.enum(WARNING_NAMES), message: z.string() })
    .nullable()
    // Unknown for cards of older releases.
    .default(null)
    .meta({ description: 'The warning of the check, even if an editor accepted it; null if there is none.' }),
});
export type Outcome = z.infer<typeof Outcome>;

/** An editor's acceptance of a warning. */
export const Accepted = z.strictObject({
  check: z.enum(WARNING_NAMES).meta({ description: 'The warning, as npm run verify names it.' }),
  because: z
    .string()
    .min(10, 'is too short. Give a reason that readers understand')
    .max(300)
    .meta({ description: 'Why the card is true despite the warning. Shown to readers.' }),
});
export type Accepted = z.infer<typeof Accepted>;

export const confirmed = { outcome: 'confirmed' } satisfies Finding;
export const notCheckable = (because: string): Finding => ({ outcome: 'not checkable', because });
/** `what`: the predicate after the field name: "says “5”, but …." */
export const warn = (warning: Warning, what: string, fix: string): Finding => ({
  outcome: 'warning',
  warning,
  message: `${what} ${fix}`,
  doubt: `${subjectOf(warning)} ${what}`,
});

/** Converts findings to outcomes. Warnings that no editor accepted remain; `verify` does not publish such cards. */
export function outcomesOf(findings: Findings, accept: readonly Accepted[] = []): Outcome[] {
  return CHECK_NAMES.flatMap((check): Outcome[] => {
    const finding = findings[check];
    if (!finding) return [];
    if (finding.outcome === 'confirmed') {
      const because = finding.from === undefined ? null : `It is in the metadata of the page (${finding.from}).`;
      return [{ check, outcome: 'confirmed', because, warning: null }];
    }
    if (finding.outcome === 'not checkable') return [{ check, ...finding, warning: null }];
    const { warning: code, message, doubt = `${subjectOf(code)} ${message}` } = finding;
    const because = accept.find((one) => one.check === code)?.because;
    const warning = { code, message: doubt };
    if (because !== undefined) return [{ check, outcome: 'accepted', because, warning }];
    return [{ check, outcome: 'warning', because: doubt, warning }];
  });
}
