/** The files that a build writes for the Worker: the catalogue as assets, and the id of the build. */

import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Build, CompiledCatalog } from '../catalog/compile.ts';
import { createReleases, type Releases } from '../catalog/releases.ts';
import { packSearch } from '../catalog/stores/bundled.ts';
import { packCatalog, packReleases, unpackCatalog } from '../catalog/stores/pack.ts';

export const BUILD = 'build/build.json';

/**
 * Writes a compiled catalogue for the Worker, below `root`. The build file is written last, because it marks the rest as
 * complete.
 */
export async function writeCatalog(
  catalog: CompiledCatalog,
  { code, releases = createReleases([]) }: { code: string; releases?: Releases },
  root = '.',
): Promise<void> {
  const packed = packCatalog(catalog, releases);
  const { index } = unpackCatalog(packed);
  await writeBuilt(join(root, 'build/public/_catalog/cards.ndjson'), packed);
  await writeBuilt(join(root, 'build/public/_catalog/search.json'), packSearch(catalog, packed));
  await writeBuilt(join(root, 'build/public/_catalog/releases.ndjson'), packReleases(releases.lines));
  await writeBuilt(join(root, BUILD), JSON.stringify({ code, catalog: index.revision } satisfies Build));
}

/** Writes a file atomically, and only if its content changes: wrangler rebuilds whenever a file is written. */
export async function writeBuilt(path: string, data: string | Uint8Array): Promise<void> {
  const bytes = Buffer.from(data);
  const old = await readFile(path).catch(() => undefined);
  if (old?.equals(bytes)) return;
  await mkdir(dirname(path), { recursive: true });
  // Another build may write the same file at this moment.
  const whole = `${path}.${process.pid}.${threadId}.new`;
  try {
    await writeFile(whole, bytes);
    await rename(whole, path);
  } catch (error) {
    await rm(whole, { force: true });
    throw error;
  }
}

/** Everything that pages, documents and pictures depend on, except the cards. */
const MADE_BY = [
  'src/**/*.{ts,tsx}',
  'assets/**/*.{ttf,woff2,css,js,svg,png}',
  'cards/site.yaml',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Eight hexadecimal digits that change with the code, including fonts, styles and dependencies. */
export function codeRevision(): string {
  const hash = createHash('sha256');
  for (const path of globSync(MADE_BY).sort()) {
    hash.update(`${path.replaceAll('\\', '/')}\0`).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 8);
}
