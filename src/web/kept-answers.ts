/**
 * What this isolate is asked again and again is kept, and given again: answers depend on the address alone, until the
 * catalogue or what the watch says of it is another one.
 */
import type { MiddlewareHandler } from 'hono';
import { createCache } from '../cache.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { holds, isShared } from './caching.ts';
import type { Env } from './context.ts';

/** Bytes of all answers together: some hundred pages, or some dozen lists. */
const KEPT_BYTES = 8_000_000;
/** Addresses that are remembered as asked for. What is asked for once, as by a crawler, is not worth its room. */
const ADDRESSES_KNOWN = 2_000;
/** Longer addresses than anyone links to are not remembered. */
const ADDRESS_CHARACTERS = 1_000;
/** What an answer weighs besides its body and its address: headers, mostly. */
const ENTRY_BYTES = 2_000;

/** What is given to who has the answer already, and to who has not; each once it was made. */
type Kept = {
  /** What it was made of. To a request with another one it is no answer. */
  catalog: Catalog;
  url: string;
  etag: string | null;
  unchanged?: Headers;
  whole?: { headers: Headers; body: Blob };
};

const weigh = ({ url, whole }: Kept) => ENTRY_BYTES + url.length + (whole?.body.size ?? 0);

/** Hono answers HEAD as GET, and takes the body away. */
const READING = new Set(['GET', 'HEAD']);

/** Keeps the answers of all that stands behind it. The preview makes everything anew. */
export function keepAnswers(): MiddlewareHandler<Env> {
  const answers = createCache(KEPT_BYTES, weigh);
  const asked = createCache<true>(ADDRESSES_KNOWN);
  return async (c, next) => {
    if (c.get('failure') || c.get('isPreview') || !READING.has(c.req.method)) return next();
    const catalog = c.get('catalog');
    const { url } = c.req;
    const found = answers.get(url);
    const known = found?.catalog === catalog ? found : undefined;
    const given = known && giveAgain(known, c.req.header('If-None-Match'));
    if (given) return given;

    await next();
    const { status, headers } = c.res;
    if (!isShared(headers) || url.length > ADDRESS_CHARACTERS) return;
    if (!asked.get(url)) {
      asked.set(url, true);
      return;
    }
    const etag = headers.get('ETag');
    const kept: Kept = known?.etag === etag ? known : { catalog, url, etag };
    if (status === 304) answers.set(url, { ...kept, unchanged: headers });
    // Pictures are kept where they are drawn.
    if (status !== 200 || headers.get('Content-Type')?.startsWith('image/')) return;
    const body = await c.res.blob();
    answers.set(url, { ...kept, whole: { headers, body } });
    c.res = undefined;
    c.res = new Response(body, { headers });
  };
}

function giveAgain({ etag, unchanged, whole }: Kept, condition: string | undefined): Response | undefined {
  if (etag !== null && holds(condition, etag))
    return unchanged && new Response(null, { status: 304, headers: unchanged });
  return whole && new Response(whole.body, { headers: whole.headers });
}
