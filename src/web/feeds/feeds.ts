/** Resources that programs poll for news: feeds, the sitemap and robots.txt. */
import { Hono } from 'hono';
import { cacheCatalog } from '../caching.ts';
import type { CardContext, Env } from '../context.ts';
import { answerProblem } from '../errors.tsx';
import { atomFeed, jsonFeed } from './card-feeds.ts';
import { sitemap } from './sitemap.ts';
import { watchFeed } from './watch-feed.ts';

export const feeds = new Hono<Env>()
  .get('/feed.json', (c) =>
    answerText(c, 'feed.json', 'application/feed+json', async () =>
      JSON.stringify(await jsonFeed(c.var.store, c.var.links, c.var.site)),
    ),
  )
  .get('/feed.xml', (c) =>
    answerText(c, 'feed.xml', 'application/atom+xml; charset=utf-8', () =>
      atomFeed(c.var.store, c.var.links, c.var.site),
    ),
  )
  .get('/watch.json', async (c) => {
    const report = await c.var.watchedChanges();
    return answerText(c, `watch.json ${report?.revision}`, 'application/feed+json', async () =>
      JSON.stringify(await watchFeed(c.var.store, report, c.var)),
    );
  })
  .get('/sitemap.xml', (c) => answerSitemap(c))
  .get('/*', async (c, next) => {
    const [, part] = /^\/sitemap-([1-9][0-9]{0,4})\.xml$/.exec(c.req.path) ?? [];
    return part === undefined ? next() : answerSitemap(c, Number(part));
  })
  .get('/robots.txt', (c) =>
    answerText(
      c,
      'robots.txt',
      'text/plain; charset=utf-8',
      async () => `User-agent: *\nAllow: /\n\nSitemap: ${c.var.links.sitemap()}\n`,
    ),
  );

/** Returns a text generated from the whole catalogue. Any origin may read it. */
export async function answerText(
  c: CardContext,
  form: string,
  type: string,
  write: () => Promise<string>,
): Promise<Response> {
  c.header('Access-Control-Allow-Origin', '*');
  return cacheCatalog(c, form) ?? c.body(await write(), 200, { 'Content-Type': type });
}

async function answerSitemap(c: CardContext, part?: number): Promise<Response> {
  const { store, links } = c.var;
  const text = await sitemap(store, links, part);
  if (text === undefined) return answerProblem(c, { type: 'address-not-found' });
  return answerText(c, `sitemap-${part}`, 'application/xml; charset=utf-8', async () => text);
}
