/**
 * Accepts requests only from the composer's own page. Any site can make a browser send requests to this machine, and any host
 * name can resolve to 127.0.0.1. The host, the origin and the token are therefore checked before anything is read.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const TOKEN_HEADER = 'x-composer-token';

export type Own = { host: string; origin: string; token: string };

/** Why a request is refused; undefined if it is from the composer's page. `token`: as the request gives it. */
export function findIntrusion(
  { headers }: Pick<IncomingMessage, 'headers'>,
  own: Own,
  token: string,
): string | undefined {
  if (headers.host !== own.host) return 'This is not the address of the composer.';
  const { origin } = headers;
  if (origin !== undefined && origin !== own.origin) return 'Other sites may not use the composer.';
  if (!isSame(token, own.token))
    return 'This address belongs to an earlier run. Open the address that npm run dev printed last.';
  return undefined;
}

/** Compares in constant time, whatever the lengths are. */
function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
