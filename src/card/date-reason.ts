/** The reason that a program gives for the day of publication as the date of a card, and its check. Pure. */
import { formatDate } from './date.ts';
import type { DatedFact } from './source.ts';

export const publicationReason = (published: string): string =>
  `The sentence of the quote gives no date; ${dated(published)}`;

const dated = (published: string) => `the article is dated ${formatDate(published, 'long')}`;

/** A reason by which a date is the day of publication. */
const BY_PUBLICATION = /the article is dated (.+?)(?=$|[.;,](?:\s|$)| and )/iu;

/** What is wrong with such a reason; undefined if nothing is. */
export function faultOfReason({ basis, reason = '' }: DatedFact, published: string): string | undefined {
  const day = BY_PUBLICATION.exec(reason)?.[1];
  if (day === undefined) return undefined;
  if (basis !== 'inferred')
    return `says that the date is concluded from the day of publication, but the basis is ${basis}. Remove the reason, or set basis to inferred.`;
  const is = formatDate(published, 'long');
  return day === is
    ? undefined
    : `says that the article is dated ${day}, but source.published is ${is}. Correct one of them.`;
}
