/** What the checks of a card's meaning leave to its author: warnings that nobody has accepted, and outdated outcomes. Pure. */
import { type Accepted, type Findings, WARNINGS, type Warning } from '../card/evidence/checks/findings.ts';
import { hashJudged } from '../card/evidence/checks/judge.ts';
import type { LockEntry } from '../card/evidence/lock.ts';
import type { Speaker } from '../card/speaker.ts';
import { type LocatedCard, problemAt } from './load.ts';
import type { FileProblem, Path } from './parse.ts';

/** Checks a card against what the lock records of its checks. */
export function checkMeaning(card: LocatedCard, entry: LockEntry, speakers: readonly Speaker[]): FileProblem[] {
  const { value, source } = card;
  if (entry.checks === undefined || entry.judged !== hashJudged(value, { source, speakers })) {
    const message = `of "${value.id}", or its source or speaker, has changed since the card was checked against its source. Run npm run verify.`;
    return [problemAt(card, ['claim'], message)];
  }
  return findUnaccepted(card, entry.checks);
}

/** A problem for each warning without an `accept`, and for each `accept` without its warning. */
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
  const idle = accepted.flatMap(({ check }, index) =>
    warnings.some(({ warning }) => warning === check)
      ? []
      : [
          problemAt(
            card,
            ['accept', index, 'check'],
            `is "${check}", but npm run verify gives no such warning. Remove it.`,
          ),
        ],
  );
  return [...open, ...idle];
}

const acceptText = (warning: Warning, subject: string) =>
  `If ${subject} true all the same, say why: accept: [{ check: ${warning}, because: "…" }].`;
