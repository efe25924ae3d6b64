/**
 * `npm run compile`: cards/*.yaml → build/catalog.json, which the Worker bundles. wrangler runs it before every build.
 * Exit code 2 when the catalogue has a problem, 1 when the tool failed. Under `wrangler dev` a bad edit is reported and
 * the last good catalogue goes on running, because wrangler stops when its build command fails.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { type Build, compileCatalog } from '../catalog/compile.ts';
import { readCatalogFiles, reportProblems } from './catalog-files.ts';
import { codeRevision } from './code-revision.ts';
import { readLock } from './lock-file.ts';
import { SPECIMEN_PICTURES, SPECIMENS } from './specimens.ts';

const OUTPUT = 'build/catalog.json';

const previewing = process.env.WRANGLER_COMMAND === 'dev';
const { lock, problems: lockProblems } = await readLock();
const { catalog, problems: cardProblems } = compileCatalog(await readCatalogFiles('cards'), lock);
const problems = [...cardProblems, ...lockProblems];
const before = await readFile(OUTPUT, 'utf8').catch(() => undefined);
if (problems.length > 0) {
  reportProblems(problems);
  if (previewing && before !== undefined) console.error('The last good catalogue goes on running.');
  else process.exitCode = 2;
} else {
  const specimens = previewing ? { catalog: SPECIMENS, pictures: SPECIMEN_PICTURES } : null;
  const json = `${JSON.stringify({ ...catalog, code: codeRevision(), specimens } satisfies Build)}\n`;
  if (json !== before) {
    await mkdir('build', { recursive: true });
    await writeFile(`${OUTPUT}.new`, json);
    await rename(`${OUTPUT}.new`, OUTPUT);
  }
}
