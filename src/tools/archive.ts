/**
 * `npm run archive [-- --source ID] [--save]`: asks the Wayback Machine for a copy of every source that has an address and
 * no copy, or with --save for a new copy, and writes the results to cards/. Exit codes: 0 fine, 2 the catalogue has a
 * problem, 1 the archive cannot be reached.
 */
import type { Source } from '../card/source.ts';
import { loadCatalog } from '../catalog/load.ts';
import { writeCopy } from './archived-field.ts';
import { readCatalogFiles, reportProblems } from './catalog-files.ts';
import { readOptions, runTool } from './command-line.ts';
import { askWayback, CANNOT_SAVE, saveToWayback, WAYBACK_API, type WaybackAnswer } from './wayback.ts';

const USAGE = `Usage: npm run archive [-- --source ID] [--save] [--api ADDRESS]

Asks the Wayback Machine for a copy of each source that has an address and no copy, and adds it to the source in cards/.

  --source ID     only this source
  --save          request a new copy of each source, even if it already has one. Needs the keys of an account at
                  archive.org (https://archive.org/account/s3.php) as WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY
  --api ADDRESS   another service that responds like ${WAYBACK_API}

Exit codes: 0 fine, 2 the catalogue has a problem, 1 the archive could not be reached.`;

/** After this many failures in a row, the archive is not asked again: each request may take half a minute. */
const MAX_FAILURES = 3;

async function main(): Promise<number> {
  const options = readOptions(
    {
      source: { type: 'string' },
      save: { type: 'boolean' },
      api: { type: 'string' },
    },
    USAGE,
  );
  if (options.save && CANNOT_SAVE) {
    console.error(CANNOT_SAVE);
    return 2;
  }
  const { sources, problems } = loadCatalog(await readCatalogFiles('cards'));
  if (problems.length > 0) {
    reportProblems(problems);
    return 2;
  }
  const asked = sources
    .map(({ value }) => value)
    .filter(({ id }) => options.source === undefined || id === options.source);
  if (options.source !== undefined && asked.length === 0) {
    console.error(`There is no source "${options.source}" in cards/. Its id is the name of its file.`);
    return 2;
  }
  const askFor = ({ url, snapshot: { accessed: day } }: Source & { url: string }): Promise<WaybackAnswer> =>
    options.save ? saveToWayback(url) : askWayback({ url, day, api: options.api });
  let failed = false;
  let inARow = 0;
  for (const source of asked) {
    const { id, url, archived = [] } = source;
    if (url === null) console.log(`${id}: has no known address, so no copy can be found.`);
    else if (archived[0] && !options.save) console.log(`${id}: already has a copy, ${archived[0].url}`);
    else if (inARow === MAX_FAILURES)
      console.error(`${id}: not asked, because the archive failed ${inARow} times in a row.`);
    else {
      const answer = await askFor({ ...source, url });
      inARow = 'problem' in answer ? inARow + 1 : 0;
      if ('problem' in answer) {
        console.error(`${id}: ${answer.problem}`);
        failed = true;
      } else if (answer.copy === null) console.log(`${id}: ${answer.reason}`);
      else if (archived.some((copy) => copy.url === answer.copy.url)) console.log(`${id}: already has this copy.`);
      else console.log(`${id}: ${await writeCopy(id, answer.copy)}`);
    }
  }
  return failed ? 1 : 0;
}

await runTool(main);
