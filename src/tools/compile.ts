/**
 * `npm run compile`: cards/*.yaml → build/public/_catalog, the assets with the Worker's catalogue, and build/build.json,
 * the build that they belong to. wrangler runs it before every build. Exit codes: 0 fine, 2 the catalogue has a problem, 1
 * the tool failed. A build for deployment makes all checks of `npm run check`. The preview makes only those that it needs
 * to show the cards, so that authors can see a card before it is verified. Under `wrangler dev`, an invalid edit is only
 * reported and the last valid catalogue remains, because wrangler stops if its build command fails.
 */
import { existsSync } from 'node:fs';
import { compileCatalog } from '../catalog/compile.ts';
import { BUILD, codeRevision, writeBuilt, writeCatalog } from './built-files.ts';
import { readCatalogFiles, readLock, readReleases, reportProblems } from './catalog-files.ts';
import { checkCatalog } from './check-catalog.ts';
import { readPixels, writePixels } from './pixels.ts';
import { writeSatoriModule } from './satori-module.ts';
import { writeScripts } from './scripts.ts';
import { readSite, writeSite } from './site-files.ts';
import { SPECIMEN_PICTURES, SPECIMENS } from './specimens.ts';
import { writeWatch } from './watch-files.ts';

/** The wrangler command that builds: "dev" for the preview. Not set if this tool runs by itself. */
const command = process.env.WRANGLER_COMMAND;
const previewing = command === 'dev';
const deploying = command !== undefined && !previewing;

await writeSatoriModule();
const settings = await readSite();
const lockFile = await readLock();
const { releases, problems: releaseProblems } = await readReleases();
const pixels = await readPixels();
const files = await readCatalogFiles('cards');
const { catalog, problems: cardProblems } = compileCatalog(files, lockFile.lock);
const problems = [
  ...(deploying
    ? (await checkCatalog(files, lockFile, settings, releases)).problems
    : [...cardProblems, ...lockFile.problems]),
  ...releaseProblems,
  ...pixels.problems,
  ...settings.problems,
];
if (problems.length > 0) {
  reportProblems(problems);
  if (previewing && existsSync(BUILD)) console.error('The preview keeps the last valid catalogue.');
  else process.exitCode = 2;
} else {
  await writeBuilt('build/specimens.json', JSON.stringify({ catalog: SPECIMENS, pictures: SPECIMEN_PICTURES }));
  await writeSite(settings);
  await writeWatch();
  await writePixels(pixels.lines);
  await writeScripts();
  await writeCatalog(catalog, { code: codeRevision(), releases });
}
