/**
 * Times requests from outside: a clock inside workerd stands still while a request computes. A time is that of one
 * request on an open connection, from sending it to holding the last byte, nothing subtracted.
 */
import { performance } from 'node:perf_hooks';
import type { Workerd } from '../../../src/tools/workerd.ts';

export type Answer = { ms: number; body: Uint8Array };

/** @throws Error when the Worker does not answer with 200. */
export async function timeRequest(workerd: Workerd, worker: string, path: string): Promise<Answer> {
  const start = performance.now();
  const response = await workerd.get(worker, path);
  const body = await response.bytes();
  const ms = performance.now() - start;
  if (!response.ok) throw new Error(`${response.status} ${new TextDecoder().decode(body).slice(0, 300)}`);
  return { ms, body };
}

const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';

/** What follows the signature, a chunk's length and its name: width and height, 4 bytes each. */
const IHDR_AT = 16;

/** @throws Error when the bytes are not a PNG of 1200×630. */
export function assertCard(body: Uint8Array): void {
  const png = Buffer.from(body);
  if (png.toString('latin1', 0, 8) !== PNG_SIGNATURE) throw new Error('the answer is not a PNG');
  const [width, height] = [png.readUInt32BE(IHDR_AT), png.readUInt32BE(IHDR_AT + 4)];
  if (width !== 1200 || height !== 630) throw new Error(`the picture is ${width}×${height}`);
}
