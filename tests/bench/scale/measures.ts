/** What is measured of the Worker around a catalogue: first answers, memory, and the medians of its answers. */
import { inspect } from '../render/inspector.ts';
import { timeRequest } from '../render/measure.ts';
import { residentBytes } from '../render/resident.ts';
import { median } from '../render/statistics.ts';
import { type Made, start } from './made-worker.ts';
import { VARIANTS } from './questions.ts';

/** The first requests of each question are not counted. */
const WARMING = 10;
const STARTS = 5;

/** The median of the first answer of a fresh process, in ms; `before` is asked first, and not counted. */
export async function firstAnswer(made: Made, path: string, before?: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < STARTS; n++) {
    const workerd = await start(made);
    if (before) await timeRequest(workerd, made.worker.name, before);
    times.push((await timeRequest(workerd, made.worker.name, path)).ms);
    await workerd.stop();
  }
  return median(times);
}

/** In bytes. `live`: JS heap and buffers in use, garbage collected; `held`: with garbage; `rss`: of the whole process. */
export type Memory = { list: number; live: number; held: number; rss: number };

/** After a list, and after all questions. */
export async function memoryOf(made: Made): Promise<Memory> {
  const workerd = await start(made, true);
  const inspector = await inspect(workerd.inspectorPort ?? 0);
  const live = async () => {
    await inspector.wasmMemories(); // Collects garbage before.
    const { usedSize, backingStorageSize } = await inspector.heapUsage();
    return usedSize + backingStorageSize;
  };
  await timeRequest(workerd, made.worker.name, '/api/cards');
  const list = await live();
  for (const { paths } of made.questions) for (const path of paths) await timeRequest(workerd, made.worker.name, path);
  const { totalSize, backingStorageSize } = await inspector.heapUsage();
  const memory = {
    list,
    held: totalSize + backingStorageSize,
    live: await live(),
    rss: residentBytes(workerd.pid) ?? Number.NaN,
  };
  inspector.close();
  await workerd.stop();
  return memory;
}

/** For each question its medians in ms, one for each Worker. They take turns at every request. */
export async function timeAnswers(all: Made[]): Promise<{ name: string; medians: number[] }[]> {
  const served = await Promise.all(
    all.map(async (made) => ({ made, workerd: await start(made), times: [] as number[] })),
  );
  const answers: { name: string; medians: number[] }[] = [];
  for (const [question, { name }] of (all[0]?.questions ?? []).entries()) {
    for (let n = 0; n < VARIANTS; n++) {
      for (const { made, workerd, times } of served) {
        const paths = made.questions[question]?.paths ?? [];
        const { ms } = await timeRequest(workerd, made.worker.name, paths[n % paths.length] ?? '/');
        if (n >= WARMING) times.push(ms);
      }
    }
    answers.push({ name, medians: served.map(({ times }) => median(times.splice(0))) });
  }
  for (const { workerd } of served) await workerd.stop();
  return answers;
}
