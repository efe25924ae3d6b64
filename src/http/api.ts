/** The JSON API: cards, sources, and whether the service is well. */
import { Hono } from 'hono';
import packageJson from '../../package.json';
import { CACHE_POLICY, cacheContent } from './caching.ts';
import type { CardContext, Env } from './context.ts';
import { cardDocument, sourceDocument } from './documents.ts';
import { answerProblem } from './errors.tsx';

export const api = new Hono<Env>()
  .use('/api/*', async (c, next) => {
    await next();
    c.header('Access-Control-Allow-Origin', '*');
  })
  .get('/cards/:file{.+\\.json}', (c) => {
    c.header('Access-Control-Allow-Origin', '*');
    return answerCard(c, c.req.param('file').slice(0, -'.json'.length));
  })
  .get('/api/cards/:id', (c) => answerCard(c, c.req.param('id')))
  .get('/api/cards', (c) => {
    const cards = c.var.catalog.newest();
    return c.json({ cards: cards.map((record) => cardDocument(record, c.var.links)), total: cards.length, next: null });
  })
  .get('/api/sources', (c) => {
    const { sources } = c.var.catalog;
    return c.json({ sources: sources.map((source) => sourceDocument(source)), total: sources.length });
  })
  .get('/api/sources/:id', async (c) => {
    const source = c.var.catalog.getSource(c.req.param('id'));
    if (!source) return answerProblem(c, { type: 'source-not-found', id: c.req.param('id') });
    const cards = c.var.catalog.cardsOf(source.id).map(({ card }) => card.id);
    return c.json({ ...sourceDocument(source), cards });
  })
  .get('/health', (c) => {
    c.header('Cache-Control', CACHE_POLICY.never);
    const { entries, sources } = c.var.catalog;
    return c.json({ status: 'ok', version: packageJson.version, cards: entries.length, sources: sources.length });
  });

async function answerCard(c: CardContext, id: string): Promise<Response> {
  const record = c.var.catalog.getCard(id);
  if (!record) return answerProblem(c, { type: 'card-not-found', id });
  return cacheContent(c, record, 'json') ?? c.json(cardDocument(record, c.var.links));
}
