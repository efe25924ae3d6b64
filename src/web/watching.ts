/** The responses that depend on the findings of the source watch. Only these read them. */
import type { KeepAlive } from '../last-known.ts';
import { parseCardPath } from './card-address.ts';
import type { CardContext } from './context.ts';
import { isImageForm } from './forms.ts';

/** Responses about cards, and about sources with their cards. */
const WATCHED =
  /^\/(?:$|cards\/(?!.*\/pixels\.json$)|topics\/|sources(?:\/|$)|speakers\/|api\/(?:cards(?:\/|$)|corrections$|watch$)|feed\.|watch\.json$|oembed$|mcp$)/;

/** `onPictures`: whether pictures say that a source has changed. */
export function needsWatch(path: string, onPictures: boolean): boolean {
  if (!WATCHED.test(path)) return false;
  const file = onPictures || !path.startsWith('/cards/') ? undefined : parseCardPath(path);
  return !file || !isImageForm(file.form);
}

/** Lets work continue after the response. Hono throws for requests without an execution context, as in tests. */
export function keepAliveOf(c: CardContext): KeepAlive {
  return (work) => {
    try {
      c.executionCtx.waitUntil(work);
    } catch {}
  };
}
