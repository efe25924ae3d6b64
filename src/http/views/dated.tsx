/** A date with how it is known. */
import { formatDate } from '../../domain/date.ts';
import type { DatedFact } from '../../domain/source.ts';

/** How a date is known, in a few words. */
export const BASIS_WORDS = {
  stated: 'the text says so',
  external: 'from another page',
  inferred: 'worked out',
} as const;

export function Dated({ fact }: { fact: DatedFact | null }) {
  if (fact === null) return <>not known</>;
  return (
    <>
      {formatDate(fact.date, 'long')}{' '}
      <span class="muted">
        ({BASIS_WORDS[fact.basis]}
        {fact.reason ? `: ${fact.reason}` : ''})
      </span>
    </>
  );
}
