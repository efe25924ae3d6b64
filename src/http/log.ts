/** What operators read: one line of JSON for a request that failed. Nothing is logged where nothing fails. */
import type { CardContext } from './context.ts';

/** Writes the line, once a request: what fails while an error is answered has the same cause. */
export function logError(c: CardContext, { message, stack }: Error): void {
  if (c.get('failureLogged')) return;
  c.set('failureLogged', true);
  console.error(JSON.stringify({ level: 'error', path: c.req.path, message, stack }));
}
