/** Reads the catalogue's files, the evidence lock and the releases from disk, and prints their problems. */
import { isUtf8 } from 'node:buffer';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EvidenceLock, lockText } from '../card/evidence/lock.ts';
import { counted } from '../card/prose.ts';
import type { ReleaseLine } from '../card/release.ts';
import type { CatalogFile } from '../catalog/load.ts';
import { type LockFile, parseLock } from '../catalog/lock-file.ts';
import { type FileProblem, formatProblem } from '../catalog/parse.ts';
import { parseReleases, RELEASE_FILE, type ReleaseFile } from '../catalog/release-file.ts';
import type { Releases } from '../catalog/releases.ts';
import { LOCK_FILE } from '../catalog/rules.ts';
import { absent, changeFile } from './whole-file.ts';

/**
 * All YAML files of the folder; none if it is missing, because git does not keep empty folders. @throws if it cannot be
 * read
 */
export async function readCatalogFiles(folder: string): Promise<CatalogFile[]> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(names.map((name) => readCatalogFile(folder, name)));
  return files.filter((file) => file !== undefined);
}

/** One file, or undefined if it does not exist. */
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

/** The problems as lines, by file and line. Several cards can report the same problem of their source. */
export function uniqueLines(problems: FileProblem[]): string[] {
  const sorted = problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return [...new Set(sorted.map(formatProblem))];
}

/** Prints one problem per line, and their number. */
export function reportProblems(problems: FileProblem[]): void {
  const lines = uniqueLines(problems);
  for (const line of lines) console.error(line);
  console.error(`${counted(lines.length, 'problem')} in the catalogue.`);
}

/** The lock; empty if the file does not exist yet. */
export async function readLock(): Promise<LockFile> {
  return reportRemains(parseLock(await readFile(LOCK_FILE, 'utf8').catch(absent)));
}

/** Changes the current entries of the lock. @throws if the file cannot be read */
export async function changeLock(change: (before: LockFile) => EvidenceLock['cards']): Promise<void> {
  await changeFile(LOCK_FILE, (text) => {
    const before = parseLock(text);
    if (before.problems.length > 0) throw unreadable(before.problems);
    const cards = change(before);
    return text === undefined && Object.keys(cards).length === 0 ? undefined : lockText({ version: 1, cards });
  });
}

/** Replaces a file of the catalogue. Returns false if it no longer has the text `before`. */
export async function replaceCatalogFile(path: string, before: string | undefined, after: string): Promise<boolean> {
  let replaced = false;
  await changeFile(path, (text) => {
    replaced = text === before;
    return replaced ? after : undefined;
  });
  return replaced;
}

/** The releases; none if the file does not exist yet. `problems`: the problems of the file. */
export async function readReleases(): Promise<ReleaseFile> {
  return reportRemains(parseReleases(await readFile(RELEASE_FILE, 'utf8').catch(absent)));
}

function reportRemains<File extends { remains: FileProblem | undefined }>(file: File): File {
  if (file.remains) console.error(formatProblem(file.remains));
  return file;
}

/** Adds the result of `linesFor` to the current releases, and returns it. @throws if the file cannot be read */
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

/** The file was valid when the command started. */
const unreadable = (problems: FileProblem[]) =>
  Object.assign(new Error(problems.map(formatProblem).join('\n')), { code: 'EUNREADABLE' });
