/** The application: what every request passes, where the routes are mounted, and what happens when none fits. */
import { Hono } from 'hono';
import { type Catalog, DamagedCard, type Specimens } from './catalog/catalog.ts';
import { api, cardFiles } from './http/api.ts';
import { apiDocs } from './http/api-docs.tsx';
import { cacheByDefault } from './http/caching.ts';
import { contactSheet } from './http/contact-sheet.tsx';
import type { CardContext, Env } from './http/context.ts';
import { openToAllSites } from './http/cors.ts';
import { embeds } from './http/embeds.ts';
import { answerProblem, READING_METHODS } from './http/errors.tsx';
import { feeds } from './http/feeds.ts';
import { images } from './http/images.ts';
import { linkCards } from './http/link-headers.ts';
import { linksOf } from './http/links.ts';
import { pages } from './http/pages.tsx';
import { secureByDefault } from './http/security.ts';
import { texts } from './http/texts.ts';

type AppOptions = {
  /** Gives the catalogue. Asked at every request; keeps what it has. */
  loadCatalog: (bindings: Env['Bindings']) => Promise<Catalog>;
  /** Changes whenever the code does: a part of every ETag. */
  codeRevision: string;
  /** Where given, they are shown at /gallery. */
  specimens?: Specimens | undefined;
};

/** Builds the application around a catalogue. */
export function createApp({ loadCatalog, codeRevision, specimens }: AppOptions) {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set('codeRevision', codeRevision);
    // An answer that says what is wrong with PUBLIC_URL needs links, too.
    const { origin } = new URL(c.req.url);
    c.set('links', linksOf(origin));
    const configured = c.env?.PUBLIC_URL;
    if (configured) c.set('links', linksOf(publicOrigin(configured)));
    await next();
  });
  app.use(secureByDefault);
  app.use(openToAllSites);
  app.use(async (c, next) => {
    const catalog = await loadCatalog(c.env).catch((error: Error) => logError(c, error));
    if (!catalog) return answerProblem(c, { type: 'catalog-unavailable' });
    c.set('catalog', catalog);
    return next();
  });
  app.use(async (c, next) => {
    if (READING_METHODS.includes(c.req.method)) return next();
    return answerProblem(c, { type: 'method-not-allowed' });
  });
  app.use(cacheByDefault(specimens !== undefined));
  app.use('/cards/*', linkCards);
  app.route('/', images).route('/', api).route('/', cardFiles).route('/', apiDocs);
  app.route('/', texts).route('/', embeds).route('/', feeds).route('/', pages);
  if (specimens) app.route('/gallery', contactSheet(specimens));
  app.notFound((c) => answerProblem(c, { type: 'address-not-found' }));
  app.onError((error, c) => {
    logError(c, error);
    return answerProblem(c, { type: error instanceof DamagedCard ? 'card-damaged' : 'internal-error' });
  });
  return app;
}

/** One line of JSON for a failure; nothing is logged where nothing fails. */
function logError(c: CardContext, { message, stack }: Error): void {
  console.error(JSON.stringify({ level: 'error', path: c.req.path, message, stack }));
}

/** The configured origin. Where none is, the one that the request came to holds. No header is asked: a header can be forged. */
function publicOrigin(configured: string): string {
  if (!/^https?:\/\//.test(configured)) {
    throw new Error(
      `PUBLIC_URL in wrangler.toml is "${configured}". Write it with its scheme: https://cards.example.org`,
    );
  }
  return new URL(configured).origin;
}
