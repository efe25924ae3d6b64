/** The context of a request: its catalogue, settings and links. Sets headers and writes the log line of a failure. */
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
    /** The public origin, if it differs from the origin of requests. Set in wrangler.toml. */
    PUBLIC_URL?: string;
    /** "true": pictures also say that their source has changed. */
    WATCH_ON_PICTURES?: string;
    /** The published values of the source watch. */
    WATCH?: KVNamespace;
    /** Runs the source watch. */
    WATCHER?: DurableObjectNamespace<SourceWatch>;
    /** Limits the new pictures per client. */
    DRAWING_LIMIT?: RateLimit;
    /** In the preview: the address of the composer that `npm run dev` runs. */
    COMPOSER?: string;
    /** Limits the calls of /mcp per client. */
    MCP_LIMIT?: RateLimit;
    /** Counts the views of pictures. */
    IMAGE_VIEWS?: AnalyticsEngineDataset;
  };
  Variables: {
    store: Store;
    codeRevision: string;
    site: Site;
    links: Links;
    /** The findings of the source watch; null if there are none, or if the response does not depend on them. */
    watch: WatchReport | null;
    /** The result of the last visit of each source. */
    watchedSources: () => Promise<SourcesReport | null>;
    /** The changes of states. */
    watchedChanges: () => Promise<ChangesReport | null>;
    pictures: Pictures;
    isPreview: boolean;
    /** Whether the response has all default headers of data. */
    isData?: boolean;
    /** A failure while the context was loaded; thrown once the default headers are set. */
    failure?: Error;
    /** Whether the failure of this request is already logged. */
    failureLogged?: boolean;
  };
};

export type CardContext = Context<Env>;

/** Sets headers in place. Hono's `c.header` copies the response for each header, which only immutable ones need. */
export function setHeaders(c: CardContext, headers: Record<string, string>): void {
  try {
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  } catch {
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  }
}

/** Logs one failure per request. A second one, while the error page is built, has the same cause. */
export function logError(c: CardContext, { message, stack }: Error): void {
  if (c.get('failureLogged')) return;
  c.set('failureLogged', true);
  console.error(JSON.stringify({ level: 'error', path: c.req.path, message, stack }));
}
