/** Bundles the Worker as a deployment does. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BundledModule, bundleConfig, moduleTypeOf, type RawConfig, SCRIPT } from './config.ts';

type BundleOptions = {
  config: RawConfig;
  /** The folder that the bundle is put into. */
  folder: string;
  /** The folder that keeps the last bundle, and what this one is made of: where both are the same, it is taken. */
  store: string;
  key: string;
};

/** Bundles the project in this folder. @throws Error with wrangler's own words when it cannot. */
export async function bundleWorker({ config, folder, store, key }: BundleOptions): Promise<BundledModule[]> {
  const kept = join(store, key);
  if (existsSync(kept)) await cp(kept, folder, { recursive: true });
  else {
    await writeFile('bundle.json', JSON.stringify(bundleConfig(config), null, 2));
    const args = ['deploy', '--config', 'bundle.json', '--dry-run', '--outdir', resolve(folder)];
    const { status, output } = await runWrangler(args);
    if (status !== 0) throw new Error(`the Worker cannot be bundled:\n${output.trim()}`);
    await keep(folder, store, kept);
  }
  const names = (await readdir(folder)).sort((a, b) => Number(b === SCRIPT) - Number(a === SCRIPT));
  return names.flatMap((name) => {
    const type = moduleTypeOf(name, config.rules);
    return type ? [{ name, type }] : [];
  });
}

/** Keeps a bundle, whole or not at all, and no other. A bundle that another build keeps at this moment is as good. */
async function keep(folder: string, store: string, kept: string): Promise<void> {
  const old = existsSync(store) ? await readdir(store) : [];
  await mkdir(store, { recursive: true });
  const whole = `${kept}.${process.pid}`;
  await cp(folder, whole, { recursive: true });
  await rename(whole, kept).catch(() => rm(whole, { recursive: true, force: true }));
  for (const name of old) await rm(join(store, name), { recursive: true, force: true });
}

/** Runs wrangler. Its words are collected, or with `show` go to the terminal. */
export async function runWrangler(args: string[], { show = false } = {}): Promise<{ status: number; output: string }> {
  const child = spawn(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...args], {
    stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: show ? process.env : { ...process.env, NO_COLOR: '1', WRANGLER_LOG: 'log' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += data));
  const status = await new Promise<number>((settle, reject) => {
    child.once('error', reject);
    child.once('close', (code) => settle(code ?? 1));
  });
  return { status, output };
}
