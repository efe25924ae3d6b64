/** The pages that people read: the gallery, a card, and the way to its source. */
import { Hono } from 'hono';
import { isComparison } from '../domain/record.ts';
import type { Env } from './context.ts';
import { answerProblem } from './errors.tsx';
import { CardPage } from './views/card-page.tsx';
import { GalleryPage } from './views/gallery-page.tsx';
import { SourcePage, SourcesPage } from './views/source-pages.tsx';

export const pages = new Hono<Env>()
  .get('/', (c) => c.html(<GalleryPage cards={c.var.catalog.cards} links={c.var.links} />))
  .get('/cards/:id', async (c) => {
    const id = c.req.param('id');
    const record = c.var.catalog.getCard(id);
    if (!record) return answerProblem(c, { type: 'card-not-found', id });
    return c.html(<CardPage record={record} links={c.var.links} />);
  })
  .get('/cards/:id/source', async (c) => {
    const id = c.req.param('id');
    const record = c.var.catalog.getCard(id);
    if (!record) return answerProblem(c, { type: 'card-not-found', id });
    return c.redirect(isComparison(record) ? c.var.links.page(id) : c.var.links.passage(record), 302);
  })
  // QR codes hold the address in capitals, where it takes less room.
  .get('/CARDS/:id', (c) => c.redirect(c.var.links.page(c.req.param('id').toLowerCase()), 302))
  .get('/sources', (c) => c.html(<SourcesPage catalog={c.var.catalog} links={c.var.links} />))
  .get('/sources/:id', async (c) => {
    const id = c.req.param('id');
    const source = c.var.catalog.getSource(id);
    if (!source) return answerProblem(c, { type: 'source-not-found', id });
    return c.html(<SourcePage source={source} cards={c.var.catalog.cardsOf(id)} links={c.var.links} />);
  });
