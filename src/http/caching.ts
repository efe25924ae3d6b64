/** The cache policy of every kind of answer, in one table; and 304 before any work is done. */
import type { CardContext } from './context.ts';

const MINUTE_SECONDS = 60;

/** A correction has to be seen at a stable address within five minutes. */
const CORRECTED_WITHIN_SECONDS = 4 * MINUTE_SECONDS;

export const CACHE_POLICY = {
  content: `public, max-age=${CORRECTED_WITHIN_SECONDS}`,
  error: `public, max-age=${MINUTE_SECONDS}`,
  never: 'no-store',
} as const;

/** Sets the policy and the ETag of content. Gives the 304 when the caller has this content already. */
export function cacheContent(c: CardContext, revision: string): Response | undefined {
  const etag = `"${revision}"`;
  c.header('Cache-Control', CACHE_POLICY.content);
  c.header('ETag', etag);
  return holds(c.req.header('If-None-Match'), etag) ? c.body(null, 304) : undefined;
}

/** Weak comparison, as RFC 9110 asks for If-None-Match. */
function holds(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((item) => item.trim() === '*' || item.trim().replace(/^W\//, '') === etag);
}
