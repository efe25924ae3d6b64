/** Bundles a Worker with wrangler, as a deploy would, without deploying it. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../src/tools/deployment/options.ts';
import type { Module, Served } from '../../../src/tools/workerd.ts';
import type { Renderer } from './renderers.ts';

const here = import.meta.dirname;
const root = join(here, '../../..');
const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js');

/** What runs as the project's own Worker does. */
export type Bundle = Pick<Served, 'name' | 'modules' | 'config'>;

/** Writes a bundle into `folder`. @throws Error with the end of wrangler's own words when it cannot be built. */
export function bundle({ entry, name }: Pick<Renderer, 'entry' | 'name'>, folder: string): Bundle {
  const config = join(here, 'wrangler.toml');
  const args = [wrangler, 'deploy', join(here, entry), '--name', name, '--config', config];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, '--dry-run', '--outdir', folder], {
    cwd: here,
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' },
  });
  if (status !== 0) throw new Error(`wrangler could not bundle ${entry}: ${(stderr || stdout).trim().slice(-600)}`);
  return { name, modules: modulesOf(folder), config: readConfig() };
}

/** The script first, since workerd starts the first module; then what it imports. */
function modulesOf(folder: string): Module[] {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  const script = paths.filter((path) => path.endsWith('.js')).map((path) => ({ type: 'ESModule' as const, path }));
  const wasm = paths
    .filter((path) => /\.wasm(\?module)?$/.test(path))
    .map((path) => ({ type: 'CompiledWasm' as const, path }));
  const data = paths.filter((path) => /\.(ttf|bin)$/.test(path)).map((path) => ({ type: 'Data' as const, path }));
  return [...script, ...wasm, ...data];
}
