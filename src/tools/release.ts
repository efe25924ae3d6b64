/**
 * `npm run release`: writes down what is about to be published, so that each revision can be served for ever and nothing
 * can vanish unnoticed. `--date YYYY-MM-DD` where it is not today. Exit code 2 when the catalogue has a problem, 1 when
 * the tool failed.
 */

import { Day } from '../card/source.ts';
import { compileCatalog, linkRecords } from '../catalog/compile.ts';
import { newLines } from '../catalog/releases.ts';
import { addLines, RELEASE_FILE, readCatalogFiles, readLock, readReleases, reportProblems } from './catalog-files.ts';
import { checkCatalog } from './check-catalog.ts';
import { readOptions } from './command-line.ts';
import { readSite } from './site-files.ts';

const USAGE = `Usage: npm run release [-- --date YYYY-MM-DD]

  --date YYYY-MM-DD   the day on which it is published, where it is not today

Exit codes: 0 written, 2 the catalogue or the day has a problem, 1 the tool failed.`;

const options = readOptions({ date: { type: 'string' } }, USAGE);
const date = Day.safeParse(options.date ?? new Date().toISOString().slice(0, 10));
if (!date.success) {
  console.error('--date must be a day: YYYY-MM-DD');
  process.exit(2);
}

const settings = await readSite();
const { lock, problems: lockProblems } = await readLock();
const { releases, problems: releaseProblems } = await readReleases();
const files = await readCatalogFiles('cards');
const { problems: cardProblems } = await checkCatalog(files, lock, settings, releases);
const problems = [...settings.problems, ...cardProblems, ...lockProblems, ...releaseProblems];

if (problems.length > 0) {
  reportProblems(problems);
  process.exitCode = 2;
} else {
  const lines = newLines(releases, linkRecords(compileCatalog(files, lock, settings.site.language).catalog), date.data);
  const cards = lines.filter(({ type }) => type !== 'source').length;
  if (lines.length > 0) await addLines(lines);
  console.log(
    cards === 0
      ? 'Every card is published as it stands: there is nothing new to release.'
      : `${cards} ${cards === 1 ? 'revision' : 'revisions'} of ${date.data} written into ${RELEASE_FILE}. Commit it with the cards.`,
  );
}
