/**
 * `npm run bench`: the cards of the catalogue through this project's renderer and its competitors. All are given the
 * element trees of this project's layouts. `npm ci --prefix tests/bench/render` installs the competitors; one that is
 * missing is reported as not run.
 * Exit codes: 0 fine, 1 a renderer failed to draw.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSatoriModule } from '../../../src/tools/satori-module.ts';
import { type Served, serve } from '../worker/serve.ts';
import { timeRequest } from '../worker/time-request.ts';
import { measureFirstRenders } from './first-render.ts';
import { assertCard } from './measure.ts';
import { choosePlaces, pathOf, readRecords } from './records.ts';
import { bundleRenderer, EMPTY, OURS, RENDERERS, type Renderer } from './renderers.ts';
import { printReport } from './report.ts';
import { measureStages, measureWarmRenders } from './warm-render.ts';

const records = await readRecords();
const places = choosePlaces(records);
const folder = mkdtempSync(join(tmpdir(), 'render-bench-'));
const pictures = mkdtempSync(join(tmpdir(), 'render-bench-pictures-'));

/** Bundles a renderer; `undefined`, and a line that says so, where its packages are not installed. */
function build(renderer: Renderer): Served | undefined {
  try {
    return { ...bundleRenderer(renderer, folder), bindings: { RECORDS: records } };
  } catch (error) {
    const missing = /Could not resolve "([^"]+)"/.exec(String(error))?.[1];
    if (renderer === OURS || missing === undefined) throw error;
    console.log(`${renderer.label} — not run: ${missing} is not installed; npm ci --prefix tests/bench/render`);
    return undefined;
  }
}

/** Draws each kind of card into the folder of pictures, for the eye. @throws Error when the renderer does not draw. */
async function drawForTheEye(renderer: Renderer, served: Served): Promise<void> {
  const worker = await serve(served);
  try {
    for (const kind of new Set(records.map(({ card }) => card.kind))) {
      const place = records.findIndex(({ card }) => card.kind === kind);
      const { body } = await timeRequest(worker, pathOf(place));
      if (renderer === EMPTY) return;
      assertCard(body);
      writeFileSync(join(pictures, `${kind}-${renderer.name}.png`), body);
    }
  } finally {
    await worker.stop();
  }
}

try {
  await writeSatoriModule();
  console.log(`Node ${process.version}, ${availableParallelism()} cores, 1200×630 PNG. Pictures: ${pictures}\n`);
  const served = new Map<Renderer, Served>();
  for (const renderer of RENDERERS) {
    const built = build(renderer);
    if (!built) continue;
    try {
      await drawForTheEye(renderer, built);
      served.set(renderer, built);
    } catch (error) {
      console.error(`${renderer.label} — failed to draw: ${error instanceof Error ? error.message : error}`);
      process.exitCode = 1;
    }
  }
  const all = [...served.values()];
  const ours = served.get(OURS);
  if (!ours) throw new Error('this project cannot be compared');
  printReport({
    renderers: [...served.keys()],
    firsts: await measureFirstRenders(all, places.repeated),
    warm: await measureWarmRenders(all, places),
    stages: await measureStages(ours, places),
    warmUp: places.warmUp.length,
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
