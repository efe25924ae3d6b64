/** Cards as pictures. */
import { Hono } from 'hono';
import { type CardRecord, isComparison, unwatched } from '../../card/record.ts';
import { isPublished } from '../../catalog/store.ts';
import { cacheContent, findRecord } from '../caching.ts';
import { type CardName, decode, type ImageVariant, parseId, parseVariantFile } from '../card-address.ts';
import type { CardContext, Env } from '../context.ts';
import { answerProblem } from '../errors.tsx';
import { isImageForm, splitForm } from '../forms.ts';
import { imageResponse } from './image-response.ts';
import { mayDraw } from './metering.ts';

const VARIANT = /^\/cards\/([^/]+)\/([^/]+\.[a-z]+)$/;

/** Cards in every size and theme: /cards/{id}/square-dark.png. card-files.ts serves the short addresses. */
export const images = new Hono<Env>().get('/cards/*', async (c, next) => {
  const [, name = '', file = ''] = (VARIANT.exec(c.req.path) ?? []).map(decode);
  const form = splitForm(file)?.form;
  if (form === undefined || !isImageForm(form)) return next();
  const id = parseId(name);
  const variant = parseVariantFile(file);
  if (id === undefined) return answerProblem(c, { type: 'address-not-found' });
  return variant ? answerImage(c, { id }, variant) : answerProblem(c, { type: 'size-not-found' });
});

/** Returns a card's picture. */
export async function answerImage(
  c: CardContext,
  name: CardName,
  { size, theme, format }: ImageVariant,
  store = c.var.store,
): Promise<Response> {
  const { links, pictures, site, isPreview, codeRevision } = c.var;
  const found = await findRecord(store, name);
  if (found.problem) return answerProblem(c, found.problem);
  const record = pictured(c, found.record);
  const deployed = await deployedPicture(c, record);
  if (deployed) return deployed;
  const form = `${size}-${theme}.${format} ${record.asPublished ?? ''}${record.sourceChanged ?? ''}`;
  const unchanged = cacheContent(c, record, form, { policy: found.policy });
  if (unchanged) return unchanged;
  const options = {
    size,
    theme,
    format,
    brand: site.brand,
    pageUrl: links.page(name.id),
    sourceUrl: links.evidence(record),
    code: (await isPublished(store, record)) ? codeRevision : undefined,
  };
  if (!pictures.has(record, options) && !(await mayDraw(c))) return answerProblem(c, { type: 'too-many-drawings' });
  const start = Date.now();
  const { bytes, fresh } = await pictures.ofCard(record, options);
  if (isPreview) c.header('Server-Timing', fresh ? `draw;dur=${Date.now() - start}` : 'kept');
  return imageResponse(c, bytes, format);
}

/** The record that the picture shows: without watch states, except a changed source if `WATCH_ON_PICTURES` is set. */
export function pictured(c: CardContext, record: CardRecord): CardRecord {
  if (!c.var.watch) return record;
  const watch = isComparison(record) || record.asPublished !== undefined ? null : record.watch;
  const plain = unwatched(record);
  if (c.env?.WATCH_ON_PICTURES !== 'true' || watch?.state !== 'changed') return plain;
  return { ...plain, sourceChanged: watch.since };
}

/** The prerendered picture; undefined if there is none. */
export async function deployedPicture(c: CardContext, record: CardRecord): Promise<Response | undefined> {
  const { sourceChanged, asPublished } = record;
  if (c.env?.WATCH_ON_PICTURES !== 'true' || sourceChanged !== undefined || asPublished !== undefined) return undefined;
  const response = await c.env.ASSETS.fetch(c.req.raw);
  return response.status === 200 || response.status === 304 ? response : undefined;
}
