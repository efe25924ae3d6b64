/** Builds a snapshot of the project in a folder of its own, unaffected by saves and other builds. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning } from '../whole-file.ts';
import { takeSnapshot } from './snapshot.ts';

type BuildOptions = {
  origin?: string | undefined;
  'max-files'?: string | undefined;
  /** Whether every revision must be in the release file. */
  released?: boolean;
};

/**
 * Builds and tests the project in this folder. `use` receives the folder of the result; if it returns 0, the result becomes
 * build/deployment.
 * @returns the exit code of the build, or of `use`
 */
export async function buildDeployment(
  { released = false, ...options }: BuildOptions,
  use: (deployment: string) => Promise<number> = async () => 0,
): Promise<number> {
  const work = await openWorkFolder();
  try {
    const [project, deployment] = [join(work, 'project'), join(work, 'deployment')];
    await takeSnapshot('.', project);
    await mkdir(deployment);
    const given = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
    const folders = ['--out', resolve(deployment), '--store', resolve(STORE)];
    const args = [...given, ...folders, ...(released ? ['--released'] : [])];
    const built = await run(project, 'src/tools/deployment/build-snapshot.ts', args);
    if (built !== 0) return built;
    const used = await use(deployment);
    if (used === 0) await publish(deployment, work);
    return used;
  } finally {
    await removeFolder(work);
  }
}

/** Runs the build itself in a child process, which exits when the channel to this process closes. */
async function run(cwd: string, script: string, args: string[]): Promise<number> {
  const child = spawn(process.execPath, [script, ...args], { cwd, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const [code] = await once(child, 'close');
  return code ?? 1;
}

/** The next build removes what cannot be removed now because something still writes to it. */
const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true }).catch(() => {});

const BUILD_FOLDER = 'build';

/** The result of the last successful build: the Worker, its assets and its configuration. */
export const DEPLOYMENT = `${BUILD_FOLDER}/deployment`;

/** The store that all builds share: pictures, the last bundle and the last headers, each keyed by its inputs. */
export const STORE = `${BUILD_FOLDER}/store`;

const PREFIX = 'work-';

/** Creates the folder of this process, and removes those of killed builds. A deployment in one of them is restored. */
export async function openWorkFolder(): Promise<string> {
  await mkdir(BUILD_FOLDER, { recursive: true });
  for (const name of await readdir(BUILD_FOLDER)) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : undefined;
    if (owner === undefined || (owner !== process.pid && isRunning(owner))) continue;
    await putBack(join(BUILD_FOLDER, name));
    await removeFolder(join(BUILD_FOLDER, name));
  }
  const folder = join(BUILD_FOLDER, `${PREFIX}${process.pid}`);
  await mkdir(folder);
  return folder;
}

/** Two builds may end at the same moment, and a program that reads a folder may lock it for one. */
const ATTEMPTS = 20;
const WAIT_MS = 50;

/** The previous deployment, in the work folder of the build that replaced it, with the number of the attempt. */
const BEFORE = 'before-';

/** Makes a finished folder the last successful build. The previous one is removed with the work folder. */
export async function publish(finished: string, workFolder: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      if (existsSync(DEPLOYMENT)) await rename(DEPLOYMENT, join(workFolder, `${BEFORE}${attempt}`));
      await rename(finished, DEPLOYMENT);
      return;
    } catch (error) {
      if (attempt < ATTEMPTS) await setTimeout(WAIT_MS);
      else {
        await putBack(workFolder);
        throw error;
      }
    }
  }
}

/** Restores the previous deployment from a work folder, if there is no other. */
async function putBack(workFolder: string): Promise<void> {
  if (existsSync(DEPLOYMENT)) return;
  const attempts = (await readdir(workFolder))
    .filter((name) => name.startsWith(BEFORE))
    .map((name) => Number(name.slice(BEFORE.length)));
  if (attempts.length > 0) await rename(join(workFolder, `${BEFORE}${Math.max(...attempts)}`), DEPLOYMENT);
}
