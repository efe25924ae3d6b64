/** Reads the catalogue's files from disk, and prints their problems. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogFile } from '../catalog/load.ts';
import { type FileProblem, formatProblem } from '../catalog/parse.ts';

/** All YAML files of the folder. @throws when the folder cannot be read. */
export async function readCatalogFiles(folder: string): Promise<CatalogFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

/** Prints every problem on a line of its own, and their number. */
export function reportProblems(problems: FileProblem[]): void {
  for (const problem of problems) console.error(formatProblem(problem));
  console.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the catalogue.`);
}
