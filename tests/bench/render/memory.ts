/**
 * `npm run bench:memory`: 1,000 different pictures in one isolate, of every card of the catalogue in turn with another
 * id, claim and QR code each time. Does memory level off, and is little enough of it in use?
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSatoriModule } from '../../../src/tools/satori-module.ts';
import { type HeapUsage, inspect } from '../worker/inspector.ts';
import { type Served, serve } from '../worker/serve.ts';
import { timeRequest } from '../worker/time-request.ts';
import { assertCard } from './measure.ts';
import { pathOf, readRecords } from './records.ts';
import { bundleRenderer, EMPTY, OURS, type Renderer } from './renderers.ts';
import { residentBytes } from './resident.ts';
import { printTable } from './table.ts';

const RENDERS = 1000;
const STEP = 100;

/** A second half whose peak is less than this share above that of the first counts as level. */
const LEVEL_SHARE = 0.05;

/** The JS heap of the second run, in MB: half of what Cloudflare gives an isolate for JS heap and WebAssembly together. */
const HEAP_LIMIT_MB = 64;

type Sample = { name: string; renders: number; rss: number; heap: HeapUsage };
type Run = { samples: Sample[]; collected: Sample[]; wasm: number[][] };

const folder = mkdtempSync(join(tmpdir(), 'memory-bench-'));
const records = await readRecords();

const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(1);

function build(renderer: Renderer): Served {
  return { ...bundleRenderer(renderer, folder), bindings: { RECORDS: records } };
}

/** Asks one Worker, alone in its process, for all pictures. Stops to collect garbage after the first 100 and at the end. */
async function run(served: Served, v8Flags: string[] = []): Promise<Run> {
  const worker = await serve(served, { inspect: true, v8Flags });
  try {
    const inspector = await inspect(worker.inspectorUrl ?? '');
    const sample = async (name: string, renders: number): Promise<Sample> => {
      const heap = await inspector.heapUsage();
      return { name, renders, rss: residentBytes(worker.pid) ?? Number.NaN, heap };
    };
    const samples = [await sample('0', 0)];
    const collected: Sample[] = [];
    const wasm: number[][] = [];
    for (let renders = 1; renders <= RENDERS; renders++) {
      const { body } = await timeRequest(worker, pathOf(renders % records.length, renders));
      if (served.name !== EMPTY.name) assertCard(body);
      if (renders === 1 || renders % STEP === 0) samples.push(await sample(String(renders), renders));
      if (renders !== STEP && renders !== RENDERS) continue;
      wasm.push(await inspector.wasmMemories());
      collected.push(await sample(`${renders}, garbage collected`, renders));
    }
    inspector.close();
    return { samples, collected, wasm };
  } finally {
    await worker.stop();
  }
}

function rowOf({ name, rss, heap }: Sample): string[] {
  return [name, ...[rss, heap.usedSize, heap.totalSize, heap.backingStorageSize].map(mib)];
}

const HEADER = ['renders', 'process RSS', 'JS heap used', 'JS heap held', 'buffers'];

function verdict(what: string, samples: Sample[], sizeOf: (sample: Sample) => number): string {
  const peak = (from: number, to: number) =>
    Math.max(...samples.filter(({ renders }) => renders > from && renders <= to).map(sizeOf));
  const first = peak(0, RENDERS / 2);
  const growth = peak(RENDERS / 2, RENDERS) - first;
  const level = growth < LEVEL_SHARE * first;
  return (
    `${what} ${level ? 'levels off' : 'STILL GROWS'}: ` +
    `the second half's peak is ${growth < 0 ? '−' : '+'}${mib(Math.abs(growth))} MiB against the first's.`
  );
}

function wasmText(memories: number[]): string {
  const total = memories.reduce((sum, size) => sum + size, 0);
  return `${memories.map(mib).join(' + ')} = ${mib(total)} MiB`;
}

/** Runs with a small heap. A heap that is too small kills the process, so every answer proves that it was enough. */
async function runLimited(served: Served): Promise<string> {
  try {
    const { samples } = await run(served, [`--max-heap-size=${HEAP_LIMIT_MB}`]);
    const held = Math.max(...samples.map(({ heap }) => heap.totalSize));
    const buffers = Math.max(...samples.map(({ heap }) => heap.backingStorageSize));
    const rss = Math.max(...samples.map((sample) => sample.rss));
    return `all drawn; peaks: JS heap held ${mib(held)}, buffers ${mib(buffers)}, RSS ${mib(rss)} MiB.`;
  } catch (error) {
    return `NOT all drawn: ${error instanceof Error ? error.message : error}`;
  }
}

try {
  await writeSatoriModule();
  const ours = build(OURS);
  const baseline = (await run(build(EMPTY))).samples.at(-1) as Sample;
  const { samples, collected, wasm } = await run(ours);
  console.log(
    `${RENDERS} pictures of ${records.length} cards, 1200×630 PNG, one isolate, alone in its workerd. MiB.\n`,
  );
  printTable([
    HEADER,
    ...[...samples, ...collected, { ...baseline, name: `empty Worker, ${RENDERS} requests` }].map(rowOf),
  ]);
  console.log();
  for (const [index, memories] of wasm.entries()) {
    console.log(`WebAssembly memories after ${collected[index]?.renders} renders: ${wasmText(memories)}`);
  }
  console.log(verdict('RSS', samples, ({ rss }) => rss));
  console.log(verdict('The held JS heap', samples, ({ heap }) => heap.totalSize));
  console.log(`With V8's heap limited to ${HEAP_LIMIT_MB} MB: ${await runLimited(ours)}`);
  console.log(
    '\nRSS is the whole process: the program (see the empty Worker), compiled WebAssembly, threads, and garbage that V8\n' +
      'is not pressed to collect here, where memory is plenty. Cloudflare counts one isolate against 128 MB: JS heap,\n' +
      'buffers and WebAssembly memories. What is live in it is the "garbage collected" row plus those memories.',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
