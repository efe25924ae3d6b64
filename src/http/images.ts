/** Cards as pictures. */
import { Hono } from 'hono';
import { renderImage } from '../render/image.ts';
import { cacheContent } from './caching.ts';
import type { Env } from './context.ts';
import { answerProblem } from './errors.tsx';
import { imageResponse } from './image-response.ts';
import { parseImageName } from './params.ts';

export const images = new Hono<Env>().get('/cards/:file{.+\\.(?:png|svg)}', async (c) => {
  const name = parseImageName(c.req.param('file'));
  if (!name) return answerProblem(c, { type: 'address-not-found' });
  const record = c.var.catalog.getCard(name.id);
  if (!record) return answerProblem(c, { type: 'card-not-found', id: name.id });
  const unchanged = cacheContent(c, `${record.revision}-${name.format}`);
  if (unchanged) return unchanged;
  const { size, theme, format } = name;
  const bytes = await renderImage(record, { size, theme, format, pageUrl: c.var.links.page(record.card.id) });
  return imageResponse(c, bytes, format);
});
