/** Boots the real bundle, as wrangler builds it, around any catalogue. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createTestHarness } from 'wrangler';
import type { Site } from '../../src/card/site.ts';
import type { CompiledCatalog } from '../../src/catalog/compile.ts';
import type { PixelLine } from '../../src/catalog/pixel-file.ts';
import type { Releases } from '../../src/catalog/releases.ts';
import { writeCatalog } from '../../src/tools/built-files.ts';
import { writePixels } from '../../src/tools/pixels.ts';
import { writeSatoriModule } from '../../src/tools/satori-module.ts';
import { writeScripts } from '../../src/tools/scripts.ts';
import { PLAIN, writeSite } from '../../src/tools/site-files.ts';

/** Where a request comes from in the world is asked of a server otherwise, and no answer depends on it. */
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false';

const NO_SPECIMENS = { catalog: { sources: [], cards: [] }, pictures: [] };

type Options = {
  /** Whether it is what `npm run dev` shows. */
  preview?: boolean;
  /** Pictures that a client may have drawn in a minute: as many as it likes where not given. */
  drawingLimit?: number;
  publicUrl?: string;
  /** Replaces KV: the body of `get(key)`, in a Worker of its own. */
  kvGet?: string;
  /** The revision of the code. */
  code?: string;
  /** The published revisions. */
  releases?: Releases;
  /** The settings that differ from the default ones. */
  site?: Partial<Site>;
  /** The recorded pixels of published pictures. */
  pixels?: readonly PixelLine[];
};

/** The line that binds KV, and what binds another Worker in its place. */
const KV = '[[kv_namespaces]]\nbinding = "WATCH"\n';
const OTHER_KV = '[[services]]\nbinding = "WATCH"\nservice = "other-kv"\nentrypoint = "OtherKv"\n';

/**
 * Builds in a folder of its own, without the compile step, so that a catalogue may hold what `check` would refuse, and
 * without the settings of cards/site.yaml.
 */
export async function bootBundle(
  catalog: CompiledCatalog,
  { preview = false, drawingLimit, publicUrl, kvGet, releases, pixels = [], site, code = 'test' }: Options = {},
) {
  const root = mkdtempSync(join(tmpdir(), 'fact-cards-'));
  for (const part of ['src', 'assets', 'package.json', 'tsconfig.json'])
    cpSync(part, join(root, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  await writeSatoriModule(root);
  await writeSite({ ...PLAIN, site: { ...PLAIN.site, ...site } }, root);
  await writeCatalog(catalog, { code, releases }, root);
  await writePixels(pixels, root);
  await writeScripts(root);
  writeFileSync(join(root, 'build/specimens.json'), JSON.stringify(NO_SPECIMENS));
  const config = readFileSync('wrangler.toml', 'utf8')
    .replace(/^\[build\]\n(.+\n)*/m, '')
    .replace('PREVIEW = "false"', `PREVIEW = "${preview}"`)
    .replace(KV, kvGet === undefined ? KV : OTHER_KV)
    .replace(/^PUBLIC_URL = .*$/m, `PUBLIC_URL = "${publicUrl ?? ''}"`)
    .replace(/limit = \d+/, `limit = ${drawingLimit ?? 1_000_000}`);
  writeFileSync(join(root, 'wrangler.toml'), config);

  const workers = [{ configPath: join(root, 'wrangler.toml') }];
  if (kvGet !== undefined) workers.push({ configPath: writeOtherKv(root, kvGet) });

  const server = createTestHarness({ workers });
  const { url } = await server.listen();
  return {
    /** Where it listens, on this machine only: "http://127.0.0.1:54321". */
    origin: url.origin,
    get: (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
      server.fetch(`http://cards.example.org${path}`, { redirect: 'manual', ...init }),
    /** What the Worker wrote to its log since it was booted. */
    logs: () => server.getLogs(),
    async close() {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Writes a Worker whose `get` has this body; gives the path of its configuration. */
function writeOtherKv(root: string, body: string): string {
  const folder = join(root, 'other-kv');
  mkdirSync(folder);
  const code = `import { WorkerEntrypoint } from 'cloudflare:workers';
export class OtherKv extends WorkerEntrypoint { async get(key) { ${body} } }
export default { fetch: () => new Response('') };`;
  writeFileSync(join(folder, 'index.js'), code);
  const config = join(folder, 'wrangler.toml');
  writeFileSync(config, 'name = "other-kv"\nmain = "index.js"\ncompatibility_date = "2026-10-01"\n');
  return config;
}
