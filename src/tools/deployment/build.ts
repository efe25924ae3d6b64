/** Builds a snapshot of the project in a folder of its own, whatever is saved, built or killed beside it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { takeSnapshot } from './snapshot.ts';
import { openWorkFolder, publish, STORE } from './work-folder.ts';

type BuildOptions = {
  origin?: string | undefined;
  'max-files'?: string | undefined;
  /** Whether every revision has to be in the release file. */
  released?: boolean;
};

/**
 * Builds the project in this folder. What was built is tried out already when `use` gets its folder; where that gives 0, it
 * becomes build/deployment.
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
    await rm(work, { recursive: true, force: true });
  }
}

async function run(cwd: string, script: string, args: string[]): Promise<number> {
  const [code] = await once(spawn(process.execPath, [script, ...args], { cwd, stdio: 'inherit' }), 'close');
  return code ?? 1;
}
