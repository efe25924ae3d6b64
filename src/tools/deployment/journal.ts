/**
 * What was drawn, in a file beside the deployed folder: a line of JSON for each picture, written after the picture
 * itself. A build that was interrupted goes on from there.
 */
import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeBuilt } from '../built-files.ts';
import type { Drawn } from './plan.ts';

type Line = { path: string } & Drawn;

/** The pictures that lie in `folder` as the journal says. A line cut short, or a file of another length, is not there. */
export function readJournal(journal: string, folder: string): Map<string, Drawn> {
  const drawn = new Map<string, Drawn>();
  if (!existsSync(journal)) return drawn;
  for (const text of readFileSync(journal, 'utf8').split('\n')) {
    const line = parseLine(text);
    if (line) drawn.set(line.path, { key: line.key, bytes: line.bytes });
  }
  for (const [path, { bytes }] of drawn)
    if (statSync(join(folder, path), { throwIfNoEntry: false })?.size !== bytes) drawn.delete(path);
  return drawn;
}

/** Begins anew with the pictures that are kept, so that no line speaks of a picture about to be replaced. */
export async function startJournal(journal: string, kept: ReadonlyMap<string, Drawn>): Promise<void> {
  await writeBuilt(journal, [...kept].map(([path, drawn]) => lineOf(path, drawn)).join(''));
}

export function addToJournal(journal: string, path: string, drawn: Drawn): void {
  appendFileSync(journal, lineOf(path, drawn));
}

const lineOf = (path: string, { key, bytes }: Drawn) => `${JSON.stringify({ path, key, bytes } satisfies Line)}\n`;

function parseLine(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}
