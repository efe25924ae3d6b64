/** Sets headers of an answer that is there already. */
import type { CardContext } from './context.ts';

/** Hono's `c.header` copies a finished answer for each header; only one that came from elsewhere has to be copied. */
export function setHeaders(c: CardContext, headers: Record<string, string>): void {
  try {
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  } catch {
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  }
}
