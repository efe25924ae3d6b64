/**
 * `npm run soak -- [minutes]`: mixed traffic (default: 15 minutes), while KV is slow, hangs, fails and returns garbage,
 * workerd is killed, and the clock of the watch runs through a day. Exit code 2 if a response was wrong, memory keeps
 * growing, or the watch has not read every source.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { compileCatalog } from '../../src/catalog/compile.ts';
import { readCatalogFiles } from '../../src/tools/catalog-files.ts';
import type { WatchList } from '../../src/watch/report.ts';
import { quantile } from '../bench/render/statistics.ts';
import { buildProject, layOutProject, runTool } from '../bench/worker/build.ts';
import { inspect } from '../bench/worker/inspector.ts';
import { ownCatalog } from '../bench/worker/own-catalog.ts';
import type { Asked } from '../load/client.ts';
import { kindsOf } from '../load/kinds.ts';
import { rememberAnswers } from './answers.ts';
import { createFaultyKv } from './faulty-kv.ts';
import { type Site, startSite } from './site.ts';

const CONNECTIONS = 4;
/** Between two requests of a connection: readers, not an attack. */
const PAUSE_MS = 20;
/** A response that takes longer counts as none. */
const DEADLINE_MS = 30_000;
/** workerd is killed so often, in the first third; then memory is measured without a break. */
const KILLS = 3;
const SAMPLES = 30;
const HOURS = 24;
const DAY = Date.UTC(2026, 0, 10);
/** Memory at the end, relative to the middle. */
const MOST_GROWTH = 1.1;
const MIB = 2 ** 20;

const minutes = Number(process.argv[2] ?? 15);
if (!(minutes > 0)) {
  console.error('Give a number of minutes: npm run soak -- 15');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'soak-'));
layOutProject(folder, ownCatalog());
runTool(folder, 'src/tools/compile.ts');
const worker = buildProject(folder, 'soak', 'https://cards.example.org');
const { catalog } = compileCatalog(await readCatalogFiles('cards'));
const kv = createFaultyKv();
const site: { now?: Site } = {};
const start = () => startSite({ worker, kv, pages, folder });

/** A page of a source, with the quotes of its cards; nothing else is on the web. */
function pages(url: URL): string | undefined {
  const source = catalog.sources.find((each) => each.url !== null && new URL(each.url).pathname === url.pathname);
  if (!source || url.pathname === '/robots.txt') return undefined;
  const quotes = catalog.cards.flatMap((entry) =>
    'sourceId' in entry && entry.sourceId === source.id && 'quote' in entry.card ? [entry.card.quote.exact] : [],
  );
  return `<!doctype html><title>${source.title}</title><article>${quotes.map((text) => `<p>${text}</p>`).join('')}</article>`;
}

const counts = { right: 0, cut: 0 };
const faults: string[] = [];
const times: number[] = [];
const answers = rememberAnswers();
const end = Date.now() + minutes * 60_000;
let killing = false;

async function ask(asked: Asked, agent: Agent): Promise<void> {
  const began = performance.now();
  const wasKilling = killing;
  try {
    const answer = await new Promise<{ status: number; type: string; body: Buffer }>((resolve, reject) => {
      request(
        `${site.now?.origin}${asked.path}`,
        { headers: asked.headers, agent, signal: AbortSignal.timeout(DEADLINE_MS) },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              type: response.headers['content-type'] ?? '',
              body: Buffer.concat(parts),
            }),
          );
        },
      )
        .on('error', reject)
        .end();
    });
    times.push(performance.now() - began);
    const fault = answers.faultOf(asked, answer);
    if (fault === undefined) counts.right++;
    else faults.push(fault);
  } catch (error) {
    // A connection that ends with the process that it leads to.
    if (killing || wasKilling) counts.cut++;
    else faults.push(`${asked.path}: ${(error as Error).message}`);
  }
}

async function traffic(next: () => Asked): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const lane = async () => {
    while (Date.now() < end) {
      if (killing) await wait(100);
      else await ask(next(), agent);
      await wait(PAUSE_MS);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  agent.destroy();
}

/** Kills workerd while it answers, and starts it again on the same storage. */
async function kill(): Promise<void> {
  killing = true;
  await site.now?.kill();
  site.now = await start();
  killing = false;
}

async function kills(): Promise<void> {
  for (let n = 0; n < KILLS; n++) {
    await wait((minutes * 60_000) / 3 / (KILLS + 1));
    await kill();
  }
}

/** An hour of the day after the other. What is asked in the last hours is due again where a pass failed. */
async function hours(): Promise<void> {
  for (let hour = 0; hour < HOURS; hour++) {
    if (killing) await wait(5_000);
    await site.now?.wakeWatch(DAY + hour * 3_600_000).catch(() => {});
    await wait(Math.max(0, (end - Date.now()) / (HOURS - hour)));
  }
}

type Sample = { minute: number; liveMib: number; wasmMib: number };
const samples: Sample[] = [];

/** Live memory, garbage collected, in the last two thirds. */
async function memory(): Promise<void> {
  const began = Date.now();
  await wait((minutes * 60_000) / 3 + 5_000);
  const inspector = await inspect(site.now?.inspectorUrl ?? '');
  for (let n = 0; n < SAMPLES && Date.now() < end; n++) {
    const wasm = (await inspector.wasmMemories()).reduce((sum, size) => sum + size, 0);
    const { usedSize, backingStorageSize } = await inspector.heapUsage();
    const minute = (Date.now() - began) / 60_000;
    samples.push({ minute, liveMib: (usedSize + backingStorageSize) / MIB, wasmMib: wasm / MIB });
    await wait(Math.max(0, (end - Date.now()) / (SAMPLES - n)));
  }
  inspector.close();
}

/** What the watch says once KV is well: the sources that it has not read on that day. */
async function unread(): Promise<string[]> {
  kv.heal();
  await site.now?.wakeWatch(DAY + (HOURS - 1) * 3_600_000);
  for (let tries = 0; tries < 60; tries++) {
    const { watch } = (await (await fetch(`${site.now?.origin}/api/watch`)).json()) as WatchList;
    const late = catalog.sources.filter(({ id, url }) => {
      const entry = watch?.sources.find((each) => each.id === id);
      return url !== null && entry?.outcome !== 'read';
    });
    if (late.length === 0 || tries === 59) return late.map(({ id }) => id);
    await wait(2_000);
  }
  return [];
}

try {
  site.now = await start();
  const ids = catalog.cards.map(({ card }) => card.id);
  const kinds = await kindsOf(site.now.origin, ids);
  let turn = 0;
  const next = () => (kinds[turn++ % kinds.length] as (typeof kinds)[number]).next();
  await Promise.all([traffic(next), kills(), hours(), memory()]);
  const late = await unread();
  const total = counts.right + faults.length;
  console.log(`${total} responses in ${minutes} minutes, ${faults.length} wrong; ${counts.cut} cut by ${KILLS} kills`);
  console.log(`p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms`);
  console.log(`Requests to KV by fault: ${JSON.stringify(kv.met)}`);
  for (const { minute, liveMib, wasmMib } of samples.filter((_, at) => at % 3 === 0 || at === samples.length - 1))
    console.log(`minute ${minute.toFixed(1)}: live ${liveMib.toFixed(1)} MiB, WebAssembly ${wasmMib.toFixed(1)} MiB`);
  const middle = samples[Math.floor(samples.length / 2)];
  const last = samples.at(-1);
  const growth = middle && last ? (last.liveMib + last.wasmMib) / (middle.liveMib + middle.wasmMib) : Number.NaN;
  console.log(`Memory at the end, relative to the middle of the measurement: ${growth.toFixed(2)}`);
  console.log(late.length === 0 ? 'The watch has read every source.' : `The watch has not read: ${late.join(', ')}`);
  if (faults.length > 0) console.log(`The first faults:\n${[...new Set(faults)].slice(0, 10).join('\n')}`);
  process.exitCode = faults.length === 0 && late.length === 0 && growth <= MOST_GROWTH ? 0 : 2;
} finally {
  await site.now?.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
