/** The pictures that builds keep, by what they show: a picture is there whole or not at all, and never changes. */
import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Picture } from './plan.ts';

/** The pictures that are not kept yet. Those that are count as used now. */
export async function findMissing(store: string, pictures: readonly Picture[]): Promise<Picture[]> {
  await mkdir(store, { recursive: true });
  const now = new Date();
  const kept = await Promise.all(pictures.map(({ kept }) => utimes(join(store, kept), now, now).then(...YES_OR_NO)));
  return pictures.filter((_, index) => !kept[index]);
}

const YES_OR_NO = [() => true, () => false] as const;

/** Puts pictures at their addresses below a folder. Gives their bytes. */
export async function placePictures(store: string, pictures: readonly Picture[], folder: string): Promise<number> {
  for (const place of new Set(pictures.map(({ path }) => dirname(join(folder, path)))))
    await mkdir(place, { recursive: true });
  let bytes = 0;
  for (const { kept, path } of pictures) {
    const [from, to] = [join(store, kept), join(folder, path)];
    // A file system without links has copies.
    await link(from, to).catch(() => copyFile(from, to));
    bytes += (await stat(to)).size;
  }
  return bytes;
}

/** Another build may have drawn a picture and not placed it yet. */
const UNUSED_MS = 60 * 60 * 1000;

/** Removes the pictures that no build has used for an hour. */
export async function removeUnused(store: string, used: readonly Picture[]): Promise<void> {
  if (!existsSync(store)) return;
  const names = new Set(used.map(({ kept }) => kept));
  for (const name of await readdir(store)) {
    if (names.has(name)) continue;
    const file = await stat(join(store, name)).catch(() => undefined);
    if (file && Date.now() - file.mtimeMs > UNUSED_MS) await rm(join(store, name), { force: true });
  }
}
