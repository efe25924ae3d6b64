/**
 * `npm run deploy [-- --dry-run] [--origin URL] [--max-files N] [--max-script-kib N]`: builds, compares the size with the
 * limits, and uploads the tested result to Cloudflare. Exit codes: 0 fine, 2 the catalogue, the public address or the size
 * has a problem, 1 the tool failed.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readOptions } from './command-line.ts';
import { buildDeployment } from './deployment/build.ts';
import { runWrangler } from './deployment/bundle.ts';
import { FREE_PLAN_FILES, parseCount, SHARED_OPTIONS, SHARED_USAGE } from './deployment/config.ts';
import { listFiles } from './deployment/snapshot.ts';
import { parseScriptKib, SCRIPT_BUDGET_KIB, weigh } from './deployment/summary.ts';

const USAGE = `Usage: npm run deploy [-- --dry-run] [--origin URL] [--max-files N] [--max-script-kib N]

Builds the site as npm run build does, compares its size with the limits of your plan, and uploads it to Cloudflare.

  --dry-run         do everything except the upload
${SHARED_USAGE}
  --max-script-kib N  the maximum size of the script in KiB (default: ${SCRIPT_BUDGET_KIB})

Exit codes: 0 deployed, 2 the catalogue, the public address or the size has a problem, 1 the tool failed.`;

/** wrangler reads it as configuration of the asset server; it is not served. */
const NOT_UPLOADED = new Set(['_headers']);

async function main(): Promise<number> {
  const own = { 'dry-run': { type: 'boolean' }, 'max-script-kib': { type: 'string' } } as const;
  const {
    'dry-run': dryRun = false,
    'max-script-kib': maxScriptKib,
    ...shared
  } = readOptions({ ...SHARED_OPTIONS, ...own }, USAGE);
  const files = parseCount('max-files', shared['max-files'], FREE_PLAN_FILES);
  const scriptKib = parseCount('max-script-kib', maxScriptKib, SCRIPT_BUDGET_KIB);

  return buildDeployment({ ...shared, released: !dryRun }, async (deployment) => {
    const { lines, problems } = weigh(await weighDeployment(deployment), { scriptKib, files });
    for (const line of lines) console.log(line);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) return 2;
    if (dryRun) {
      console.log('Nothing was uploaded.');
      return 0;
    }
    const { status } = await runWrangler(['deploy', '--config', join(deployment, 'wrangler.json')], { show: true });
    if (status !== 0) return 1;
    console.log(
      'Each deployment starts with an empty cache at Cloudflare, so you do not need to purge it. ' +
        'Browsers and caches show the new cards within five minutes; platforms that copied a picture keep it.',
    );
    return 0;
  });
}

async function weighDeployment(deployment: string) {
  const args = ['deploy', '--config', join(deployment, 'wrangler.json'), '--dry-run'];
  const { status, output } = await runWrangler(args);
  if (status !== 0) throw new Error(`wrangler rejected the build:\n${output.trim()}`);
  const assets = join(deployment, 'public');
  const paths = (await listFiles(assets)).filter((path) => !NOT_UPLOADED.has(path));
  const files = await Promise.all(paths.map(async (path) => ({ path, bytes: (await stat(join(assets, path))).size })));
  return { scriptKib: parseScriptKib(output), files };
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`The deployment stopped: ${(error as Error).message}`);
  process.exitCode = 1;
}
