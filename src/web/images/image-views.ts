/** Counts how often pictures are asked for, where the binding is there: which card, size and theme, and nothing of who asks. */
import type { MiddlewareHandler } from 'hono';
import { MAIN_VARIANT } from '../../render/variant.ts';
import { parseCardPath } from '../card-address.ts';
import type { Env } from '../context.ts';
import { logError } from '../context.ts';
import { isImageForm } from '../forms.ts';

/** Counts each picture that is seen; one that a reader has already is seen, too. Nothing fails where counting fails. */
export const countViews: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const views = c.env?.IMAGE_VIEWS;
  if (!views || c.req.method !== 'GET' || (c.res.status !== 200 && c.res.status !== 304)) return;
  const view = viewOf(c.req.path);
  if (!view) return;
  try {
    views.writeDataPoint({ indexes: [view.id], blobs: [view.id, view.size, view.theme], doubles: [1] });
  } catch (error) {
    logError(c, error as Error);
  }
};

/** "/cards/a-card.png", "/cards/a-card/square-dark.png" */
function viewOf(path: string) {
  const file = parseCardPath(path);
  if (!file?.name || !isImageForm(file.form)) return undefined;
  return { id: file.name.id, ...(file.variant ?? MAIN_VARIANT) };
}
