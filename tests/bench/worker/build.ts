/** Builds the Worker as a deploy would, around any catalogue, for a workerd with nothing before it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readConfig } from '../../../src/tools/deployment/options.ts';
import type { Module, Served } from '../../../src/tools/workerd.ts';

export type BuiltWorker = Served & { assets: string; scriptBytes: number; scriptGzipBytes: number };

type CatalogText = readonly { name: string; text: string }[];

/** Lays out a project in `root` with these files as its catalogue, and everything else as it is here. */
export function layOutProject(root: string, files: CatalogText): void {
  mkdirSync(join(root, 'cards'), { recursive: true });
  for (const { name, text } of files) writeFileSync(join(root, 'cards', name), text);
  for (const part of ['src', 'assets', 'package.json', 'tsconfig.json'])
    cpSync(part, join(root, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const config = readFileSync('wrangler.toml', 'utf8').replace(/^\[build\]\n(.+\n)*/m, '');
  writeFileSync(join(root, 'wrangler.toml'), config);
}

/** Runs one of the project's tools there. @throws Error with its words when it does not pass. Gives seconds. */
export function runTool(root: string, tool: string, args: string[] = []): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' },
  });
  if (status !== 0) throw new Error(`${tool} did not pass: ${(stderr || stdout).trim().slice(0, 600)}`);
  return (performance.now() - start) / 1000;
}

/** Bundles a project whose catalogue is compiled. The Worker has its address as `PUBLIC_URL`. */
export function bundleProject(root: string, name: string, publicUrl: string): BuiltWorker {
  const folder = join(root, 'bundle');
  runTool(root, resolve('node_modules/wrangler/bin/wrangler.js'), ['deploy', '--dry-run', '--outdir', folder]);
  const modules = modulesOf(folder);
  const weigh = (size: (bytes: Buffer) => number) =>
    modules.reduce((sum, { path }) => sum + size(readFileSync(path)), 0);
  return {
    name,
    modules,
    config: readConfig(),
    bindings: { PUBLIC_URL: publicUrl },
    assets: join(root, 'build/public'),
    scriptBytes: weigh((bytes) => bytes.length),
    scriptGzipBytes: weigh((bytes) => gzipSync(bytes).length),
  };
}

const TYPES: Record<string, Module['type']> = {
  wasm: 'CompiledWasm',
  ttf: 'Data',
  css: 'Text',
  svg: 'Text',
  js: 'Text',
};

/** The script first, since workerd starts the first module. */
function modulesOf(folder: string): Module[] {
  const names = readdirSync(folder).filter((name) => !/^index\.js|^README/.test(name));
  const others = names.flatMap((name) => {
    const type =
      TYPES[
        name
          .replace(/\?module$/, '')
          .split('.')
          .at(-1) ?? ''
      ];
    return type ? [{ type, path: join(folder, name) }] : [];
  });
  return [{ type: 'ESModule', path: join(folder, 'index.js') }, ...others];
}
