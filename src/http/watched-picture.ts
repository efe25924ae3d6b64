/**
 * Pictures that say that their source has changed since, where the maintainer wants them to. Requests for pictures then
 * reach the Worker before the assets, which hold what was drawn at the deployment.
 */
import { type CardRecord, isComparison, unwatched } from '../domain/record.ts';
import type { CardContext } from './context.ts';

/** The record as its picture shows it: without what the watch says, but for a change of the source where that is wanted. */
export function pictured(c: CardContext, record: CardRecord): CardRecord {
  if (!c.var.watch) return record;
  const watch = isComparison(record) || record.asPublished !== undefined ? null : record.watch;
  const plain = unwatched(record);
  if (c.env?.WATCH_ON_PICTURES !== 'true' || watch?.state !== 'changed') return plain;
  return { ...plain, sourceChanged: watch.since };
}

/** The picture that was drawn at the deployment; undefined where it is to be drawn, or was not. */
export async function deployedPicture(c: CardContext, record: CardRecord): Promise<Response | undefined> {
  const { sourceChanged, asPublished } = record;
  if (c.env?.WATCH_ON_PICTURES !== 'true' || sourceChanged !== undefined || asPublished !== undefined) return undefined;
  const response = await c.env.ASSETS.fetch(c.req.raw);
  return response.status === 200 || response.status === 304 ? response : undefined;
}
