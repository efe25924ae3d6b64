/**
 * `npm run compile`: cards/*.yaml → build/catalog.json, which the Worker bundles. wrangler runs it before every build.
 * Exit code 2 when the catalogue has a problem, 1 when the tool failed. A build for deployment asks all that
 * `npm run check` asks; a preview only what it takes to show the cards, so that one can be seen before it is proven. A bad
 * edit under `wrangler dev` is reported and the last good catalogue goes on running, because wrangler stops when its build
 * command fails.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { type Build, type BuiltSpecimens, compileCatalog } from '../catalog/compile.ts';
import { readCatalogFiles, reportProblems } from './catalog-files.ts';
import { checkCatalog } from './check-catalog.ts';
import { codeRevision } from './code-revision.ts';
import { readLock } from './lock-file.ts';
import { SPECIMEN_PICTURES, SPECIMENS } from './specimens.ts';

const CATALOG = 'build/catalog.json';
const SPECIMENS_FILE = 'build/specimens.json';

/** The command of wrangler that builds: "dev" for the preview. Not set where this is run by itself. */
const command = process.env.WRANGLER_COMMAND;
const previewing = command === 'dev';
const deploying = command !== undefined && !previewing;

/** Writes a file whole or not at all, and only where it changes: what is written anew is built anew. */
async function writeBuilt(path: string, data: unknown): Promise<void> {
  const json = `${JSON.stringify(data)}\n`;
  if (json === (await readFile(path, 'utf8').catch(() => undefined))) return;
  await mkdir('build', { recursive: true });
  await writeFile(`${path}.new`, json);
  await rename(`${path}.new`, path);
}

const { lock, problems: lockProblems } = await readLock();
const files = await readCatalogFiles('cards');
const { catalog, problems: cardProblems } = compileCatalog(files, lock);
const problems = [...(deploying ? (await checkCatalog(files, lock)).problems : cardProblems), ...lockProblems];
if (problems.length > 0) {
  reportProblems(problems);
  if (previewing && existsSync(CATALOG)) console.error('The last good catalogue goes on running.');
  else process.exitCode = 2;
} else {
  await writeBuilt(SPECIMENS_FILE, { catalog: SPECIMENS, pictures: SPECIMEN_PICTURES } satisfies BuiltSpecimens);
  await writeBuilt(CATALOG, { ...catalog, code: codeRevision() } satisfies Build);
}
