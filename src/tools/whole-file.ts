/** Writes files atomically, and lets only one of several commands change a file at a time. */
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Writes a file under a new name and renames it. If that fails, the file is unchanged. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  try {
    await stage(path, data);
    await rename(stagedName(path), path);
  } catch (error) {
    await rm(stagedName(path), { force: true }).catch(() => {});
    throw unwritten(path, error);
  }
  await syncFolder(dirname(path));
}

const stagedName = (path: string) => `${path}.${process.pid}.new`;

/** Writes the new content of a file under a new name. */
async function stage(path: string, data: string | Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await removeLeftovers(folder);
  await writeSynced(stagedName(path), data, 'w');
}

async function writeSynced(path: string, data: string | Uint8Array, flags: 'w' | 'wx'): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable once its folder is on disk. Not every system supports that. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r').catch(() => undefined);
  await opened?.sync().catch(() => {});
  await opened?.close();
}

const cleaned = new Set<string>();

/** Removes half-written files of killed commands from a folder, once per run. */
async function removeLeftovers(folder: string): Promise<void> {
  if (cleaned.has(folder)) return;
  cleaned.add(folder);
  for (const name of await readdir(folder)) {
    const writer = Number(/\.(\d+)\.new$/.exec(name)?.[1] ?? Number.NaN);
    const isLeft = writer === process.pid || !isRunning(writer);
    if (!Number.isNaN(writer) && isLeft) await rm(join(folder, name), { force: true });
  }
}

/** Whether a process with this id runs on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** For an error with a code, tools print its message and exit. */
function unwritten(path: string, error: unknown): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error as Error;
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  const fix = full ? 'The disk is full: free some space' : 'Check that this folder can be written to';
  return Object.assign(new Error(`${path} was not changed (${message}). ${fix}, and run the command again.`), {
    code,
  });
}

/**
 * Changes a text file atomically, and waits for other commands that change one. `change` receives the current text
 * (undefined if there is none) and returns the new text, or undefined for no change. A change takes milliseconds.
 */
export async function changeFile(
  path: string,
  change: (text: string | undefined) => string | undefined,
  patienceMs = 10_000,
): Promise<void> {
  await takeTurn(patienceMs);
  try {
    await removeLeftovers(dirname(path)).catch(() => {});
    const before = await readFile(path, 'utf8').catch(absent);
    const after = change(before);
    if (after !== undefined && after !== before) await writeWhole(path, after);
  } finally {
    await rm(TURN_FILE, { force: true });
  }
}

/** A file as it was when a change was planned, and its new content; undefined if there is none. */
export type FileChange = { path: string; before: string | undefined; after: string | undefined };

/**
 * Changes several text files, all or none: each is written to a new name before the first is renamed. Returns the path of a
 * file that is not as it was when the change was planned; then nothing is changed.
 */
export async function changeFiles(
  changes: readonly FileChange[],
  patienceMs = 10_000,
): Promise<{ stale: string | undefined }> {
  await takeTurn(patienceMs);
  const done: FileChange[] = [];
  try {
    for (const { path, before } of changes)
      if ((await readFile(path, 'utf8').catch(absent)) !== before) return { stale: path };
    for (const { path, after } of changes) if (after !== undefined) await stage(path, after);
    for (const change of changes) {
      const { path, after } = change;
      if (after === undefined) await rm(path, { force: true });
      else await rename(stagedName(path), path);
      done.push(change);
    }
    for (const folder of new Set(changes.map(({ path }) => dirname(path)))) await syncFolder(folder);
    return { stale: undefined };
  } catch (error) {
    for (const { path, before } of done.reverse())
      await (before === undefined ? rm(path, { force: true }) : writeWhole(path, before));
    for (const { path } of changes) await rm(stagedName(path), { force: true }).catch(() => {});
    const failed = changes[done.length] ?? changes[0];
    throw unwritten(failed?.path ?? '', error);
  } finally {
    await rm(TURN_FILE, { force: true });
  }
}

export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** Exists while a command changes a file, and contains its process id. */
const TURN_FILE = '.writing';
const POLL_MS = 20;
/** A command was killed after creating the file and before writing its id to it. */
const UNSIGNED_MS = 1_000;

async function takeTurn(patienceMs: number): Promise<void> {
  const since = Date.now();
  for (;;) {
    const error = await writeSynced(TURN_FILE, `${process.pid}\n`, 'wx').catch(
      (thrown: NodeJS.ErrnoException) => thrown,
    );
    if (!error) return;
    if (error.code !== 'EEXIST') {
      if (error.syscall !== 'open') await rm(TURN_FILE, { force: true });
      throw unwritten(TURN_FILE, error);
    }
    const owner = await ownerOfTurn();
    if (owner === 'killed') await rm(TURN_FILE, { force: true });
    else if (Date.now() - since > patienceMs) {
      const message = `Another command (process ${owner}) is writing to this project (see ${TURN_FILE}). Run this command again when that one has finished.`;
      throw Object.assign(new Error(message), { code: 'EBUSY' });
    } else await setTimeout(POLL_MS);
  }
}

/** The id of the process that is changing a file, if there is one. */
async function ownerOfTurn(): Promise<number | 'killed' | 'unknown'> {
  const text = await readFile(TURN_FILE, 'utf8').catch(absent);
  if (text === undefined) return 'unknown';
  const owner = Number(text);
  if (text.endsWith('\n')) return owner !== process.pid && isRunning(owner) ? owner : 'killed';
  const file = await stat(TURN_FILE).catch(absent);
  return file && Date.now() - file.mtimeMs > UNSIGNED_MS ? 'killed' : 'unknown';
}
