/**
 * The build itself. `npm run build` and `npm run deploy` run it in a snapshot of the project, with the options of `npm run
 * build` and: `--out`, the folder for the deployment; `--store`, the folder for files that later builds reuse;
 * `--released`, which requires every revision in the release file. The exit codes are those of `npm run build`.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CardRecord } from '../../card/record.ts';
import type { Site } from '../../card/site.ts';
import { RELEASE_FILE } from '../../catalog/release-file.ts';
import { newLines } from '../../catalog/releases.ts';
import { isPublished } from '../../catalog/store.ts';
import { readReleases } from '../catalog-files.ts';
import { BUILT_SITE } from '../site-files.ts';
import { bundleWorker } from './bundle.ts';
import { FREE_PLAN_FILES, parseCount, readConfig, runConfig, SHARED_OPTIONS } from './config.ts';
import { type DrawOptions, drawPictures, findMissing, placePictures, removeUnused, threadsFor } from './draw.ts';
import { makeHeaders } from './headers.ts';
import {
  choosePictures,
  explainLimit,
  type Picture,
  PUBLIC_FOLDER,
  pictureForms,
  planCards,
  readBuild,
  readCatalog,
} from './plan.ts';
import { findOrigin } from './public-address.ts';
import { listFiles } from './snapshot.ts';
import { type BuildFigures, startProgress, summarise } from './summary.ts';
import { startWorker, tryOut } from './try-out.ts';

const OPTIONS = {
  ...SHARED_OPTIONS,
  out: { type: 'string' },
  store: { type: 'string' },
  released: { type: 'boolean' },
} as const;

async function main(): Promise<number> {
  const started = performance.now();
  const values = parseArgs({ options: OPTIONS }).values;
  const { out = '', store = '' } = values;
  const maxFiles = parseCount('max-files', values['max-files'], FREE_PLAN_FILES);

  // Loading wrangler takes as long as compiling the catalogue, so both run at the same time.
  const [compiled, config] = await Promise.all([compile(), readConfig()]);
  if (compiled !== 0) return compiled;
  const chosen = await findOrigin(values.origin, config, { isDeployed: values.released ?? false, env: process.env });
  if ('message' in chosen) {
    console.error(chosen.message);
    return 2;
  }
  const { origin, note } = chosen;
  if (note) console.error(note);
  const build = await readBuild();
  const catalog = await readCatalog();
  const records = (await catalog.listCards({ limit: catalog.counts.cards }))?.cards ?? [];
  const { brand, sizes } = JSON.parse(await readFile(BUILT_SITE, 'utf8')) as Site;
  const published = await Promise.all(records.map((record) => isPublished(catalog, record)));
  const forms = pictureForms(sizes);
  if (values.released && !(await areReleased(records))) return 2;

  const worker = join(out, 'worker');
  const key = keyOf([build, config]);
  const modules = await bundleWorker({ config, folder: worker, store: join(store, 'bundles'), key });
  const assets = join(out, 'public');
  const configPath = join(out, 'wrangler.json');
  await writeFile(configPath, JSON.stringify(runConfig(config, { modules, origin }), null, 2));
  await cp(PUBLIC_FOLDER, assets, { recursive: true });

  const headers = await makeHeaders({
    ids: records.map(({ card }) => card.id),
    forms,
    store: join(store, 'headers.json'),
    key: keyOf([build.code, config, origin]),
    start: () => startWorker(configPath),
  });
  await writeFile(join(assets, '_headers'), headers);

  const pictureStore = join(store, 'pictures');
  const copied = (await listFiles(PUBLIC_FOLDER)).length;
  const choice = choosePictures(
    planCards(
      records,
      { code: build.code, origin, drawnBy: DRAWN_BY },
      new Set(records.filter((_, at) => published[at])),
    ),
    forms,
    maxFiles - copied,
  );
  const missing = await findMissing(pictureStore, choice.chosen);
  const drawing = await drawMissing(missing, { store: pictureStore, origin, brand });
  const bytes = await placePictures(pictureStore, choice.chosen, assets);
  await removeUnused(pictureStore, choice.chosen);

  const running = await startWorker(configPath);
  try {
    await tryOut({ worker: running, assets, newest: records[0], cards: records.length, forms });
  } finally {
    await running.stop();
  }
  const figures: BuildFigures = {
    pictures: choice.chosen.length,
    bytes,
    drawn: missing.length,
    seconds: (performance.now() - started) / 1000,
    msPerPictureAndCore: drawing,
    limit: explainLimit(choice, maxFiles),
  };
  console.log(summarise(figures));
  return 0;
}

/** Compiles for deployment, with all checks of `npm run check`. Prints problems and returns the exit code. */
async function compile(): Promise<number> {
  const env = { ...process.env, WRANGLER_COMMAND: 'deploy' };
  const child = spawn(process.execPath, ['src/tools/compile.ts'], { stdio: 'inherit', env });
  const [code] = await once(child, 'close');
  return code ?? 1;
}

/** Whether every revision is in the release file, so that it can be served permanently. Prints an error if not. */
async function areReleased(records: readonly CardRecord[]): Promise<boolean> {
  const { releases } = await readReleases();
  const lines = newLines(releases, records, '').filter(({ type }) => type !== 'source');
  if (lines.length === 0) return true;
  const count = lines.length === 1 ? '1 revision is' : `${lines.length} revisions are`;
  console.error(`${count} not in ${RELEASE_FILE} yet. Run npm run release, commit that file, and deploy again.`);
  return false;
}

/** The time per picture and core, including the start of the thread. */
async function drawMissing(missing: readonly Picture[], options: Omit<DrawOptions, 'onDrawn'>): Promise<number> {
  if (missing.length === 0) return 0;
  const started = performance.now();
  const progress = startProgress(missing.length);
  await drawPictures(missing, { ...options, onDrawn: progress.step }).finally(progress.end);
  return ((performance.now() - started) * threadsFor(missing.length)) / missing.length;
}

/** The same code produces other bytes with another zlib or on another processor. */
const DRAWN_BY = `zlib ${process.versions.zlib}, ${process.arch}`;

const keyOf = (parts: unknown) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

// If npm run build is killed, this process must not continue in the folder that the next build removes.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`The build stopped: ${(error as Error).message}`);
  process.exitCode = 1;
}
