/**
 * `npm run release`: records the revisions that are about to be published, so that each can be served permanently and none
 * disappears unnoticed.
 */
import { readFile } from 'node:fs/promises';
import { Day } from '../card/date.ts';
import { counted } from '../card/prose.ts';
import { compileCatalog, linkRecords } from '../catalog/compile.ts';
import { RELEASE_FILE } from '../catalog/release-file.ts';
import { createReleases, newLines, type Releases } from '../catalog/releases.ts';
import {
  addReleases,
  readCatalogFiles,
  readLock,
  readReleases,
  replaceReleases,
  reportProblems,
} from './catalog-files.ts';
import { checkCatalog } from './check-catalog.ts';
import { readOptions, runTool } from './command-line.ts';
import { readSite } from './site-files.ts';

const USAGE = `Usage: npm run release [-- [--date YYYY-MM-DD] [--recreate]]

  --date YYYY-MM-DD   the day of publication; the default is today
  --recreate          replaces ${RELEASE_FILE} with a first release of the current catalogue. All earlier revisions
                      are lost. Rejected from 1.0.0 on (version in package.json).

Exit codes: 0 written, 2 the catalogue or an option has a problem, 1 the tool failed.`;

/** Exits with a problem that the user can fix. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

const options = readOptions({ date: { type: 'string' }, recreate: { type: 'boolean' } }, USAGE);
const date = Day.safeParse(options.date ?? new Date().toISOString().slice(0, 10));
if (!date.success) refuse('--date must be a day: YYYY-MM-DD');

if (options.recreate) {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  if (Number.parseInt(version, 10) >= 1) {
    refuse(
      `--recreate is rejected: version in package.json is ${version}. From 1.0.0 on, published revisions are permanent. Run npm run release without --recreate to add new revisions.`,
    );
  }
}

const settings = await readSite();
const lockFile = await readLock();
const { releases, problems: releaseProblems } = options.recreate
  ? { releases: createReleases([]), problems: [] }
  : await readReleases();
const files = await readCatalogFiles('cards');
const { problems: cardProblems } = await checkCatalog(files, lockFile, settings, releases);
const problems = [...settings.problems, ...cardProblems, ...releaseProblems];

await runTool(async () => {
  if (problems.length > 0) {
    reportProblems(problems);
    return 2;
  }
  const records = linkRecords(compileCatalog(files, lockFile.lock).catalog);
  const linesFor = (before: Releases) => newLines(before, records, date.data);
  const lines = options.recreate ? linesFor(createReleases([])) : await addReleases(linesFor);
  if (options.recreate) await replaceReleases(lines);
  const cards = lines.filter(({ type }) => type !== 'source').length;
  console.log(
    cards === 0 && !options.recreate
      ? 'Every card is already published in its current revision. There is nothing to release.'
      : `${counted(cards, 'revision')} of ${date.data} written to ${RELEASE_FILE}. Commit it with the cards.`,
  );
  return 0;
});
