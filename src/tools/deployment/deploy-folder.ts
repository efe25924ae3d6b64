/** The folder that is uploaded: the catalogue, the pictures, their headers, and nothing else. */
import { type Dirent, existsSync } from 'node:fs';
import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { writeBuilt } from '../built-files.ts';

export const DEPLOY_FOLDER = 'build/deploy';

/** The paths of all files below a folder, with "/", in no order; none where it is not there. */
export async function listFiles(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const isFile = (entry: Dirent) => entry.isFile() || entry.isSymbolicLink();
  return entries
    .filter(isFile)
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'));
}

/** Copies all files of one folder into another, each whole or not at all. */
export async function copyFiles(from: string, to: string): Promise<string[]> {
  const paths = await listFiles(from);
  for (const path of paths) await writeBuilt(join(to, path), await readFile(join(from, path)));
  return paths;
}

/** Removes every file that is not to be there, and the folders that are empty then. Gives the paths removed. */
export async function removeOthers(folder: string, wanted: ReadonlySet<string>): Promise<string[]> {
  const others = (await listFiles(folder)).filter((path) => !wanted.has(path));
  for (const path of others) await rm(join(folder, path));
  await removeEmptyFolders(folder);
  return others;
}

async function removeEmptyFolders(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const entries = await readdir(folder, { withFileTypes: true });
  let left = entries.length;
  for (const entry of entries) if (entry.isDirectory() && (await removeEmptyFolders(join(folder, entry.name)))) left--;
  if (left > 0) return false;
  await rmdir(folder);
  return true;
}
