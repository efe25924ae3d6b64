/** Reads and writes cards/evidence.lock.json. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import type { FileProblem } from '../catalog/parse.ts';
import { LOCK_FILE } from '../catalog/rules.ts';
import { EMPTY_LOCK, EvidenceLock, lockText } from '../domain/evidence.ts';

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
export async function writeLock(lock: EvidenceLock): Promise<void> {
  await writeFile(`${LOCK_FILE}.new`, lockText(lock));
  await rename(`${LOCK_FILE}.new`, LOCK_FILE);
}
