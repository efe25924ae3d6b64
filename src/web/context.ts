/** What every request carries: the catalogue, the addresses under its origin; and how its headers and its log line are written. */
import type { Context } from 'hono';
import type { Site } from '../card/site.ts';
import type { Store } from '../catalog/store.ts';
import type { ChangesReport, SourcesReport, WatchReport } from '../watch/report.ts';
import type { SourceWatch } from '../watch/source-watch.ts';
import type { Pictures } from './images/pictures.ts';
import type { Links } from './links.ts';

export type Env = {
  Bindings: {
    /** The static assets of this build. */
    ASSETS: Fetcher;
    /** The public origin, where it differs from the one that requests come to. Set in wrangler.toml. */
    PUBLIC_URL?: string;
    /** "true" where pictures, too, are to say that a source has changed since. */
    WATCH_ON_PICTURES?: string;
    /** Where the watch on the sources keeps what requests read. */
    WATCH?: KVNamespace;
    /** What runs the watch on the sources. */
    WATCHER?: DurableObjectNamespace<SourceWatch>;
    /** How many pictures one client may have drawn. */
    DRAWING_LIMIT?: RateLimit;
    /** How many calls of /mcp one client may make. */
    MCP_LIMIT?: RateLimit;
    /** Where views of pictures are counted. */
    IMAGE_VIEWS?: AnalyticsEngineDataset;
  };
  Variables: {
    store: Store;
    codeRevision: string;
    site: Site;
    links: Links;
    /** What the watch on the sources found; null where there is nothing, or the answer does not depend on it. */
    watch: WatchReport | null;
    /** How each source fared. */
    watchedSources: () => Promise<SourcesReport | null>;
    /** Which states have changed. */
    watchedChanges: () => Promise<ChangesReport | null>;
    pictures: Pictures;
    isPreview: boolean;
    /** Why the request cannot be answered, known before anything else of it is. */
    failure?: Error;
    /** Whether this request has its line in the log. */
    failureLogged?: boolean;
  };
};

export type CardContext = Context<Env>;

/** Hono's `c.header` copies a finished answer for each header; only one that came from elsewhere has to be copied. */
export function setHeaders(c: CardContext, headers: Record<string, string>): void {
  try {
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  } catch {
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  }
}

/** Writes the line, once a request: what fails while an error is answered has the same cause. */
export function logError(c: CardContext, { message, stack }: Error): void {
  if (c.get('failureLogged')) return;
  c.set('failureLogged', true);
  console.error(JSON.stringify({ level: 'error', path: c.req.path, message, stack }));
}
