/** What the checks of a card's meaning found, in words for readers. Pure. */
import { CHECKS, type Outcome } from '../card/evidence/checks/findings.ts';

const TITLES = {
  confirmed: 'Confirmed by a program',
  accepted: 'Accepted by an editor',
  'not checkable': 'Not checkable by a program',
  warning: 'Doubtful',
} as const;

export type OutcomeGroup = { title: string; lines: string[] };

/** Outcomes of a kind together, those that were confirmed first. */
export function outcomeGroups(outcomes: readonly Outcome[]): OutcomeGroup[] {
  return Object.entries(TITLES).flatMap(([outcome, title]) => {
    const lines = outcomes
      .filter((one) => one.outcome === outcome)
      .map(({ check, because }) => (because === null ? CHECKS[check] : `${QUESTIONS[check]}: ${because}`));
    return lines.length > 0 ? [{ title, lines }] : [];
  });
}

const QUESTIONS: Record<Outcome['check'], string> = {
  figure: 'Figure',
  unit: 'Unit',
  hedges: 'Hedges',
  numbers: 'Numbers of the claim',
  names: 'Names of the claim',
  place: 'Place',
  speaker: 'Speaker',
  asOf: 'Date',
  furniture: 'Part of the page',
};
