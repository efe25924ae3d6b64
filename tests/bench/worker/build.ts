/** Builds this project's Worker as a deployment does, around any catalogue. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundle } from './bundle.ts';
import type { Served } from './serve.ts';

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

/** Runs one of the project's tools there. @throws Error with its output when it does not pass. Returns seconds. */
export function runTool(root: string, tool: string): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool} did not pass: ${(stderr || stdout).trim().slice(0, 600)}`);
  return (performance.now() - start) / 1000;
}

/** Bundles a project whose catalogue is compiled. The Worker has its address as `PUBLIC_URL`. */
export function buildProject(root: string, name: string, publicUrl: string): BuiltWorker {
  const built = bundle(name, join(root, 'bundle'), { root });
  const weigh = (size: (bytes: Uint8Array) => number) =>
    Object.values(built.modules).reduce((sum, { contents }) => sum + size(contents), 0);
  return {
    ...built,
    bindings: { PUBLIC_URL: publicUrl },
    assets: join(root, 'build/public'),
    scriptBytes: weigh(({ length }) => length),
    scriptGzipBytes: weigh((bytes) => gzipSync(bytes).length),
  };
}
