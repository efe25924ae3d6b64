/** The files of a build that the Worker is made of: its catalogue as assets, and which build they belong to. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Build, CompiledCatalog } from '../catalog/compile.ts';
import { linkRecords } from '../catalog/link.ts';
import { packCatalog, unpackCatalog } from '../catalog/pack.ts';
import { packReleases } from '../catalog/packed-releases.ts';
import { createReleases, type Releases } from '../catalog/releases.ts';
import { indexCards } from '../catalog/search.ts';
import type { CardRecord } from '../domain/record.ts';

export const BUILD = 'build/build.json';

/** Writes a compiled catalogue for the Worker to read, below `root`. The build file comes last: it vouches for the rest. */
export async function writeCatalog(
  catalog: CompiledCatalog,
  { code, releases = createReleases([]) }: { code: string; releases?: Releases },
  root = '.',
): Promise<void> {
  const packed = packCatalog(catalog, releases);
  const { index } = unpackCatalog(packed);
  const records = new Map(linkRecords(catalog).map((record) => [record.card.id, record]));
  const ordered = index.id.map((id) => records.get(id) as CardRecord);
  await writeBuilt(join(root, 'build/public/_catalog/cards.ndjson'), packed);
  await writeBuilt(join(root, 'build/public/_catalog/search.json'), indexCards(ordered));
  await writeBuilt(join(root, 'build/public/_catalog/releases.ndjson'), packReleases(releases.lines));
  await writeBuilt(join(root, BUILD), JSON.stringify({ code, catalog: index.revision } satisfies Build));
}

/** Writes a file whole or not at all, and only where it changes: what is written anew is built anew. */
export async function writeBuilt(path: string, data: string | Uint8Array): Promise<void> {
  const bytes = Buffer.from(data);
  const old = await readFile(path).catch(() => undefined);
  if (old?.equals(bytes)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, bytes);
  await rename(`${path}.new`, path);
}
