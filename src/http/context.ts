/** What every request carries: the catalogue, and the addresses under the origin it came to. */
import type { Context } from 'hono';
import type { Catalog } from '../catalog/catalog.ts';
import type { Links } from './links.ts';
import type { Pictures } from './pictures.ts';

export type Env = {
  Bindings: {
    /** The static assets of this build. */
    ASSETS: Fetcher;
    /** The public origin, where it differs from the one that requests come to. Set in wrangler.toml. */
    PUBLIC_URL?: string;
    /** How many pictures one client may have drawn. */
    DRAWING_LIMIT?: RateLimit;
    /** Where views of pictures are counted. */
    IMAGE_VIEWS?: AnalyticsEngineDataset;
  };
  Variables: {
    catalog: Catalog;
    codeRevision: string;
    links: Links;
    pictures: Pictures;
    isPreview: boolean;
    /** Whether this request has its line in the log. */
    failureLogged?: boolean;
  };
};

export type CardContext = Context<Env>;
