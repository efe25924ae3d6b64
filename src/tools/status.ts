/**
 * `npm run status [-- --url ADDRESS]`: prints the findings of the source watch and what needs attention. Exit codes: 0
 * fine, 2 a source needs attention, 1 there are no findings.
 */

import { EMPTY_LOCK } from '../card/evidence/lock.ts';
import { compileLoaded } from '../catalog/compile.ts';
import { loadCatalog } from '../catalog/load.ts';
import { createBundledStore } from '../catalog/stores/bundled.ts';
import { openNewest } from '../watch/reader.ts';
import { reportOf, sourcesReportOf, type WatchList, watchDocument } from '../watch/report.ts';
import { createKvStorage, type PublishedKey } from '../watch/storage.ts';
import { askWatch } from './ask-watch.ts';
import { writeBuilt } from './built-files.ts';
import { readCatalogFiles, reportProblems } from './catalog-files.ts';
import { readOptions } from './command-line.ts';
import { readConfig } from './deployment/config.ts';
import { statusText } from './status-text.ts';
import { createFileStorage } from './watch-files.ts';

const USAGE = `Usage: npm run status [-- --url ADDRESS]

Prints what the source watch found for each source, and lists what needs attention.

  --url ADDRESS   the service to ask, for example https://cards.example.org;
                  without it, the findings of npm run watch or npm run dev on this machine

Exit codes: 0 every quote is in its place, 2 something needs attention, 1 there are no findings.`;

async function main(): Promise<number> {
  const options = readOptions({ url: { type: 'string' } }, USAGE);
  const document = options.url === undefined ? await localDocument() : await askService(options.url);
  if (typeof document === 'number') return document;
  if (document.watch === null) {
    const where = options.url ?? 'on this machine';
    console.error(`No source has been read yet ${where === options.url ? `at ${where}` : where}. See docs/watch.md.`);
    return 1;
  }
  const { text, needsAttention } = statusText(document.watch, new Date().toISOString().slice(0, 10));
  console.log(text);
  return needsAttention ? 2 : 0;
}

/** The document of a running service. */
async function askService(origin: string): Promise<WatchList | number> {
  const asked = await askWatch(origin);
  if (asked.ok) return asked.document;
  console.error(asked.message);
  return 1;
}

const KV_CONFIG = 'build/status/wrangler.json';

/** The newer of two: the findings of `npm run watch`, and those in the preview's simulation of KV. */
async function localDocument(): Promise<WatchList | number> {
  const loaded = loadCatalog(await readCatalogFiles('cards'));
  if (loaded.problems.length > 0) {
    reportProblems(loaded.problems);
    return 2;
  }
  const { name, compatibility_date, kv_namespaces } = await readConfig();
  // With the whole configuration, wrangler would warn that Durable Objects do not run here.
  await writeBuilt(KV_CONFIG, JSON.stringify({ name, compatibility_date, kv_namespaces }));
  const { getPlatformProxy } = await import('wrangler');
  const persist = { path: '.wrangler/state/v3' };
  const proxy = await getPlatformProxy<{ WATCH?: KVNamespace }>({ configPath: KV_CONFIG, persist });
  try {
    const files = createFileStorage();
    const preview = proxy.env.WATCH && createKvStorage(proxy.env.WATCH);
    const published = async (key: PublishedKey) => [await preview?.get(key), await files.get(key)];
    const cards = openNewest(await published('index'), reportOf);
    const sources = openNewest(await published('sources'), sourcesReportOf);
    return await watchDocument(createBundledStore(compileLoaded(loaded, EMPTY_LOCK)), { cards, sources });
  } finally {
    await proxy.dispose();
  }
}

process.exitCode = await main();
