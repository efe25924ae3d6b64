/** The captured texts in a folder, identified by content, not by file name. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `path`: the file; `text`: decoded from UTF-8. */
export type CapturedText = { path: string; bytes: Uint8Array; text: string };

/** Every file of a folder, by the SHA-256 of its bytes. @throws if the folder cannot be read */
export async function readTexts(folder: string): Promise<Map<string, CapturedText>> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  const texts = new Map<string, CapturedText>();
  for (const { name } of entries) {
    const path = join(folder, name);
    const bytes = await readFile(path);
    texts.set(sha256(bytes), { path, bytes, text: bytes.toString('utf8') });
  }
  return texts;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
