/** A Worker that does nothing, in the same local simulation: what it costs is the simulation's own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestHarness } from 'wrangler';

const CONFIG = `name = "empty"
main = "index.js"
compatibility_date = "2026-10-01"
[assets]
directory = "public"
binding = "ASSETS"
`;

export async function bootEmptyWorker() {
  const root = mkdtempSync(join(tmpdir(), 'empty-worker-'));
  mkdirSync(join(root, 'public'));
  writeFileSync(join(root, 'public/asset.txt'), 'nothing');
  writeFileSync(join(root, 'index.js'), 'export default { fetch: () => new Response("nothing") };');
  writeFileSync(join(root, 'wrangler.toml'), CONFIG);
  const server = createTestHarness({ workers: [{ configPath: join(root, 'wrangler.toml') }] });
  const { url } = await server.listen();
  return {
    origin: url.origin,
    async close() {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
