/** A copy of everything a build is made of, at one moment. Files saved later belong to the next build. */
import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** The files and folders that a build reads. */
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

/** The number of attempts that may fail because a file was saved in the meantime. */
const ATTEMPTS = 5;

/** A file that was saved this recently may be incomplete: many programs empty a file before they write it. */
const QUIET_MS = 300;

/**
 * Copies the project in `from` to the folder `to`, which must not exist. The packages are linked, not copied.
 * @throws Error if files kept changing while they were copied
 */
export async function takeSnapshot(from: string, to: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const copied = await copyParts(from, to);
    if (Date.now() - (await lastSaved(from)) < QUIET_MS) await setTimeout(QUIET_MS);
    // If nothing has changed, the copy was valid at a moment between the two readings.
    if (sameFiles(copied, await hashParts(from))) {
      await symlink(resolve(from, 'node_modules'), join(to, 'node_modules'), 'junction');
      return;
    }
    await rm(to, { recursive: true });
  }
  throw new Error(
    'files of the project changed during each attempt to copy them. Build again when no program writes to them.',
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
      // A file may be removed or replaced between listing and reading; the comparison detects that.
      const bytes = await readFile(join(from, path)).catch(() => undefined);
      if (!bytes) continue;
      hashes.set(path, createHash('sha256').update(bytes).digest('hex'));
      await use(path, bytes);
    }
  }
  return hashes;
}

/** The files of a part, relative to the project's root. A part may be a single file, or missing. */
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

/** The paths of all files, with "/", sorted. @throws Error if there is no such folder */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const isFile = (entry: Dirent) => entry.isFile() || entry.isSymbolicLink();
  return entries
    .filter(isFile)
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
}
