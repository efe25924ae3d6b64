/** Recent answers about cards, kept in the isolate: many programs ask for the same lists again and again. */

import type { MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import type { Store } from '../../catalog/store.ts';
import type { Env } from '../context.ts';

/** About twenty lists. An isolate has 128 MB for everything. */
const KEPT_BYTES = 2 * 1024 * 1024;

type Answer = { headers: [name: string, value: string][]; bytes: Uint8Array<ArrayBuffer> };
type Answers = LRUCache<string, Answer>;

/** By store, because an answer holds as long as its store, with what the watch found, is the current one. */
const kept = new WeakMap<Store, Answers>();

function answersOf(store: Store): Answers {
  const answers =
    kept.get(store) ??
    new LRUCache({ maxSize: KEPT_BYTES, sizeCalculation: ({ bytes }: Answer) => Math.max(bytes.length, 1) });
  kept.set(store, answers);
  return answers;
}

/** Answers a repeated request with the bytes of the first one. For answers that depend only on the store and the address. */
export const keepAnswers: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method !== 'GET' || c.req.header('If-None-Match') !== undefined) return next();
  const answers = answersOf(c.var.store);
  const key = `${c.var.codeRevision} ${c.var.links.origin} ${c.req.url}`;
  const known = answers.get(key);
  if (known) return new Response(known.bytes, { headers: known.headers });
  await next();
  if (c.res.status !== 200) return;
  const bytes = new Uint8Array(await c.res.arrayBuffer());
  const answer = { headers: [...c.res.headers], bytes };
  answers.set(key, answer);
  c.res = undefined;
  c.res = new Response(bytes, { headers: answer.headers });
};
