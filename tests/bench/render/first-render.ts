/** The first picture of a fresh workerd, which holds one renderer only. */
import { cpuSince, HAS_CPU_TIMES } from '../worker/cpu-time.ts';
import { type Served, serve } from '../worker/serve.ts';
import { assertCard, measureRequest, type Sample } from './measure.ts';
import { pathOf } from './records.ts';
import { EMPTY } from './renderers.ts';

/** Fresh starts of each renderer. */
export const STARTS = 5;

/** `startCpuMs`: from the start of the process, with miniflare's own Workers in it. */
export type FirstRender = Pick<Sample, 'cpuMs' | 'ms'> & { startCpuMs: number };

/** The renderers start in turn. @throws Error when one does not draw. */
export async function measureFirstRenders(all: readonly Served[], place: number): Promise<Map<string, FirstRender[]>> {
  const byName = new Map(all.map(({ name }) => [name, [] as FirstRender[]]));
  for (let start = 0; start < STARTS; start++)
    for (const served of all) byName.get(served.name)?.push(await measureFirstRender(served, place));
  return byName;
}

async function measureFirstRender(served: Served, place: number): Promise<FirstRender> {
  const worker = await serve(served);
  try {
    const { cpuMs, ms, body } = await measureRequest(worker, pathOf(place));
    if (served.name !== EMPTY.name) assertCard(body);
    return { cpuMs, ms, startCpuMs: HAS_CPU_TIMES ? cpuSince(new Map(), worker.pid) : Number.NaN };
  } finally {
    await worker.stop();
  }
}
