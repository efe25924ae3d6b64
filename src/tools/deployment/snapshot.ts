/** A copy of everything a build is made of, at one moment. Files saved later belong to the next build. */
import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** What a project is built of. */
const PARTS = [
  'src',
  'assets',
  'cards',
  'watch',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wrangler.toml',
];

/** Copies that may fail because a file was saved meanwhile. */
const ATTEMPTS = 5;

/** A file that was saved so shortly ago may be half saved: many programs empty a file before they write it. */
const QUIET_MS = 300;

/**
 * Copies the project in `from` to the folder `to`, which must not exist. The packages are linked, not copied.
 * @throws Error when files kept changing while they were copied.
 */
export async function takeSnapshot(from: string, to: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const copied = await copyParts(from, to);
    if (Date.now() - (await lastSaved(from)) < QUIET_MS) await setTimeout(QUIET_MS);
    // Where nothing has changed since, there was a moment between the two readings at which all of it was so.
    if (sameFiles(copied, await hashParts(from))) {
      await symlink(resolve(from, 'node_modules'), join(to, 'node_modules'), 'junction');
      return;
    }
    await rm(to, { recursive: true });
  }
  throw new Error(
    'files of the project were saved each time while they were copied. Build again when nothing saves them.',
  );
}

/** SHA-256 of each file, by its path. */
type Hashes = Map<string, string>;

async function copyParts(from: string, to: string): Promise<Hashes> {
  return readParts(from, async (path, bytes) => {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await writeFile(join(to, path), bytes);
  });
}

const hashParts = (from: string) => readParts(from, async () => {});

async function readParts(from: string, use: (path: string, bytes: Buffer) => Promise<void>): Promise<Hashes> {
  const hashes: Hashes = new Map();
  for (const part of PARTS) {
    for (const path of await pathsOf(from, part)) {
      // A file may be removed, or replaced by its editor, between listing and reading: the comparison finds that.
      const bytes = await readFile(join(from, path)).catch(() => undefined);
      if (!bytes) continue;
      hashes.set(path, createHash('sha256').update(bytes).digest('hex'));
      await use(path, bytes);
    }
  }
  return hashes;
}

/** The files of a part, from the project's root. A part may be a file, or not there. */
async function pathsOf(from: string, part: string): Promise<string[]> {
  const file = await stat(join(from, part)).catch(() => undefined);
  if (!file) return [];
  return file.isDirectory() ? (await listFiles(join(from, part))).map((path) => `${part}/${path}`) : [part];
}

/** In ms since 1970. */
async function lastSaved(from: string): Promise<number> {
  const paths = (await Promise.all(PARTS.map((part) => pathsOf(from, part)))).flat();
  const files = await Promise.all(paths.map((path) => stat(join(from, path)).catch(() => undefined)));
  return Math.max(0, ...files.map((file) => file?.mtimeMs ?? 0));
}

function sameFiles(a: Hashes, b: Hashes): boolean {
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
}

/** The paths of all files, with "/", sorted. @throws Error when there is no such folder. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const isFile = (entry: Dirent) => entry.isFile() || entry.isSymbolicLink();
  return entries
    .filter(isFile)
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
}
