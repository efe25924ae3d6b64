/** Boots the real bundle, as wrangler builds it, around any catalogue. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createTestHarness } from 'wrangler';
import type { Build, CompiledCatalog } from '../../src/catalog/compile.ts';

/** Builds in a folder of its own, without the compile step, so that a catalogue may hold what `check` would refuse. */
export async function bootBundle(catalog: CompiledCatalog) {
  const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  for (const part of ['src', 'assets', 'package.json', 'tsconfig.json'])
    cpSync(part, join(root, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'build'));
  writeFileSync(join(root, 'build/catalog.json'), JSON.stringify({ ...catalog, code: 'test' } satisfies Build));
  writeFileSync(join(root, 'build/specimens.json'), 'null');
  const config = readFileSync('wrangler.toml', 'utf8').replace(/^\[build\]\n(.+\n)*/m, '');
  writeFileSync(join(root, 'wrangler.toml'), config);

  const server = createTestHarness({ workers: [{ configPath: join(root, 'wrangler.toml') }] });
  await server.listen();
  return {
    get: (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
      server.fetch(`http://cards.example.org${path}`, { redirect: 'manual', ...init }),
    async close() {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
