/**
 * `npm run deploy [-- --dry-run] [--origin URL] [--max-files N] [--max-script-kib N]`: builds, weighs what was built and
 * puts it on Cloudflare. What is uploaded is the bundle that drew the pictures. Exit code 0 fine, 2 the catalogue, the
 * public address or the weight has a problem, 1 the tool failed.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compileCatalog } from '../catalog/compile.ts';
import { linkRecords } from '../catalog/link.ts';
import { newLines } from '../catalog/releases.ts';
import { readCatalogFiles } from './catalog-files.ts';
import { readOptions } from './command-line.ts';
import { parseScriptKib, SCRIPT_BUDGET_KIB, weigh } from './deployment/budget.ts';
import { buildDeployment, DEPLOY_CONFIG } from './deployment/build.ts';
import { runWrangler } from './deployment/bundle.ts';
import { DEPLOY_FOLDER, listFiles } from './deployment/deploy-folder.ts';
import {
  chooseOrigin,
  FREE_PLAN_FILES,
  parseCount,
  readConfig,
  SHARED_OPTIONS,
  SHARED_USAGE,
} from './deployment/options.ts';
import { summarise } from './deployment/summary.ts';
import { readLock } from './lock-file.ts';
import { RELEASE_FILE, readReleases } from './release-file.ts';

const USAGE = `Usage: npm run deploy [-- --dry-run] [--origin URL] [--max-files N] [--max-script-kib N]

  --dry-run         do everything but the upload
${SHARED_USAGE}
  --max-script-kib N  how large the script may be, gzipped; without it ${SCRIPT_BUDGET_KIB}

Exit codes: 0 deployed, 2 the catalogue, the public address or the size has a problem, 1 the tool failed.`;

/** Read by wrangler as directions for the asset server; not a file of its own. */
const NOT_UPLOADED = new Set(['_headers']);

async function main(): Promise<number> {
  const own = { 'dry-run': { type: 'boolean' }, 'max-script-kib': { type: 'string' } } as const;
  const values = readOptions({ ...SHARED_OPTIONS, ...own }, USAGE);
  const maxFiles = parseCount('max-files', values['max-files'], FREE_PLAN_FILES);
  const scriptKib = parseCount('max-script-kib', values['max-script-kib'], SCRIPT_BUDGET_KIB);
  const config = readConfig();
  const chosen = chooseOrigin(values.origin, config);
  if ('message' in chosen) {
    console.error(chosen.message);
    return 2;
  }
  if (!values['dry-run'] && !(await isReleased())) return 2;
  const result = await buildDeployment({ config, origin: chosen.origin, maxFiles });
  if (typeof result === 'number') return result;
  console.log(summarise(result));

  const { lines, problems } = weigh(await weighBuild(), { scriptKib, files: maxFiles });
  for (const line of lines) console.log(line);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return 2;
  if (values['dry-run']) {
    console.log('Nothing was uploaded.');
    return 0;
  }
  const { status } = await runWrangler(['deploy', '--config', DEPLOY_CONFIG], { show: true });
  if (status !== 0) return 1;
  console.log(
    'Each deployment starts with an empty cache at Cloudflare, so nothing is left to purge. ' +
      'Browsers and other caches have the new cards within five minutes.',
  );
  return 0;
}

/** Whether every revision is written down, so that it can be served for ever; says so where one is not. */
async function isReleased(): Promise<boolean> {
  const { lock } = await readLock();
  const { releases } = await readReleases();
  const { catalog } = compileCatalog(await readCatalogFiles('cards'), lock);
  const lines = newLines(releases, linkRecords(catalog), '').filter(({ type }) => type !== 'source');
  if (lines.length === 0) return true;
  const count = lines.length === 1 ? '1 revision is' : `${lines.length} revisions are`;
  console.error(`${count} not in ${RELEASE_FILE} yet. Run npm run release, commit that file, and deploy again.`);
  return false;
}

async function weighBuild() {
  const { status, output } = await runWrangler(['deploy', '--config', DEPLOY_CONFIG, '--dry-run']);
  if (status !== 0) throw new Error(`wrangler refuses what was built:\n${output.trim()}`);
  const paths = (await listFiles(DEPLOY_FOLDER)).filter((path) => !NOT_UPLOADED.has(path));
  const files = await Promise.all(
    paths.map(async (path) => ({ path, bytes: (await stat(join(DEPLOY_FOLDER, path))).size })),
  );
  return { scriptKib: parseScriptKib(output), files };
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`The deployment stopped: ${(error as Error).message}`);
  process.exitCode = 1;
}
