/**
 * `npm run bench`: one figure card through this project's renderer and its competitors, in one workerd and in turn.
 * The competitors are installed by `npm ci --prefix tests/bench/render`; one that is missing is reported as not run.
 * Exit codes: 0 fine, 1 a renderer failed to draw.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Served } from '../../../src/tools/workerd.ts';
import { bundle } from './bundle.ts';
import { textsOf } from './content.ts';
import { type FirstRender, timeFirstRender } from './first-render.ts';
import { readComparedRecord, readRecords } from './records.ts';
import { EMPTY, OURS, RENDERERS, type Renderer } from './renderers.ts';
import { printReport } from './report.ts';
import { timeWarmRenders } from './warm-render.ts';

const record = await readComparedRecord();
const catalog = await readRecords();
const bindings = { RECORDS: [record], CATALOG: catalog, TEXTS: textsOf(record) };
const folder = mkdtempSync(join(tmpdir(), 'render-bench-'));
const pictures = mkdtempSync(join(tmpdir(), 'render-bench-pictures-'));

/** Bundles a renderer; `undefined`, and a line that says so, where its packages are not installed. */
function build(renderer: Renderer): Served | undefined {
  try {
    return { ...bundle(renderer, join(folder, 'bundles', renderer.name)), bindings };
  } catch (error) {
    const missing = /Could not resolve "([^"]+)"/.exec(String(error))?.[1];
    if (renderer === OURS || missing === undefined) throw error;
    console.log(`${renderer.label} — not run: ${missing} is not installed; npm ci --prefix tests/bench/render`);
    return undefined;
  }
}

try {
  console.log(`Node ${process.version}, ${availableParallelism()} cores, 1200×630 PNG. Pictures: ${pictures}\n`);
  const served = new Map<Renderer, Served>();
  const firsts = new Map<Renderer, FirstRender>();
  for (const renderer of [...RENDERERS, EMPTY]) {
    const built = build(renderer);
    if (!built) continue;
    try {
      firsts.set(renderer, await timeFirstRender(built, folder));
      served.set(renderer, built);
    } catch (error) {
      console.error(`${renderer.label} — failed to draw: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
  const warm = await timeWarmRenders([...served.values()], folder, pictures);
  printReport({ renderers: [...served.keys()], firsts, warm, cards: catalog.length });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
