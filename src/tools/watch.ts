/**
 * `npm run watch`: reads every source that was not read today, as the Worker does, and writes the findings to watch/. Exit
 * codes: 0 fine, 2 the catalogue has a problem, 1 something could not be stored.
 */
import { compileLoaded } from '../catalog/compile.ts';
import { loadCatalog } from '../catalog/load.ts';
import { createBundledStore } from '../catalog/stores/bundled.ts';
import { runPass } from '../watch/pass.ts';
import { readCatalogFiles, readLock, reportProblems } from './catalog-files.ts';
import { readOptions, runTool } from './command-line.ts';
import { chooseOrigin, readConfig } from './deployment/config.ts';
import { createFileStorage, WATCH_FOLDER } from './watch-files.ts';

const USAGE = `Usage: npm run watch [-- --origin URL]

Reads the page of every source once a day, and writes the findings to ${WATCH_FOLDER}/. Commit this folder: the next build
includes it. npm run status lists what needs attention.

  --origin URL   the public address, which the user agent contains; without it, PUBLIC_URL in wrangler.toml, if it is set

Exit codes: 0 every source that was due was read, 2 the catalogue has a problem, 1 something could not be stored.`;

async function main(): Promise<number> {
  const { origin: given } = readOptions({ origin: { type: 'string' } }, USAGE);
  const chosen = chooseOrigin(given, given === undefined ? await readConfig() : {});
  if ('message' in chosen) {
    console.error(chosen.message);
    return 2;
  }
  const loaded = loadCatalog(await readCatalogFiles('cards'));
  const { lock, problems } = await readLock();
  if (loaded.problems.length + problems.length > 0) {
    reportProblems([...loaded.problems, ...problems]);
    return 2;
  }
  const catalog = createBundledStore(compileLoaded(loaded, lock));
  const storage = createFileStorage();
  const publicUrl = chosen.origin ?? undefined;
  let left = Infinity;
  let failed = 0;
  while (left > 0) {
    const pass = await runPass({ catalog, storage, time: Date.now(), wholeDay: true, publicUrl });
    for (const { message } of pass.failures) console.error(message);
    failed += pass.failures.length;
    if (pass.left >= left) break;
    left = pass.left;
  }
  console.log(
    `All due sources were read. The results are in ${WATCH_FOLDER}/; npm run status lists what needs attention.`,
  );
  return failed > 0 || left > 0 ? 1 : 0;
}

await runTool(main);
