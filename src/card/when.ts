/** The dates of a card in one line: the date of the fact, and when it was said. Pure. */
import { formatDate } from './date.ts';
import type { DatedFact } from './source.ts';

export type When = { asOf: DatedFact | null; saidOn?: DatedFact | undefined };

/** "2 Nov 2023", with "(inferred)" after an inferred date. */
export function datedText(fact: DatedFact | null): string {
  if (fact === null) return 'date not known';
  return `${formatDate(fact.date, 'day')}${fact.basis === 'inferred' ? ' (inferred)' : ''}`;
}

/** "as of 24 Jun 2023, said 27 Jun 2023 (both inferred)" */
export function whenLine({ asOf, saidOn }: When): string {
  const about = asOf === null ? datedText(null) : `as of ${datedText(asOf)}`;
  if (!saidOn) return about;
  if (asOf?.basis === 'inferred' && saidOn.basis === 'inferred')
    return `as of ${formatDate(asOf.date, 'day')}, said ${formatDate(saidOn.date, 'day')} (both inferred)`;
  return `${about}, said ${datedText(saidOn)}`;
}
