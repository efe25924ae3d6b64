/** Bundles the Worker as a deployment does. */
import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BundledModule, bundleConfig, moduleTypeOf, type RawConfig, SCRIPT } from './config.ts';

type BundleOptions = {
  config: RawConfig;
  /** The output folder. */
  folder: string;
  /**
   * The folder with the last bundle, and the key of the inputs of this one. If the keys are equal, the bundle is reused.
   */
  store: string;
  key: string;
};

/** Bundles the project in this folder. @throws Error with wrangler's message */
export async function bundleWorker({ config, folder, store, key }: BundleOptions): Promise<BundledModule[]> {
  const kept = join(store, key);
  if (!(await takeOver(kept, folder))) {
    await writeFile('bundle.json', JSON.stringify(bundleConfig(config), null, 2));
    const args = ['deploy', '--config', 'bundle.json', '--dry-run', '--outdir', resolve(folder)];
    const { status, output } = await runWrangler(args);
    if (status !== 0) throw new Error(`the Worker cannot be bundled:\n${output.trim()}`);
    await keep(folder, store, key);
  }
  const names = (await readdir(folder)).sort((a, b) => Number(b === SCRIPT) - Number(a === SCRIPT));
  return names.flatMap((name) => {
    const type = moduleTypeOf(name, config.rules);
    return type ? [{ name, type }] : [];
  });
}

/** Copies a stored bundle. Returns false if there is none, or if another build removes it in the meantime. */
async function takeOver(kept: string, folder: string): Promise<boolean> {
  try {
    await cp(kept, folder, { recursive: true });
    return true;
  } catch {
    await rm(folder, { recursive: true, force: true });
    return false;
  }
}

/** Another build may be copying a bundle at this moment. */
const UNUSED_MS = 60 * 60 * 1000;

/** Stores a bundle atomically, and removes old ones. A bundle that another build stores at the same moment is equal. */
async function keep(folder: string, store: string, key: string): Promise<void> {
  await mkdir(store, { recursive: true });
  const whole = join(store, `${key}.${process.pid}`);
  await cp(folder, whole, { recursive: true });
  await rename(whole, join(store, key)).catch(() => rm(whole, { recursive: true, force: true }));
  for (const name of await readdir(store)) {
    const path = join(store, name);
    const kept = await stat(path).catch(() => undefined);
    if (name === key || !kept || Date.now() - kept.mtimeMs < UNUSED_MS) continue;
    // The next build removes what cannot be removed now.
    await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

/** Runs wrangler. Collects its output, or with `show` prints it. */
export async function runWrangler(args: string[], { show = false } = {}): Promise<{ status: number; output: string }> {
  const child = spawn(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...args], {
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: show ? process.env : { ...process.env, NO_COLOR: '1', WRANGLER_LOG: 'log' },
  });
  // A process that runs until it is stopped must not outlive this tool.
  if (show) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  const status = await new Promise<number>((settle, reject) => {
    child.once('error', reject);
    child.once('close', (code) => settle(code ?? 1));
  });
  return { status, output };
}
