/** Reads the catalogue's files from disk, with the evidence lock and the releases, and prints their problems. */
import { isUtf8 } from 'node:buffer';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EvidenceLock, lockText } from '../card/evidence/lock.ts';
import type { ReleaseLine } from '../card/release.ts';
import type { CatalogFile } from '../catalog/load.ts';
import { type LockFile, parseLock } from '../catalog/lock-file.ts';
import { type FileProblem, formatProblem } from '../catalog/parse.ts';
import { parseReleases, RELEASE_FILE, type ReleaseFile } from '../catalog/release-file.ts';
import type { Releases } from '../catalog/releases.ts';
import { LOCK_FILE } from '../catalog/rules.ts';
import { absent, changeFile } from './whole-file.ts';

/** All YAML files of the folder; none where it is missing, because git keeps no empty folder. @throws when it cannot be read. */
export async function readCatalogFiles(folder: string): Promise<CatalogFile[]> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(names.map((name) => readCatalogFile(folder, name)));
  return files.filter((file) => file !== undefined);
}

/** One file, or undefined where there is none. */
export async function readCatalogFile(folder: string, name: string): Promise<CatalogFile | undefined> {
  const faulty = (message: string, line = 1): CatalogFile => ({ name, text: '', fault: { line, message } });
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR') return faulty('is a folder. Give it a name without .yaml.');
    return faulty(`cannot be read (${code}). Check its permissions.`);
  }
  if (isUtf8(bytes)) return { name, text: bytes.toString('utf8') };
  return faulty('has bytes that are not UTF-8. Save the file as UTF-8.', brokenLine(bytes));
}

/** The first line with bytes that are not UTF-8, counted from 1. */
function brokenLine(bytes: Buffer): number {
  let line = 1;
  for (let at = 0; ; line++) {
    const end = bytes.indexOf(0x0a, at);
    if (end < 0 || !isUtf8(bytes.subarray(at, end))) return line;
    at = end + 1;
  }
}

/** The lines of problems. What is wrong with a source is found of each of its cards, and said once. */
export const uniqueLines = (problems: FileProblem[]): string[] => [...new Set(problems.map(formatProblem))];

/** Prints every problem on a line of its own, and their number. */
export function reportProblems(problems: FileProblem[]): void {
  const lines = uniqueLines(problems);
  for (const line of lines) console.error(line);
  console.error(`${lines.length} ${lines.length === 1 ? 'problem' : 'problems'} in the catalogue.`);
}

/** The lock, empty where there is no file yet. */
export async function readLock(): Promise<LockFile> {
  return reportRemains(parseLock(await readFile(LOCK_FILE, 'utf8').catch(absent)));
}

/** Changes the entries of the lock as it is then. @throws where the file cannot be read. */
export async function changeLock(change: (before: LockFile) => EvidenceLock['cards']): Promise<void> {
  await changeFile(LOCK_FILE, (text) => {
    const before = parseLock(text);
    if (before.problems.length > 0) throw unreadable(before.problems);
    const cards = change(before);
    return text === undefined && Object.keys(cards).length === 0 ? undefined : lockText({ version: 1, cards });
  });
}

/** Changes a file of the catalogue that was `before` when the change was planned: false where it is that no more. */
export async function replaceCatalogFile(path: string, before: string | undefined, after: string): Promise<boolean> {
  let replaced = false;
  await changeFile(path, (text) => {
    replaced = text === before;
    return replaced ? after : undefined;
  });
  return replaced;
}

/** The releases, none where there is no file yet; and what is wrong with the file. */
export async function readReleases(): Promise<ReleaseFile> {
  return reportRemains(parseReleases(await readFile(RELEASE_FILE, 'utf8').catch(absent)));
}

function reportRemains<File extends { remains: FileProblem | undefined }>(file: File): File {
  if (file.remains) console.error(formatProblem(file.remains));
  return file;
}

/** Adds to the releases as they are then what `linesFor` gives. Returns it. @throws where the file cannot be read. */
export async function addReleases(linesFor: (releases: Releases) => ReleaseLine[]): Promise<ReleaseLine[]> {
  let added: ReleaseLine[] = [];
  await changeFile(RELEASE_FILE, (text) => {
    const { releases, problems, whole } = parseReleases(text);
    if (problems.length > 0) throw unreadable(problems);
    added = linesFor(releases);
    return added.length > 0 || whole !== (text ?? '') ? whole + linesText(added) : undefined;
  });
  return added;
}

/** Replaces all releases. */
export const replaceReleases = (lines: readonly ReleaseLine[]): Promise<void> =>
  changeFile(RELEASE_FILE, () => linesText(lines));

function linesText(lines: readonly ReleaseLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Of a file that was well when the command began. */
const unreadable = (problems: FileProblem[]) =>
  Object.assign(new Error(problems.map(formatProblem).join('\n')), { code: 'EUNREADABLE' });
