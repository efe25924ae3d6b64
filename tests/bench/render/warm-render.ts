/** Warm renders in one workerd: all renderers in turn, then the stages of ours in turn. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Served, startWorkerd, type Workerd } from '../../../src/tools/workerd.ts';
import { assertCard, timeRequest } from './measure.ts';
import { EMPTY, OURS } from './renderers.ts';

/** Renders before the measured ones: V8 has compiled the hot WebAssembly a second time, faster, by then. */
export const WARM_UP_ROUNDS = 20;
export const ROUNDS = 40;

/** The stages of our renderer, each with all that comes before it. */
export const STAGES = [
  { path: '/layout', name: 'layout (sizes, lines, QR)' },
  { path: '/svg', name: 'SVG (satori)' },
  { path: '/pixels', name: 'pixels (resvg)' },
  { path: '/palette', name: 'palette' },
  { path: '/png', name: 'encode (deflate)' },
] as const;

/** Our renderer where what it keeps of earlier cards helps it less than where it draws one card again and again. */
export const OTHER_RENDERS = [{ path: '/catalog', name: 'cards of the catalogue in turn' }] as const;

export type WarmRenders = {
  /** By the renderer's name: times in ms, and sizes of the pictures. */
  byName: Map<string, { times: number[]; bytes: number[] }>;
  /** Times in ms up to the end of each stage, in the order of STAGES. */
  stages: number[][];
  /** Times in ms, in the order of OTHER_RENDERS. */
  others: number[][];
};

/** Writes one picture of each renderer into `pictures`. @throws Error when one does not draw. */
export async function timeWarmRenders(served: Served[], folder: string, pictures: string): Promise<WarmRenders> {
  const workerd = await startWorkerd(served, join(folder, 'warm'));
  try {
    return {
      byName: await timeInTurn(workerd, served, pictures),
      stages: await timePaths(workerd, STAGES),
      others: await timePaths(workerd, OTHER_RENDERS),
    };
  } finally {
    await workerd.stop();
  }
}

/** There and back, so that no renderer always comes after the one that leaves most to clean up. */
async function timeInTurn(workerd: Workerd, served: Served[], pictures: string): Promise<WarmRenders['byName']> {
  const byName: WarmRenders['byName'] = new Map();
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const { name } of round % 2 === 0 ? served : served.toReversed()) {
      const { ms, body } = await timeRequest(workerd, name, `/png?n=${100 + round}`);
      if (name !== EMPTY.name) assertCard(body);
      if (round === 0 && name !== EMPTY.name) writeFileSync(join(pictures, `${name}.png`), body);
      if (round < WARM_UP_ROUNDS) continue;
      const { times, bytes } = byName.get(name) ?? { times: [], bytes: [] };
      byName.set(name, { times: [...times, ms], bytes: [...bytes, body.length] });
    }
  }
  return byName;
}

/** Our renderer's answers to several addresses, in turn. */
async function timePaths(workerd: Workerd, paths: readonly { path: string }[]): Promise<number[][]> {
  const times: number[][] = paths.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, { path }] of paths.entries()) {
      times[index]?.push((await timeRequest(workerd, OURS.name, `${path}?n=${1000 + round}`)).ms);
    }
  }
  return times;
}
