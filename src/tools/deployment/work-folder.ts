/** The folder that one build works in, and how what it made takes the place of the last build. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const BUILD_FOLDER = 'build';

/** What the last successful build made: the Worker, its assets and its configuration. */
export const DEPLOYMENT = `${BUILD_FOLDER}/deployment`;

/** What all builds share: pictures, the last bundle and the last headers, each under what it is made of. */
export const STORE = `${BUILD_FOLDER}/store`;

const PREFIX = 'work-';

/** Creates the folder of this process, and removes those of builds that were killed. */
export async function openWorkFolder(): Promise<string> {
  await mkdir(BUILD_FOLDER, { recursive: true });
  for (const name of await readdir(BUILD_FOLDER)) {
    const owner = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : undefined;
    if (owner !== undefined && (owner === process.pid || !isRunning(owner)))
      await rm(join(BUILD_FOLDER, name), { recursive: true, force: true });
  }
  const folder = join(BUILD_FOLDER, `${PREFIX}${process.pid}`);
  await mkdir(folder);
  return folder;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Two builds may end at the same moment. */
const ATTEMPTS = 20;

/** Makes a finished folder the last successful build. The one before goes with the work folder. */
export async function publish(finished: string, workFolder: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      if (existsSync(DEPLOYMENT)) await rename(DEPLOYMENT, join(workFolder, `before-${attempt}`));
      await rename(finished, DEPLOYMENT);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}
