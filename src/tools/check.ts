/** `npm run check`: reports all problems of the catalogue. Exit codes: 0 fine, 2 problems, 1 the tool failed. */
import { readCatalogFiles, readLock, readReleases, reportProblems } from './catalog-files.ts';
import { checkCatalog } from './check-catalog.ts';
import { readSite } from './site-files.ts';

const settings = await readSite();
const { releases, problems: releaseProblems } = await readReleases();
const { loaded, problems: cardProblems } = await checkCatalog(
  await readCatalogFiles('cards'),
  await readLock(),
  settings,
  releases,
);
const problems = [...settings.problems, ...cardProblems, ...releaseProblems];

if (problems.length > 0) {
  reportProblems(problems);
  process.exitCode = 2;
} else {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const cards = loaded.quoted.length + loaded.comparisons.length;
  console.log(`${count(cards, 'card')} from ${count(loaded.sources.length, 'source')}: no problems.`);
}
