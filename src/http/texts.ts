/** What is served as Markdown text: a card, and what a language model can ask here. */
import { Hono } from 'hono';
import { cacheContent } from './caching.ts';
import { cardMarkdown } from './card-markdown.ts';
import type { Env } from './context.ts';
import { answerProblem } from './errors.tsx';
import { answerText } from './feeds.ts';
import { llmsText } from './llms.ts';

const MARKDOWN = 'text/markdown; charset=utf-8';

export const texts = new Hono<Env>()
  .get('/cards/:file{[^/]+\\.md}', async (c) => {
    c.header('Access-Control-Allow-Origin', '*');
    const id = c.req.param('file').slice(0, -'.md'.length);
    const record = c.var.catalog.getCard(id);
    if (!record) return answerProblem(c, { type: 'card-not-found', id });
    const unchanged = cacheContent(c, record, 'md');
    return unchanged ?? c.body(cardMarkdown(record, c.var.links), 200, { 'Content-Type': MARKDOWN });
  })
  // Plain text is what llmstxt.org's file ending says; a browser shows it, and a download helps nobody.
  .get('/llms.txt', (c) =>
    answerText(c, 'llms.txt', 'text/plain; charset=utf-8', () => llmsText(c.var.catalog, c.var.links)),
  );
