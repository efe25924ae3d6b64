/** Bundles a Worker with wrangler, as a deployment does, without deploying it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const MODULE_TYPES = { wasm: 'wasm', bin: 'data', ttf: 'data', css: 'text', svg: 'text', js: 'text' } as const;

type Module = { type: 'esm' | (typeof MODULE_TYPES)[keyof typeof MODULE_TYPES]; contents: Uint8Array<ArrayBuffer> };

export type Bundle = { name: string; mainModule: string; modules: Record<string, Module> };

export type BundleOptions = {
  /** Where wrangler runs. */
  root?: string;
  /** Further options of wrangler: an entry, another configuration. */
  args?: string[];
  /** The script that it writes. */
  mainModule?: string;
};

/** Writes a bundle into `folder`. @throws Error with the end of wrangler's output when it cannot be built. */
export function bundle(
  name: string,
  folder: string,
  { root = '.', args = [], mainModule = 'index.js' }: BundleOptions = {},
): Bundle {
  const wrangler = resolve('node_modules/wrangler/bin/wrangler.js');
  const all = [wrangler, 'deploy', ...args, '--name', name, '--dry-run', '--outdir', resolve(folder)];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' },
  });
  if (status !== 0) throw new Error(`wrangler could not bundle ${name}: ${(stderr || stdout).trim().slice(-600)}`);
  return { name, mainModule, modules: readModules(folder, mainModule) };
}

function readModules(folder: string, mainModule: string): Bundle['modules'] {
  const modules: Bundle['modules'] = {};
  for (const file of readdirSync(folder)) {
    const type = file === mainModule ? 'esm' : moduleType(file);
    if (type) modules[file] = { type, contents: readFileSync(join(folder, file)) };
  }
  return modules;
}

/** By the ending of a file; some are imported as "….wasm?module". */
function moduleType(file: string): Module['type'] | undefined {
  const ending =
    file
      .replace(/\?module$/, '')
      .split('.')
      .at(-1) ?? '';
  return MODULE_TYPES[ending as keyof typeof MODULE_TYPES];
}
