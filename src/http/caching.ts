/** The cache policy of every kind of answer, in one table; and 304 before any work is done. */
import { type CardRecord, isComparison } from '../domain/record.ts';
import { revisionOf } from '../domain/revision.ts';
import type { CardContext } from './context.ts';

const MINUTE_SECONDS = 60;

/** A correction has to be seen at a stable address within five minutes. */
const CORRECTED_WITHIN_SECONDS = 4 * MINUTE_SECONDS;

export const CACHE_POLICY = {
  content: `public, max-age=${CORRECTED_WITHIN_SECONDS}`,
  error: `public, max-age=${MINUTE_SECONDS}`,
  never: 'no-store',
} as const;

/**
 * Sets the policy and the ETag of an answer about a card. Gives the 304 when the caller has this answer already.
 * The ETag names all that the answer depends on: `form` tells the card's answers apart, and the rest is the card's
 * content and evidence, the code, and the origin that its links and QR code name.
 */
export function cacheContent(c: CardContext, record: CardRecord, form: string): Response | undefined {
  const { codeRevision, links } = c.var;
  const evidence = isComparison(record) ? null : record.evidence;
  const etag = `"${record.revision}-${revisionOf([codeRevision, links.origin, evidence, form])}"`;
  c.header('Cache-Control', CACHE_POLICY.content);
  c.header('ETag', etag);
  return holds(c.req.header('If-None-Match'), etag) ? c.body(null, 304) : undefined;
}

/** Weak comparison, as RFC 9110 asks for If-None-Match. */
function holds(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((item) => item.trim() === '*' || item.trim().replace(/^W\//, '') === etag);
}
