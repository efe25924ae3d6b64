/** Which answers depend on what the watch on the sources found: only these ask for it. */
import type { KeepAlive } from '../last-known.ts';
import { parseCardPath } from './card-address.ts';
import type { CardContext } from './context.ts';
import { isImageForm } from './forms.ts';

/** Answers about cards, and about sources with their cards. */
const WATCHED =
  /^\/(?:$|cards\/|topics\/|sources(?:\/|$)|speakers\/|api\/(?:cards(?:\/|$)|corrections$|watch$)|feed\.|watch\.json$|oembed$|mcp$)/;

/** `onPictures`: whether pictures are to say that a source has changed. */
export function needsWatch(path: string, onPictures: boolean): boolean {
  if (!WATCHED.test(path)) return false;
  const file = onPictures ? undefined : parseCardPath(path);
  return !file || !isImageForm(file.form);
}

/** Lets work go on after the answer; a request without a context has nothing to keep alive, and Hono throws. */
export function keepAliveOf(c: CardContext): KeepAlive {
  return (work) => {
    try {
      c.executionCtx.waitUntil(work);
    } catch {}
  };
}
