/**
 * `npm run archive [-- --source ID]`: asks the Wayback Machine for a copy of every source that has an address and no copy
 * yet, and writes what it finds into cards/. Exit code 0 fine, 2 the catalogue has a problem, 1 the archive cannot be asked.
 */
import { join } from 'node:path';
import { loadCatalog } from '../catalog/load.ts';
import { formatProblem, parseFile, SourceFile } from '../catalog/parse.ts';
import { readCatalogFiles, reportProblems } from './catalog-files.ts';
import { readOptions, runTool } from './command-line.ts';
import { askWayback, insertArchived, WAYBACK_API } from './wayback.ts';
import { changeFile } from './whole-file.ts';

const USAGE = `Usage: npm run archive [-- --source ID] [--api ADDRESS]

  --source ID     ask about this source only
  --api ADDRESS   another service that answers as ${WAYBACK_API} does

Exit codes: 0 every answer is in, 2 the catalogue has a problem, 1 the archive could not be asked.`;

async function main(): Promise<number> {
  const options = readOptions({ source: { type: 'string' }, api: { type: 'string' } }, USAGE);
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
  let failed = false;
  for (const source of asked) {
    const { id, url, archived } = source;
    if (url === null) console.log(`${id}: has no known address, and so no copy can be known.`);
    else if (archived) console.log(`${id}: has a copy already, ${archived.url}`);
    else {
      const answer = await askWayback({ url, published: source.published.date, api: options.api ?? WAYBACK_API });
      if ('problem' in answer) {
        console.error(`${id}: ${answer.problem}`);
        failed = true;
      } else if (answer.copy === null) console.log(`${id}: ${answer.reason}`);
      else console.log(`${id}: ${await writeCopy(id, answer.copy)}`);
    }
  }
  return failed ? 1 : 0;
}

/** Writes a copy into the file of its source. @throws when the file would be no source any more. */
async function writeCopy(id: string, copy: { url: string; date: string }): Promise<string> {
  const path = join('cards', `${id}.yaml`);
  await changeFile(path, (before = '') => {
    const text = insertArchived(before, copy);
    const { problems } = parseFile(path, text, SourceFile);
    if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
    return text;
  });
  return `wrote the copy of ${copy.date} into ${path}, ${copy.url}`;
}

await runTool(main);
