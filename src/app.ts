/** The application: what every request passes, where the routes are mounted, and what happens when none fits. */
import { Hono } from 'hono';
import type { Problem } from './card/problem.ts';
import { PLAIN_SITE, type Site } from './card/site.ts';
import { DamagedCard, type Store } from './catalog/store.ts';
import type { WatchReader } from './watch/reader.ts';
import { watchedStore } from './watch/watched.ts';
import { api } from './web/api/api.ts';
import { apiDocs } from './web/api/docs-page.tsx';
import { keepAnswers } from './web/api/kept-answers.ts';
import { answerAnyTag, cacheByDefault } from './web/caching.ts';
import { cardFiles } from './web/card-files.ts';
import { linkCards, redirectToCanonical } from './web/card-links.ts';
import type { CardContext, Env } from './web/context.ts';
import { logError } from './web/context.ts';
import { embeds } from './web/embed/oembed.ts';
import { answerProblem, methodsOf } from './web/errors.tsx';
import { feeds } from './web/feeds/feeds.ts';
import { images } from './web/images/images.ts';
import { countViews } from './web/images/metering.ts';
import { createPictures, DrawingFailed, type Renderers } from './web/images/pictures.ts';
import { linksOf } from './web/links.ts';
import { mcp } from './web/mcp/mcp.ts';
import { contactSheet, type Specimens } from './web/pages/contact-sheet.tsx';
import { pages } from './web/pages/pages.tsx';
import { openToAllSites, secureByDefault } from './web/security.ts';
import { texts } from './web/text/texts.ts';
import { keepAliveOf, needsWatch } from './web/watching.ts';

export type Bindings = Env['Bindings'];

type AppOptions = {
  /** Opens the catalogue. Called at every request; keeps what it has. */
  loadStore: (bindings: Bindings) => Promise<Store>;
  /** Changes whenever the code does: a part of every ETag. */
  codeRevision: string;
  /** The site's settings; without them, the defaults. */
  site?: Site | undefined;
  /** Reads what the watch on the sources found. */
  watch?: WatchReader<Bindings> | undefined;
  /** Where given, they are shown at /gallery. */
  specimens?: Specimens | undefined;
  /** What draws pictures, where it is not our own. */
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

  /** What every answer is made of. @throws Error */
  async function loadAll(c: CardContext): Promise<void> {
    // What says that PUBLIC_URL is wrong has links, too.
    c.set('links', linksOf(hostPart(c.req.url)));
    const configured = c.env?.PUBLIC_URL;
    if (configured) c.set('links', linksOf(publicUrl(configured)));
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
  app.use(openToAllSites);
  app.use(async (c, next) => {
    if (c.var.failure) throw c.var.failure;
    await next();
  });
  app.use(async (c, next) => {
    if (methodsOf(c.req.path).includes(c.req.method)) return next();
    return answerProblem(c, { type: 'method-not-allowed' });
  });
  app.use(cacheByDefault(specimens !== undefined), answerAnyTag);
  app.use('/cards/*', linkCards, redirectToCanonical);
  app.on('ALL', ['/api/cards', '/api/cards/*', '/cards/:file{[^/]+\\.json}'], keepAnswers);
  app.route('/', cardFiles).route('/', images).route('/', api).route('/', apiDocs);
  app.route('/', mcp).route('/', texts).route('/', embeds).route('/', feeds).route('/', pages);
  if (specimens) app.route('/gallery', contactSheet(specimens));
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

/** "https://cards.example.org" of a request's address, which comes parsed and written out. */
function hostPart(url: string): string {
  return url.slice(0, url.indexOf('/', 'https://'.length));
}

/** The configured address. Where none is, that of the request holds. No header is asked: a header can be forged. */
function publicUrl(configured: string): string {
  if (/^https?:\/\//.test(configured) && URL.canParse(configured)) return configured;
  throw new Error(
    `PUBLIC_URL in wrangler.toml is "${configured}". Write it with its scheme: https://cards.example.org`,
  );
}
