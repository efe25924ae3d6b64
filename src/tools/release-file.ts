/** Reads and adds to cards/releases.ndjson. */
import { appendFile, readFile } from 'node:fs/promises';
import type { FileProblem } from '../catalog/parse.ts';
import { createReleases, type Releases } from '../catalog/releases.ts';
import { ReleaseLine } from '../domain/release.ts';

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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function addLines(lines: readonly ReleaseLine[]): Promise<void> {
  await appendFile(RELEASE_FILE, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
