/** The first picture of a fresh workerd that holds one renderer only: what a cold isolate costs. */
import { join } from 'node:path';
import { type Served, startWorkerd } from '../../../src/tools/workerd.ts';
import { assertCard, timeRequest } from './measure.ts';
import { EMPTY } from './renderers.ts';
import { median } from './statistics.ts';

/** Fresh starts for each renderer. */
export const STARTS = 3;

/** Medians, in ms. `first` is the request; `start` counts from starting the process, and ends with the request. */
export type FirstRender = { first: number; start: number };

/** @throws Error when the renderer does not draw. */
export async function timeFirstRender(served: Served, folder: string): Promise<FirstRender> {
  const firsts: number[] = [];
  const starts: number[] = [];
  for (let n = 0; n < STARTS; n++) {
    const before = performance.now();
    const workerd = await startWorkerd([served], join(folder, `first-${served.name}`));
    try {
      const { ms, body } = await timeRequest(workerd, served.name, `/png?n=${n}`);
      firsts.push(ms);
      starts.push(performance.now() - before);
      if (served.name !== EMPTY.name) assertCard(body);
    } finally {
      await workerd.stop();
    }
  }
  return { first: median(firsts), start: median(starts) };
}
