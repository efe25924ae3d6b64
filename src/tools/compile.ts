/**
 * `npm run compile`: cards/*.yaml → build/public/_catalog, the assets that the Worker reads its catalogue from, and
 * build/build.json, which says which build they belong to. wrangler runs it before every build.
 * Exit code 2 when the catalogue has a problem, 1 when the tool failed. A build for deployment asks all that
 * `npm run check` asks; a preview only what it takes to show the cards, so that one can be seen before it is verified. A bad
 * edit under `wrangler dev` is reported and the last good catalogue goes on running, because wrangler stops when its build
 * command fails.
 */
import { existsSync } from 'node:fs';
import { compileCatalog } from '../catalog/compile.ts';
import { BUILD, codeRevision, writeBuilt, writeCatalog } from './built-files.ts';
import { readCatalogFiles, readLock, readReleases, reportProblems } from './catalog-files.ts';
import { checkCatalog } from './check-catalog.ts';
import { writeSatoriModule } from './satori-module.ts';
import { readSite, writeSite } from './site-files.ts';
import { SPECIMEN_PICTURES, SPECIMENS } from './specimens.ts';
import { writeWatch } from './watch-files.ts';

/** The command of wrangler that builds: "dev" for the preview. Not set where this is run by itself. */
const command = process.env.WRANGLER_COMMAND;
const previewing = command === 'dev';
const deploying = command !== undefined && !previewing;

await writeSatoriModule();
const settings = await readSite();
const lockFile = await readLock();
const { releases, problems: releaseProblems } = await readReleases();
const files = await readCatalogFiles('cards');
const { catalog, problems: cardProblems } = compileCatalog(files, lockFile.lock);
const problems = [
  ...(deploying
    ? (await checkCatalog(files, lockFile, settings, releases)).problems
    : [...cardProblems, ...lockFile.problems]),
  ...releaseProblems,
  ...settings.problems,
];
if (problems.length > 0) {
  reportProblems(problems);
  if (previewing && existsSync(BUILD)) console.error('The last good catalogue goes on running.');
  else process.exitCode = 2;
} else {
  await writeBuilt('build/specimens.json', JSON.stringify({ catalog: SPECIMENS, pictures: SPECIMEN_PICTURES }));
  await writeSite(settings);
  await writeWatch();
  await writeCatalog(catalog, { code: codeRevision(), releases });
}
