/** `npm run check`: reports all problems of the catalogue. Exit codes: 0 fine, 2 problems, 1 the tool failed. */
import { counted } from '../card/prose.ts';
import { readCatalogFiles, readLock, readReleases, reportProblems } from './catalog-files.ts';
import { checkCatalog } from './check-catalog.ts';
import { readSite } from './site-files.ts';

/** The maximum number of sources in a note. */
const NAMED = 30;

const settings = await readSite();
const { releases, problems: releaseProblems } = await readReleases();
const files = await readCatalogFiles('cards');
const { loaded, problems: cardProblems } = await checkCatalog(files, await readLock(), settings, releases);
const problems = [...settings.problems, ...cardProblems, ...releaseProblems];

if (problems.length > 0) {
  reportProblems(problems);
  process.exitCode = 2;
} else {
  const cards = loaded.quoted.length + loaded.comparisons.length;
  console.log(`${counted(cards, 'card')} from ${counted(loaded.sources.length, 'source')}: no problems.`);
  const doubts = files.flatMap(({ name, text }) => {
    const count = text.split('# CHECK:').length - 1;
    return count > 0 ? [`${name} (${count})`] : [];
  });
  if (doubts.length > 0)
    console.log(
      `Note: there are marks "# CHECK:" in ${doubts.join(', ')}. Compare the fields with the article, and remove the marks.`,
    );
  if (settings.site.report === null)
    console.log(
      'Note: cards/site.yaml names no address for reports, so pages say that there is none. Add a line such as report: mailto:corrections@example.org',
    );
  const open = loaded.sources
    .map(({ value }) => value)
    .filter(({ url, archived = [] }) => url && archived.length === 0);
  const names = open.slice(0, NAMED).map(({ id }) => id);
  if (open.length > NAMED) names.push(`and ${open.length - NAMED} more`);
  if (open.length > 0)
    console.log(
      `Note: ${counted(open.length, 'source')} without an archived copy: ${names.join(', ')}. npm run archive looks for copies.`,
    );
}
