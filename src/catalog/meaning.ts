/** Reports findings of the meaning checks that the author must resolve: unaccepted warnings and outdated checks. Pure. */
import { type Accepted, type Findings, WARNINGS, type Warning } from '../card/evidence/checks/findings.ts';
import { hashJudged } from '../card/evidence/checks/judge.ts';
import type { LockEntry } from '../card/evidence/lock.ts';
import type { Speaker } from '../card/speaker.ts';
import { type LocatedCard, problemAt } from './load.ts';
import type { FileProblem, Path } from './parse.ts';

/** Compares a card with the checks in its lock entry. */
export function checkMeaning(card: LocatedCard, entry: LockEntry, speakers: readonly Speaker[]): FileProblem[] {
  const { value, source } = card;
  if (entry.checks === undefined || entry.judged !== hashJudged(value, { source, speakers })) {
    const message = `or another field of "${value.id}", its source or its speaker has changed since it was last verified. Run npm run verify.`;
    return [problemAt(card, ['claim'], message)];
  }
  return findUnaccepted(card, entry.checks);
}

/** Reports each warning without an `accept` entry, and each `accept` entry without a warning. */
export function findUnaccepted(card: LocatedCard, findings: Findings): FileProblem[] {
  const accepted: Accepted[] = card.value.accept ?? [];
  const warnings = Object.values(findings).filter((finding) => finding.outcome === 'warning');
  const open = warnings
    .filter(({ warning }) => !accepted.some(({ check }) => check === warning))
    .map(({ warning, message }) => {
      const [first, ...field]: Path = WARNINGS[warning];
      return first === 'source'
        ? problemAt({ ...card, path: [first] }, field, `${message} ${acceptText(warning, 'its cards are')}`)
        : problemAt(card, WARNINGS[warning], `${message} ${acceptText(warning, 'the card is')}`);
    });
  const unused = accepted.flatMap(({ check }, index) =>
    warnings.some(({ warning }) => warning === check)
      ? []
      : [
          problemAt(
            card,
            ['accept', index, 'check'],
            `is "${check}", but npm run verify does not report this warning. Remove the entry.`,
          ),
        ],
  );
  return [...open, ...unused];
}

const acceptText = (warning: Warning, subject: string) =>
  `If ${subject} true anyway, accept the warning and give the reason: accept: [{ check: ${warning}, because: "…" }].`;
