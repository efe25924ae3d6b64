/** What is measured of the Worker around a catalogue: first answers, memory, and the medians of its answers. */
import { residentBytes } from '../render/resident.ts';
import { median } from '../render/statistics.ts';
import { inspect } from '../worker/inspector.ts';
import { type Running, type ServeOptions, serve } from '../worker/serve.ts';
import { timeRequest } from '../worker/time-request.ts';
import type { Made } from './made-worker.ts';
import { VARIANTS } from './questions.ts';

/** The first requests of each question are not counted. */
const WARMING = 10;
const STARTS = 5;

/** The median of the first answer of a fresh process, in ms; `before` is asked first, and not counted. */
export async function firstAnswer({ worker: served }: Made, path: string, before?: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < STARTS; n++) {
    const worker = await serve(served);
    if (before) await timeRequest(worker, before);
    times.push((await timeRequest(worker, path)).ms);
    await worker.stop();
  }
  return median(times);
}

/**
 * In bytes. `list` and `live`: JS heap and buffers in use, garbage collected, after a list and after all questions.
 * `held`: JS heap with garbage, buffers and WebAssembly memories, at most after any question; `heldLimited`: the same
 * where V8 may hold no more than HEAP_LIMIT_MB of JS heap. `wasm`: the WebAssembly memories alone. `rss`: of the process.
 */
export type Memory = { list: number; live: number; held: number; heldLimited: number; wasm: number; rss: number };

/** In MB. With the buffers beside it, this leaves room below the 128 MB that Cloudflare gives an isolate. */
export const HEAP_LIMIT_MB = 96;

/** In MiB, of `heldLimited`. */
export const HELD_TARGET_MIB = 120;

export async function memoryOf(made: Made): Promise<Memory> {
  const free = await memoryWith(made, {});
  // A heap that is too small ends the process, and then the next question has no answer.
  const limited = await memoryWith(made, { v8Flags: [`--max-heap-size=${HEAP_LIMIT_MB}`] });
  return { ...free, heldLimited: limited.held };
}

async function memoryWith(made: Made, options: ServeOptions): Promise<Omit<Memory, 'heldLimited'>> {
  const worker = await serve(made.worker, { ...options, inspect: true });
  const inspector = await inspect(worker.inspectorUrl ?? '');
  /** Collects garbage before. */
  const wasmBytes = async () => (await inspector.wasmMemories()).reduce((sum, size) => sum + size, 0);
  const live = async () => {
    await wasmBytes();
    const { usedSize, backingStorageSize } = await inspector.heapUsage();
    return usedSize + backingStorageSize;
  };
  let peak = 0;
  const note = async () => {
    const { totalSize, backingStorageSize } = await inspector.heapUsage();
    peak = Math.max(peak, totalSize + backingStorageSize);
  };
  await timeRequest(worker, '/api/cards');
  const list = await live();
  // WebAssembly memories grow with the pictures, and never shrink: what comes after is asked beside them.
  for (const path of made.pictures) {
    await timeRequest(worker, path);
    await note();
  }
  for (const path of made.questions.flatMap(({ paths }) => paths)) {
    await timeRequest(worker, path);
    await note();
  }
  const wasm = await wasmBytes();
  const memory = { list, held: peak + wasm, live: await live(), wasm, rss: residentBytes(worker.pid) ?? Number.NaN };
  inspector.close();
  await worker.stop();
  return memory;
}

export type Answers = { name: string; medians: number[] }[];

/** For each question its medians in ms, one for each Worker, of addresses that differ. They take turns at every request. */
export async function timeAnswers(all: readonly Made[]): Promise<Answers> {
  const workers: Running[] = [];
  for (const { worker } of all) workers.push(await serve(worker));
  const answers: Answers = [];
  for (const [question, { name }] of (all[0]?.questions ?? []).entries()) {
    const times: number[][] = workers.map(() => []);
    for (let n = 0; n < VARIANTS; n++) {
      for (const [index, worker] of workers.entries()) {
        const paths = all[index]?.questions[question]?.paths ?? [];
        const { ms } = await timeRequest(worker, paths[n % paths.length] ?? '/');
        if (n >= WARMING) times[index]?.push(ms);
      }
    }
    answers.push({ name, medians: times.map(median) });
  }
  for (const worker of workers) await worker.stop();
  return answers;
}
