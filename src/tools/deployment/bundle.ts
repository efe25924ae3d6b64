/** Bundles the Worker once, as a deployment does, into build/worker; every workerd of the build runs these files. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeBuilt } from '../built-files.ts';
import { type BundledModule, bundleConfig, moduleTypeOf, type RawConfig, SCRIPT } from './worker-config.ts';

export const WORKER_FOLDER = 'build/worker';

/** Says which code, catalogue and configuration the bundle was made of. Written last: it vouches for the rest. */
const STAMP = 'build/worker.json';

export type Bundle = { modules: BundledModule[]; anew: boolean };

/** Bundles where `key` says that something changed. @throws Error with wrangler's own words when it cannot. */
export async function bundleWorker(config: RawConfig, key: string): Promise<Bundle> {
  const stamp = existsSync(STAMP) ? await readFile(STAMP, 'utf8') : '';
  const anew = stamp !== key || !existsSync(`${WORKER_FOLDER}/${SCRIPT}`);
  if (anew) {
    await rm(STAMP, { force: true });
    await rm(WORKER_FOLDER, { recursive: true, force: true });
    await writeBuilt('build/bundle.json', JSON.stringify(bundleConfig(config), null, 2));
    const args = ['deploy', '--config', 'build/bundle.json', '--dry-run', '--outdir', resolve(WORKER_FOLDER)];
    const { status, output } = await runWrangler(args);
    if (status !== 0) throw new Error(`the Worker cannot be bundled:\n${output.trim()}`);
    await writeBuilt(STAMP, key);
  }
  return { modules: await modulesOf(config), anew };
}

async function modulesOf({ rules }: RawConfig): Promise<BundledModule[]> {
  const names = (await readdir(WORKER_FOLDER)).sort((a, b) => Number(b === SCRIPT) - Number(a === SCRIPT));
  return names.flatMap((name) => {
    const type = moduleTypeOf(name, rules);
    return type ? [{ name, type }] : [];
  });
}

/** Runs wrangler. Its words are collected, or with `show` go to the terminal. */
export async function runWrangler(args: string[], { show = false } = {}): Promise<{ status: number; output: string }> {
  const child = spawn(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...args], {
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: show ? process.env : { ...process.env, NO_COLOR: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  const status = await new Promise<number>((settle, reject) => {
    child.once('error', reject);
    child.once('close', (code) => settle(code ?? 1));
  });
  return { status, output };
}
