/** Measures renders: the time of the request, and the CPU time of the workerd process with all its threads. */
import { cpuSince, HAS_CPU_TIMES, idle, readCpuTimes } from '../worker/cpu-time.ts';
import type { Running } from '../worker/serve.ts';
import { timeRequest } from '../worker/time-request.ts';

/** `cpuMs` is NaN where the system does not count it for each process. */
export type Sample = { cpuMs: number; ms: number; body: Uint8Array };

/** Starts when the process is idle, and ends when it is idle again. @throws Error when the Worker does not answer with 200. */
export async function measureRequest(worker: Running, path: string): Promise<Sample> {
  if (!HAS_CPU_TIMES) return { ...(await timeRequest(worker, path)), cpuMs: Number.NaN };
  await idle(worker.pid);
  const before = readCpuTimes(worker.pid);
  const answer = await timeRequest(worker, path);
  await idle(worker.pid);
  return { ...answer, cpuMs: cpuSince(before, worker.pid) };
}

/** What is compared: CPU time, or where there is none the time of the request. */
export const costOf = ({ cpuMs, ms }: Pick<Sample, 'cpuMs' | 'ms'>) => (HAS_CPU_TIMES ? cpuMs : ms);

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
