/** Counts views of pictures by card, size and theme, and limits drawings per client. Stores nothing about visitors. */
import type { MiddlewareHandler } from 'hono';
import { withDeadline } from '../../last-known.ts';
import { MAIN_VARIANT } from '../../render/variant.ts';
import { parseCardPath } from '../card-address.ts';
import { type CardContext, type Env, logError } from '../context.ts';
import { isImageForm } from '../forms.ts';
import { keepAliveOf } from '../watching.ts';

/** Counts each view, including responses with 304. A failure to count has no effect on the response. */
export const countViews: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const views = c.env?.IMAGE_VIEWS;
  if (!views || c.req.method !== 'GET' || (c.res.status !== 200 && c.res.status !== 304)) return;
  const view = viewOf(c.req.path);
  if (!view) return;
  const point = { indexes: [view.id], blobs: [view.id, view.size, view.theme], doubles: [1] };
  const counted = Promise.resolve().then(() => views.writeDataPoint(point));
  keepAliveOf(c)(counted.catch((error: Error) => logError(c, error)));
};

/** "/cards/a-card.png", "/cards/a-card/square-dark.png" */
function viewOf(path: string) {
  const file = parseCardPath(path);
  if (!file?.name || !isImageForm(file.form)) return undefined;
  return { id: file.name.id, ...(file.variant ?? MAIN_VARIANT) };
}

/** Whether the client may have one more picture drawn. */
export const mayDraw = (c: CardContext) => isWithin(c, c.env?.DRAWING_LIMIT);

/** Whether the client may make one more call of /mcp. */
export const mayCall = (c: CardContext) => isWithin(c, c.env?.MCP_LIMIT);

/**
/**
 * Whether a client is within a limit. Without the binding, or if the limiter fails or is slow, every client is. The limiter
 * receives the client's address and counts for a minute; nothing else stores the address.
 */
async function isWithin(c: CardContext, limiter: RateLimit | undefined): Promise<boolean> {
  // Cloudflare always sets this header itself. A request without it did not come from outside.
  const address = c.req.header('CF-Connecting-IP');
  if (!limiter || address === undefined || c.var.isPreview) return true;
  const outcome = await withDeadline(() => limiter.limit({ key: networkOf(address) }), undefined);
  return outcome?.success !== false;
}

/** An IPv4 address, or the first 64 bits of an IPv6 address, because clients choose the rest. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - behind.length) }, () => '0');
  const all = [...groups, ...(tail === undefined ? [] : zeros), ...behind];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
