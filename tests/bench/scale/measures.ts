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

/**
 * In bytes. `live`: JS heap and buffers in use, garbage collected; `held`: with garbage, and the same where V8 may hold
 * no more than HEAP_LIMIT_MB of JS heap; `rss`: of the whole process.
 */
export type Memory = { list: number; live: number; held: number; heldLimited: number; rss: number };

/** In MB. With the buffers beside it, this leaves room below the 128 MB that Cloudflare gives an isolate. */
export const HEAP_LIMIT_MB = 96;

/** After a list, and after all questions; at most, after any of them. */
export async function memoryOf(made: Made): Promise<Memory> {
  const free = await memoryWith(made, []);
  // A heap that is too small ends the process, and then the next question has no answer.
  const limited = await memoryWith(made, [`--max-heap-size=${HEAP_LIMIT_MB}`]);
  return { ...free, heldLimited: limited.held };
}

async function memoryWith(made: Made, v8Flags: string[]): Promise<Omit<Memory, 'heldLimited'>> {
  const workerd = await start(made, { inspect: true, v8Flags });
  const inspector = await inspect(workerd.inspectorPort ?? 0);
  const live = async () => {
    await inspector.wasmMemories(); // Collects garbage before.
    const { usedSize, backingStorageSize } = await inspector.heapUsage();
    return usedSize + backingStorageSize;
  };
  const held = async () => {
    const { totalSize, backingStorageSize } = await inspector.heapUsage();
    return totalSize + backingStorageSize;
  };
  await timeRequest(workerd, made.worker.name, '/api/cards');
  const list = await live();
  let peak = 0;
  for (const path of made.questions.flatMap(({ paths }) => paths)) {
    await timeRequest(workerd, made.worker.name, path);
    peak = Math.max(peak, await held());
  }
  const memory = { list, held: peak, live: await live(), rss: residentBytes(workerd.pid) ?? Number.NaN };
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
