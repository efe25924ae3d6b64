/** What every request carries: the catalogue, and the addresses under the origin it came to. */
import type { Context } from 'hono';
import type { Catalog } from '../catalog/catalog.ts';
import type { WatchReport } from '../watch/report.ts';
import type { Links } from './links.ts';
import type { Pictures } from './pictures.ts';

export type Env = {
  Bindings: {
    /** The static assets of this build. */
    ASSETS: Fetcher;
    /** The public origin, where it differs from the one that requests come to. Set in wrangler.toml. */
    PUBLIC_URL?: string;
    /** "true" where pictures, too, are to say that a source has changed since. */
    WATCH_ON_PICTURES?: string;
    /** Where the watch on the sources keeps what it finds. Without it there is no watch. */
    WATCH?: KVNamespace;
    /** How many pictures one client may have drawn. */
    DRAWING_LIMIT?: RateLimit;
    /** Where views of pictures are counted. */
    IMAGE_VIEWS?: AnalyticsEngineDataset;
  };
  Variables: {
    catalog: Catalog;
    codeRevision: string;
    links: Links;
    /** What the watch on the sources found; null where there is none. */
    watch: WatchReport | null;
    pictures: Pictures;
    isPreview: boolean;
    /** Why the request cannot be answered, known before anything else of it is. */
    failure?: Error;
    /** Whether this request has its line in the log. */
    failureLogged?: boolean;
  };
};

export type CardContext = Context<Env>;
