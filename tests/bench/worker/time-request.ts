/**
 * Times requests from outside: the clock inside workerd stops while a request computes. A time is that of one
 * request on an open connection, from sending it to holding the last byte, nothing subtracted.
 */
import { performance } from 'node:perf_hooks';
import type { Running } from './serve.ts';

export type Answer = { ms: number; body: Uint8Array };

/** @throws Error when the Worker does not answer with 200. */
export async function timeRequest(worker: Running, path: string): Promise<Answer> {
  const start = performance.now();
  const response = await worker.get(path);
  const body = await response.bytes();
  const ms = performance.now() - start;
  if (!response.ok) throw new Error(`${path}: ${response.status} ${new TextDecoder().decode(body).slice(0, 300)}`);
  return { ms, body };
}
