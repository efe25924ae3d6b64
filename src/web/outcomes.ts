/** The results of the checks of a card, in words for readers. Pure. */
import { CHECKS, type Check, type Outcome } from '../card/evidence/checks/findings.ts';
import type { DatedFact } from '../card/source.ts';

const TITLES = {
  confirmed: 'Confirmed by a program',
  accepted: 'Warning by a program, accepted by an editor',
  'not checkable': 'Not checkable by a program',
  warning: 'Warning by a program',
} as const;

/** `names`: of the checks. `lines`: their results in words. */
export type OutcomeGroup = { outcome: Outcome['outcome']; title: string; names: string[]; lines: string[] };

/** Groups outcomes by kind, confirmed ones first. */
export function outcomeGroups(outcomes: readonly Outcome[]): OutcomeGroup[] {
  return (Object.keys(TITLES) as Outcome['outcome'][]).flatMap((outcome) => {
    const found = outcomes.filter((one) => one.outcome === outcome);
    const names = found.map(({ check }) => QUESTIONS[check]);
    return found.length > 0 ? [{ outcome, title: TITLES[outcome], names, lines: found.map(outcomeWords) }] : [];
  });
}

function outcomeWords({ check, outcome, because, warning }: Outcome): string {
  if (outcome === 'confirmed') return because === null ? CHECKS[check] : `${QUESTIONS[check]}: ${because}`;
  if (outcome === 'accepted') return `${QUESTIONS[check]}: ${warning?.message} The editor: ${because}`;
  return `${QUESTIONS[check]}: ${because}`;
}

const QUESTIONS: Record<Check, string> = {
  figure: 'Number',
  unit: 'Unit',
  hedges: 'Words such as “up to” and “not”',
  numbers: 'Other numbers and dates',
  names: 'Names',
  place: 'Place',
  speaker: 'Speaker',
  asOf: 'Date',
  saidOn: 'Date of the words',
  furniture: 'Whether the words are in the article itself',
  published: 'Publication date',
  title: 'Title',
  authors: 'Authors',
};

export type DateCheck = 'asOf' | 'saidOn' | 'published';
export type Outcomes = readonly Outcome[] | undefined;

/** The basis of a date in a few words, with its reason. It names the text or the metadata only if a program found the date there. */
export function datedBasis({ basis, reason }: DatedFact, check: DateCheck, outcomes: Outcomes): string {
  const { outcome = 'not checkable', because = null } = outcomes?.find((one) => one.check === check) ?? {};
  const isInMetadata = outcome === 'confirmed' && because !== null;
  const words = {
    external: 'the date is from another page; this text does not have it',
    inferred: 'inferred',
    stated: isInMetadata ? 'the metadata of the page say so' : STATED[outcome],
  }[basis];
  return reason ? `${words}: ${reason}` : words;
}

const STATED: Record<Outcome['outcome'], string> = {
  confirmed: 'the text says so',
  accepted: 'stated; an editor accepted the warning of a program',
  'not checkable': 'stated, not confirmed by a program',
  warning: 'stated, with a warning by a program',
};
