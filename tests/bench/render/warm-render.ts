/** Warm renders: Workers in a process each, which take turns at every card. */
import { type Running, type Served, serve } from '../worker/serve.ts';
import { measureRequest, type Sample } from './measure.ts';
import { type Places, pathOf } from './records.ts';

/** Renders of the repeated card. The first ones are not counted. */
export const REPEATS = 40;
const FIRST_REPEATS = 5;

/** The stages of our renderer, each with all that comes before it. */
export const STAGES = [
  { path: '/layout', name: 'layout (sizes, lines, QR code)' },
  { path: '/svg', name: 'SVG (satori)' },
  { path: '/pixels', name: 'pixels (resvg)' },
  { path: '/palette', name: 'palette' },
  { path: '/png', name: 'PNG (deflate)' },
] as const;

/** In the order of the Workers: one sample for each render. */
export type WarmRenders = { cards: Sample[][]; repeated: Sample[][] };

/** All Workers draw the cards, and then one card again and again. @throws Error when one does not draw. */
export async function measureWarmRenders(all: readonly Served[], places: Places): Promise<WarmRenders> {
  return withWorkers(all, async (workers) => {
    const asks = workers.map((worker) => (path: string) => measureRequest(worker, path));
    await inTurn(asks, paths(places.warmUp));
    const cards = await inTurn(asks, paths(places.compared));
    const repeats = Array.from({ length: FIRST_REPEATS + REPEATS }, (_, number) => pathOf(places.repeated, number));
    const repeated = await inTurn(asks, repeats);
    return { cards, repeated: repeated.map((samples) => samples.slice(FIRST_REPEATS)) };
  });
}

/** In the order of STAGES. Each has a process of its own, so that no stage finds what another has kept of a card. */
export async function measureStages(ours: Served, places: Places): Promise<Sample[][]> {
  return withWorkers(
    STAGES.map(() => ours),
    async (workers) => {
      const asks = workers.map((worker, index) => {
        const stage = STAGES[index]?.path ?? '';
        return (path: string) => measureRequest(worker, path.replace('/png', stage));
      });
      await inTurn(asks, paths(places.warmUp));
      return inTurn(asks, paths(places.compared));
    },
  );
}

const paths = (places: readonly number[]) => places.map((place) => pathOf(place));

async function withWorkers<T>(all: readonly Served[], work: (workers: Running[]) => Promise<T>): Promise<T> {
  const workers: Running[] = [];
  try {
    for (const served of all) workers.push(await serve(served));
    return await work(workers);
  } finally {
    for (const worker of workers) await worker.stop();
  }
}

/** There and back, so that none always comes after the same one. */
async function inTurn(asks: ((path: string) => Promise<Sample>)[], paths: readonly string[]): Promise<Sample[][]> {
  const samples: Sample[][] = asks.map(() => []);
  for (const [round, path] of paths.entries()) {
    const turns = [...asks.entries()];
    for (const [index, ask] of round % 2 === 0 ? turns : turns.reverse()) samples[index]?.push(await ask(path));
  }
  return samples;
}
