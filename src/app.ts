/** The application: what every request passes, where the routes are mounted, and what happens when none fits. */
import { Hono } from 'hono';
import type { Catalog, Specimens } from './catalog/catalog.ts';
import { api, cardFiles } from './http/api.ts';
import { apiDocs } from './http/api-docs.tsx';
import { cacheByDefault } from './http/caching.ts';
import { contactSheet } from './http/contact-sheet.tsx';
import type { Env } from './http/context.ts';
import { openToAllSites } from './http/cors.ts';
import { answerProblem, READING_METHODS } from './http/errors.tsx';
import { images } from './http/images.ts';
import { createLinks } from './http/links.ts';
import { pages } from './http/pages.tsx';

type AppOptions = {
  catalog: Catalog;
  /** Changes whenever the code does: a part of every ETag. */
  codeRevision: string;
  /** Where given, they are shown at /gallery. */
  specimens?: Specimens | undefined;
};

/** Builds the application around a catalogue. */
export function createApp({ catalog, codeRevision, specimens }: AppOptions) {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    c.set('catalog', catalog);
    c.set('codeRevision', codeRevision);
    // An answer that says what is wrong with PUBLIC_URL needs links, too.
    c.set('links', createLinks(new URL(c.req.url).origin));
    c.set('links', createLinks(publicOrigin(c.env?.PUBLIC_URL, c.req.url)));
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
  });
  app.use(openToAllSites);
  app.use(async (c, next) => {
    if (READING_METHODS.includes(c.req.method)) return next();
    return answerProblem(c, { type: 'method-not-allowed' });
  });
  app.use(cacheByDefault(specimens !== undefined));
  app.route('/', images).route('/', api).route('/', cardFiles).route('/', apiDocs).route('/', pages);
  if (specimens) app.route('/gallery', contactSheet(specimens));
  app.notFound((c) => answerProblem(c, { type: 'address-not-found' }));
  app.onError((error, c) => {
    console.error(JSON.stringify({ level: 'error', path: c.req.path, message: error.message, stack: error.stack }));
    return answerProblem(c, { type: 'internal-error' });
  });
  return app;
}

/** The configured origin, or else the one that the request came to. No header is asked: a header can be forged. */
function publicOrigin(configured: string | undefined, requestUrl: string): string {
  if (configured && !/^https?:\/\//.test(configured)) {
    throw new Error(
      `PUBLIC_URL in wrangler.toml is "${configured}". Write it with its scheme: https://cards.example.org`,
    );
  }
  return new URL(configured || requestUrl).origin;
}
