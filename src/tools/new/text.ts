/** Reads the captured text that `npm run new` quotes, with the hash that a source names it by. */
import { readFile } from 'node:fs/promises';
import { sha256 as hashBytes } from '../texts.ts';
import { type Refusal, refuse } from './refusal.ts';

/** `sha256`: of the bytes of the file, in hexadecimal. The text is all of it, a byte order mark too. */
export async function readText(file: string): Promise<{ ok: true; text: string; sha256: string } | Refusal> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return refuse(`--text ${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Check the path.`);
  }
  const sha256 = hashBytes(bytes);
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), sha256 };
  } catch {
    return refuse(`--text ${file} is not UTF-8. Give the text as captured, in UTF-8.`);
  }
}
