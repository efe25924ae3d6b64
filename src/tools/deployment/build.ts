/** Builds what a deployment uploads: the checked catalogue, the bundled Worker, and every published picture drawn by it. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { writeBuilt } from '../built-files.ts';
import { bundleWorker } from './bundle.ts';
import { copyFiles, DEPLOY_FOLDER, removeOthers } from './deploy-folder.ts';
import { drawPictures } from './draw.ts';
import { addToJournal, readJournal, startJournal } from './journal.ts';
import { type Choice, choosePictures, type Drawn, explainLimit, type Picture, planDrawing } from './plan.ts';
import { startProgress } from './progress.ts';
import { PUBLIC_FOLDER, readBuild, readPublishedCards } from './published.ts';
import { describeWorker, type SelfDescription } from './self-description.ts';
import { type Drawing, startWorker, type Worker } from './worker.ts';
import { type RawConfig, runConfig } from './worker-config.ts';

/** The configuration that deploys the build, for wrangler's `--config`. */
export const DEPLOY_CONFIG = 'build/deploy.json';

/** What the Workers that draw need while they run, a folder each. */
const DRAWING_FOLDER = 'build/drawing';

const JOURNAL = 'build/prerendered.ndjson';
const DESCRIPTION = 'build/description.json';

/** A workerd takes about as long to start as these pictures take to draw. */
const PICTURES_WORTH_A_WORKER = 16;

/** About as many; how many exactly, the Worker says. */
const PICTURES_A_CARD = 8;

export type BuildOptions = { config: RawConfig; origin: string; maxFiles: number };

export type BuildResult = {
  pictures: number;
  bytes: number;
  drawn: number;
  kept: number;
  removed: number;
  seconds: number;
  /** How long a core took for one of the pictures drawn, its Worker's start included; 0 where none was drawn. */
  msPerPictureAndCore: number;
  files: number;
  /** Which pictures the file limit leaves to the Worker, in a sentence. */
  limit: string | undefined;
};

/**
 * Builds into build/deploy. Only what changed since the last build is drawn.
 * @returns the figures, or the exit code of the compile step where the catalogue has a problem.
 * @throws Error when the Worker cannot be bundled, or a picture is not drawn.
 */
export async function buildDeployment({ config, origin, maxFiles }: BuildOptions): Promise<BuildResult | number> {
  const started = performance.now();
  const compiled = compile();
  if (compiled !== 0) return compiled;
  const build = await readBuild();
  const cards = await readPublishedCards({ code: build.code, origin });
  const key = keyOf([build, config]);
  const { modules, anew } = await bundleWorker(config, key);
  await writeBuilt(DEPLOY_CONFIG, JSON.stringify(runConfig(config, { modules, origin }), null, 2));

  const team = createTeam({ config, modules, origin, assets: PUBLIC_FOLDER });
  try {
    const before = readJournal(JOURNAL, DEPLOY_FOLDER);
    const drawnKeys = new Set([...before.values()].map(({ key: drawnKey }) => drawnKey));
    // Started now, they are ready when it is known what to draw.
    team.hire(workersFor(cards.filter((card) => !drawnKeys.has(card.key)).length * PICTURES_A_CARD));
    const describedAs = keyOf([key, origin]);
    const known = anew ? undefined : await readDescription(describedAs);
    const description =
      known ??
      (await describeWorker(
        await team.first(),
        cards.map(({ id }) => id),
      ));
    if (!known) await writeBuilt(DESCRIPTION, JSON.stringify({ key: describedAs, ...description }));

    const copied = await copyFiles(PUBLIC_FOLDER, DEPLOY_FOLDER);
    await writeBuilt(join(DEPLOY_FOLDER, '_headers'), description.headers);
    const choice = choosePictures(cards, description.forms, maxFiles - copied.length);
    const { drawn, kept, bytes, ms } = await drawChanged(choice, before, team);
    const wanted = new Set([...copied, '_headers', ...choice.chosen.map(({ path }) => path)]);
    const removed = await removeOthers(DEPLOY_FOLDER, wanted);
    return {
      pictures: choice.chosen.length,
      bytes,
      drawn,
      kept,
      removed: removed.length,
      seconds: (performance.now() - started) / 1000,
      msPerPictureAndCore: drawn === 0 ? 0 : (ms * team.size()) / drawn,
      files: copied.length + choice.chosen.length,
      limit: explainLimit(choice, maxFiles),
    };
  } finally {
    await team.stop();
  }
}

/** Compiles as a deployment does, which asks all that `npm run check` asks. Gives the exit code; says what is wrong. */
function compile(): number {
  const env = { ...process.env, WRANGLER_COMMAND: 'deploy' };
  return spawnSync(process.execPath, ['src/tools/compile.ts'], { stdio: 'inherit', env }).status ?? 1;
}

async function drawChanged({ chosen }: Choice, before: ReadonlyMap<string, Drawn>, team: Team) {
  const { kept, toDraw } = planDrawing(chosen, before);
  const known = new Map(kept.flatMap(({ path }) => (before.has(path) ? [[path, before.get(path) as Drawn]] : [])));
  await startJournal(JOURNAL, known);
  let bytes = [...known.values()].reduce((sum, picture) => sum + picture.bytes, 0);
  if (toDraw.length === 0) return { drawn: 0, kept: kept.length, bytes, ms: 0 };

  const started = performance.now();
  const workers = await team.hire(workersFor(toDraw.length));
  const progress = startProgress(toDraw.length);
  const onDrawn = ({ path, key }: Picture, length: number) => {
    addToJournal(JOURNAL, path, { key, bytes: length });
    bytes += length;
    progress.step();
  };
  await drawPictures(toDraw, { workers, folder: DEPLOY_FOLDER, onDrawn }).finally(progress.end);
  return { drawn: toDraw.length, kept: kept.length, bytes, ms: performance.now() - started };
}

const workersFor = (pictures: number) =>
  Math.min(availableParallelism(), Math.ceil(pictures / PICTURES_WORTH_A_WORKER));

type Team = ReturnType<typeof createTeam>;

/** The Workers of a build, started when they are needed. */
function createTeam(drawing: Drawing) {
  const hired: Promise<Worker>[] = [];
  const hire = (count: number) => {
    while (hired.length < count) hired.push(startWorker(drawing, join(DRAWING_FOLDER, String(hired.length))));
    const all = Promise.all(hired);
    all.catch(() => undefined); // Whoever asks for them next is told why one did not start.
    return all;
  };
  return {
    hire,
    first: async () => (await hire(1))[0] as Worker,
    size: () => hired.length,
    stop: async () => {
      for (const worker of await Promise.allSettled(hired))
        if (worker.status === 'fulfilled') await worker.value.stop();
      await rm(DRAWING_FOLDER, { recursive: true, force: true });
    },
  };
}

async function readDescription(key: string): Promise<SelfDescription | undefined> {
  if (!existsSync(DESCRIPTION)) return undefined;
  const description = JSON.parse(await readFile(DESCRIPTION, 'utf8')) as SelfDescription & { key: string };
  return description.key === key ? description : undefined;
}

const keyOf = (parts: unknown) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
