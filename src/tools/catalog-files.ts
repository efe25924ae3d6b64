/** Reads the catalogue's files from disk, with the evidence lock and the releases, and prints their problems. */
import { appendFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EMPTY_LOCK, EvidenceLock, lockText } from '../card/evidence/lock.ts';
import { ReleaseLine } from '../card/release.ts';
import type { CatalogFile } from '../catalog/load.ts';
import { type FileProblem, formatProblem } from '../catalog/parse.ts';
import { createReleases, type Releases } from '../catalog/releases.ts';
import { LOCK_FILE } from '../catalog/rules.ts';

/** All YAML files of the folder; none where it is missing, because git keeps no empty folder. @throws when it cannot be read. */
export async function readCatalogFiles(folder: string): Promise<CatalogFile[]> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

/** Prints every problem on a line of its own, and their number. */
export function reportProblems(problems: FileProblem[]): void {
  for (const problem of problems) console.error(formatProblem(problem));
  console.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the catalogue.`);
}

/** The lock, empty where there is no file yet; and what is wrong with the file. */
export async function readLock(): Promise<{ lock: EvidenceLock; problems: FileProblem[] }> {
  const text = await readFile(LOCK_FILE, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return { lock: EMPTY_LOCK, problems: [] };
  const parsed = EvidenceLock.safeParse(parseJson(text));
  if (parsed.success) return { lock: parsed.data, problems: [] };
  const where = parsed.error.issues[0]?.path.join('.') || 'the file';
  const message = `cannot be read (${where}). It is written by npm run verify and not by hand: delete it and run that.`;
  return { lock: EMPTY_LOCK, problems: [{ file: LOCK_FILE, line: 1, message }] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes the lock whole or not at all. */
export const writeLock = (lock: EvidenceLock): Promise<void> => writeCatalogFile(LOCK_FILE, lockText(lock));

/** Writes a file of the catalogue whole or not at all. */
export async function writeCatalogFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

export const RELEASE_FILE = 'cards/releases.ndjson';

/** The releases, none where there is no file yet; and what is wrong with the file. */
export async function readReleases(): Promise<{ releases: Releases; problems: FileProblem[] }> {
  const text = await readFile(RELEASE_FILE, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const problems: FileProblem[] = [];
  const lines = text.split('\n').flatMap((line, index): ReleaseLine[] => {
    if (line === '') return [];
    const parsed = ReleaseLine.safeParse(parseJson(line));
    if (parsed.success) return [parsed.data];
    const where = parsed.error.issues[0]?.path.join('.') || 'the line';
    const message = `cannot be read (${where}). It is written by npm run release and not by hand: put the line back as it was.`;
    problems.push({ file: RELEASE_FILE, line: index + 1, message });
    return [];
  });
  return { releases: createReleases(lines), problems };
}

/** Adds lines to the releases. */
export async function addLines(lines: readonly ReleaseLine[]): Promise<void> {
  await appendFile(RELEASE_FILE, linesText(lines));
}

/** Replaces all releases, whole or not at all. */
export async function replaceLines(lines: readonly ReleaseLine[]): Promise<void> {
  await writeFile(`${RELEASE_FILE}.new`, linesText(lines));
  await rename(`${RELEASE_FILE}.new`, RELEASE_FILE);
}

function linesText(lines: readonly ReleaseLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
