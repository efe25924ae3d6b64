/** Resources that programs poll for news: feeds, the sitemap and robots.txt. */
import { Hono } from 'hono';
import type { Topic } from '../../catalog/store.ts';
import { cacheCatalog } from '../caching.ts';
import type { CardContext, Env } from '../context.ts';
import { answerProblem } from '../errors.tsx';
import { parseFeedQuery } from '../pages/page-query.ts';
import { atomFeed, jsonFeed } from './card-feeds.ts';
import { sitemap } from './sitemap.ts';
import { watchFeed } from './watch-feed.ts';

export const feeds = new Hono<Env>()
  .get('/feed.json', (c) =>
    answerFeed(c, 'application/feed+json', async (topic) =>
      JSON.stringify(await jsonFeed(c.var.store, { ...c.var, topic })),
    ),
  )
  .get('/feed.xml', (c) =>
    answerFeed(c, 'application/atom+xml; charset=utf-8', (topic) => atomFeed(c.var.store, { ...c.var, topic })),
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

/** Returns the newest cards, or those of the topic that the query names. */
async function answerFeed(c: CardContext, type: string, write: (topic: Topic | undefined) => Promise<string>) {
  const { query, problem } = parseFeedQuery(c);
  if (problem) return answerProblem(c, problem);
  const topic = query.topic === undefined ? undefined : await c.var.store.getTopic(query.topic);
  if (query.topic !== undefined && !topic) return answerProblem(c, { type: 'topic-not-found', slug: query.topic });
  return answerText(c, `${c.req.path} ${topic?.slug}`, type, () => write(topic));
}

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
