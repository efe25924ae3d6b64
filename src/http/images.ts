/** Cards as pictures. */
import { Hono } from 'hono';
import { cacheContent } from './caching.ts';
import type { CardContext, Env } from './context.ts';
import { mayDraw } from './drawing-limit.ts';
import { answerProblem } from './errors.tsx';
import { findRecord } from './find-record.ts';
import { imageResponse } from './image-response.ts';
import { type CardName, type ImageVariant, parseId, parseImageName, parseVariant } from './params.ts';
import { deployedPicture, pictured } from './watched-picture.ts';

export const images = new Hono<Env>()
  .get('/cards/:file{[^/]+\\.(?:png|svg)}', async (c) => {
    const name = parseImageName(c.req.param('file'));
    return name ? answerImage(c, name, name) : answerProblem(c, { type: 'address-not-found' });
  })
  .get('/cards/:id/:file{[^/]+\\.(?:png|svg)}', async (c) => {
    const id = parseId(c.req.param('id'));
    const variant = parseVariant(c.req.param('file'));
    if (id === undefined) return answerProblem(c, { type: 'address-not-found' });
    return variant ? answerImage(c, { id }, variant) : answerProblem(c, { type: 'size-not-found' });
  });

/** Answers a card's picture. */
export async function answerImage(
  c: CardContext,
  name: CardName,
  { size, theme, format }: ImageVariant,
  catalog = c.var.catalog,
): Promise<Response> {
  const { links, pictures, isPreview } = c.var;
  const found = await findRecord(catalog, name);
  if (found.problem) return answerProblem(c, found.problem);
  const record = pictured(c, found.record);
  const deployed = await deployedPicture(c, record);
  if (deployed) return deployed;
  const form = `${size}-${theme}.${format} ${record.asPublished ?? ''}${record.sourceChanged ?? ''}`;
  const unchanged = cacheContent(c, record, form, { policy: found.policy });
  if (unchanged) return unchanged;
  const options = { size, theme, format, pageUrl: links.page(name.id), sourceUrl: links.evidence(record) };
  if (!pictures.has(record, options) && !(await mayDraw(c))) return answerProblem(c, { type: 'too-many-drawings' });
  const start = Date.now();
  const { bytes, fresh } = await pictures.ofCard(record, options);
  if (isPreview) c.header('Server-Timing', fresh ? `draw;dur=${Date.now() - start}` : 'kept');
  return imageResponse(c, bytes, format);
}
