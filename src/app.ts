/** The application: its middleware, its routes, and its handling of errors. */
import { Hono } from 'hono';
import type { Problem } from './card/problem.ts';
import { PLAIN_SITE, type Site } from './card/site.ts';
import { DamagedCard, type Store } from './catalog/store.ts';
import type { WatchReader } from './watch/reader.ts';
import { watchedStore } from './watch/watched.ts';
import { api } from './web/api/api.ts';
import { apiDocs } from './web/api/docs-page.tsx';
import { cacheByDefault } from './web/caching.ts';
import { cardFiles } from './web/card-files.ts';
import { linkCards, redirectToCanonical } from './web/card-links.ts';
import type { CardContext, Env } from './web/context.ts';
import { logError } from './web/context.ts';
import { factCard } from './web/embed/fact-card.ts';
import { embeds } from './web/embed/oembed.ts';
import { answerProblem, methodsOf } from './web/errors.tsx';
import { feeds } from './web/feeds/feeds.ts';
import { images } from './web/images/images.ts';
import { countViews } from './web/images/metering.ts';
import { createPictures, DrawingFailed, type Renderers } from './web/images/pictures.ts';
import { linksOf } from './web/links.ts';
import { mcp } from './web/mcp/mcp.ts';
import { pages } from './web/pages/pages.tsx';
import { type Specimens, specimenPages } from './web/pages/specimens-page.tsx';
import { secureByDefault } from './web/security.ts';
import { texts } from './web/text/texts.ts';
import { keepAliveOf, needsWatch } from './web/watching.ts';

export type Bindings = Env['Bindings'];

type AppOptions = {
  /** Opens the catalogue. Called for every request; must cache. */
  loadStore: (bindings: Bindings) => Promise<Store>;
  /** Changes with every change of the code; part of every ETag. */
  codeRevision: string;
  /** The site's settings. Default: `PLAIN_SITE`. */
  site?: Site | undefined;
  /** Reads the findings of the source watch. */
  watch?: WatchReader<Bindings> | undefined;
  /** The specimens, shown at /specimens. Only in the preview. */
  specimens?: Specimens | undefined;
  /** Replaces the renderers in tests. */
  renderers?: Renderers | undefined;
};

/** Builds the application around a catalogue. */
export function createApp({
  loadStore,
  watch: reader,
  codeRevision,
  site = PLAIN_SITE,
  specimens,
  renderers,
}: AppOptions) {
  const pictures = createPictures(renderers);
  const app = new Hono<Env>();
  /** The last valid PUBLIC_URL: it is the same for every request. */
  let validated: string | undefined;

  /** Loads what every response needs. @throws Error */
  async function loadAll(c: CardContext): Promise<void> {
    const configured = c.env?.PUBLIC_URL;
    const isValid = !configured || configured === validated || isPublicUrl(configured);
    if (isValid) validated = configured;
    // The error page for an invalid PUBLIC_URL needs links, too.
    c.set('links', linksOf(configured && isValid ? configured : hostPart(c.req.url)));
    if (!isValid)
      throw new Error(
        `PUBLIC_URL in wrangler.toml is "${configured}". Write it with its scheme: https://cards.example.org`,
      );
    const store = await loadStore(c.env).catch(failToLoad);
    const isWatched = needsWatch(c.req.path, c.env?.WATCH_ON_PICTURES === 'true');
    const watch = (isWatched && (await reader?.cards(c.env, keepAliveOf(c)))) || null;
    c.set('watch', watch);
    c.set('store', watch ? watchedStore(store, watch) : store);
  }

  app.use(async (c, next) => {
    c.set('codeRevision', codeRevision);
    c.set('site', site);
    c.set('pictures', pictures);
    c.set('isPreview', specimens !== undefined);
    c.set('watch', null);
    c.set('watchedSources', async () => (await reader?.sources(c.env, keepAliveOf(c))) ?? null);
    c.set('watchedChanges', async () => (await reader?.changes(c.env, keepAliveOf(c))) ?? null);
    await loadAll(c).catch((error: Error) => c.set('failure', error));
    await next();
  });
  app.use('/cards/*', countViews);
  app.use(secureByDefault);
  app.use(async (c, next) => {
    const failure = c.get('failure');
    if (failure) throw failure;
    if (methodsOf(c.req.path).includes(c.req.method)) return cacheByDefault(c, next);
    return answerProblem(c, { type: 'method-not-allowed' });
  });
  app.use('/cards/*', linkCards, redirectToCanonical);
  app.route('/', cardFiles).route('/', images).route('/', api).route('/', apiDocs);
  app.route('/', mcp).route('/', texts).route('/', embeds).route('/', factCard).route('/', feeds).route('/', pages);
  if (specimens) {
    app.route('/specimens', specimenPages(specimens));
    // `npm run dev` runs the composer elsewhere.
    app.get('/compose', async (c) =>
      c.env.COMPOSER ? c.redirect(c.env.COMPOSER) : answerProblem(c, { type: 'address-not-found' }),
    );
  }
  app.notFound((c) => answerProblem(c, { type: 'address-not-found' }));
  app.onError((error, c) => {
    logError(c, error);
    return answerProblem(c, problemOf(error));
  });
  return app;
}

/** The catalogue cannot be read; `cause` says why. */
class CatalogUnavailable extends Error {}

function failToLoad(cause: Error): never {
  throw Object.assign(new CatalogUnavailable(cause.message, { cause }), { stack: cause.stack });
}

function problemOf(error: Error): Problem {
  if (error instanceof CatalogUnavailable) return { type: 'catalog-unavailable' };
  if (error instanceof DamagedCard) return { type: 'card-damaged' };
  if (error instanceof DrawingFailed) return { type: 'drawing-failed' };
  return { type: 'internal-error' };
}

/** The origin of a request's address, which is already normalised: "https://cards.example.org". */
function hostPart(url: string): string {
  return url.slice(0, url.indexOf('/', 'https://'.length));
}

/** Whether the configured address has a scheme. */
const isPublicUrl = (configured: string) => /^https?:\/\//.test(configured) && URL.canParse(configured);
